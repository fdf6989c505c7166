using Outreach.Ids;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>Sends a single invitation, once, to somebody who is on the list of a meeting.</summary>
public sealed class AskOne(PeopleStore people, TimeProvider clock)
{
    /// <exception cref="Storage.ConflictException">Somebody changed it meanwhile: look again.</exception>
    public async Task HandleAsync(GroupId group, Meeting meeting, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { } person
            || await people.FindAsync(group, meeting.Id, id, ct) is not { Value.Delivery: Delivery.Created } invitation)
            return;
        var message = AskingMessage.For(person.Value, invitation.Value, meeting);
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(invitation, invitation.Value.CarriedBy(message, null, null, clock.GetUtcNow()));
        changes.Send(message, clock.GetUtcNow());
        await people.SaveAsync(changes, ct);
    }
}
