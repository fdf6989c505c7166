namespace Outreach.Tests.Simulation;

/// <summary>
/// Runs everything that is asynchronous on one thread. At each await the seed decides who goes on, so that handlers interleave in every way and a history can be played again.
/// </summary>
internal sealed class Turns(Random chance) : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Go, object? State)> waiting = [];

    public override void Post(SendOrPostCallback d, object? state) => waiting.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <summary>One of those who wait goes on to its next await. False when nobody waits.</summary>
    public bool Next()
    {
        if (waiting.Count == 0)
            return false;
        var i = chance.Next(waiting.Count);
        var (go, state) = waiting[i];
        waiting[i] = waiting[^1];
        waiting.RemoveAt(waiting.Count - 1);
        go(state);
        return true;
    }

    /// <summary>Reading ahead in a list happens at once.</summary>
    public sealed class AtOnce : TaskScheduler
    {
        protected override void QueueTask(Task task) => TryExecuteTask(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}
