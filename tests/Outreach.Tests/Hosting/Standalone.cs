using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>The standalone machinery over in-memory stores, with the functions a test names.</summary>
internal sealed class Standalone
{
    public static readonly DateTimeOffset Monday = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly List<Function> functions = [];

    public Standalone(TimeProvider? clock = null, Faults? faults = null)
    {
        Clock = clock ?? new VirtualClock(Monday);
        Queues = new InMemoryQueues(Clock, faults);
    }

    public TimeProvider Clock { get; }

    public InMemoryQueues Queues { get; }

    public InMemoryTables Tables { get; init; } = new();

    public QueueSettings Settings { get; init; } = new(BatchSize: 4, MaxDequeueCount: 5, VisibilityTimeout: TimeSpan.FromSeconds(30));

    public void Queue(string name, string queue, Func<QueueMessage, CancellationToken, Task> run) =>
        functions.Add(new(name, new Trigger.Queue(queue), (_, message, ct) => run((QueueMessage)message, ct)));

    public void Timer(string name, string schedule, Func<DateTimeOffset, Task> run) =>
        functions.Add(new(name, new Trigger.Timer(schedule), (_, _, _) => run(Clock.GetUtcNow())));

    public Task SendAsync(string queue, string text, TimeSpan delay = default) => Queues.SendAsync(queue, text, delay, CancellationToken.None);

    public QueuePump Pump() => new(Work(), List(), NullLogger<QueuePump>.Instance);

    public TimerRunner TimerRunner() => new(Timers(), Clock, NullLogger<TimerRunner>.Instance);

    public DevClock DevClock() => new((VirtualClock)Clock, Timers(), Work(), List());

    public QueueWork Work() => new(Queues, Runner(), List(), Clock, NullLogger<QueueWork>.Instance);

    public Timers Timers() => new(List(), Runner(), Tables);

    /// <summary>Receives one message and handles it, as the pump does.</summary>
    public async Task<bool> TryOnceAsync(string queue, CancellationToken ct = default)
    {
        var work = Work();
        var source = WorkQueue.Of(List()).Single(one => one.Name == queue);
        var messages = await work.ReceiveAsync(source, 1, CancellationToken.None);
        foreach (var message in messages)
            await work.HandleAsync(source, message, ct);
        return messages.Count > 0;
    }

    private FunctionList List() => new([.. functions.OrderBy(function => function.Name, StringComparer.Ordinal)], Settings);

    private static FunctionRunner Runner() =>
        new(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), NullLogger<FunctionRunner>.Instance);
}
