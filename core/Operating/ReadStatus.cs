using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Operating;

/// <param name="Waiting">In the queue, hidden ones included.</param>
/// <param name="Poison">Put aside after failing too often.</param>
public sealed record QueueStatus(string Name, int Waiting, int Poison, IReadOnlyList<QueueMessage> FirstPoison);

/// <summary>What holds one group up.</summary>
public sealed record GroupStatus(GroupId Group, IReadOnlyList<Job> LateJobs, IReadOnlyList<UncertainMessage> Doubts, Failures Failures)
{
    public bool IsWell => LateJobs.Count + Doubts.Count + Failures.Shown.Count + Failures.Hidden.Count == 0;
}

/// <summary>The state of the machinery, for an operator.</summary>
public sealed class ReadStatus(GroupStore groups, LateJobs late, UncertainMessages uncertain, PoisonMessages poison, IQueues queues)
{
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

    public async Task<GroupStatus> GroupAsync(GroupId group, CancellationToken ct) =>
        new(group, await late.ListAsync(group, ct), await uncertain.ListAsync(group, ct), await poison.OfAsync(group, ct));
}
