using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Finds many rows of one shard with few calls: neighbours come in one page; where the rows lie too far apart for that, one by one.</summary>
internal static class ManyRows
{
    /// <summary>Fewer keys than this are not worth a page.</summary>
    private const int FewKeys = 4;

    /// <summary>Maximum number of rows read to find one: a page costs as much as one row does, but takes more work.</summary>
    private const int RowsPerKey = 16;
    private const int MaxRows = 1000;

    public static async Task<IReadOnlyDictionary<string, Stored<T>>> FindAsync<T>(ITables tables, Shard shard, IEnumerable<string> keys, CancellationToken ct)
        where T : IStored<T>
    {
        var found = new Dictionary<string, Stored<T>>(StringComparer.Ordinal);
        var wanted = keys.Distinct().Order(StringComparer.Ordinal).ToArray();
        var (next, near) = (0, true);
        while (next < wanted.Length)
        {
            if (near && wanted.Length - next >= FewKeys)
            {
                var after = next + await ReadPageAsync(tables, shard, wanted.AsMemory(next), found, ct);
                near = after - next >= FewKeys;
                next = after;
            }
            else
            {
                if (await tables.GetAsync(TableNames.People, shard.Partition, wanted[next], ct) is { } row)
                    found[row.Key] = RowJson.Read<T>(row);
                next++;
            }
        }

        return found;
    }

    /// <returns>How many of the wanted keys the page tells of.</returns>
    private static async Task<int> ReadPageAsync<T>(ITables tables, Shard shard, ReadOnlyMemory<string> wanted, Dictionary<string, Stored<T>> found, CancellationToken ct)
        where T : IStored<T>
    {
        var take = Math.Min(MaxRows, wanted.Length * RowsPerKey);
        var (next, rows) = (0, 0);
        await foreach (var row in tables.QueryAsync(TableNames.People, shard.Partition, KeyRange.Only(wanted.Span[^1]) with { From = wanted.Span[0] }, take, ct))
        {
            rows++;
            while (next < wanted.Length && string.CompareOrdinal(wanted.Span[next], row.Key) < 0)
                next++;
            if (next == wanted.Length || wanted.Span[next] != row.Key)
                continue;
            found[row.Key] = RowJson.Read<T>(row);
            next++;
        }

        return rows < take ? wanted.Length : next;
    }
}
