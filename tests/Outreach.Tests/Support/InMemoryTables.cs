using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>Tables in memory: deterministic, and with <see cref="Faults"/> around each call.</summary>
public sealed class InMemoryTables(Faults? faults = null) : ITables
{
    private const int PageSize = 1000;

    private static readonly ImmutableSortedSet<Row> Empty =
        ImmutableSortedSet.Create<Row>(Comparer<Row>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key)));

    private readonly Lock gate = new();
    private readonly Dictionary<(string Table, string Partition), ImmutableSortedSet<Row>> partitions = [];
    private readonly Faults faults = faults ?? new Faults();
    private long version;

    /// <summary>All rows of all partitions of a table, for a test to look at.</summary>
    public IReadOnlyList<(string Partition, Row Row)> Dump(string table)
    {
        lock (gate)
        {
            return [.. partitions.Where(p => p.Key.Table == table).OrderBy(p => p.Key.Partition, StringComparer.Ordinal)
                .SelectMany(p => p.Value.Select(row => (p.Key.Partition, row)))];
        }
    }

    public Task<Row?> GetAsync(string table, string partition, string key, CancellationToken ct)
    {
        CheckPlace(table, partition, ct);
        RowRules.CheckKey("row", key);
        return Task.FromResult(faults.Around(nameof(GetAsync), $"{table}/{partition}", () => Find(Rows(table, partition), key)));
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        string table, string partition, string from, string to, int? take, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var left = take ?? int.MaxValue;
        string? after = null;
        while (true)
        {
            CheckPlace(table, partition, ct);
            var size = Math.Min(left, PageSize);
            var page = faults.Around(nameof(QueryAsync), $"{table}/{partition}", () => Page(Rows(table, partition), from, after, to, size));
            foreach (var row in page)
                yield return row;
            left -= page.Count;
            if (page.Count < size || left == 0)
                yield break;
            after = page[^1].Key;
        }
    }

    public Task<IReadOnlyList<string?>> SubmitAsync(string table, string partition, IReadOnlyList<Operation> operations, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        RowRules.Check(table, partition, operations);
        return Task.FromResult(faults.Around<IReadOnlyList<string?>>(nameof(SubmitAsync), $"{table}/{partition}", () => Submit((table, partition), operations)));
    }

    private string?[] Submit((string Table, string Partition) place, IReadOnlyList<Operation> operations)
    {
        lock (gate)
        {
            var rows = partitions.GetValueOrDefault(place, Empty).ToBuilder();
            var etags = new string?[operations.Count];
            for (var i = 0; i < etags.Length; i++)
            {
                var next = After(operations[i], i, rows.TryGetValue(Probe(operations[i].Key), out var row) ? row : null);
                if (row is not null)
                    rows.Remove(row);
                if (next is not null)
                    rows.Add(next);
                etags[i] = next?.ETag;
            }

            partitions[place] = rows.ToImmutable();
            return etags;
        }
    }

    private Row? After(Operation operation, int index, Row? row)
    {
        var conditional = operation.Kind is OperationKind.Replace or OperationKind.Delete;
        if (operation.Kind is OperationKind.Insert && row is not null)
            throw new ConflictException(ConflictKind.Exists, index, operation.Key);
        if (conditional && row is null)
            throw new ConflictException(ConflictKind.Missing, index, operation.Key);
        if (conditional && operation.ETag is not Operation.AnyETag && operation.ETag != row!.ETag)
            throw new ConflictException(ConflictKind.Changed, index, operation.Key);
        if (operation.Kind is OperationKind.Delete)
            return null;

        return new Row(operation.Key, operation.Json.ToArray(), (++version).ToString(CultureInfo.InvariantCulture));
    }

    private static List<Row> Page(ImmutableSortedSet<Row> rows, string from, string? after, string to, int size)
    {
        var found = rows.IndexOf(Probe(after ?? from));
        var start = found < 0 ? ~found : after is null ? found : found + 1;
        var page = new List<Row>();
        for (var i = start; i < rows.Count && page.Count < size && string.CompareOrdinal(rows[i].Key, to) < 0; i++)
            page.Add(rows[i]);
        return page;
    }

    private ImmutableSortedSet<Row> Rows(string table, string partition)
    {
        lock (gate)
            return partitions.GetValueOrDefault((table, partition), Empty);
    }

    private static Row? Find(ImmutableSortedSet<Row> rows, string key) => rows.TryGetValue(Probe(key), out var row) ? row : null;

    private static Row Probe(string key) => new(key, default, "");

    private static void CheckPlace(string table, string partition, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        RowRules.CheckTable(table);
        RowRules.CheckKey("partition", partition);
    }
}
