using System.Diagnostics;

namespace Outreach.Functions.Hosting;

/// <summary>Runs one invocation in a scope of its own and logs how it ended. The same on Azure Functions and standalone.</summary>
internal sealed partial class FunctionRunner(IServiceScopeFactory scopes, IEnumerable<FunctionHandler> handlers, ILogger<FunctionRunner> log)
{
    private readonly Dictionary<string, FunctionHandler> _handlers = handlers.ToDictionary(handler => handler.Name, StringComparer.Ordinal);

    public Task RunAsync(string function, QueueDelivery delivery, CancellationToken ct)
    {
        var handler = (FunctionHandler.Queue)_handlers[function];
        return RunAsync(function, delivery.DequeueCount, services => handler.Run(services, delivery, ct));
    }

    public Task RunAsync(string function, DateTimeOffset now, CancellationToken ct)
    {
        var handler = (FunctionHandler.Timer)_handlers[function];
        return RunAsync(function, dequeueCount: null, services => handler.Run(services, now, ct));
    }

    private async Task RunAsync(string function, int? dequeueCount, Func<IServiceProvider, Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await run(scope.ServiceProvider);
        }
        catch (Exception exception)
        {
            LogFailed(exception, function, Milliseconds(started), dequeueCount);
            throw;
        }

        if (dequeueCount is { } count)
            LogHandled(function, Milliseconds(started), count);
        else
            LogTimerRan(function, Milliseconds(started));
    }

    private static long Milliseconds(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;

    [LoggerMessage(LogLevel.Information, "{Function} done in {Milliseconds} ms, try {DequeueCount}")]
    private partial void LogHandled(string function, long milliseconds, int dequeueCount);

    // Hundreds a day that find nothing to do: the functions say themselves what they did.
    [LoggerMessage(LogLevel.Debug, "{Function} done in {Milliseconds} ms")]
    private partial void LogTimerRan(string function, long milliseconds);

    [LoggerMessage(LogLevel.Error, "{Function} failed after {Milliseconds} ms, try {DequeueCount}")]
    private partial void LogFailed(Exception exception, string function, long milliseconds, int? dequeueCount);
}
