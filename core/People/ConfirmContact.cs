using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.People;

/// <summary>
/// The owner of an unconfirmed contact has answered from it, or used the link that only went there: what was anybody's word is their consent now,
/// and what is still to be said goes to them by message.
/// </summary>
public sealed class ConfirmContact(PeopleStore people, MeetingStore meetings, TimeProvider clock)
{
    /// <param name="value">The number or address.</param>
    public async Task HandleAsync(GroupId group, Person known, string value, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (known.Confirm(value, now) == known)
            return;
        var open = (await meetings.ListAsync(group, ct)).Where(meeting => meeting.IsOpen(now)).Select(meeting => meeting.Id).ToList();
        await Retry.OnConflictAsync(async () =>
        {
            if (await people.FindAsync(group, known.Id, ct) is not { Value.StoppedAt: null } person || person.Value.Confirm(value, now) is var after && after == person.Value)
                return;
            var changes = new Changes(Shard.Of(group, known.Id));
            changes.Change(person, after);
            foreach (var meeting in open)
            {
                if (await people.FindAsync(group, meeting, known.Id, ct) is { } invitation && invitation.Value.Follow(person.Value, after, now) is var followed && followed != invitation.Value)
                    changes.Change(invitation, followed);
            }

            await people.SaveAsync(changes, ct);
        });
    }
}
