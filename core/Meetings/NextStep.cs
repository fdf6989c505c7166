using Outreach.Funnel;

namespace Outreach.Meetings;

/// <summary>What an organiser does next for a meeting.</summary>
public enum NextStep
{
    UploadList,
    Send,
    FinishPaper,
    WaitForAnswers,
    InviteMore,
    CallDayBefore,
    CheckIn,
    TickAttendance,
    Report,
    Done,
    Cancelled,
}

/// <summary>Says what comes next, by the clock and the counts. Pure.</summary>
public static class NextSteps
{
    /// <summary>Too few yeses a week before is the moment to do something about it.</summary>
    private static readonly TimeSpan LateWarning = TimeSpan.FromDays(7);
    private const int FewYes = 8;

    /// <param name="unsent">On a list, and not invited yet.</param>
    /// <param name="byHand">Letters, doors and calls still to do.</param>
    public static NextStep Of(Meeting meeting, FunnelCounts counts, int unsent, int byHand, DateTimeOffset now) => meeting switch
    {
        { CancelledAt: not null } => NextStep.Cancelled,
        _ when now >= meeting.EndsAt => After(meeting, counts),
        _ when now >= meeting.StartsAt.AddHours(-2) => NextStep.CheckIn,
        _ when unsent > 0 => NextStep.Send,
        _ when counts.Invited == 0 && byHand == 0 => NextStep.UploadList,
        _ when now >= meeting.StartsAt.AddHours(-36) && counts.Yes + counts.Maybe > 0 => NextStep.CallDayBefore,
        _ when byHand > 0 => NextStep.FinishPaper,
        _ when now >= meeting.StartsAt - LateWarning && counts.Yes < FewYes => NextStep.InviteMore,
        _ => NextStep.WaitForAnswers,
    };

    private static NextStep After(Meeting meeting, FunnelCounts counts) => meeting switch
    {
        _ when counts is { Attended: 0, NoShow: 0, Yes: > 0 } && meeting.ReportedAt is null => NextStep.TickAttendance,
        { ReportedAt: null } when counts.Invited + counts.Attended > 0 => NextStep.Report,
        _ => NextStep.Done,
    };
}
