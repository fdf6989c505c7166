using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>
/// Marks messages as being sent before any of them leaves, so that nobody else sends them and a run that is interrupted leaves a trace. What comes unasked, and the
/// one message to an unconfirmed contact, count for the person from then on: of two runs that each found room for one more, the second is refused and looks again.
/// </summary>
public sealed class Claims(PeopleStore people, TimeProvider clock)
{
    /// <summary>As long as a queue hides a message from others: a younger claim may be somebody at work.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    /// <summary>Writes the claims, many in a submit; where one of them has changed meanwhile, one by one without it.</summary>
    /// <returns>Also a conflict over a message that is not settled yet, when there was one: the job must come back for it.</returns>
    public async Task<(List<Outgoing> Claimed, ConflictException? Missed)> HandleAsync(GroupId group, IReadOnlyList<Outgoing> items, CancellationToken ct)
    {
        var claimed = new List<Outgoing>(items.Count);
        ConflictException? missed = null;
        foreach (var batch in Batches(items, item => item.Message.Person))
        {
            if (await TryClaimAsync(group, batch, claimed, ct) is null)
                continue;
            foreach (var item in batch)
            {
                if (await TryClaimAsync(group, [item], claimed, ct) is { } conflict && await IsOpenAsync(group, item, conflict, ct))
                    missed = conflict;
            }
        }

        return (claimed, missed);
    }

    /// <summary>Whether the message is still unsettled. Its current holder may crash, and ours may be the only job that retries it.</summary>
    private async Task<bool> IsOpenAsync(GroupId group, Outgoing item, ConflictException conflict, CancellationToken ct) =>
        conflict.Key != item.Message.Key.RowKey || (await people.FindAsync(group, item.Message.Key, ct))?.Value.IsUnderway is true;

    private async Task<ConflictException?> TryClaimAsync(GroupId group, IReadOnlyList<Outgoing> batch, List<Outgoing> claimed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var changes = new Changes(Shard.Of(group, batch[0].Message.Person));
        var mine = new List<Outgoing>();
        foreach (var item in batch)
        {
            var message = item.Message.Apply(new MessageEvent.Claimed(), now);
            if (item.Stored is null)
                changes.Add(message);
            else
                changes.Change(item.Stored, message);
            if (item is { IsInvitation: true, Invitation: { } invitation })
                changes.Change(invitation, invitation.Value.CarriedBy(message, null, null, now));
            var person = Counted(item, item.Person.Value, now);
            // Written even when unchanged: a stop that was saved since it was read makes the claim fail.
            if (person != item.Person.Value || !item.Message.IsAnswer)
                changes.Change(item.Person, person);
            mine.Add(item with { Message = message, Person = item.Person with { Value = person } });
        }

        try
        {
            var saved = await people.SaveAsync(changes, ct);
            claimed.AddRange(mine.Select(item => item with
            {
                Stored = saved.Of(item.Message),
                Person = saved.Renewed(item.Person),
                Invitation = item is { IsInvitation: true, Invitation: { } before } ? saved.Of(before.Value.CarriedBy(item.Message, null, null, now)) : item.Invitation,
            }));
            return null;
        }
        catch (ConflictException conflict)
        {
            return conflict;
        }
    }

    /// <summary>The person for whom a message counts from this claim on, and no more from an earlier one.</summary>
    internal static Person Counted(Outgoing item, Person person, DateTimeOffset claimedAt)
    {
        person = person.WithOneMessageReturned(item.Message.TriedAt).WithOneMessageUsed(claimedAt);
        if (MessageKinds.ChangesTheSubject(item.Message.Kind))
            person = person with { ToldElseAt = claimedAt };
        return MessageKinds.IsUnasked(item.Message, item.Invitation?.Value) && !item.Message.IsAnswer ? person.WithoutUnasked(item.Message.TriedAt).WithUnasked(claimedAt) : person;
    }

    /// <summary>Runs of neighbours from one shard whose results fit a submit, nobody twice in one.</summary>
    public static IEnumerable<IReadOnlyList<T>> Batches<T>(IEnumerable<T> items, Func<T, PersonId> person) => items
        .GroupBy(person).SelectMany(mine => mine.Index())
        .GroupBy(one => (one.Index, person(one.Item).Shard))
        .SelectMany(run => run.Select(one => one.Item).Chunk(DeliveryResult.PeoplePerSubmit));
}
