using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>A standing block of one contact point, kept as a keyed hash: it outlives the person's record.</summary>
/// <param name="How">Where it came from: one of <see cref="OptOutSource"/>.</param>
public sealed record Suppression(DateTimeOffset At, string How) : IStored<Suppression>
{
    static JsonTypeInfo<Suppression> IStored<Suppression>.Json => RecordsJson.Default.Suppression;
}

/// <summary>All opt-outs of a group, over all its meetings. Only an explicit start word lifts one.</summary>
public sealed class Suppressions(ITables tables)
{
    public async Task<bool> BlocksAsync(GroupId group, ContactHash contact, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Suppressions, group.Value, contact.Value, ct) is not null;

    public async Task<Suppression?> FindAsync(GroupId group, ContactHash contact, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Suppressions, group.Value, contact.Value, ct) is { } row ? RowJson.Read<Suppression>(row.Json) : null;

    /// <summary>The whole list, for work on many people at once.</summary>
    public async Task<HashSet<string>> AllAsync(GroupId group, CancellationToken ct)
    {
        var blocked = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in tables.QueryAsync(TableNames.Suppressions, group.Value, KeyRange.All, null, ct))
            blocked.Add(row.Key);
        return blocked;
    }

    public async Task AddAsync(GroupId group, IEnumerable<ContactHash> contacts, Suppression suppression, CancellationToken ct)
    {
        foreach (var batch in contacts.Distinct().Chunk(RowRules.MaxOperations))
        {
            var rows = batch.Select(contact => Operation.Upsert(contact.Value, RowJson.Write(suppression)));
            await tables.SubmitAsync(TableNames.Suppressions, group.Value, [.. rows], ct);
        }
    }

    /// <param name="said">When the start word was said: a block from after that stays.</param>
    /// <returns>False when one stays.</returns>
    public Task<bool> LiftAsync(GroupId group, ContactHash contact, DateTimeOffset said, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await tables.GetAsync(TableNames.Suppressions, group.Value, contact.Value, ct) is not { } row)
            return true;
        if (RowJson.Read<Suppression>(row.Json).At > said)
            return false;
        await tables.SubmitAsync(TableNames.Suppressions, group.Value, [Operation.Delete(contact.Value, row.ETag)], ct);
        return true;
    });
}
