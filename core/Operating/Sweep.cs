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
public sealed class Sweep(Outbox outbox, GroupStore groups, ListStore lists, JoinPeople join, ForgetWrongNumber forget, IQueues queues, TimeProvider clock)
{
    /// <summary>Younger rows belong to somebody who is just about to queue them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The largest list is read in some minutes; one that takes longer was never queued, or its reader died for good.</summary>
    private static readonly TimeSpan ListPatience = TimeSpan.FromHours(1);

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
        var sent = await SweepListsAsync(group, ct);
        foreach (var shard in Shard.All(group))
        {
            var left = new List<Stored<Job>>();
            await foreach (var job in outbox.ListAsync(shard, ct))
            {
                if (job.Value.At + Patience < clock.GetUtcNow())
                    left.Add(job);
            }

            await outbox.HandOnAsync(shard, left, ct);
            sent += left.Count + await join.ResumeAsync(shard, ct) + await forget.HandleAsync(shard, ct);
        }

        return sent;
    }

    private async Task<int> SweepListsAsync(GroupId group, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var unread = (await lists.ListAsync(group, ct)).Where(list => list.IsAtWork && list.At + ListPatience < now).ToList();
        foreach (var list in unread)
            await queues.SendAsync(ImportListJob.For(group, list.Id, now), now, ct);
        return unread.Count;
    }
}
