namespace Outreach.Storage;

/// <summary>Deletes many rows of a partition, whatever is in them by now, as many at a time as a submit takes.</summary>
public static class DeleteRows
{
    /// <exception cref="ConflictException">One of them is gone already; the submits before its own stay done.</exception>
    public static async Task DeleteAsync(this ITables tables, string table, string partition, IEnumerable<string> keys, CancellationToken ct)
    {
        foreach (var batch in keys.Chunk(RowRules.MaxOperations))
            await tables.SubmitAsync(table, partition, [.. batch.Select(key => Operation.Delete(key, Operation.AnyETag))], ct);
    }

    /// <summary>Deletes the rows of a range.</summary>
    /// <param name="most">Maximum number of rows; null: all.</param>
    /// <returns>How many there were.</returns>
    public static async Task<int> DeleteRangeAsync(this ITables tables, string table, string partition, KeyRange range, int? most, CancellationToken ct)
    {
        if (most is 0)
            return 0;
        var keys = await tables.QueryAsync(table, partition, range, most, ct).Select(row => row.Key).ToListAsync(ct);
        await tables.DeleteAsync(table, partition, keys, ct);
        return keys.Count;
    }
}
