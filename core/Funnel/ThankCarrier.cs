using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Funnel;

/// <summary>Somebody of the group has thanked a neighbour who brings others: in person, which no message replaces.</summary>
public sealed class ThankCarrier(PeopleStore people, TimeProvider clock)
{
    /// <returns>Null when there is nobody with this id.</returns>
    public Task<Person?> HandleAsync(GroupId group, PersonId id, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FindAsync(group, id, ct) is not { } person)
            return null;
        var after = person.Value with { ThankedAt = clock.GetUtcNow() };
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(person, after);
        await people.SaveAsync(changes, ct);
        return after;
    });
}
