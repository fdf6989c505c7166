using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

public enum PartProblem
{
    /// <summary>No message and no call reaches them, or they said stop.</summary>
    Unreachable,
    Fee,

    /// <summary>The number or address belongs to somebody whom we know by another name.</summary>
    OthersNumber,
}

/// <summary>Gives somebody a part in a meeting; they are known from then on, and not invited by it.</summary>
public sealed class GivePart(MeetingParts parts, RegisterOne register, PeopleStore people, NumberOwner owners, TimeProvider clock)
{
    /// <returns>The part that they have already, when it is the same: pressed twice it is one.</returns>
    public async Task<(GivenPart? Given, PartProblem? Problem)> HandleAsync(GroupId group, MeetingId meeting, PartKind kind, Candidate candidate, decimal? fee, CancellationToken ct)
    {
        if (fee is < 0 or > MeetingPart.MaxFee)
            return (null, PartProblem.Fee);
        // Nobody is to be known for a part that they do not get.
        if (!candidate.HasContact)
            return (null, PartProblem.Unreachable);
        if (await owners.IsAnothersAsync(group, candidate, ct))
            return (null, PartProblem.OthersNumber);
        var now = clock.GetUtcNow();
        // They agreed to help, and expect to hear of it.
        var newcomer = new Newcomer(candidate, new Ground(Basis.Relation, "has a part in a meeting", now), new Origin(Source.SignUp));
        var registered = await register.HandleAsync(group, null, [newcomer], ct);
        if (registered is { Kind: RegisterKind.Suppressed } or { Person: null } || await people.FindAsync(group, registered.Person.Value, ct) is not { Value: var person }
            || (ChannelOrder.ForMessage(person) is null && person.NumberToCall is null))
            return (null, PartProblem.Unreachable);
        if ((await parts.ListAsync(group, meeting, ct)).FirstOrDefault(known => known.Value.Kind == kind && known.Value.Person == person.Id) is { } same)
            return (new GivenPart(same.Value, person), null);
        var part = new MeetingPart(Base32.NewId(now), meeting, kind, person.Id, fee, now);
        await parts.AddAsync(group, part, ct);
        return (new GivenPart(part, person), null);
    }

    /// <summary>That they were thanked, or paid.</summary>
    /// <returns>Null when there is no such part.</returns>
    public Task<GivenPart?> ChangeAsync(GroupId group, MeetingId meeting, string? id, Func<MeetingPart, DateTimeOffset, MeetingPart> change, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await parts.FindAsync(group, meeting, id, ct) is not { } part)
            return null;
        var after = change(part.Value, clock.GetUtcNow());
        if (after != part.Value)
            await parts.SaveAsync(group, part, after, ct);
        return await GivenAsync(group, after, ct);
    });

    /// <returns>False when there is no such part.</returns>
    public async Task<bool> RemoveAsync(GroupId group, MeetingId meeting, string? id, CancellationToken ct)
    {
        if (await parts.FindAsync(group, meeting, id, ct) is not { } part)
            return false;
        await parts.RemoveAsync(group, part, ct);
        return true;
    }

    private async Task<GivenPart> GivenAsync(GroupId group, MeetingPart part, CancellationToken ct) => new(part, (await people.FollowAsync(group, part.Person, ct))?.Value);
}
