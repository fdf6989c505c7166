using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Sending;

/// <summary>Sends one message that belongs to no invitation, to somebody who is still there as they were read. Its key is the same whenever it is asked for, so that it leaves once.</summary>
public sealed class TellOnce(PeopleStore people, TimeProvider clock)
{
    /// <returns>False when they have changed meanwhile: they may have said stop, or be gone. Look again.</returns>
    public async Task<bool> HandleAsync(GroupId group, Stored<Person> person, Message message, CancellationToken ct)
    {
        var changes = new Changes(Shard.Of(group, person.Value.Id));
        changes.Send(message, clock.GetUtcNow());
        changes.Change(person, person.Value);
        try
        {
            await people.SaveAsync(changes, ct);
            return true;
        }
        catch (ConflictException conflict)
        {
            // It exists: told already, by a run that was interrupted.
            return conflict.Kind is ConflictKind.Exists;
        }
    }
}
