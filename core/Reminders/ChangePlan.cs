using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Reminders;

/// <summary>What an organiser chose about the steps of a meeting.</summary>
public static class PlanChoices
{
    /// <summary>What follows from an answer or a press of a button is not held back.</summary>
    public static bool IsChangeable(Step step) => step is Step.Nudge or Step.Remind or Step.Thank;

    public static bool Lets(this Plan plan, Step step) => !plan.Held.Contains(EnumWord.Of(step));

    /// <summary>The earliest moment there is, when nothing was chosen.</summary>
    public static DateTimeOffset MovedTo(this Plan plan, Step step) => plan.Moved.GetValueOrDefault(EnumWord.Of(step), DateTimeOffset.MinValue);

    public static Plan Hold(this Plan plan, Step step) => plan with { Held = [.. plan.Held.Append(EnumWord.Of(step)).Distinct()] };

    public static Plan Release(this Plan plan, Step step) => plan with { Held = [.. plan.Held.Where(word => word != EnumWord.Of(step))] };

    public static Plan Move(this Plan plan, Step step, DateTimeOffset at) =>
        plan.Release(step) with { Moved = new Dictionary<string, DateTimeOffset>(plan.Moved) { [EnumWord.Of(step)] = at } };
}

/// <summary>What an organiser wants of one step.</summary>
public abstract record PlanWish
{
    private PlanWish()
    {
    }

    public sealed record Hold : PlanWish;

    public sealed record Release : PlanWish;

    public sealed record MoveTo(DateTimeOffset At) : PlanWish;

    /// <summary>What is wrong with it for this step of this meeting; null: nothing.</summary>
    public PlanProblem? ProblemOf(Step step, Meeting meeting, SendingHours hours, DateTimeOffset now) => this switch
    {
        MoveTo(var at) when at <= now => PlanProblem.Past,
        MoveTo(var at) when !Fits(meeting, step, at) => PlanProblem.Range,
        MoveTo(var at) when !hours.IsOpen(at) => PlanProblem.Hours,
        _ => null,
    };

    public Plan On(Plan plan, Step step) => this switch
    {
        Hold => plan.Hold(step),
        Release => plan.Release(step),
        MoveTo(var at) => plan.Move(step, at),
        _ => throw new InvalidOperationException($"Nobody decides on {this}."),
    };

    private static bool Fits(Meeting meeting, Step step, DateTimeOffset at) => step switch
    {
        Step.Nudge => at < meeting.DayBeforeFrom,
        Step.Remind => at < meeting.StartsAt && at >= meeting.StartsAt - Reminders.RemindAhead,
        _ => at > meeting.EndsAt && at <= meeting.EndsAt + Reminders.ThankLater,
    };
}

public enum PlanProblem
{
    /// <summary>There is no such meeting, or nobody decides on this step.</summary>
    NotFound,
    Past,

    /// <summary>Too early or too late for what the step is for.</summary>
    Range,

    /// <summary>Outside sending hours.</summary>
    Hours,
}

/// <summary>An organiser holds back a step of a meeting, lets it go on, or gives it another moment.</summary>
public sealed class ChangePlan(MeetingStore meetings, Settings settings, TimeProvider clock)
{
    /// <returns>What is wrong; then nothing has changed.</returns>
    public Task<PlanProblem?> HandleAsync(GroupId group, MeetingId meetingId, Step step, PlanWish wish, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await meetings.FindAsync(group, meetingId, ct) is not { Value: var meeting } || !PlanChoices.IsChangeable(step))
            return PlanProblem.NotFound;
        var stored = await meetings.FindPlanAsync(group, meetingId, ct);
        var problem = wish.ProblemOf(step, meeting, new SendingHours(settings.Zone), clock.GetUtcNow());
        if (problem is null)
            await meetings.SavePlanAsync(group, meetingId, stored, wish.On(stored?.Value ?? new Plan(), step), ct);
        return problem;
    });
}
