using Outreach.Ids;
using Outreach.Lists;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>
/// Ends, at night, what a version before December 2026 began: joinings of people that left no note, and notes under another key. <see cref="Sweep"/> does not look there.
/// They may also come in with the export of an older installation.
/// </summary>
public sealed class FinishOlderWork(PeopleStore people, FinishJoining joining, ForgetWrongNumber forget) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct)
    {
        var turns = new EachInTurn(ct);
        foreach (var shard in Shard.All(run.Group.Id))
        {
            var (cutOff, notes) = (new List<PersonId>(), new List<Row>());
            await foreach (var joined in people.JoinedAsync(shard, ct))
            {
                if (joined.Value.IsUnderway)
                    cutOff.Add(joined.Value.From);
            }

            await foreach (var note in people.WrongAsync(shard, ct))
                notes.Add(note);
            foreach (var goes in cutOff)
                await turns.TryAsync(() => joining.HandleAsync(shard.Group, goes, ct));
            foreach (var note in notes)
                await turns.TryAsync(() => forget.HandleAsync(shard.Group, note, ct));
        }

        turns.ThrowIfAnyFailed();
    }
}
