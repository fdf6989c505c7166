using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>Outbox rows that no queue has taken for ten minutes: the sweep does not run, or the queues do not answer. <see cref="Operating.Sweep"/> sends them on.</summary>
public sealed class LateJobs(Outbox outbox, GiveUp giveUp, Audit audit, TimeProvider clock)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<Job>> ListAsync(GroupId group, CancellationToken ct)
    {
        var late = new List<Job>();
        foreach (var shard in Shard.All(group))
        {
            await foreach (var job in LateAsync(shard, ct))
                late.Add(job.Value);
        }

        return [.. late.OrderBy(job => job.At)];
    }

    /// <param name="why">Written down first, and kept.</param>
    /// <returns>False when no such job is late.</returns>
    public async Task<bool> DropAsync(GroupId group, string id, string why, CancellationToken ct)
    {
        foreach (var shard in Shard.All(group))
        {
            await foreach (var job in LateAsync(shard, ct))
            {
                if (job.Value.Id != id)
                    continue;
                await audit.WriteAsync(group, $"dropped late job {id} for queue {job.Value.Queue}: {why}", ct);
                await giveUp.JobAsync(job.Value.Queue, job.Value.Text, ct);
                return await outbox.ForgetAsync(shard, [job], ct);
            }
        }

        return false;
    }

    private IAsyncEnumerable<Stored<Job>> LateAsync(Shard shard, CancellationToken ct) =>
        outbox.ListAsync(shard, ct).Where(job => job.Value.At + Late < clock.GetUtcNow());
}
