using System.Threading.RateLimiting;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>How often one address may try to sign in.</summary>
internal sealed class SignInLimits(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _tries = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = configuration.GetValue("Outreach:SignInsInTenMinutes", 20), Window = TimeSpan.FromMinutes(10), QueueLimit = 0 }));

    public bool Allows(HttpContext http)
    {
        using var lease = _tries.AttemptAcquire(VisitorAddress.Of(http));
        return lease.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();
}
