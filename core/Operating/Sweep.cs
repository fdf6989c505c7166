using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>
/// Sends on what an outbox row or an unread list says was never queued, and does what a note says is owed. Jobs are idempotent: one that was queued after all does no harm.
/// </summary>
public sealed class Sweep(Outbox outbox, GroupStore groups, RequeueLists lists, FinishOwed owed, TimeProvider clock)
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
            await turns.TryAsync(async () => done += await owed.HandleAsync(shard.Group, note, ct) ? 1 : 0);
        return done;
    }
}
