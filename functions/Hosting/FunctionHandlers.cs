namespace Outreach.Functions.Hosting;

/// <summary>A message as a queue function gets it.</summary>
/// <param name="DequeueCount">1 for the first try. On Azure Functions a hint: the host lets a message's own properties overwrite it.</param>
internal sealed record QueueDelivery(string Text, int DequeueCount);

internal delegate Task QueueHandler(IServiceProvider services, QueueDelivery delivery, CancellationToken ct);

internal delegate Task TimerHandler(IServiceProvider services, DateTimeOffset now, CancellationToken ct);

/// <summary>What a function does, by the name of its function.json.</summary>
internal abstract record FunctionHandler(string Name)
{
    public sealed record Queue(string Name, QueueHandler Run) : FunctionHandler(Name);

    public sealed record Timer(string Name, TimerHandler Run) : FunctionHandler(Name);
}

internal static class FunctionHandlers
{
    public static IServiceCollection AddQueueFunction(this IServiceCollection services, string name, QueueHandler run) =>
        services.AddSingleton<FunctionHandler>(new FunctionHandler.Queue(name, run));

    public static IServiceCollection AddTimerFunction(this IServiceCollection services, string name, TimerHandler run) =>
        services.AddSingleton<FunctionHandler>(new FunctionHandler.Timer(name, run));
}
