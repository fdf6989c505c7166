namespace Outreach.Storage;

public static class TableQueries
{
    /// <summary>The rows of a range, as <see cref="ITables.QueryAsync"/> reads them.</summary>
    public static IAsyncEnumerable<Row> QueryAsync(this ITables tables, string table, string partition, KeyRange range, int? take, CancellationToken ct) =>
        tables.QueryAsync(table, partition, range.From, range.To, take, ct);

    /// <summary>All rows of a range, in the order of their keys.</summary>
    public static async Task<List<Stored<T>>> ListAsync<T>(this ITables tables, string table, string partition, KeyRange range, CancellationToken ct)
        where T : IStored<T>
    {
        var all = new List<Stored<T>>();
        await foreach (var row in tables.QueryAsync(table, partition, range, null, ct))
            all.Add(RowJson.Read<T>(row));
        return all;
    }

    /// <summary>The same for a caller who changes none of them.</summary>
    public static async Task<List<T>> ListValuesAsync<T>(this ITables tables, string table, string partition, KeyRange range, CancellationToken ct)
        where T : IStored<T> => (await tables.ListAsync<T>(table, partition, range, ct)).ConvertAll(stored => stored.Value);
}
