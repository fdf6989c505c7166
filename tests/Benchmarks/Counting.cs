using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Outreach.Storage;

namespace Benchmarks;

/// <summary>Storage transactions, as Azure Storage bills them: a read, a page of a query, a submit, each call to a queue.</summary>
internal sealed class Transactions
{
    private static readonly string[] Kinds = ["read", "page", "submit", "queue", "blob"];

    private readonly ConcurrentDictionary<(string Kind, string What), long> counts = new();

    public void Read(string table, string key) => Count("read", $"{table} {Kind(key)}");

    public void Page(string table, string from) => Count("page", $"{table} {Kind(from)}");

    public void Submit(string table, IReadOnlyList<Operation> operations) =>
        Count("submit", $"{table} {string.Join('+', operations.Select(operation => Kind(operation.Key)).Distinct().Order(StringComparer.Ordinal))}");

    public void Queue(string queue, string call) => Count("queue", $"{queue} {call}");

    public void Blob() => Count("blob", "");

    public IReadOnlyDictionary<(string Kind, string What), long> Snapshot() => counts.ToDictionary();

    /// <summary>What was called since, a kind at a time in the order of <see cref="Kinds"/>.</summary>
    public static long[] Sums(IReadOnlyDictionary<(string Kind, string What), long> spent) =>
        [.. Kinds.Select(kind => spent.Where(call => call.Key.Kind == kind).Sum(call => call.Value))];

    public IReadOnlyDictionary<(string Kind, string What), long> Since(IReadOnlyDictionary<(string Kind, string What), long> before) =>
        counts.ToDictionary(call => call.Key, call => call.Value - before.GetValueOrDefault(call.Key));

    private void Count(string kind, string what) => counts.AddOrUpdate((kind, what), 1, (_, count) => count + 1);

    /// <summary>What a row is, as the beginning of its key says.</summary>
    private static string Kind(string key) => key.Contains('|', StringComparison.Ordinal) ? key[..key.IndexOf('|', StringComparison.Ordinal)] : "";
}

internal sealed class CountingTables(ITables tables, Transactions transactions) : ITables
{
    private const int PageSize = 1000;

    public Task<Row?> GetAsync(string table, string partition, string key, CancellationToken ct)
    {
        transactions.Read(table, key);
        return tables.GetAsync(table, partition, key, ct);
    }

    public async IAsyncEnumerable<Row> QueryAsync(string table, string partition, string from, string to, int? take, [EnumeratorCancellation] CancellationToken ct)
    {
        transactions.Page(table, from);
        var rows = 0;
        await foreach (var row in tables.QueryAsync(table, partition, from, to, take, ct))
        {
            yield return row;
            if (++rows % PageSize == 0 && rows != take)
                transactions.Page(table, from);
        }
    }

    public Task<IReadOnlyList<string?>> SubmitAsync(string table, string partition, IReadOnlyList<Operation> operations, CancellationToken ct)
    {
        transactions.Submit(table, operations);
        return tables.SubmitAsync(table, partition, operations, ct);
    }
}

/// <summary>A receive that finds nothing is not counted: how often an idle queue is asked depends on the host, not on the work.</summary>
internal sealed class CountingQueues(IQueues queues, Transactions transactions) : IQueues
{
    public Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct)
    {
        transactions.Queue(queue, "send");
        return queues.SendAsync(queue, text, delay, ct);
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct)
    {
        var messages = await queues.ReceiveAsync(queue, max, visibility, ct);
        if (messages.Count > 0)
            transactions.Queue(queue, "receive");
        return messages;
    }

    public Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct)
    {
        transactions.Queue(queue, "delete");
        return queues.DeleteAsync(queue, message, ct);
    }

    public Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct)
    {
        transactions.Queue(queue, "extend");
        return queues.ExtendAsync(queue, message, visibility, ct);
    }

    public Task<int> CountAsync(string queue, CancellationToken ct)
    {
        transactions.Queue(queue, "count");
        return queues.CountAsync(queue, ct);
    }

    public Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct)
    {
        transactions.Queue(queue, "peek");
        return queues.PeekAsync(queue, max, ct);
    }
}

internal sealed class CountingBlobs(IBlobs blobs, Transactions transactions) : IBlobs
{
    public Task WriteAsync(string name, Stream content, CancellationToken ct)
    {
        transactions.Blob();
        return blobs.WriteAsync(name, content, ct);
    }

    public Task<Stream?> ReadAsync(string name, CancellationToken ct)
    {
        transactions.Blob();
        return blobs.ReadAsync(name, ct);
    }

    public Task DeleteAsync(string name, CancellationToken ct)
    {
        transactions.Blob();
        return blobs.DeleteAsync(name, ct);
    }

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct)
    {
        transactions.Blob();
        return blobs.ListAsync(prefix, ct);
    }
}
