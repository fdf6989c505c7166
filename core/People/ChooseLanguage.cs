using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.People;

/// <summary>A resident chooses the language we write in from now on; what is still to be sent about open meetings follows.</summary>
public sealed class ChooseLanguage(PeopleStore people, MeetingStore meetings, TimeProvider clock)
{
    public async Task HandleAsync(GroupId group, PersonId id, Language language, CancellationToken ct)
    {
        var open = (await meetings.ListAsync(group, ct)).Where(meeting => meeting.IsOpen(clock.GetUtcNow())).Select(meeting => meeting.Id).ToList();
        await Retry.OnConflictAsync(async () =>
        {
            var changes = new Changes(Shard.Of(group, id));
            if (await people.FindAsync(group, id, ct) is { } person && person.Value.Language != language.Code)
                changes.Change(person, person.Value with { Language = language.Code });
            foreach (var meeting in open)
            {
                if (await people.FindAsync(group, meeting, id, ct) is { } invitation && invitation.Value.Language != language.Code)
                    changes.Change(invitation, invitation.Value with { Language = language.Code });
            }

            await people.SaveAsync(changes, ct);
        });
    }
}
