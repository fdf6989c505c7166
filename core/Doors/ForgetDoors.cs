using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Doors;

/// <summary>
/// Removes the doors of meetings that are over, with all that was noted at them. People who asked to be left alone stay blocked, and the counts stay, by street at the
/// finest.
/// </summary>
public sealed class ForgetDoors(DoorStore doors, MeetingStore meetings, ReadDoorResults results) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct)
    {
        foreach (var meeting in (await meetings.ListAsync(run.Group.Id, ct)).Where(meeting => run.IsDue(Kept.DoorNotes, meeting.EndsAt)))
        {
            // What was kept before counts: after a run that was interrupted, some of the doors are gone.
            if (await results.HandleAsync(run.Group.Id, meeting.Id, ct) is { } all)
                await doors.SaveResultsAsync(run.Group.Id, meeting.Id, all, ct);
            run.Count(Kept.DoorNotes, await doors.RemoveAsync(run.Group.Id, meeting.Id, run.Remaining, ct));
        }
    }
}
