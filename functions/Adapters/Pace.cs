namespace Outreach.Functions.Adapters;

/// <summary>
/// A token bucket that never blocks: a caller without a token is told when to come back, each a slot later than the
/// one before, so that a batch of refused messages does not return all at once. It counts this process only.
/// </summary>
internal sealed class Pace(double perSecond, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly double most = Math.Max(1, perSecond);
    private double tokens = Math.Max(1, perSecond);
    private DateTimeOffset filledAt = clock.GetUtcNow();
    private DateTimeOffset promised = DateTimeOffset.MinValue;

    /// <summary>Null: send now. Otherwise how long to wait.</summary>
    public TimeSpan? Take()
    {
        if (perSecond <= 0)
            return null;

        lock (gate)
        {
            var now = clock.GetUtcNow();
            tokens = Math.Min(most, tokens + Math.Max(0, (now - filledAt).TotalSeconds) * perSecond);
            filledAt = now;
            if (tokens >= 1)
            {
                tokens--;
                return null;
            }

            var slot = TimeSpan.FromSeconds(1 / perSecond);
            var free = now + slot * (1 - tokens);
            promised = promised + slot > free ? promised + slot : free;
            return promised - now;
        }
    }
}
