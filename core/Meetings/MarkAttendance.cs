using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Ticks somebody as present or undoes a tick, at the door or later from the paper list.</summary>
public sealed class MarkAttendance(PeopleStore people)
{
    /// <param name="attended">Null: a tick is taken back, and nothing is known again.</param>
    /// <param name="came">How many came together; null: nobody counted.</param>
    /// <returns>Null when this person has no invitation to the meeting.</returns>
    public Task<Invitation?> HandleAsync(GroupId group, MeetingId meeting, PersonId person, bool? attended, int? came, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FindAsync(group, meeting, person, ct) is not { } stored)
            return null;
        var after = stored.Value with { Attendance = attended switch { true => Attendance.Attended, false => Attendance.NoShow, null => Attendance.Unknown }, Came = attended is true ? came ?? stored.Value.Came : 0 };
        if (after != stored.Value)
        {
            var changes = new Changes(Shard.Of(group, person));
            changes.Change(stored, after);
            await people.SaveAsync(changes, ct);
        }

        return after;
    });
}
