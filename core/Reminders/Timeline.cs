using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Reminders;

public enum TimelineState
{
    Coming,
    Held,
    Done,

    /// <summary>Its time has passed, and it was not done.</summary>
    Passed,
}

/// <param name="At">When it leaves or left; what is done day by day, from then on.</param>
/// <param name="CanChange">An organiser may still hold or move it.</param>
public sealed record TimelineEntry(Step Step, DateTimeOffset At, TimelineState State, bool CanChange);

/// <summary>What leaves when for a meeting.</summary>
public static class Timeline
{
    /// <param name="firstSentAt">When its first invitation left; null before that.</param>
    public static IReadOnlyList<TimelineEntry> Of(Meeting meeting, Plan plan, DateTimeOffset? firstSentAt, SendingHours hours, DateTimeOffset now)
    {
        if (meeting.CancelledAt is not null)
            return [];
        var entries = new List<TimelineEntry>();
        if (firstSentAt is { } sentAt && hours.NextOpening(Later(sentAt + Reminders.NudgeAfter, plan.MovedTo(Step.Nudge))) is var nudge && nudge < meeting.DayBeforeFrom)
            entries.Add(Entry(Step.Nudge, nudge, plan.NudgedAt >= nudge, meeting.DayBeforeFrom));
        entries.Add(Entry(Step.Remind, Reminders.RemindAt(meeting, plan, hours), plan.RemindedOf == hours.Day(meeting.StartsAt), meeting.StartsAt));
        var thank = Reminders.ThankAt(meeting, plan, hours);
        entries.Add(Entry(Step.Thank, thank, plan.ThankedAt >= thank, meeting.EndsAt + Reminders.ThankLater));
        entries.Add(Entry(Step.NoticeReport, meeting.EndsAt + Reminders.ReportAfter, meeting.ReportedAt is not null, DateTimeOffset.MaxValue));
        return [.. entries.OrderBy(entry => entry.At)];

        TimelineEntry Entry(Step step, DateTimeOffset at, bool isDone, DateTimeOffset until) => new(
            step,
            at,
            isDone ? TimelineState.Done : now >= until ? TimelineState.Passed : plan.Lets(step) ? TimelineState.Coming : TimelineState.Held,
            !isDone && now < until && PlanChoices.IsChangeable(step));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
