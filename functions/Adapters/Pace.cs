namespace Outreach.Functions.Adapters;

/// <summary>
/// A token bucket that never blocks: a caller without a token is told when to come back, each a slot later than the
/// one before, so that a batch of refused messages does not return all at once. It counts this process only.
/// </summary>
internal sealed class Pace(double perSecond, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly double _most = Math.Max(1, perSecond);
    private double _tokens = Math.Max(1, perSecond);
    private DateTimeOffset _filledAt = clock.GetUtcNow();
    private DateTimeOffset _promised = DateTimeOffset.MinValue;

    /// <summary>Null: send now. Otherwise how long to wait.</summary>
    public TimeSpan? Take()
    {
        if (perSecond <= 0)
            return null;

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _tokens = Math.Min(_most, _tokens + Math.Max(0, (now - _filledAt).TotalSeconds) * perSecond);
            _filledAt = now;
            if (_tokens >= 1)
            {
                _tokens--;
                return null;
            }

            var slot = TimeSpan.FromSeconds(1 / perSecond);
            var free = now + slot * (1 - _tokens);
            _promised = _promised + slot > free ? _promised + slot : free;
            return _promised - now;
        }
    }
}
