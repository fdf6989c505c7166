using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Reminders;

/// <summary>Does for one meeting what is due, and notes in its plan what was done.</summary>
public sealed class TakeDueSteps(MeetingStore meetings, SettleSeats seats, TellParts parts, OrganiserNotices notices, TakeStep take, Settings settings)
{
    private readonly SendingHours _hours = new(settings.Zone);

    /// <param name="others">All meetings of the group.</param>
    public async Task HandleAsync(Group group, Meeting meeting, IReadOnlyList<Meeting> others, DateTimeOffset now, CancellationToken ct)
    {
        await seats.HandleAsync(group.Id, meeting, mine: null, ct);
        await parts.HandleAsync(group, meeting, ct);
        var plan = await meetings.FindPlanAsync(group.Id, meeting.Id, ct);
        var due = Reminders.Due(meeting, plan?.Value ?? new Plan(), _hours, now);
        if (due.Count == 0)
            return;
        var after = plan?.Value ?? new Plan();
        foreach (var step in due)
        {
            if (step is Step.NoticeReport)
                await notices.TellAsync(group, OrganiserNotice.NoReport, meeting, ct);
            else if (!await take.HandleAsync(group.Id, new StepRun(meeting, _hours.Day(meeting.StartsAt), IsReminderDue: due.Contains(Step.Remind)), others, step, now, ct))
                continue;
            after = Reminders.Done(after, step, meeting, _hours, now);
        }

        await meetings.SavePlanAsync(group.Id, meeting.Id, plan, after, ct);
    }
}
