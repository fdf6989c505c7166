using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>
/// Whether the data folder can be worked with: there is room on the disk, and the database is whole and takes what is written. Each call reads and writes a little;
/// to read it all takes long where there is much, so that is done at first and then once in a while.
/// </summary>
/// <param name="freeBytes">Of the disk that the folder is on.</param>
internal sealed class StoreHealth(SqliteStore store, Func<long> freeBytes, TimeProvider clock) : IHealthCheck, IDisposable
{
    /// <summary>Below this a list of people does not fit any more, nor a day of messages.</summary>
    public const long MinFreeBytes = 64 * 1024 * 1024;

    public static readonly TimeSpan ReadThroughEvery = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _reading = new(1);
    private (DateTimeOffset At, StoreUnavailableException? Problem)? _readThrough;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (freeBytes() < MinFreeBytes)
            return HealthCheckResult.Unhealthy("The disk is full. Free some space.");
        try
        {
            store.Probe();
            await ReadThroughAsync(cancellationToken);
            return _readThrough?.Problem is { } damage ? Unusable(damage) : HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException problem)
        {
            return Unusable(problem);
        }
    }

    /// <summary>Reads it all, and remembers the result for those who ask soon after.</summary>
    /// <exception cref="StoreUnavailableException">The database is damaged.</exception>
    public async Task CheckWholeAsync(CancellationToken ct)
    {
        await ReadThroughAsync(ct);
        if (_readThrough?.Problem is { } damage)
            throw damage;
    }

    public void Dispose() => _reading.Dispose();

    /// <summary>While one caller checks, others get the previous result.</summary>
    private async Task ReadThroughAsync(CancellationToken ct)
    {
        if (!await _reading.WaitAsync(_readThrough is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct))
            return;
        try
        {
            if (_readThrough is { At: var at } && clock.GetUtcNow() < at + ReadThroughEvery)
                return;
            _readThrough = (clock.GetUtcNow(), await Task.Run(Damage, ct));
        }
        finally
        {
            _reading.Release();
        }
    }

    private StoreUnavailableException? Damage()
    {
        try
        {
            store.CheckWhole();
            return null;
        }
        catch (StoreUnavailableException damage)
        {
            return damage;
        }
    }

    private static HealthCheckResult Unusable(StoreUnavailableException problem) => HealthCheckResult.Unhealthy("The database cannot be read or written.", problem);
}
