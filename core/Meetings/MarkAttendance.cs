using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Ticks somebody as present or undoes a tick, at the door or later from the paper list.</summary>
public sealed class MarkAttendance(PeopleStore people)
{
    /// <summary>Whoever heard that they were missed is thanked after all: the phone that ticked them had no network, or the paper list came in late.</summary>
    public static Invitation Present(Invitation invitation) => invitation with
    {
        Attendance = Attendance.Attended,
        ThankedAt = invitation.Attendance is Attendance.NoShow ? null : invitation.ThankedAt,
    };

    /// <param name="attended">Null: a tick is taken back, and nothing is known again.</param>
    /// <param name="came">How many came together; null: nobody counted.</param>
    /// <returns>Null when this person has no invitation to the meeting.</returns>
    public Task<Invitation?> HandleAsync(GroupId group, MeetingId meeting, PersonId person, bool? attended, int? came, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FindAsync(group, meeting, person, ct) is not { } stored)
            return null;
        var after = attended is true
            ? Present(stored.Value) with { Came = came ?? stored.Value.Came }
            : stored.Value with { Attendance = attended is false ? Attendance.NoShow : Attendance.Unknown, Came = 0 };
        if (after != stored.Value)
        {
            var changes = new Changes(Shard.Of(group, person));
            changes.Change(stored, after);
            await people.SaveAsync(changes, ct);
        }

        return after;
    });
}
