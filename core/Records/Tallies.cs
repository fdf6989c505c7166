using System.Collections.Concurrent;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>
/// The counts of meetings, one row per shard. Each row is remembered as it was last seen: mostly it still is so, and where it is not, the store refuses the change that
/// builds on it, and the row is read again.
/// </summary>
public sealed class Tallies(ITables tables)
{
    private const int MaxRemembered = 4096;

    /// <summary>Enough that two shards seldom wait for one another.</summary>
    private const int Turns = 256;

    private readonly ConcurrentDictionary<(Shard Shard, string Key), Stored<Tally>> _seen = new();
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The sum over all shards.</summary>
    public async Task<Tally> SumAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var rows = await Task.WhenAll(Shard.All(group).Select(shard => FindAsync(shard, meeting, ct)));
        var sum = Tally.Empty;
        foreach (var row in rows)
            sum.Add(row?.Value ?? Tally.Empty);
        return sum.Whole();
    }

    public async Task<Stored<Tally>?> FindAsync(Shard shard, MeetingId meeting, CancellationToken ct) =>
        await tables.GetAsync(TableNames.People, shard.Partition, RowKeys.Tally(meeting), ct) is { } row ? RowJson.Read<Tally>(row) : null;

    public async Task RemoveAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        foreach (var shard in Shard.All(group))
            await tables.DeleteRangeAsync(TableNames.People, shard.Partition, KeyRange.Only(RowKeys.Tally(meeting)), null, ct);
    }

    /// <summary>Counts in a shard one after another within this process: side by side they would only conflict.</summary>
    /// <param name="count">Work that takes about as long as one submit.</param>
    internal async Task<T> InTurnAsync<T>(Shard shard, Func<Task<T>> count)
    {
        var turn = _turns[(uint)shard.GetHashCode() % Turns];
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            return await count();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The change of each count, to be submitted with the invitations that it counts.</summary>
    internal async Task<IReadOnlyList<TallyChange>> ChangesAsync(Shard shard, IReadOnlyDictionary<MeetingId, Tally> deltas, CancellationToken ct)
    {
        var changes = new List<TallyChange>(deltas.Count);
        foreach (var (meeting, delta) in deltas)
        {
            var before = _seen.GetValueOrDefault((shard, RowKeys.Tally(meeting))) ?? await FindAsync(shard, meeting, ct);
            var after = Tally.Empty;
            after.Add(before?.Value ?? Tally.Empty);
            after.Add(delta);
            changes.Add(new TallyChange(RowKeys.Tally(meeting), before?.ETag, after.Trimmed()));
        }

        return changes;
    }

    internal void Saw(Shard shard, TallyChange saved, string etag)
    {
        if (_seen.Count >= MaxRemembered)
            _seen.Clear();
        _seen[(shard, saved.Key)] = new(saved.After, etag);
    }

    /// <summary>Somebody else has counted there. Counts made by this process are remembered already.</summary>
    /// <returns>False when the row is not one of those that were to change.</returns>
    internal bool Forget(Shard shard, IEnumerable<TallyChange> refused, string key)
    {
        if (refused.FirstOrDefault(change => change.Key == key) is not { } change)
            return false;
        if (_seen.TryGetValue((shard, key), out var seen) && seen.ETag == change.ETag)
            _seen.TryRemove(KeyValuePair.Create((shard, key), seen));
        return true;
    }
}

/// <param name="ETag">Null: there was no row.</param>
internal sealed record TallyChange(string Key, string? ETag, Tally After)
{
    public Operation Operation => ETag is null ? Operation.Insert(Key, RowJson.Write(After)) : Operation.Replace(Key, RowJson.Write(After), ETag);
}
