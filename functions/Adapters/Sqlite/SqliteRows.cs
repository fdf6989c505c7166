using System.Globalization;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>One operation on one row, inside the writer's transaction.</summary>
internal static class SqliteRows
{
    private const string Insert = "INSERT INTO rows (partition, key, version, json) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    private const string Upsert = "INSERT INTO rows (partition, key, version, json) VALUES (?1, ?2, ?3, ?4) "
        + "ON CONFLICT (partition, key) DO UPDATE SET version = excluded.version, json = excluded.json";
    private const string Replace = "UPDATE rows SET version = ?3, json = ?4 WHERE partition = ?1 AND key = ?2 AND (?5 = 0 OR version = ?5)";
    private const string Delete = "DELETE FROM rows WHERE partition = ?1 AND key = ?2 AND (?5 = 0 OR version = ?5)";
    private const string Find = "SELECT json FROM rows WHERE partition = ?1 AND key = ?2";

    // Versions begin at 1.
    private const long Any = 0;
    private const long None = -1;

    /// <exception cref="ConflictException">The row is not as the operation wants it.</exception>
    public static void Apply(SqliteConnection writer, long place, Operation operation, int index, long version)
    {
        var (kind, key) = (operation.Kind, operation.Key);
        var json = operation.Json.Span;
        if (kind is OperationKind.Merge or OperationKind.UpsertMerge && Read(writer, place, key) is { } before)
            json = RowMerge.Merge(before, operation.Json);

        var changed = kind switch
        {
            OperationKind.Insert => Write(writer, Insert, place, key, version, json),
            OperationKind.Upsert or OperationKind.UpsertMerge => Write(writer, Upsert, place, key, version, json),
            OperationKind.Delete => Remove(writer, place, key, Expected(operation)),
            _ => Write(writer, Replace, place, key, version, json, Expected(operation)),
        };
        if (changed == 0)
            throw new ConflictException(Reason(writer, place, operation), index, key);
    }

    private static int Write(SqliteConnection writer, string sql, long place, string key, long version, ReadOnlySpan<byte> json, long? expected = null)
    {
        using var statement = writer.Use(sql).Bind(1, place).Bind(2, key).Bind(3, version).Bind(4, json);
        if (expected is { } wanted)
            statement.Bind(5, wanted);
        return statement.Run();
    }

    private static int Remove(SqliteConnection writer, long place, string key, long expected)
    {
        using var statement = writer.Use(Delete).Bind(1, place).Bind(2, key).Bind(5, expected);
        return statement.Run();
    }

    private static byte[]? Read(SqliteConnection writer, long place, string key)
    {
        using var statement = writer.Use(Find).Bind(1, place).Bind(2, key);
        return statement.Step() ? statement.Bytes(0) : null;
    }

    private static ConflictKind Reason(SqliteConnection writer, long place, Operation operation) => operation.Kind switch
    {
        OperationKind.Insert => ConflictKind.Exists,
        _ => Read(writer, place, operation.Key) is null ? ConflictKind.Missing : ConflictKind.Changed,
    };

    private static long Expected(Operation operation) => operation.ETag switch
    {
        Operation.AnyETag => Any,
        { } etag when long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 => version,
        _ => None,
    };
}
