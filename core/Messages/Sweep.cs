using Outreach.People;
using Outreach.Storage;

namespace Outreach.Messages;

/// <summary>Sends on what an outbox row says was never queued. Jobs are idempotent: one that was queued after all does no harm.</summary>
public sealed class Sweep(PeopleStore people, GroupStore groups, TimeProvider clock)
{
    /// <summary>Younger rows belong to somebody who is just about to queue them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <returns>How many jobs were sent on.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var sent = 0;
        foreach (var group in await groups.ListAsync(ct))
        {
            foreach (var shard in Shard.All(group.Id))
            {
                var left = new List<Stored<Job>>();
                await foreach (var job in people.OutboxAsync(shard, ct))
                {
                    if (job.Value.At + Patience < clock.GetUtcNow())
                        left.Add(job);
                }

                await people.HandOnAsync(shard, left, ct);
                sent += left.Count;
            }
        }

        return sent;
    }
}
