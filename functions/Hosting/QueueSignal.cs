namespace Outreach.Functions.Hosting;

/// <summary>Wakes the standalone pump at once when something was sent in this process; without it the pump finds the message at its next poll.</summary>
internal sealed class QueueSignal
{
    private TaskCompletionSource _next = NewSource();

    /// <summary>Ends at the next pulse. Take it before looking into the queue, so that no pulse falls between looking and waiting.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Pulse() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>How long to wait before an idle queue is looked into again: 10 ms, doubling to a second, back to 10 ms when something came.</summary>
internal sealed class IdleWait
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private TimeSpan _wait = Shortest;

    public void Reset() => _wait = Shortest;

    /// <summary>Ends early at the signal, and without an exception when cancelled.</summary>
    public async Task WaitAsync(Task signal, CancellationToken ct)
    {
        await Task.WhenAny(signal, Task.Delay(_wait, ct));
        _wait = _wait * 2 < Longest ? _wait * 2 : Longest;
    }
}
