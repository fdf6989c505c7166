using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Calls;

/// <summary>Somebody would rather be called than read: they are on the call list from now on.</summary>
public sealed class AskForCall(PeopleStore people, TimeProvider clock)
{
    public static bool IsOffered(Person person, Meeting meeting, DateTimeOffset now) => person.NumberToCall is not null && meeting.IsOpen(now) && now < meeting.StartsAt;

    public Task HandleAsync(GroupId group, Meeting meeting, PersonId person, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        var now = clock.GetUtcNow();
        if (await people.FindAsync(group, person, ct) is not { Value: var who } || !IsOffered(who, meeting, now)
            || await people.FindAsync(group, meeting.Id, person, ct) is not { } invitation || CallList.HasAskedForCall(invitation.Value))
            return;
        var changes = new Changes(Shard.Of(group, person));
        changes.Change(invitation, invitation.Value with { AskedCallAt = now });
        await people.SaveAsync(changes, ct);
    });
}
