using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Outreach.Storage;

namespace Outreach.Functions.Web;

/// <summary>Who is signed in, as the server knows it: the copy of a cookie is worth nothing once its session has ended. Only a hash is stored.</summary>
internal sealed class Sessions(ITables tables)
{
    /// <summary>However often somebody comes back: then they sign in again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private const string Claim = "session";
    private const string Partition = "sessions";

    // A browser lives in real time, also when the program plays on a made-up clock.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async Task StartAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        await ForgetOldAsync(ct);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await tables.SubmitAsync(TableNames.Keys, Partition, [Operation.Insert(HashOf(token), JsonSerializer.SerializeToUtf8Bytes(new SessionRow(Now)))], ct);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(Claim, token));
    }

    public async Task<bool> IsOpenAsync(ClaimsPrincipal principal, CancellationToken ct) =>
        principal.FindFirstValue(Claim) is { } token && await tables.GetAsync(TableNames.Keys, Partition, HashOf(token), ct) is { } row && !IsOld(row);

    public async Task EndAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (principal.FindFirstValue(Claim) is { } token)
            await DeleteAsync(HashOf(token), ct);
    }

    private async Task ForgetOldAsync(CancellationToken ct)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Keys, Partition, "", "~", null, ct))
        {
            if (IsOld(row))
                await DeleteAsync(row.Key, ct);
        }
    }

    private async Task DeleteAsync(string key, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Keys, Partition, [Operation.Delete(key, Operation.AnyETag)], ct);
        }
        catch (ConflictException)
        {
            // Ended meanwhile, in another window.
        }
    }

    private static bool IsOld(Row row) => JsonSerializer.Deserialize<SessionRow>(row.Json.Span)!.StartedAt < Now - Longest;

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed record SessionRow(DateTimeOffset StartedAt);
}
