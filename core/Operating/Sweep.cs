using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>
/// Sends on what an outbox row or an unread list says was never queued, finishes joinings of people that were interrupted, and takes numbers off people that are somebody
/// else's. Jobs are idempotent: one that was queued after all does no harm.
/// </summary>
public sealed class Sweep(Outbox outbox, GroupStore groups, RequeueLists lists, FinishJoining joining, ForgetWrongNumber forget, TimeProvider clock)
{
    /// <summary>Younger rows belong to somebody who is just about to queue them.</summary>
    private static readonly TimeSpan QueueingGrace = TimeSpan.FromMinutes(1);

    /// <returns>How many jobs were sent on.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var (sent, turns) = (0, new EachInTurn(ct));
        foreach (var group in await groups.ListAsync(ct))
            sent += await HandleAsync(group.Id, turns, ct);
        turns.ThrowIfAnyFailed();
        return sent;
    }

    /// <summary>That of one group.</summary>
    public async Task<int> HandleAsync(GroupId group, CancellationToken ct)
    {
        var turns = new EachInTurn(ct);
        var sent = await HandleAsync(group, turns, ct);
        turns.ThrowIfAnyFailed();
        return sent;
    }

    private async Task<int> HandleAsync(GroupId group, EachInTurn turns, CancellationToken ct)
    {
        var sent = 0;
        await turns.TryAsync(async () => sent += await lists.HandleAsync(group, ct));
        foreach (var shard in Shard.All(group))
            await turns.TryAsync(async () => sent += await HandleAsync(shard, turns, ct));
        return sent;
    }

    /// <summary>A quiet shard costs one page, and this runs every ten minutes for each of them: whatever else is to be found here is in the same range of keys.</summary>
    private async Task<int> HandleAsync(Shard shard, EachInTurn turns, CancellationToken ct)
    {
        var (jobs, notes) = (new List<Stored<Job>>(), new List<Row>());
        await foreach (var row in outbox.UnfinishedAsync(shard, ct))
        {
            if (!RowKeys.IsOutbox(row.Key))
                notes.Add(row);
            else if (RowJson.Read<Job>(row) is var job && job.Value.At + QueueingGrace < clock.GetUtcNow())
                jobs.Add(job);
        }

        await outbox.QueueAsync(shard, jobs, ct);
        var done = jobs.Count;
        foreach (var note in notes)
            await turns.TryAsync(async () => done += await EndAsync(shard.Group, note, ct) ? 1 : 0);
        return done;
    }

    private async Task<bool> EndAsync(GroupId group, Row note, CancellationToken ct)
    {
        if (!RowKeys.IsOwedJoining(note.Key))
            return await forget.HandleAsync(group, note, ct);
        await joining.ResumeAsync(group, note, ct);
        return true;
    }
}
