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
    private const string Find = "SELECT 1 FROM rows WHERE partition = ?1 AND key = ?2";

    // Versions begin at 1.
    private const long Any = 0;
    private const long None = -1;

    /// <exception cref="ConflictException">The row is not as the operation wants it.</exception>
    public static void Apply(SqliteConnection writer, long place, Operation operation, int index, long version)
    {
        var row = new Row(writer, place, operation.Key);
        var json = operation.Json.Span;
        var changed = operation.Kind switch
        {
            OperationKind.Insert => row.Write(Insert, version, json),
            OperationKind.Upsert => row.Write(Upsert, version, json),
            OperationKind.Delete => row.Remove(Expected(operation)),
            _ => row.Write(Replace, version, json, Expected(operation)),
        };
        if (changed == 0)
            throw new ConflictException(Reason(row, operation.Kind), index, operation.Key);
    }

    private static ConflictKind Reason(Row row, OperationKind kind) => kind switch
    {
        OperationKind.Insert => ConflictKind.Exists,
        _ => row.Exists() ? ConflictKind.Changed : ConflictKind.Missing,
    };

    private static long Expected(Operation operation) => operation.ETag switch
    {
        Operation.AnyETag => Any,
        { } etag when long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 => version,
        _ => None,
    };

    private readonly record struct Row(SqliteConnection Writer, long Place, string Key)
    {
        public int Write(string sql, long version, ReadOnlySpan<byte> json, long? expected = null)
        {
            using var statement = Use(sql).Bind(3, version).Bind(4, json);
            if (expected is { } wanted)
                statement.Bind(5, wanted);
            return statement.Run();
        }

        public int Remove(long expected)
        {
            using var statement = Use(Delete).Bind(5, expected);
            return statement.Run();
        }

        public bool Exists()
        {
            using var statement = Use(Find);
            return statement.Step();
        }

        private SqliteStatement Use(string sql) => Writer.Use(sql).Bind(1, Place).Bind(2, Key);
    }
}
