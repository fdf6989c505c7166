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
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(6);

    public static Task SendAsync(this IQueues queues, Job job, DateTimeOffset now, CancellationToken ct)
    {
        var delay = job.DueAt is { } due && due > now ? due - now : TimeSpan.Zero;
        return queues.SendAsync(job.Queue, job.Text, delay < LongestDelay ? delay : LongestDelay, ct);
    }
}
