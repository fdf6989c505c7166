using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Somebody was at the door, or called: people who hold a letter with the old date know how it is now.</summary>
public sealed class TellOfOldLetters(PeopleStore people)
{
    /// <param name="seenAt">When the list was shown; null: as it is now.</param>
    /// <returns>False when the meeting changed since: they may have heard how it was.</returns>
    public async Task<bool> HandleAsync(GroupId group, Meeting meeting, IEnumerable<PersonId> persons, DateTimeOffset? seenAt, CancellationToken ct)
    {
        if (meeting.HasNewsSince(seenAt))
            return false;
        foreach (var person in persons.Distinct())
            await Retry.OnConflictAsync(() => NoteAsync(group, meeting, person, ct));
        return true;
    }

    private async Task NoteAsync(GroupId group, Meeting meeting, PersonId person, CancellationToken ct)
    {
        if (await people.FindAsync(group, meeting.Id, person, ct) is not { } invitation || !News.HoldsOldLetter(meeting, invitation.Value))
            return;
        var changes = new Changes(Shard.Of(group, person));
        changes.Change(invitation, invitation.Value.Told(meeting));
        await people.SaveAsync(changes, ct);
    }
}
