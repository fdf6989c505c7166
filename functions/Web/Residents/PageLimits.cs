using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Caching.Memory;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.Web.Residents;

/// <summary>
/// How often one address may ask. Generous for pages: many residents share the address of their mobile provider. Strict for codes that open nothing, so that
/// nobody can try them all: counted for an address in one space of codes (those that begin alike, as a mailing's do), for an address in all, and for a space from
/// everywhere. A code that opened before from an address goes on to: a neighbour who tries codes locks nobody out.
/// </summary>
internal sealed class PageLimits(IConfiguration configuration, LimitAlarms alarms) : IDisposable
{
    /// <summary>The spaces in which one address may try before it has had its share of them all.</summary>
    private const int Spaces = 5;

    /// <summary>Once this many addresses have reached their limit in a space, somebody is guessing there: new addresses get a tenth of the tries.</summary>
    private const int Guessers = 20;

    private const int MaxOpened = 200_000;

    private static readonly TimeSpan MissWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly PartitionedRateLimiter<string> _pages = Limiter(configuration.GetValue("Outreach:PagesPerMinute", 300), TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> _misses = Limiter(MissesOf(configuration), MissWindow);
    private readonly PartitionedRateLimiter<string> _fewMisses = Limiter(Math.Max(1, MissesOf(configuration) / 10), MissWindow);
    private readonly PartitionedRateLimiter<string> _allMisses = Limiter(MissesOf(configuration) * Spaces, MissWindow);
    private readonly PartitionedRateLimiter<string> _spaceMisses = Limiter(MissesOf(configuration) * Guessers, MissWindow);
    private readonly PartitionedRateLimiter<string> _signUps = Limiter(Math.Max(1, configuration.GetValue("Outreach:SignUpsPerDay", 20)), TimeSpan.FromDays(1));
    private readonly MemoryCache _opened = new(new MemoryCacheOptions { SizeLimit = MaxOpened });

    public static string RetryAfter => MissWindow.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    /// <summary>False when this address has had its share of pages.</summary>
    public bool Allows(HttpContext http)
    {
        using var lease = _pages.AttemptAcquire(VisitorAddress.Of(http));
        return lease.IsAcquired;
    }

    /// <summary>False when this address has tried too many codes that open nothing, and this is not one that it opened before.</summary>
    public async Task<bool> AllowsCodeAsync(HttpContext http, string? typed)
    {
        if (AllowsCode(VisitorAddress.Of(http), SpaceOf(typed), typed))
            return true;
        await alarms.RaiseAsync(AbuseLimit.Codes, http.RequestAborted);
        return false;
    }

    /// <summary>False when this address has filled in its share of forms for newcomers today.</summary>
    public bool AllowsSignUp(HttpContext http)
    {
        using var lease = _signUps.AttemptAcquire(VisitorAddress.Of(http));
        return lease.IsAcquired;
    }

    public void CountMiss(HttpContext http, string? typed)
    {
        var (address, space) = (VisitorAddress.Of(http), SpaceOf(typed));
        _misses.AttemptAcquire(address + space).Dispose();
        _fewMisses.AttemptAcquire(address + space).Dispose();
        _allMisses.AttemptAcquire(address).Dispose();
        _spaceMisses.AttemptAcquire(space).Dispose();
    }

    public void CountHit(HttpContext http, string? typed) =>
        _opened.Set((VisitorAddress.Of(http), typed), true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });

    public void Dispose()
    {
        foreach (var limiter in (PartitionedRateLimiter<string>[])[_pages, _misses, _fewMisses, _allMisses, _spaceMisses, _signUps])
            limiter.Dispose();
        _opened.Dispose();
    }

    private bool AllowsCode(string address, string space, string? typed) => _opened.TryGetValue((address, typed), out _)
        || (HasLeft(_misses, address + space) && HasLeft(_allMisses, address) && (HasLeft(_spaceMisses, space) || HasLeft(_fewMisses, address + space)));

    private static int MissesOf(IConfiguration configuration) => Math.Max(1, configuration.GetValue("Outreach:WrongCodesInTenMinutes", 30));

    private static string SpaceOf(string? typed) => Code.TryParse(typed, out var code) ? $"|{code.Prefix}" : "|";

    private static bool HasLeft(PartitionedRateLimiter<string> limiter, string who) => limiter.GetStatistics(who) is not { CurrentAvailablePermits: 0 };

    private static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetSlidingWindowLimiter(
            who, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 6, QueueLimit = 0 }));
}
