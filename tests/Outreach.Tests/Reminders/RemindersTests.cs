using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Reminders;
using Outreach.Sending;
using Outreach.Tests.Support;
using Rules = Outreach.Reminders.Reminders;

namespace Outreach.Tests.Reminders;

public sealed class RemindersTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";
    private static readonly StepRun Run = new(An.Meeting, new DateOnly(2026, 3, 12));
    private static readonly SendingHours Hours = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    [Theory]
    [InlineData("2026-03-12T19:30:00+01:00", "2026-03-11T16:00:00+01:00")]
    [InlineData("2026-03-15T14:00:00+01:00", "2026-03-14T14:00:00+01:00")]
    [InlineData("2026-03-16T19:30:00+01:00", "2026-03-14T14:00:00+01:00")]
    [InlineData("2026-04-07T19:30:00+02:00", "2026-04-04T14:00:00+02:00")]
    public void The_reminder_leaves_on_the_last_open_afternoon(string starts, string reminder)
    {
        var startsAt = DateTimeOffset.Parse(starts, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(DateTimeOffset.Parse(reminder, System.Globalization.CultureInfo.InvariantCulture), Rules.RemindAt(An.Meeting with { StartsAt = startsAt }, Hours));
    }

    [Fact]
    public void Steps_fall_due_in_the_life_of_a_meeting()
    {
        Assert.Equal([Step.Nudge], Due(An.Meeting.StartsAt.AddDays(-5)));
        Assert.Equal([Step.Remind], Due(An.Meeting.StartsAt.AddHours(-3)));
        Assert.Empty(Due(An.Meeting.StartsAt));
        Assert.Equal([Step.Thank], Due(An.Meeting.EndsAt.AddDays(1)));
        Assert.Equal([Step.NoticeReport], Due(An.Meeting.EndsAt.AddDays(8)));
        Assert.Equal([Step.TellCancellation], Rules.Due(An.Meeting with { CancelledAt = Moments.Monday }, new Plan(), Hours, Moments.Monday));
    }

    [Fact]
    public void A_nudge_is_only_for_who_was_reached_three_days_ago_and_is_silent()
    {
        var now = Moments.Monday.AddDays(3);
        var silent = An.Invitation with { Delivery = Delivery.Delivered, SentAt = Moments.Monday };

        Assert.Equal(MessageKind.Nudge, Rules.For(Step.Nudge, silent, Run, now)!.Value.Tell);
        Assert.Null(Rules.For(Step.Nudge, silent, Run, now.AddSeconds(-1)));
        Assert.Null(Rules.For(Step.Nudge, silent with { Reply = Reply.No }, Run, now));
        Assert.Null(Rules.For(Step.Nudge, silent with { NudgedAt = now }, Run, now));
        Assert.Null(Rules.For(Step.Nudge, silent with { Channel = Channel.Door }, Run, now));
    }

    [Fact]
    public void What_came_of_it_goes_once_to_everybody_invited_but_who_said_stop()
    {
        var silent = An.Invitation with { Delivery = Delivery.Delivered, SentAt = Moments.Monday };

        Assert.All([silent, silent with { Reply = Reply.No }, silent with { Reply = Reply.Maybe }, An.Invitation with { Channel = Channel.Door, Attendance = Attendance.Attended }],
            invited => Assert.Equal(MessageKind.WhatCameOfIt, Rules.For(Step.TellReport, invited, Run, Moments.Monday)!.Value.Tell));
        Assert.All([silent with { Reply = Reply.Stop }, silent with { ReportedAt = Moments.Monday }, An.Invitation, An.Invitation with { Delivery = Delivery.Suppressed }, silent with { Channel = Channel.Letter }],
            left => Assert.Null(Rules.For(Step.TellReport, left, Run, Moments.Monday)));
    }

    /// <summary>Also on the last day, after its thanks have left.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(28)]
    public void What_is_said_of_the_next_thanks_is_what_happens(int? movedBy)
    {
        var plan = movedBy is { } hours ? new Plan().Move(Step.Thank, An.Meeting.EndsAt.AddHours(hours)) : new Plan();
        var (said, runs) = (new List<(DateTimeOffset At, DateTimeOffset? Next)>(), new List<DateTimeOffset>());
        for (var now = An.Meeting.EndsAt; now < An.Meeting.EndsAt.AddDays(9); now = now.AddMinutes(30))
        {
            said.Add((now, Rules.NextThanks(An.Meeting, plan, Hours, now)));
            if (!Rules.Due(An.Meeting, plan, Hours, now).Contains(Step.Thank))
                continue;
            runs.Add(now);
            plan = Rules.Done(plan, Step.Thank, An.Meeting, Hours, now);
        }

        Assert.InRange(runs.Count, 5, 6);
        Assert.All(said, one => Assert.Equal(runs.Where(run => run >= one.At).Select(run => (DateTimeOffset?)run).FirstOrDefault(), one.Next));
    }

    [Fact]
    public void Nobody_is_a_no_show_where_nobody_was_ticked()
    {
        var yes = An.Invitation with { Reply = Reply.Yes };

        Assert.Null(Rules.For(Step.Thank, yes, Run, Moments.Monday));
        Assert.Equal(Attendance.NoShow, Rules.For(Step.Thank, yes, Run with { AttendanceKept = true }, Moments.Monday)!.Value.After.Attendance);
    }

    [Fact]
    public void After_two_meetings_with_the_question_comes_one_without()
    {
        var meetings = Enumerable.Range(0, 4).Select(i => An.Meeting with { Id = MeetingId.New(Moments.Monday.AddDays(i)), StartsAt = An.Meeting.StartsAt.AddDays(7 * i) }).ToList();
        MeetingId[] asked = [meetings[1].Id, meetings[0].Id];

        Assert.True(Rules.MayAskToNominate([], meetings[2], meetings));
        Assert.True(Rules.MayAskToNominate([meetings[0].Id], meetings[1], meetings));
        Assert.False(Rules.MayAskToNominate(asked, meetings[2], meetings));
        Assert.True(Rules.MayAskToNominate(asked, meetings[3], meetings));
    }

    [Fact]
    public async Task A_campaign_nudges_reminds_thanks_and_misses_each_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;", "Cas;0633333333;");
        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Bo, "ja");
        await here.AdvanceToAsync(meeting.EndsAt);
        await here.AttendAsync(meeting, Ann);

        await here.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Equal(4, (await here.SentToAsync(Ann)).Count);
        Assert.Equal(4, (await here.SentToAsync(Bo)).Count);
        Assert.Equal(2, (await here.SentToAsync("+31633333333")).Count);
        Assert.Contains("/n/", (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
        var funnel = await here.FunnelAsync(meeting);
        Assert.Equal((3, 2, 2, 1, 1), (funnel.Invited, funnel.Yes, funnel.Reminded, funnel.Attended, funnel.NoShow));
    }

    [Fact]
    public async Task Whoever_was_asked_to_name_neighbours_twice_in_a_row_is_only_thanked()
    {
        using var here = await Neighbourhood.OpenAsync();
        var thanks = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var meeting = await here.PlanAsync(inDays: 1);
            await here.ImportAsync(meeting, "Ann;0611111111;");
            await here.AttendAsync(meeting, Ann);
            await here.AdvanceToAsync(meeting.EndsAt.AddDays(3));
            thanks.Add((await here.SentToAsync(Ann))[^1]);
        }

        Assert.Equal([true, true, false, true], thanks.Select(t => t.Contains("/n/", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<Step> Due(DateTimeOffset now) => Rules.Due(An.Meeting, new Plan(), Hours, now);
}
