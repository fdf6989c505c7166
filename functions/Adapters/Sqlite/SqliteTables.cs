using System.Globalization;
using System.Runtime.CompilerServices;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>Tables in the embedded store. The ETag is the number of the submit that wrote the row, which only rises.</summary>
internal sealed class SqliteTables(SqliteStore store) : ITables
{
    private const int PageSize = 1000;
    private const int FewOperations = 12;
    private const string One = "SELECT key, version, json FROM rows WHERE partition = ?1 AND key = ?2";
    private const string First = "SELECT key, version, json FROM rows WHERE partition = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT ?4";
    private const string Next = "SELECT key, version, json FROM rows WHERE partition = ?1 AND key > ?2 AND key < ?3 ORDER BY key LIMIT ?4";

    public Task<Row?> GetAsync(string table, string partition, string key, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        CheckPlace(table, partition);
        RowRules.CheckKey("row", key);
        return Task.FromResult(store.Read(reader =>
        {
            if (store.Names.Known(reader, table, partition) is not { } place)
                return null;
            using var statement = reader.Use(One).Bind(1, place).Bind(2, key);
            return statement.Step() ? ReadRow(statement) : null;
        }));
    }

    // Each page is a read of its own: a slow consumer holds no snapshot, which would keep the write-ahead log from being folded in.
    public async IAsyncEnumerable<Row> QueryAsync(
        string table, string partition, string from, string to, int? take, [EnumeratorCancellation] CancellationToken ct)
    {
        CheckPlace(table, partition);
        await Task.CompletedTask;
        var left = take ?? int.MaxValue;
        var (sql, start) = (First, from);
        while (left > 0)
        {
            ct.ThrowIfCancellationRequested();
            var size = Math.Min(left, PageSize);
            var page = store.Read(reader => ReadPage(reader, sql, (table, partition), (start, to), size));
            foreach (var row in page)
                yield return row;
            if (page.Count < size)
                yield break;
            left -= size;
            (sql, start) = (Next, page[^1].Key);
        }
    }

    /// <remarks>A submit that has begun is not taken back by <paramref name="ct"/>.</remarks>
    public async Task<IReadOnlyList<string?>> SubmitAsync(string table, string partition, IReadOnlyList<Operation> operations, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        RowRules.Check(table, partition, operations);
        var versions = await WriteAsync(table, partition, operations);
        if (operations.Any(operation => operation.Kind is OperationKind.Delete && RowKeys.IsPerson(operation.Key)))
            store.FoldLog();
        return versions;
    }

    private Task<IReadOnlyList<string?>> WriteAsync(string table, string partition, IReadOnlyList<Operation> operations) =>
        store.WriteAsync<IReadOnlyList<string?>>((writer, version) =>
        {
            var place = store.Names.Given(writer, table, partition);
            var etag = version.ToString(CultureInfo.InvariantCulture);
            var etags = new string?[operations.Count];
            for (var i = 0; i < etags.Length; i++)
            {
                SqliteRows.Apply(writer, place, operations[i], i, version);
                etags[i] = operations[i].Kind is OperationKind.Delete ? null : etag;
            }

            return etags;
        }, bulk: operations.Count > FewOperations);

    private List<Row> ReadPage(SqliteConnection reader, string sql, (string Table, string Partition) where, (string Start, string To) range, int size)
    {
        var rows = new List<Row>();
        if (store.Names.Known(reader, where.Table, where.Partition) is not { } place)
            return rows;
        using var statement = reader.Use(sql).Bind(1, place).Bind(2, range.Start).Bind(3, range.To).Bind(4, size);
        while (statement.Step())
            rows.Add(ReadRow(statement));
        return rows;
    }

    private static Row ReadRow(SqliteStatement statement) =>
        new(statement.Text(0), statement.Bytes(2), statement.Long(1).ToString(CultureInfo.InvariantCulture));

    private static void CheckPlace(string table, string partition)
    {
        RowRules.CheckTable(table);
        RowRules.CheckKey("partition", partition);
    }
}
