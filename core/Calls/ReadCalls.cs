using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Calls;

/// <summary>Reads whom to call about a meeting.</summary>
public sealed class ReadCalls(PeopleStore people, MeetingStore meetings, TimeProvider clock)
{
    /// <summary>A meeting before these is not a reason to call.</summary>
    private const int MaxMeetings = 5;

    public async Task<IReadOnlyList<CallEntry>> HandleAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now >= meeting.StartsAt)
            return [];
        var asked = new List<PaperEntry>();
        await foreach (var (person, invitation) in people.AskedAsync(group, meeting.Id, i => CallList.MayConcern(meeting, i), ct))
            asked.Add(new PaperEntry(person.Value, invitation.Value));
        return asked.Count == 0 ? [] : CallList.Of(meeting, asked, await MissedAsync(group, meeting, ct), now);
    }

    private async Task<IReadOnlySet<PersonId>> MissedAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        var missed = new HashSet<PersonId>();
        foreach (var one in (await meetings.HeldBeforeAsync(group, meeting.StartsAt, ct)).Take(MaxMeetings))
        {
            await foreach (var invitation in people.InvitationsAsync(group, one.Id, ct))
            {
                if (invitation.Value.Attendance is Attendance.NoShow)
                    missed.Add(invitation.Value.Person);
            }
        }

        return missed;
    }
}
