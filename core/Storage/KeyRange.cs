namespace Outreach.Storage;

/// <summary>The keys with <c>From &lt;= key &lt; To</c>.</summary>
public readonly record struct KeyRange(string From, string To)
{
    public static KeyRange StartingWith(string prefix) => new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));

    /// <summary>The range that holds this key and no other: parts of a key are separated by "|", so no other key falls in between.</summary>
    public static KeyRange Only(string key) => new(key, key + "|");
}

public static class QueryRange
{
    /// <summary>The rows of a range, as <see cref="ITables.QueryAsync"/> reads them.</summary>
    public static IAsyncEnumerable<Row> QueryAsync(this ITables tables, string table, string partition, KeyRange range, int? take, CancellationToken ct) =>
        tables.QueryAsync(table, partition, range.From, range.To, take, ct);
}
