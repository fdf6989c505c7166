namespace Outreach.Storage;

/// <summary>
/// Rows in partitions, as Azure Table storage has them; three operations and nothing else.
/// Keys follow <see cref="RowRules"/>. Every adapter passes one contract suite.
/// </summary>
public interface ITables
{
    Task<Row?> GetAsync(string table, string partition, string key, CancellationToken ct);

    /// <summary>
    /// Rows of one partition with <c>from &lt;= key &lt; to</c> in ordinal order of the key, read page by page while they are consumed.
    /// </summary>
    /// <param name="take">Maximum number of rows; also the page size where the store has pages.</param>
    IAsyncEnumerable<Row> QueryAsync(string table, string partition, string from, string to, int? take, CancellationToken ct);

    /// <summary>
    /// 1 to 100 operations on rows of one partition, each row once: all of them happen, or none.
    /// Returns the new ETag of each operation, in order (null for a delete).
    /// </summary>
    /// <exception cref="ConflictException">An insert found a row, or a conditional change found none or a newer one.</exception>
    /// <exception cref="RowRuleException">A key or a value that Azure Table would not take; nothing was sent.</exception>
    Task<IReadOnlyList<string?>> SubmitAsync(string table, string partition, IReadOnlyList<Operation> operations, CancellationToken ct);
}

/// <summary>A stored row: a flat JSON object (strings, booleans, numbers; nested values are kept as text by stores that are flat) and its version.</summary>
public sealed record Row(string Key, ReadOnlyMemory<byte> Json, string ETag);

public enum OperationKind
{
    /// <summary>The row must not exist.</summary>
    Insert,

    /// <summary>The row must exist with the given ETag (or any, when it is <see cref="Operation.AnyETag"/>); all properties are replaced.</summary>
    Replace,

    /// <summary>Insert or replace, whatever is there.</summary>
    Upsert,

    /// <summary>The row must exist with the given ETag (or any).</summary>
    Delete,
}

/// <summary>One change in a submit. <see cref="Json"/> is empty for a delete.</summary>
public sealed record Operation(OperationKind Kind, string Key, ReadOnlyMemory<byte> Json, string? ETag = null)
{
    public const string AnyETag = "*";

    public static Operation Insert(string key, ReadOnlyMemory<byte> json) => new(OperationKind.Insert, key, json);

    public static Operation Replace(string key, ReadOnlyMemory<byte> json, string etag) => new(OperationKind.Replace, key, json, etag);

    public static Operation Upsert(string key, ReadOnlyMemory<byte> json) => new(OperationKind.Upsert, key, json);

    public static Operation Delete(string key, string etag) => new(OperationKind.Delete, key, default, etag);
}

public enum ConflictKind
{
    /// <summary>An insert found a row with its key.</summary>
    Exists,

    /// <summary>A replace or delete found no row.</summary>
    Missing,

    /// <summary>The row has another ETag than the one given.</summary>
    Changed,
}

/// <summary>A submit was refused as a whole. <see cref="Index"/> is the 0-based operation that failed first.</summary>
public sealed class ConflictException(ConflictKind kind, int index, string key)
    : Exception($"Operation {index} on row '{key}': {kind}.")
{
    public ConflictKind Kind { get; } = kind;

    public int Index { get; } = index;

    public string Key { get; } = key;
}
