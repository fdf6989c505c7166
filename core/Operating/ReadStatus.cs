using Outreach.Invitations;
using Outreach.Meetings;
using Outreach.Messages;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Operating;

/// <param name="Waiting">In the queue, hidden ones included.</param>
/// <param name="Poison">Put aside after failing too often.</param>
public sealed record QueueStatus(string Name, int Waiting, int Poison, IReadOnlyList<QueueMessage> FirstPoison);

/// <param name="LateJobs">Outbox rows that no queue has taken for ten minutes: the sweep does not run, or the queues do not answer.</param>
/// <param name="InDoubt">Claimed for sending more than ten minutes ago and not settled since.</param>
public sealed record GroupStatus(GroupId Group, IReadOnlyList<Job> LateJobs, int InDoubt);

/// <summary>How the machinery stands, for an operator.</summary>
public sealed class ReadStatus(PeopleStore people, GroupStore groups, MeetingStore meetings, IQueues queues, PoisonMessages poison, TimeProvider clock)
{
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OldMeetings = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<QueueStatus>> QueuesAsync(CancellationToken ct)
    {
        var all = new List<QueueStatus>();
        foreach (var queue in QueueNames.All)
        {
            all.Add(new(
                queue, await queues.CountAsync(queue, ct), await queues.CountAsync(QueueNames.PoisonOf(queue), ct), await poison.ListAsync(queue, ct)));
        }

        return all;
    }

    public async Task<IReadOnlyList<GroupStatus>> GroupsAsync(CancellationToken ct)
    {
        var all = new List<GroupStatus>();
        foreach (var group in await groups.ListAsync(ct))
            all.Add(await GroupAsync(group.Id, ct));
        return all;
    }

    public async Task<GroupStatus> GroupAsync(GroupId group, CancellationToken ct)
    {
        var late = new List<Job>();
        foreach (var shard in Shard.All(group))
        {
            await foreach (var job in people.OutboxAsync(shard, ct))
            {
                if (job.Value.At + Late < clock.GetUtcNow())
                    late.Add(job.Value);
            }
        }

        return new(group, late, await InDoubtAsync(group, ct));
    }

    private async Task<int> InDoubtAsync(GroupId group, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var count = 0;
        foreach (var meeting in (await meetings.ListAsync(group, ct)).Where(m => now < m.EndsAt + OldMeetings))
        {
            foreach (var shard in Shard.All(group))
            {
                await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, ct))
                {
                    if (invitation.Value is { Delivery: Delivery.Sending, ClaimedAt: { } at } && at + Deliver.ClaimPeriod < now)
                        count++;
                }
            }
        }

        return count;
    }
}
