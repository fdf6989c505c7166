using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Doors;

/// <summary>Removes the doors of meetings that are over, with all that was noted at them. Who asked to be left alone stays blocked.</summary>
public sealed class ForgetDoors(DoorStore doors, MeetingStore meetings) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct)
    {
        foreach (var meeting in (await meetings.ListAsync(run.Group.Id, ct)).Where(meeting => run.IsDue(Kept.DoorNotes, meeting.EndsAt)))
            run.Count(Kept.DoorNotes, await doors.RemoveAsync(run.Group.Id, meeting.Id, run.Left, ct));
    }
}
