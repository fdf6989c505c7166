namespace Outreach.Functions.Hosting.Standalone;

/// <summary>
/// A clock that stands still until it is moved. Only what it says the time is is made up: delays and timers asked from it run in real time,
/// so that nothing waits for an advance that never comes.
/// </summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    /// <summary>Never backwards.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant, GetUtcNow());
        Interlocked.Exchange(ref _ticks, instant.UtcTicks);
    }
}
