using System.Runtime.CompilerServices;
using Outreach.Storage;

namespace Benchmarks;

/// <summary>Storage transactions, as Azure Storage bills them: a read, a page of a query, a submit, each call to a queue.</summary>
internal sealed class Transactions
{
    private long reads;
    private long pages;
    private long submits;
    private long queueCalls;
    private long blobCalls;

    public long Total => reads + pages + submits + queueCalls + blobCalls;

    public void Read() => Interlocked.Increment(ref reads);

    public void Page() => Interlocked.Increment(ref pages);

    public void Submit() => Interlocked.Increment(ref submits);

    public void Queue() => Interlocked.Increment(ref queueCalls);

    public void Blob() => Interlocked.Increment(ref blobCalls);

    public long[] Snapshot() => [reads, pages, submits, queueCalls, blobCalls];
}

internal sealed class CountingTables(ITables tables, Transactions transactions) : ITables
{
    private const int PageSize = 1000;

    public Task<Row?> GetAsync(string table, string partition, string key, CancellationToken ct)
    {
        transactions.Read();
        return tables.GetAsync(table, partition, key, ct);
    }

    public async IAsyncEnumerable<Row> QueryAsync(string table, string partition, string from, string to, int? take, [EnumeratorCancellation] CancellationToken ct)
    {
        transactions.Page();
        var rows = 0;
        await foreach (var row in tables.QueryAsync(table, partition, from, to, take, ct))
        {
            yield return row;
            if (++rows % PageSize == 0 && rows != take)
                transactions.Page();
        }
    }

    public Task<IReadOnlyList<string?>> SubmitAsync(string table, string partition, IReadOnlyList<Operation> operations, CancellationToken ct)
    {
        transactions.Submit();
        return tables.SubmitAsync(table, partition, operations, ct);
    }
}

/// <summary>A receive that finds nothing is not counted: how often an idle queue is asked depends on the host, not on the work.</summary>
internal sealed class CountingQueues(IQueues queues, Transactions transactions) : IQueues
{
    public Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct)
    {
        transactions.Queue();
        return queues.SendAsync(queue, text, delay, ct);
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct)
    {
        var messages = await queues.ReceiveAsync(queue, max, visibility, ct);
        if (messages.Count > 0)
            transactions.Queue();
        return messages;
    }

    public Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct)
    {
        transactions.Queue();
        return queues.DeleteAsync(queue, message, ct);
    }

    public Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct)
    {
        transactions.Queue();
        return queues.ExtendAsync(queue, message, visibility, ct);
    }

    public Task<int> CountAsync(string queue, CancellationToken ct) => queues.CountAsync(queue, ct);

    public Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct) => queues.PeekAsync(queue, max, ct);
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
