namespace Outreach.Tests.Support;

/// <summary>A clock that moves only when told.</summary>
public sealed class StoppedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public static DateTimeOffset Monday => new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
