using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Meetings;

/// <summary>What became of inviting one person.</summary>
public enum InviteOutcome
{
    /// <summary>On the meeting's list; the invitation leaves with the next click on Send.</summary>
    Listed,

    /// <summary>They were invited before, or have said whether they come: nobody is invited twice.</summary>
    AlreadyInvited,

    /// <summary>They said stop at every number and address that was given, or none was given.</summary>
    Refused,

    /// <summary>The meeting is over or called off.</summary>
    Closed,

    /// <summary>The number or address belongs to somebody whom we know by another name. Nobody was put on the list.</summary>
    OthersNumber,
}

/// <param name="Person">Who it is; null when nobody was put on the list.</param>
public sealed record Invited(InviteOutcome Outcome, PersonId? Person = null);

/// <summary>An organiser adds one person to a meeting by hand: somebody new, or somebody known.</summary>
public sealed class InvitePerson(RegisterOne register, PeopleStore people, MeetingStore meetings, NumberOwner owners, TimeProvider clock)
{
    public async Task<Invited> HandleAsync(GroupId group, MeetingId meeting, Candidate candidate, Ground ground, CancellationToken ct) =>
        await owners.IsAnothersAsync(group, candidate, ct)
            ? new Invited(InviteOutcome.OthersNumber)
            : await HandleAsync(group, meeting, candidate, ground, Source.List, ct);

    private async Task<Invited> HandleAsync(GroupId groupId, MeetingId meetingId, Candidate candidate, Ground ground, Source source, CancellationToken ct)
    {
        if ((await meetings.FindAsync(groupId, meetingId, ct))?.Value is not { } meeting || !meeting.IsOpen(clock.GetUtcNow()))
            return new Invited(InviteOutcome.Closed);
        var newcomer = new Newcomer(candidate, ground, new Origin(source));
        var registered = await register.HandleAsync(groupId, meetingId, [newcomer], ct);
        if (registered.Kind is RegisterKind.Suppressed || registered.Person is not { } id)
            return new Invited(InviteOutcome.Refused);
        var isKnown = await people.FindAsync(groupId, meetingId, id, ct) is { Value.IsUnsent: false };
        return new Invited(isKnown ? InviteOutcome.AlreadyInvited : InviteOutcome.Listed, id);
    }

    /// <summary>Somebody we know: by the contact points that we have, each on its own ground.</summary>
    public Task<Invited> HandleAsync(GroupId group, MeetingId meeting, Person person, Source source, CancellationToken ct)
    {
        if (person.StoppedAt is not null)
            return Task.FromResult(new Invited(InviteOutcome.Refused));
        return HandleAsync(group, meeting, Candidate.Of(person), new Ground(Basis.None, null, clock.GetUtcNow()), source, ct);
    }
}
