using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

public enum SayDoubleOutcome
{
    /// <summary>One of them is nobody.</summary>
    Unknown,

    /// <summary>Something would be lost, or a message is on its way to one of them.</summary>
    CannotBeOne,
    Said,
}

/// <summary>An organiser says of two people who look alike that they are one, or two.</summary>
public sealed class SayDouble(PeopleStore people, JoinPeople join)
{
    public async Task<SayDoubleOutcome> HandleAsync(GroupId group, PersonId one, PersonId other, bool areTwo, CancellationToken ct)
    {
        if (await people.FollowAsync(group, one, ct) is not { Value: var first } || await people.FollowAsync(group, other, ct) is not { Value: var second })
            return SayDoubleOutcome.Unknown;
        if (areTwo)
            return await Retry.OnConflictAsync(() => KeepApartAsync(group, first.Id, second.Id, ct));
        var isOne = await join.HandleAsync(group, [first.Id, second.Id], JoiningRow.ByHand, new NameOfRow(first.Name, IsSaid: true), ct);
        return isOne ? SayDoubleOutcome.Said : SayDoubleOutcome.CannotBeOne;
    }

    private async Task<SayDoubleOutcome> KeepApartAsync(GroupId group, PersonId one, PersonId other, CancellationToken ct)
    {
        if (one == other || await people.FindAsync(group, one, ct) is not { } person)
            return SayDoubleOutcome.Unknown;
        if (person.Value.ApartFrom.Contains(other))
            return SayDoubleOutcome.Said;
        var changes = new Changes(Shard.Of(group, one));
        changes.Change(person, person.Value with { ApartFrom = [.. person.Value.ApartFrom, other] });
        await people.SaveAsync(changes, ct);
        return SayDoubleOutcome.Said;
    }
}
