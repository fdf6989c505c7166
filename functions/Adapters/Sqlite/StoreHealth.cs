using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>Whether the data folder can be worked with: there is room on the disk, and the database is whole and takes what is written.</summary>
/// <param name="freeBytes">Of the disk that the folder is on.</param>
internal sealed class StoreHealth(SqliteStore store, Func<long> freeBytes) : IHealthCheck
{
    /// <summary>Below this a list of people does not fit any more, nor a day of messages.</summary>
    public const long LeastFreeBytes = 64 * 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (freeBytes() < LeastFreeBytes)
            return Task.FromResult(HealthCheckResult.Unhealthy("The disk is full. Free some space."));
        try
        {
            store.Probe();
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (StoreUnavailableException problem)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The database cannot be read or written.", problem));
        }
    }
}
