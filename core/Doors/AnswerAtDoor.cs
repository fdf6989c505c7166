using System.Globalization;
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
public sealed class AnswerAtDoor(DoorStore doors, GroupStore groups, PeopleStore people, Register register, CorrectPerson correct, Suppressions suppressions, RecordReply replies, SignUps signUps, TimeProvider clock)
{
    public async Task HandleAsync(KnockCommand command, Door door, CancellationToken ct)
    {
        var reply = ReplyOf(command.Knock.Outcome);
        if (reply is Reply.Yes or Reply.Maybe)
        {
            var known = await WhoAsync(command, door, ct);
            // The same tap, sent again, finds the number there.
            command = command with { HoldsNumber = known?.Mobile is null && !await signUps.TakeAsync(command.Group, AbuseLimit.Door, command.Meeting, command.Given, ct) };
            var who = known ?? await RegisterAsync(command, door, ct);
            if (who is { } person)
                await SayAsync(command, door, person, reply, ct);
        }
        else if (door.Answered is { } taken)
        {
            // The tap before was wrong: nobody comes from here.
            await replies.HandleAsync(new ReplyCommand(command.Group, taken, command.Meeting, Reply.No), ct);
        }
        else if (reply is Reply.No && await WhoAsync(command, door, ct) is { } person)
        {
            await replies.HandleAsync(new ReplyCommand(command.Group, person.Id, command.Meeting, Reply.No), ct);
        }
    }

    private static Reply ReplyOf(DoorOutcome outcome) => outcome switch
    {
        DoorOutcome.Yes => Reply.Yes,
        DoorOutcome.Maybe => Reply.Maybe,
        DoorOutcome.No => Reply.No,
        _ => Reply.None,
    };

    /// <summary>Whom we know to live here; who stopped meanwhile is not asked.</summary>
    private async Task<Person?> WhoAsync(KnockCommand command, Door door, CancellationToken ct)
    {
        var candidates = door.Answered is { } answered ? [answered] : command.Who is { } who && door.People.Contains(who) ? [who] : door.People;
        foreach (var id in candidates)
        {
            if (await people.FollowAsync(command.Group, id, ct) is { Value: { StoppedAt: null } person })
                return person;
        }

        return null;
    }

    private async Task<Person?> RegisterAsync(KnockCommand command, Door door, CancellationToken ct)
    {
        var group = await groups.GetAsync(command.Group, ct);
        var given = command.Given with { Address = door.Address };
        var blocked = await suppressions.AllAsync(command.Group, ct);
        foreach (var candidate in given.Mobile is null && given.Landline is null ? [given] : (Candidate[])[given, given with { Mobile = null, Landline = null }])
        {
            var newcomer = new Newcomer(candidate, GroundOf(command), new Origin(Source.Door)) { IsAskedAtOnce = candidate.Mobile is not null && (command.HoldsNumber || command.Knock.Outcome is DoorOutcome.Yes) };
            // A number that said stop once is left alone: they come by their address.
            if ((await register.RunAsync(group, command.Meeting, [newcomer], blocked, null, ct))[0] is { Person: { } id, Kind: not RegisterKind.Suppressed })
                return (await people.FindAsync(command.Group, id, ct))?.Value;
        }

        return null;
    }

    private async Task SayAsync(KnockCommand command, Door door, Person person, Reply reply, CancellationToken ct)
    {
        if (command.Given.Mobile is { } number && person.Mobile is null)
            person = await HoldAsync(command, await AddNumberAsync(command, person.Id, number, ct) ?? person, ct);
        if (door.Answered is null)
            await Retry.OnConflictAsync(() => RememberAsync(command, person.Id, ct));
        var invitation = (await people.FindAsync(command.Group, command.Meeting, person.Id, ct))?.Value;
        var way = reply is Reply.Yes && invitation is not null && !command.HoldsNumber ? ConfirmJoined.WayTo(person, command.Given) : null;
        var party = reply is Reply.Yes ? Math.Clamp(command.Knock.Party, 1, RecordReply.MaxParty) : 0;
        await replies.HandleAsync(new ReplyCommand(command.Group, person.Id, command.Meeting, reply, party, way is null ? null : ConfirmJoined.Of(invitation!, way, clock.GetUtcNow())), ct);
    }

    private Task<Person> HoldAsync(KnockCommand command, Person person, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (!command.HoldsNumber || await people.FindAsync(command.Group, person.Id, ct) is not { } stored)
            return person;
        var changes = new Changes(Shard.Of(command.Group, person.Id));
        changes.Change(stored, stored.Value.Asked(clock.GetUtcNow()));
        await people.SaveAsync(changes, ct);
        return stored.Value;
    });

    private async Task<Person?> AddNumberAsync(KnockCommand command, PersonId id, Contacts.PhoneNumber number, CancellationToken ct)
    {
        var added = await correct.HandleAsync(
            command.Group, id,
            known => new Candidate
            {
                Name = known.Name ?? command.Given.Name,
                Language = known.Language ?? command.Given.Language,
                Mobile = number,
                Landline = known.Landline is { } landline ? new Contacts.PhoneNumber(landline.Value) : null,
                Email = known.Email is { } email ? new Contacts.EmailAddress(email.Value) : null,
                Address = known.Address,
            },
            GroundOf(command), ct);
        return added.Person;
    }

    private async Task RememberAsync(KnockCommand command, PersonId person, CancellationToken ct)
    {
        if (await doors.FindAsync(command.Group, command.Meeting, command.Door, ct) is { Value.Answered: null } door)
            await doors.SaveAsync(command.Group, door, door.Value with { Answered = person }, ct);
    }

    private static Ground GroundOf(KnockCommand command) =>
        new(Basis.Form, string.Create(CultureInfo.InvariantCulture, $"at the door, round {command.Knock.Round}"), command.Knock.At);
}
