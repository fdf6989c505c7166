namespace Outreach.Tests.Support;

internal static class Moments
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
}
