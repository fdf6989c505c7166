using Outreach.Ids;
using Outreach.Lists;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>
/// Sends on what an outbox row or an unread list says was never queued, finishes joinings of people that were cut off, and takes numbers off people that are somebody
/// else's. Jobs are idempotent: one that was queued after all does no harm.
/// </summary>
public sealed class Sweep(Outbox outbox, GroupStore groups, RequeueLists lists, FinishJoining joining, ForgetWrongNumber forget, TimeProvider clock)
{
    /// <summary>Younger rows belong to somebody who is just about to queue them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <returns>How many jobs were sent on.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var sent = 0;
        foreach (var group in await groups.ListAsync(ct))
            sent += await HandleAsync(group.Id, ct);
        return sent;
    }

    /// <summary>That of one group.</summary>
    public async Task<int> HandleAsync(GroupId group, CancellationToken ct)
    {
        var sent = await lists.HandleAsync(group, ct);
        foreach (var shard in Shard.All(group))
        {
            var left = new List<Stored<Job>>();
            await foreach (var job in outbox.ListAsync(shard, ct))
            {
                if (job.Value.At + Patience < clock.GetUtcNow())
                    left.Add(job);
            }

            await outbox.HandOnAsync(shard, left, ct);
            sent += left.Count + await joining.ResumeAsync(shard, ct) + await forget.HandleAsync(shard, ct);
        }

        return sent;
    }
}
