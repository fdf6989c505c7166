using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>The contact card of a group, one row per line.</summary>
public sealed class CardStore(ITables tables)
{
    /// <summary>In order of making.</summary>
    public async Task<IReadOnlyList<Stored<CardEntry>>> ListAsync(GroupId group, CancellationToken ct) =>
        await tables.ListAsync<CardEntry>(TableNames.Cards, group.Value, KeyRange.All, ct);

    /// <summary>Those that were found right lately: no other is printed or sent. Hosts come first.</summary>
    public async Task<IReadOnlyList<CardEntry>> GoodAsync(GroupId group, DateOnly today, Func<CardEntry, bool> wanted, CancellationToken ct) =>
        [.. (await ListAsync(group, ct)).Select(stored => stored.Value).Where(entry => !entry.IsStale(today) && wanted(entry)).OrderByDescending(entry => entry.Kind)];

    public async Task<Stored<CardEntry>?> FindAsync(GroupId group, string id, CancellationToken ct) =>
        CardEntry.IsId(id) && await tables.GetAsync(TableNames.Cards, group.Value, id, ct) is { } row ? RowJson.Read<CardEntry>(row) : null;

    public Task SaveAsync(GroupId group, CardEntry entry, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Cards, group.Value, [Operation.Upsert(entry.Id, RowJson.Write(entry))], ct);

    public Task ReplaceAsync(GroupId group, Stored<CardEntry> before, CardEntry after, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Cards, group.Value, [Operation.Replace(after.Id, RowJson.Write(after), before.ETag)], ct);

    /// <returns>As it is now; null when there is no such line.</returns>
    public Task<CardEntry?> ChangeAsync(GroupId group, string id, Func<CardEntry, CardEntry> change, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await FindAsync(group, id, ct) is not { } stored)
            return null;
        var after = change(stored.Value);
        if (after != stored.Value)
            await ReplaceAsync(group, stored, after, ct);
        return after;
    });

    /// <returns>False when it was gone already.</returns>
    public async Task<bool> RemoveAsync(GroupId group, string id, CancellationToken ct)
    {
        if (await FindAsync(group, id, ct) is not { } stored)
            return false;
        try
        {
            await tables.SubmitAsync(TableNames.Cards, group.Value, [Operation.Delete(id, Operation.AnyETag)], ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
