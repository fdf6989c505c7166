using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Functions.Hosting;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>The standalone machinery over in-memory stores, with the functions a test names.</summary>
internal sealed class Standalone
{
    public static readonly DateTimeOffset Monday = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly List<Function> functions = [];
    private readonly ServiceCollection services = new();

    public Standalone(TimeProvider? clock = null, Faults? faults = null)
    {
        Clock = clock ?? new VirtualClock(Monday);
        Queues = new InMemoryQueues(Clock, faults);
    }

    public TimeProvider Clock { get; }

    public InMemoryQueues Queues { get; }

    public InMemoryTables Tables { get; init; } = new();

    public QueueSignal Signal { get; } = new();

    public QueueSettings Settings { get; init; } = new(BatchSize: 4, MaxDequeueCount: 5, VisibilityTimeout: TimeSpan.FromSeconds(30));

    public void Queue(string name, string queue, Func<QueueDelivery, CancellationToken, Task> run)
    {
        functions.Add(new(name, "message", new Trigger.Queue(queue)));
        services.AddQueueFunction(name, (_, delivery, ct) => run(delivery, ct));
    }

    public void Timer(string name, string schedule, Func<DateTimeOffset, Task> run)
    {
        functions.Add(new(name, "timer", new Trigger.Timer(schedule)));
        services.AddTimerFunction(name, (_, now, _) => run(now));
    }

    public Task SendAsync(string queue, string text, TimeSpan delay = default) => Queues.SendAsync(queue, text, delay, CancellationToken.None);

    public QueuePump Pump() => new(Work(), Catalogue(), Signal, NullLogger<QueuePump>.Instance);

    public TimerRunner TimerRunner() => new(Timers(), Clock, NullLogger<TimerRunner>.Instance);

    public DevClock DevClock() => new((VirtualClock)Clock, Timers(), Work(), Catalogue());

    public QueueWork Work() => new(Queues, Runner(), Catalogue(), Clock, NullLogger<QueueWork>.Instance);

    public Timers Timers() => new(Catalogue(), Runner(), Tables);

    /// <summary>Receives one message and handles it, as the pump does.</summary>
    public async Task<bool> TryOnceAsync(string queue, CancellationToken ct = default)
    {
        var work = Work();
        var source = WorkQueue.Of(Catalogue()).Single(one => one.Name == queue);
        var messages = await work.ReceiveAsync(source, 1, CancellationToken.None);
        foreach (var message in messages)
            await work.HandleAsync(source, message, ct);
        return messages.Count > 0;
    }

    private FunctionCatalogue Catalogue() => new([.. functions.OrderBy(function => function.Name, StringComparer.Ordinal)], Settings);

    private FunctionRunner Runner()
    {
        var provider = services.BuildServiceProvider();
        return new(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetServices<FunctionHandler>(), NullLogger<FunctionRunner>.Instance);
    }
}
