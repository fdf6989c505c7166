using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>
/// Work for a queue that must not be lost: written in the same submit as the state it follows from, deleted once the queue took it.
/// The sweep sends what stayed behind. Jobs are idempotent, so twice is harmless.
/// </summary>
/// <param name="Id">Deterministic where the same decision may be taken twice.</param>
/// <param name="DueAt">Not before this moment.</param>
public sealed record Job(string Id, string Queue, string Text, DateTimeOffset At, DateTimeOffset? DueAt = null) : IStored<Job>
{
    static JsonTypeInfo<Job> IStored<Job>.Json => RecordsJson.Default.Job;
}

public static class JobQueueing
{
    /// <summary>The longest that a queue hides a message; a job that is due later comes back, finds that it is early and waits again.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromDays(6);

    public static Task SendAsync(this IQueues queues, Job job, DateTimeOffset now, CancellationToken ct)
    {
        var delay = job.DueAt is { } due && due > now ? due - now : TimeSpan.Zero;
        return queues.SendAsync(job.Queue, job.Text, delay < MaxDelay ? delay : MaxDelay, ct);
    }
}

/// <summary>The jobs of one shard that no queue has taken yet.</summary>
public sealed class Outbox(ITables tables, IQueues queues, TimeProvider clock)
{
    public async IAsyncEnumerable<Stored<Job>> ListAsync(Shard shard, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in tables.QueryAsync(TableNames.People, shard.Partition, RowKeys.Jobs, null, ct))
            yield return RowJson.Read<Job>(row);
    }

    /// <summary>These jobs, and the notes of what else was begun in the shard and must be ended (<see cref="RowKeys.Unfinished"/>): one range.</summary>
    public IAsyncEnumerable<Row> UnfinishedAsync(Shard shard, CancellationToken ct) =>
        tables.QueryAsync(TableNames.People, shard.Partition, RowKeys.Unfinished, null, ct);

    /// <summary>Sends jobs whose rows are stored, and forgets the rows. A crash between leaves the rows to the sweep.</summary>
    public async Task QueueAsync(Shard shard, IReadOnlyList<Stored<Job>> jobs, CancellationToken ct)
    {
        foreach (var batch in jobs.Chunk(RowRules.MaxOperations))
        {
            foreach (var job in batch)
                await queues.SendAsync(job.Value, clock.GetUtcNow(), ct);
            await ForgetAsync(shard, batch, ct);
        }
    }

    /// <returns>False when the sweep was here first, or a later job has one of the rows now: then all that are left are the sweep's.</returns>
    public async Task<bool> ForgetAsync(Shard shard, IReadOnlyList<Stored<Job>> jobs, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.People, shard.Partition, [.. jobs.Select(job => Operation.Delete(RowKeys.Outbox(job.Value.Id), job.ETag))], ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
