namespace Outreach.Tests.Hosting;

/// <summary>A clock whose delays end when a test moves it, in order, and not before.</summary>
internal sealed class ManualTimers(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];
    private DateTimeOffset now = start;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    /// <summary>Ends once this many delays wait.</summary>
    public async Task WaitingAsync(int count)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (waiting.Count >= count)
                    return;
                next = changed.Task;
            }

            await next;
        }
    }

    public void Advance(TimeSpan by)
    {
        List<Waiting> due;
        lock (gate)
        {
            now += by;
            due = [.. waiting.Where(timer => timer.DueAt <= now).OrderBy(timer => timer.DueAt)];
            waiting.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(Waiting timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            waiting.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.DueAt = now + dueTime;
                waiting.Add(timer);
            }

            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Waiting(ManualTimers clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueAt { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
