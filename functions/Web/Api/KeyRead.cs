using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;

namespace Outreach.Functions.Web.Api;

/// <summary>Reads whose key a request brings: one of a group's, or the one that the settings name for the group <c>default</c>. Wrong ones are limited per address.</summary>
internal sealed class KeyRead(IConfiguration configuration, ApiKeys keys, LimitAlarms alarms) : IDisposable
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? _default = configuration["Outreach:ApiKey"] is { Length: > 0 } key ? Hash(key) : null;

    private readonly PartitionedRateLimiter<string> _wrong = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = Math.Max(1, configuration.GetValue("Outreach:WrongKeysInTenMinutes", 30)), Window = TimeSpan.FromMinutes(10), QueueLimit = 0 }));

    public async Task<(Caller? Caller, bool IsTooMany)> CallerAsync(HttpContext http, CancellationToken ct)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return (null, false);
        var secret = authorization[Scheme.Length..].Trim();
        if (_default is not null && CryptographicOperations.FixedTimeEquals(Hash(secret), _default))
            return (new Caller(GroupId.Default, "settings", KeyScope.Write), false);
        var address = VisitorAddress.Of(http);
        if (_wrong.GetStatistics(address) is { CurrentAvailablePermits: 0 })
        {
            await alarms.RaiseAsync(AbuseLimit.Keys, ct);
            return (null, true);
        }

        if (await keys.UseAsync(secret, ct) is { } key)
            return (new Caller(key.Group, key.Name, key.Scope), false);
        _wrong.AttemptAcquire(address).Dispose();
        return (null, false);
    }

    public void Dispose() => _wrong.Dispose();

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
