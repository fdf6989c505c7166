using Outreach.Records;
using Outreach.Reminders;
using Outreach.Sending;
using Outreach.Tests.Support;
using Rules = Outreach.Reminders.Reminders;

namespace Outreach.Tests.Reminders;

public sealed class ChangePlanTests
{
    private static readonly SendingHours Hours = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
    private static readonly DateTimeOffset Start = An.Meeting.StartsAt;

    [Fact]
    public void A_step_that_is_held_leaves_only_once_it_is_let_go()
    {
        var (held, _) = Decide(new Plan(), Step.Remind, new PlanWish.Hold());

        Assert.Empty(Rules.Due(An.Meeting, held, Hours, Start.AddHours(-3)));
        Assert.Equal([Step.Remind], Rules.Due(An.Meeting, Decide(held, Step.Remind, new PlanWish.Release()).After, Hours, Start.AddHours(-3)));
    }

    [Fact]
    public void A_reminder_that_is_moved_leaves_at_its_new_moment()
    {
        var (moved, problem) = Decide(new Plan(), Step.Remind, new PlanWish.MoveTo(Start.AddHours(-26)));

        Assert.Null(problem);
        Assert.DoesNotContain(Step.Remind, Rules.Due(An.Meeting, moved, Hours, Start.AddHours(-26).AddSeconds(-1)));
        Assert.Contains(Step.Remind, Rules.Due(An.Meeting, moved, Hours, Start.AddHours(-26)));
    }

    [Fact]
    public async Task Whoever_says_yes_after_a_reminder_that_left_early_is_reminded_at_the_usual_hour_and_nobody_twice()
    {
        const string Ann = "+31611111111";
        const string Bo = "+31622222222";
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "ja");
        Assert.Null(await here.Get<ChangePlan>().HandleAsync(Neighbourhood.Group, meeting.Id, Step.Remind, new PlanWish.MoveTo(Moments.Monday.AddDays(4)), default));
        await here.AdvanceAsync(TimeSpan.FromDays(5));
        Assert.Equal((1, 0), (RemindersTo(here, await here.WhoIsAsync(Ann)), RemindersTo(here, await here.WhoIsAsync(Bo))));
        await here.ReplyAsync(Bo, "ja");

        await here.AdvanceToAsync(Rules.RemindAt(meeting, Hours).AddMinutes(-10));
        Assert.Equal(0, RemindersTo(here, await here.WhoIsAsync(Bo)));
        await here.AdvanceToAsync(meeting.StartsAt);

