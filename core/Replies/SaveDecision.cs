using Outreach.Meetings;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Replies;

/// <summary>
/// Does what was decided. What lies in other partitions comes first, each of it harmless twice; then one submit keeps the message with all that it changes, and the
/// answer leaves. Once that is done the same message changes nothing any more.
/// </summary>
public sealed class SaveDecision(PeopleStore people, SaveElsewhere elsewhere, OptOut optOut, SettleSeats seats, SendAtOnce answers, ContactHasher hasher)
{
    /// <exception cref="ConflictException">Something has changed since it was read: load again and decide again.</exception>
    public async Task HandleAsync(Conversation said, Decision decision, CancellationToken ct)
    {
        if (decision.ReachesElsewhere)
        {
            if (await people.HasReceivedAsync(said.Group, said.Received, ct))
            {
                await SettleAsync(said, ct);
                return;
            }

            decision = await elsewhere.HandleAsync(said, decision, ct);
        }

        await (decision.Stop switch
        {
            StopChange.Stops => optOut.HandleAsync(said.Group, said.Person.Id, OptOutSource.Reply, said.Received, decision.Answer, ct),
            StopChange.Lifts => optOut.LiftAsync(said.Group, said.Person.Id, hasher.Of(said.Group, said.Inbound), said.Received, decision.Answer!, ct),
            _ => SaveAsync(said, decision, ct),
        });
    }

    private async Task SaveAsync(Conversation said, Decision decision, CancellationToken ct)
    {
        var changes = ChangesOf(said, decision);
        var leaves = decision.Answer is { } answer ? await answers.ClaimAsync(said.Writer.Group, ItemOf(said, decision, answer), said.Block is not null, changes, ct) : null;
        Saved saved;
        try
        {
            saved = await people.SaveAsync(changes, ct);
        }
        catch (ConflictException conflict) when (conflict.Key == RowKeys.Seen(said.Person.Id, said.Received.Step))
        {
            await SettleAsync(said, ct);
            return;
        }

        if (leaves is not null)
            await answers.SendAsync(said.Writer.Group, leaves, saved, ct);
        if (said.Writer.Meeting is { } meeting && decision.Invitations.ContainsKey(meeting.Id))
            await seats.HandleAsync(said.Group, meeting, said.Person.Id, ct);
    }

    private static Changes ChangesOf(Conversation said, Decision decision)
    {
        var changes = new Changes(Shard.Of(said.Group, said.Person.Id));
        if (decision.Person != said.Person)
            changes.Change(said.Writer.Person, decision.Person);
        foreach (var after in decision.Invitations.Values)
        {
            if (said.InvitationTo(after.Meeting) is { } before && before.Value != after)
                changes.Change(before, after);
        }

        changes.Receive(said.Received);
        return changes;
    }

    private static Outgoing ItemOf(Conversation said, Decision decision, Message answer)
    {
        var invitation = said.Invitation is { } stored && decision.Invitations.TryGetValue(stored.Value.Meeting, out var after) ? stored with { Value = after } : said.Invitation;
        return new Outgoing(answer, null, said.Writer.Person with { Value = decision.Person }, invitation, said.Writer.Meeting);
    }

    /// <summary>Handled before, perhaps by a run that was interrupted right after.</summary>
    private Task SettleAsync(Conversation said, CancellationToken ct) => seats.HandleAllAsync(said.Group, said.Person.Id, ct);
}

/// <summary>What a decision changes outside the rows of the person.</summary>
public sealed class SaveElsewhere(Suppressions suppressions, MeetingStore meetings, ForAPerson forAPerson, ContactHasher hasher)
{
    /// <returns>What is still to be done.</returns>
    public async Task<Decision> HandleAsync(Conversation said, Decision decision, CancellationToken ct)
    {
        if (decision.Block is { } block)
            await suppressions.AddAsync(said.Group, [hasher.Of(said.Group, said.Inbound)], block, ct);
        if (decision.ForAPerson is { } item && !await forAPerson.HandleAsync(said.Writer.Group, item, ct))
            decision = decision.IfSaidBefore!;
        if (decision.Seats is { } places)
            await meetings.SaveSeatsAsync(said.Group, said.Writer.Meeting!.Id, said.Seats, places, ct);
        return decision;
    }
}
