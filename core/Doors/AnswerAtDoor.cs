using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Doors;

/// <summary>
/// A yes or maybe at a door is an invitation that was answered, with consent. A number is theirs only once its owner answers the message that goes there. An
/// address where nothing was said of the meeting stays an address: nobody is made up.
/// </summary>
public sealed class AnswerAtDoor(DoorStore doors, PeopleStore people, WhoOpened who, CorrectPerson correct, RecordReply replies, TimeProvider clock)
{
    /// <returns>What became of a yes or maybe; null where nobody said one.</returns>
    public async Task<ReplyOutcome?> HandleAsync(KnockCommand command, Door door, CancellationToken ct)
    {
        var reply = ReplyOf(command.Knock.Outcome);
        if (reply is Reply.Yes or Reply.Maybe)
        {
            var (opened, holdsNumber) = await who.KnownOrNewAsync(command, door, ct);
            return opened is null ? null : await SayAsync(command with { HoldsNumber = holdsNumber }, door, opened, reply, ct);
        }

        var picked = WhoOpened.PickedOf(command, door);
        if (door.Answered is { } taken && (picked is null || picked == taken) && (reply is Reply.No || door.AnsweredIn == command.Knock.Round))
        {
            // They say no now, or the tap before was wrong: nobody comes from here. In another round it takes back nothing that was promised in an earlier one.
            await replies.HandleAsync(new ReplyCommand(command.Group, taken, command.Meeting, Reply.No) { SaidAt = command.SaidAt }, ct);
        }
        else if (reply is Reply.No && await who.KnownAsync(command, door, ct) is { } person)
        {
            await replies.HandleAsync(new ReplyCommand(command.Group, person.Id, command.Meeting, Reply.No) { SaidAt = command.SaidAt }, ct);
        }

        return null;
    }

    private static Reply ReplyOf(DoorOutcome outcome) => outcome switch
    {
        DoorOutcome.Yes => Reply.Yes,
        DoorOutcome.Maybe => Reply.Maybe,
        DoorOutcome.No => Reply.No,
        _ => Reply.None,
    };

    private async Task<ReplyOutcome> SayAsync(KnockCommand command, Door door, Person person, Reply reply, CancellationToken ct)
    {
        if (command.Given.Mobile is { } number && person.Mobile is null)
        {
            person = await AddNumberAsync(command, person.Id, number, ct) ?? person;
            if (command.HoldsNumber)
                await MarkAskedAsync(command.Group, person.Id, ct);
        }

        if (door.Answered is null || door.AnsweredIn != command.Knock.Round)
            await Retry.OnConflictAsync(() => RememberAsync(command, person.Id, ct));
        var invitation = (await people.FindAsync(command.Group, command.Meeting, person.Id, ct))?.Value;
        var way = reply is Reply.Yes && invitation is not null && !command.HoldsNumber ? ConfirmSignUp.WayTo(person, command.Given) : null;
        var party = reply is Reply.Yes ? Math.Clamp(command.Knock.Party, 1, Invitation.MaxParty) : 0;
        var confirmation = way is null ? null : ConfirmSignUp.Of(invitation!, way, clock.GetUtcNow());
        return await replies.HandleAsync(new ReplyCommand(command.Group, person.Id, command.Meeting, reply, party, confirmation) { SaidAt = command.SaidAt }, ct);
    }

    /// <summary>The one message that a number from a form may get is not sent: too many were entered today.</summary>
    private Task MarkAskedAsync(GroupId group, PersonId id, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FindAsync(group, id, ct) is not { } stored)
            return;
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(stored, stored.Value.WithOneMessageUsed(clock.GetUtcNow()));
        await people.SaveAsync(changes, ct);
    });

    private async Task<Person?> AddNumberAsync(KnockCommand command, PersonId id, Contacts.PhoneNumber number, CancellationToken ct)
    {
        var added = await correct.HandleAsync(
            command.Group, id,
            known => Candidate.Of(known) with { Name = known.Name ?? command.Given.Name, Language = known.Language ?? command.Given.Language, Mobile = number },
            WhoOpened.GroundOf(command), ct);
        return added.Person;
    }

    private async Task RememberAsync(KnockCommand command, PersonId person, CancellationToken ct)
    {
        if (await doors.FindAsync(command.Group, command.Meeting, command.Door, ct) is { } door)
            await doors.SaveAsync(command.Group, door, door.Value with { Answered = door.Value.Answered ?? person, AnsweredIn = command.Knock.Round }, ct);
    }
}