        Assert.Equal((1, 1), (RemindersTo(here, await here.WhoIsAsync(Ann)), RemindersTo(here, await here.WhoIsAsync(Bo))));
    }

    [Fact]
    public void Reminders_that_left_at_the_usual_hour_or_later_are_the_last()
    {
        var early = Rules.Done(Decide(new Plan(), Step.Remind, new PlanWish.MoveTo(Start.AddDays(-3))).After, Step.Remind, An.Meeting, Hours, Start.AddDays(-3));
        var last = Rules.Done(early, Step.Remind, An.Meeting, Hours, Rules.RemindAt(An.Meeting, Hours));

        Assert.DoesNotContain(Step.Remind, Rules.Due(An.Meeting, early, Hours, Rules.RemindAt(An.Meeting, Hours).AddMinutes(-1)));
        Assert.Contains(Step.Remind, Rules.Due(An.Meeting, early, Hours, Rules.RemindAt(An.Meeting, Hours)));
        Assert.DoesNotContain(Step.Remind, Rules.Due(An.Meeting, last, Hours, Start.AddHours(-2)));
    }

    [Fact]
    public void A_moment_that_was_chosen_for_another_day_of_the_meeting_counts_no_more()
    {
        var moved = Decide(new Plan(), Step.Remind, new PlanWish.MoveTo(Start.AddHours(-26))).After;

        Assert.Equal(Rules.RemindAt(An.Meeting with { StartsAt = Start.AddDays(20) }, Hours), Rules.RemindAt(An.Meeting with { StartsAt = Start.AddDays(20) }, moved, Hours));
    }

    [Fact]
    public void A_moment_that_has_passed_when_the_meeting_moves_is_no_reminder_of_its_new_day()
    {
        var moved = Decide(new Plan(), Step.Remind, new PlanWish.MoveTo(Start.AddHours(-26))).After;
        var meeting = An.Meeting with { StartsAt = Start.AddDays(4), ChangedAt = Start.AddHours(-25) };

        Assert.Equal(Rules.RemindAt(meeting, Hours), Rules.RemindAt(meeting, moved, Hours));
    }

    [Fact]
    public void A_nudge_that_is_moved_waits_and_thanks_that_are_moved_leave_later()
    {
        var nudge = Decide(new Plan(), Step.Nudge, new PlanWish.MoveTo(Start.AddDays(-3))).After;
        var thanks = Decide(new Plan(), Step.Thank, new PlanWish.MoveTo(An.Meeting.EndsAt.AddDays(4))).After;

        Assert.Empty(Rules.Due(An.Meeting, nudge, Hours, Start.AddDays(-5)));
        Assert.Equal([Step.Nudge], Rules.Due(An.Meeting, nudge, Hours, Start.AddDays(-3)));
        Assert.Empty(Rules.Due(An.Meeting, thanks, Hours, An.Meeting.EndsAt.AddDays(2)));
        Assert.Equal([Step.Thank], Rules.Due(An.Meeting, thanks, Hours, An.Meeting.EndsAt.AddDays(4)));
    }

    [Theory]
    [InlineData(Step.Remind, 1, PlanProblem.Range)]
    [InlineData(Step.Nudge, -1, PlanProblem.Range)]
    [InlineData(Step.Thank, -1, PlanProblem.Range)]
    [InlineData(Step.Remind, -30, PlanProblem.Past)]
    [InlineData(Step.Remind, -4, PlanProblem.Hours)]
    public void A_moment_that_cannot_be_is_said_and_changes_nothing(Step step, int daysFromStart, PlanProblem expected)
    {
        var before = new Plan();

        var (after, problem) = Decide(before, step, new PlanWish.MoveTo(Start.AddDays(daysFromStart)));

        Assert.Equal(expected, problem);
        Assert.Same(before, after);
    }

    [Fact]
    public void The_timeline_shows_what_leaves_when_in_order()
    {
        var timeline = Timeline.Of(An.Meeting, new Plan(), Moments.Monday, Hours, Moments.Monday.AddDays(1));

        Assert.Equal([Step.Nudge, Step.Remind, Step.Thank, Step.NoticeReport], timeline.Select(entry => entry.Step));
        Assert.Equal([true, true, true, false], timeline.Select(entry => entry.CanChange));
        Assert.All(timeline, entry => Assert.Equal(TimelineState.Coming, entry.State));
    }

    [Fact]
    public void The_timeline_tells_what_was_done_held_and_missed()
    {
        var plan = new Plan { NudgedAt = Start.AddDays(-6) }.Hold(Step.Remind);

        var timeline = Timeline.Of(An.Meeting, plan, Moments.Monday, Hours, Start.AddDays(-2));
        var after = Timeline.Of(An.Meeting, plan, Moments.Monday, Hours, Start.AddHours(1));

        Assert.Equal([TimelineState.Done, TimelineState.Held, TimelineState.Coming, TimelineState.Coming], timeline.Select(entry => entry.State));
        Assert.Equal(TimelineState.Passed, after.Single(entry => entry.Step is Step.Remind).State);
        Assert.Empty(Timeline.Of(An.Meeting with { CancelledAt = Start }, plan, null, Hours, Start));
    }

    private static (Plan After, PlanProblem? Problem) Decide(Plan plan, Step step, PlanWish wish) =>
        wish.ProblemOf(step, An.Meeting, Hours, Moments.Monday.AddHours(1)) is { } problem ? (plan, problem) : (wish.On(plan, step), null);

    private static int RemindersTo(Neighbourhood here, Person? person) => here.Rows<Message>($"msg|{person!.Id}|").Count(message => message.Kind is MessageKind.Reminder);
}
