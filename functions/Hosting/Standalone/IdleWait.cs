namespace Outreach.Functions.Hosting.Standalone;

/// <summary>How long to wait before an idle queue is looked into again: 10 ms, doubling to a second, back to 10 ms when something came.</summary>
internal sealed class IdleWait
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private TimeSpan _wait = Shortest;

    public void Reset() => _wait = Shortest;

    /// <summary>Ends without an exception when cancelled.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        await Task.Delay(_wait, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _wait = _wait * 2 < Longest ? _wait * 2 : Longest;
    }
}
