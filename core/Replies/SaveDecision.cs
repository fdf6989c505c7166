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
    public async Task HandleAsync(Conversation conversation, Decision decision, CancellationToken ct)
    {
        if (!decision.ReachesElsewhere)
            await SaveAsync(conversation, decision, ct);
        else if (await people.HasReceivedAsync(conversation.Group, conversation.Received, ct))
            await SettleAsync(conversation, ct);
        else
            await FinishAsync(conversation, await elsewhere.HandleAsync(conversation, decision, ct), ct);
    }

    private async Task FinishAsync(Conversation conversation, Decision decision, CancellationToken ct)
    {
        var (group, person, received) = (conversation.Group, conversation.Person.Id, conversation.Received);
        switch (decision.Stop)
        {
            case StopChange.Stops:
                await optOut.HandleAsync(group, person, OptOutSource.Reply, received, decision.Answer, ct);
                break;
            case StopChange.Lifts:
                await optOut.LiftAsync(group, person, hasher.Of(group, conversation.Inbound), received, decision.Answer!, ct);
                break;
            default:
                await SaveAsync(conversation, decision, ct);
                break;
        }
    }

    private async Task SaveAsync(Conversation conversation, Decision decision, CancellationToken ct)
    {
        var changes = ChangesOf(conversation, decision);
        var leaves = decision.Answer is { } answer
            ? await answers.ClaimAsync(conversation.Writer.Group, ItemOf(conversation, decision, answer), conversation.Block is not null, changes, ct)
            : null;
        Saved saved;
        try
        {
            saved = await people.SaveAsync(changes, ct);
        }
        catch (ConflictException conflict)
        {
            if (leaves is not null)
                await answers.GiveBackAsync(conversation.Writer.Group, leaves, ct);
            if (conflict.Key != RowKeys.Seen(conversation.Person.Id, conversation.Received.Step))
                throw;
            await SettleAsync(conversation, ct);
            return;
        }

        if (leaves is not null)
            await answers.SendAsync(conversation.Writer.Group, leaves, saved, ct);
        if (conversation.Writer.Meeting is { } meeting && decision.Invitations.ContainsKey(meeting.Id))
            await seats.HandleAsync(conversation.Group, meeting, conversation.Person.Id, ct);
    }

    private static Changes ChangesOf(Conversation conversation, Decision decision)
    {
        var changes = new Changes(Shard.Of(conversation.Group, conversation.Person.Id));
        if (decision.Person != conversation.Person)
            changes.Change(conversation.Writer.Person, decision.Person);
        foreach (var after in decision.Invitations.Values)
        {
            if (conversation.InvitationTo(after.Meeting) is { } before && before.Value != after)
                changes.Change(before, after);
        }

        changes.Receive(conversation.Received);
        return changes;
    }

    private static Outgoing ItemOf(Conversation conversation, Decision decision, Message answer)
    {
        var invitation = conversation.Invitation;
        if (invitation is not null && decision.Invitations.TryGetValue(invitation.Value.Meeting, out var after))
            invitation = invitation with { Value = after };
        return new Outgoing(answer, null, conversation.Writer.Person with { Value = decision.Person }, invitation, conversation.Writer.Meeting);
    }

    /// <summary>Handled before, perhaps by a run that was interrupted right after.</summary>
    private Task SettleAsync(Conversation conversation, CancellationToken ct) => seats.HandleAllAsync(conversation.Group, conversation.Person.Id, ct);
}

/// <summary>What a decision changes outside the rows of the person.</summary>
public sealed class SaveElsewhere(Suppressions suppressions, MeetingStore meetings, PutInInbox inbox, ContactHasher hasher)
{
    /// <returns>What is still to be done.</returns>
    public async Task<Decision> HandleAsync(Conversation conversation, Decision decision, CancellationToken ct)
    {
        if (decision.Block is { } block)
            await suppressions.AddAsync(conversation.Group, [hasher.Of(conversation.Group, conversation.Inbound)], block, ct);
        if (decision.ForInbox is { } item && !await inbox.HandleAsync(conversation.Writer.Group, item, ct))
            decision = decision.IfSaidBefore!;
        if (decision.Seats is { } places)
            await meetings.SaveSeatsAsync(conversation.Group, conversation.Writer.Meeting!.Id, conversation.Seats, places, ct);
        return decision;
    }
}
