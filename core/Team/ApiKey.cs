using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Team;

[JsonConverter(typeof(EnumWordConverter<KeyScope>))]
public enum KeyScope
{
    /// <summary>Reads everything, and changes nothing.</summary>
    Read,

    /// <summary>Who is invited to a meeting, and who is there.</summary>
    CheckIn,

    /// <summary>Everything.</summary>
    Write,
}

/// <summary>A key to the JSON API. What is stored does not open anything: the key itself is shown once, and kept as a hash.</summary>
public sealed record ApiKey : IStored<ApiKey>
{
    static JsonTypeInfo<ApiKey> IStored<ApiKey>.Json => TeamJson.Default.ApiKey;

    /// <summary>What it is ended by.</summary>
    public required string Id { get; init; }

    public required GroupId Group { get; init; }

    public required string Name { get; init; }

    public KeyScope Scope { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Last use, accurate to an hour.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    public bool IsGood(DateTimeOffset now) => ExpiresAt is null || now < ExpiresAt;
}

public enum ApiKeyProblem
{
    /// <summary>None, or longer than <see cref="ApiKeys.MaxNameLength"/> characters.</summary>
    Name,

    /// <summary>Not in the future.</summary>
    Expiry,

    /// <summary>The group has <see cref="ApiKeys.MaxPerGroup"/> keys.</summary>
    TooMany,
}

/// <summary>The keys of all groups, each under the hash of the key itself.</summary>
public sealed class ApiKeys(ITables tables, TimeProvider clock)
{
    public const int MaxNameLength = 60;
    public const int MaxPerGroup = 50;

    private const string Partition = "apikeys";
    private const int Bytes = 32;

    /// <summary>How often, at most, we write down that a key was used.</summary>
    private static readonly TimeSpan UsedEvery = TimeSpan.FromHours(1);

    /// <returns>The key itself, which cannot be had again; or what is wrong.</returns>
    public async Task<(string? Secret, ApiKey? Key, ApiKeyProblem? Problem)> MakeAsync(GroupId group, string? name, KeyScope scope, DateTimeOffset? expiresAt, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (OneLine.OrNull(name) is not { Length: <= MaxNameLength } given)
            return (null, null, ApiKeyProblem.Name);
        if (expiresAt <= now)
            return (null, null, ApiKeyProblem.Expiry);
        if ((await ListAsync(group, ct)).Count >= MaxPerGroup)
            return (null, null, ApiKeyProblem.TooMany);
        var secret = "outreach_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var key = new ApiKey { Id = Base32.Random(8), Group = group, Name = given, Scope = scope, MadeAt = now, ExpiresAt = expiresAt };
        await tables.SubmitAsync(TableNames.Keys, Partition, [Operation.Insert(TextHash.Of(secret), RowJson.Write(key))], ct);
        return (secret, key, null);
    }

    /// <summary>Which key this is; notes that it was used. Null when it opens nothing, or no longer.</summary>
    public async Task<ApiKey?> UseAsync(string secret, CancellationToken ct)
    {
        var (hash, now) = (TextHash.Of(secret), clock.GetUtcNow());
        if (await tables.GetAsync(TableNames.Keys, Partition, hash, ct) is not { } row || RowJson.Read<ApiKey>(row.Json) is not { } key || !key.IsGood(now))
            return null;
        if (key.UsedAt is null || key.UsedAt + UsedEvery <= now)
            await NoteUseAsync(row, key with { UsedAt = now }, ct);
        return key;
    }

    public async Task<IReadOnlyList<ApiKey>> ListAsync(GroupId group, CancellationToken ct)
    {
        var keys = new List<ApiKey>();
        await foreach (var row in tables.QueryAsync(TableNames.Keys, Partition, KeyRange.All, null, ct))
        {
            if (RowJson.Read<ApiKey>(row.Json) is var key && key.Group == group)
                keys.Add(key);
        }

        return [.. keys.OrderBy(key => key.MadeAt)];
    }

    private async Task<bool> IsEndedNowAsync(string row, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Keys, Partition, [Operation.Delete(row, Operation.AnyETag)], ct);
            return true;
        }
        catch (ConflictException)
        {
            // Ended meanwhile, in another window.
            return false;
        }
    }

    /// <returns>The key that was ended; null when the group has no such key.</returns>
    public async Task<ApiKey?> EndAsync(GroupId? group, string id, CancellationToken ct)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Keys, Partition, KeyRange.All, null, ct))
        {
            var key = RowJson.Read<ApiKey>(row.Json);
            if (key.Id != id || (group is not null && key.Group != group))
                continue;
            return await IsEndedNowAsync(row.Key, ct) ? key : null;
        }

        return null;
    }

    private async Task NoteUseAsync(Row row, ApiKey used, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Keys, Partition, [Operation.Replace(row.Key, RowJson.Write(used), row.ETag)], ct);
        }
        catch (ConflictException)
        {
            // Another call noted it, or the key was ended meanwhile.
        }
    }
}
