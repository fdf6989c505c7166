using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>Whom a link signs in.</summary>
/// <param name="Email">Null for whoever reads the console.</param>
/// <param name="ExpiresAt">Null: until the next start.</param>
internal sealed record SignInLink(string Group, string? Email, DateTimeOffset? ExpiresAt);

/// <summary>Links that are good once, under their hash.</summary>
internal sealed class SignInLinks(ITables tables, TimeProvider clock)
{
    private const string Mailed = "signin";
    private const string OfConsole = "signin-console";

    public Task<string> DrawAsync(GroupId group, string email, TimeSpan goodFor, CancellationToken ct) =>
        DrawAsync(Mailed, new SignInLink(group.Value, email, clock.GetUtcNow() + goodFor), ct);

    /// <summary>Earlier ones are void.</summary>
    public async Task<string> DrawForConsoleAsync(CancellationToken ct)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Keys, OfConsole, KeyRange.All, null, ct))
            await TakeAsync(OfConsole, row, ct);
        return await DrawAsync(OfConsole, new SignInLink(GroupId.Default.Value, null, null), ct);
    }

    /// <summary>Uses a link up.</summary>
    /// <returns>Null when it is unknown, too old or used.</returns>
    public async Task<SignInLink?> UseAsync(string token, CancellationToken ct)
    {
        foreach (var partition in (string[])[Mailed, OfConsole])
        {
            if (await tables.GetAsync(TableNames.Keys, partition, TextHash.Of(token), ct) is not { } row)
                continue;
            var link = JsonSerializer.Deserialize<SignInLink>(row.Json.Span)!;
            return await TakeAsync(partition, row, ct) && !(link.ExpiresAt <= clock.GetUtcNow()) ? link : null;
        }

        return null;
    }

    /// <summary>Those that nobody used and nobody can any more.</summary>
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken ct)
    {
        var count = 0;
        await foreach (var row in tables.QueryAsync(TableNames.Keys, Mailed, KeyRange.All, null, ct))
        {
            if (JsonSerializer.Deserialize<SignInLink>(row.Json.Span)!.ExpiresAt <= before && await TakeAsync(Mailed, row, ct))
                count++;
        }

        return count;
    }

    private async Task<string> DrawAsync(string partition, SignInLink link, CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await tables.SubmitAsync(TableNames.Keys, partition, [Operation.Insert(TextHash.Of(token), JsonSerializer.SerializeToUtf8Bytes(link))], ct);
        return token;
    }

    private async Task<bool> TakeAsync(string partition, Row row, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Keys, partition, [Operation.Delete(row.Key, row.ETag)], ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
