using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>What an organiser does next for a meeting.</summary>
public enum NextStep
{
    UploadList,
    Send,

    /// <summary>Sent, but not all has left: it is paused, spread over hours, or waits for the hour at which people may be written to.</summary>
    LetLeave,
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

/// <summary>What is still to do for a meeting.</summary>
/// <param name="Unsent">On a list, and not invited yet.</param>
/// <param name="Leaving">Of those, how many are in a mailing that was not stopped.</param>
/// <param name="ByHand">Letters, doors and calls.</param>
public readonly record struct Todo(int Unsent, int Leaving, int ByHand)
{
    /// <summary>That the yeses take, parties counted.</summary>
    public int Seats { get; init; }
}

/// <summary>Says what comes next, by the clock and the counts.</summary>
public static class NextSteps
{
    /// <summary>Too few yeses a week before is the moment to do something about it.</summary>
    private static readonly TimeSpan LateWarning = TimeSpan.FromDays(7);

    /// <param name="places">Null where everybody is welcome.</param>
    public static NextStep Of(Meeting meeting, FunnelCounts counts, Places? places, Todo todo, DateTimeOffset now) => meeting switch
    {
        { CancelledAt: not null } => NextStep.Cancelled,
        _ when meeting.IsOver(now) => After(meeting, counts),
        _ when IsAtTheDoor(meeting, now) => NextStep.CheckIn,
        _ when todo.Unsent > todo.Leaving => NextStep.Send,
        _ when todo.Leaving > 0 => NextStep.LetLeave,
        _ when counts.Invited == 0 && todo.ByHand == 0 => NextStep.UploadList,
        _ when IsDayBefore(meeting, now) && counts.Yes + counts.Maybe > 0 => NextStep.CallDayBefore,
        _ when todo.ByHand > 0 => NextStep.FinishPaper,
        _ when NeedsMore(meeting, counts, todo.Seats, places, now) => NextStep.InviteMore,
        _ => NextStep.WaitForAnswers,
    };

    internal static bool IsAtTheDoor(Meeting meeting, DateTimeOffset now) => now >= meeting.StartsAt.AddHours(-2) && !meeting.IsOver(now);

    internal static bool IsDayBefore(Meeting meeting, DateTimeOffset now) => now >= meeting.DayBeforeFrom;

    /// <summary>People who come: one yes may bring several. Where the answers were not read one by one, their number.</summary>
    internal static int Coming(FunnelCounts counts, int seats) => Math.Max(counts.Yes, seats);

    /// <param name="seats">That the yeses take, parties counted.</param>
    internal static bool NeedsMore(Meeting meeting, FunnelCounts counts, int seats, Places? places, DateTimeOffset now) =>
        now >= meeting.StartsAt - LateWarning && counts.Invited > 0 && Coming(counts, seats) < Math.Min(Meeting.EnoughPeople, Forecast.TargetOf(meeting)) && places is not { IsFull: true };

    private static NextStep After(Meeting meeting, FunnelCounts counts) => meeting switch
    {
        _ when counts is { Attended: 0, NoShow: 0, Yes: > 0 } && meeting.ReportedAt is null => NextStep.TickAttendance,
        { ReportedAt: null } when counts.Invited + counts.Attended > 0 => NextStep.Report,
        _ => NextStep.Done,
    };
}
