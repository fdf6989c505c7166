using System.Globalization;
using System.Threading.RateLimiting;

namespace Outreach.Functions.Web;

/// <summary>
/// How often one address may ask. Generous for pages: many residents share the address of their mobile provider. Strict for codes that open nothing, so that
/// nobody can try them all.
/// </summary>
internal sealed class PageLimits(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan MissWindow = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<HttpContext> _pages = Limiter(configuration.GetValue("Outreach:PagesAMinute", 300), TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<HttpContext> _misses = Limiter(configuration.GetValue("Outreach:WrongCodesInTenMinutes", 30), MissWindow);

    public static string RetryAfter => MissWindow.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    /// <summary>False when this address has had its share.</summary>
    public bool Allows(HttpContext http)
    {
        using var lease = _pages.AttemptAcquire(http);
        return lease.IsAcquired && _misses.GetStatistics(http) is not { CurrentAvailablePermits: 0 };
    }

    public void CountMiss(HttpContext http) => _misses.AttemptAcquire(http).Dispose();

    public void Dispose()
    {
        _pages.Dispose();
        _misses.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(int permits, TimeSpan window) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetSlidingWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 6, QueueLimit = 0 }));
}
