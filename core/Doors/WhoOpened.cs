using System.Globalization;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Doors;

/// <summary>Who it is that opened a door: somebody whom we know to live there, or somebody new.</summary>
public sealed class WhoOpened(PeopleStore people, RegisterOne register, SignUps signUps)
{
    /// <summary>The person who answered, when we know them to live here; somebody who stopped meanwhile is not asked.</summary>
    public async Task<Person?> KnownAsync(KnockCommand command, Door door, CancellationToken ct)
    {
        var candidates = PickedOf(command, door) is { } picked ? [picked] : door.Answered is { } answered ? [answered] : door.People;
        foreach (var id in candidates)
        {
            if (await people.FollowAsync(command.Group, id, ct) is { Value: { StoppedAt: null } person })
                return person;
        }

        return null;
    }

    /// <summary>Whom the volunteer picked of those who live there. What one of them says is nobody else's answer.</summary>
    internal static PersonId? PickedOf(KnockCommand command, Door door) => command.Who is { } who && door.People.Contains(who) ? who : null;

    /// <returns>Null for somebody who said stop; and whether their number must wait, because too many numbers were given today.</returns>
    public async Task<(Person? Person, bool HoldsNumber)> KnownOrNewAsync(KnockCommand command, Door door, CancellationToken ct)
    {
        var known = await KnownAsync(command, door, ct);
        // The same tap, sent again, finds the number there.
        var holdsNumber = known?.Mobile is null && !await signUps.TakeAsync(command.Group, AbuseLimit.Door, command.Meeting, command.Given, ct);
        return (known ?? await RegisterAsync(command, door, holdsNumber, ct), holdsNumber);
    }

    private async Task<Person?> RegisterAsync(KnockCommand command, Door door, bool holdsNumber, CancellationToken ct)
    {
        var given = command.Given with { Address = door.Address };
        // A number that said stop once is left alone: they come by their address.
        Candidate[] ways = given.Mobile is null && given.Landline is null ? [given] : [given, given with { Mobile = null, Landline = null }];
        return await register.HandleAsync(command.Group, command.Meeting, [.. ways.Select(NewcomerOf)], ct) is { Person: { } id, Kind: not RegisterKind.Suppressed }
            ? (await people.FindAsync(command.Group, id, ct))?.Value
            : null;

        Newcomer NewcomerOf(Candidate candidate) => new(candidate, GroundOf(command), new Origin(Source.Door))
        {
            IsAskedAtOnce = candidate.Mobile is not null && (holdsNumber || command.Knock.Outcome is DoorOutcome.Yes),
        };
    }

    /// <summary>On what ground we hold what somebody says at their door.</summary>
    internal static Ground GroundOf(KnockCommand command) =>
        new(Basis.Form, string.Create(CultureInfo.InvariantCulture, $"at the door, round {command.Knock.Round}"), command.Knock.At);
}
