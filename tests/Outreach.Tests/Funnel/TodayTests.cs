using Outreach.Contacts;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Funnel;

public sealed class TodayTests
{
    private static readonly FunnelCounts Nobody = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static readonly DateTimeOffset Start = An.Meeting.StartsAt;

    [Fact]
    public void With_nothing_to_do_the_list_is_empty() =>
        Assert.Empty(At(Start.AddDays(-20), Standing(Nobody with { Invited = 40, Yes = 20 })));

    [Fact]
    public void A_task_that_is_due_first_comes_first()
    {
        var now = Start.AddDays(-3);
        var tasks = At(now, Standing(Nobody with { Invited = 40, Yes = 20 }, letters: 4, doors: 9), Question("Els", now.AddHours(-2)));

        Assert.Equal([TodayKind.Letters, TodayKind.Question, TodayKind.Doors], tasks.Select(task => task.Kind));
        Assert.Equal([true, false, false], tasks.Select(task => task.IsLate(now)));
    }

    [Fact]
    public void A_question_names_who_waits_and_is_due_a_day_after_the_first()
    {
        var now = Start.AddDays(-3);

        var task = Assert.Single(At(now, null, Question("Els", now.AddHours(-30)), Question(null, now)));

        Assert.Equal((2, now.AddHours(-6), true), (task.Count, task.By, task.IsLate(now)));
        Assert.Equal(["Els"], task.Who);
    }

    [Fact]
    public void A_meeting_names_its_contact_person() =>
        Assert.Equal([An.Meeting.ContactName], Assert.Single(At(Start.AddHours(-3), Standing(Nobody with { Invited = 40, Yes = 20 }))).Who);

    [Fact]
    public void At_the_door_there_is_one_thing_to_do() =>
        Assert.Equal([TodayKind.CheckIn], At(Start.AddMinutes(10), Standing(Nobody with { Invited = 40, Yes = 2 }, letters: 4)).Select(task => task.Kind));

    [Fact]
    public void Shortly_before_it_begins_it_still_says_who_waits_for_a_call() =>
        Assert.Equal(
            [TodayKind.CheckIn, TodayKind.TellPlace, TodayKind.CallBack],
            At(Start.AddMinutes(-90), Standing(Nobody with { Invited = 40, Yes = 2 }) with { UntoldPlaces = 1, CallBacks = 1 }).Select(task => task.Kind).Order());

    [Fact]
    public void A_meeting_that_was_planned_late_is_not_late_at_once()
    {
        var (meeting, now) = (An.Meeting with { CreatedAt = Start.AddDays(-4) }, Start.AddDays(-4));

        var task = Assert.Single(At(now, Standing(Nobody) with { Meeting = meeting }));

        Assert.Equal((TodayKind.UploadList, false), (task.Kind, task.IsLate(now)));
    }

    [Fact]
    public void Feedback_is_due_a_week_after_and_forgotten_after_three_months()
    {
        var over = Standing(Nobody with { Invited = 40, Yes = 20, Attended = 15 }) with { Next = NextStep.Report };

        Assert.Equal(An.Meeting.EndsAt.AddDays(7), Assert.Single(At(An.Meeting.EndsAt.AddDays(1), over)).By);
        Assert.Empty(At(An.Meeting.EndsAt.AddDays(91), over));
    }

    [Fact]
    public void Stale_numbers_are_asked_of_who_looks_after_them()
    {
        var today = new DateOnly(2026, 9, 1);
        CardEntry Line(string owner, DateOnly checkedOn) => new() { Id = owner, Name = "Buurthuis", Phone = "112", Owner = owner, CheckedOn = checkedOn };
        var chores = new GroupChores([], [], [Line("Bea", today.AddMonths(-7)), Line("Bea", today.AddMonths(-6)), Line("Wim", today.AddMonths(-1))], []);

        var task = Assert.Single(Today.Of(new TodayFacts([], new Dictionary<MeetingId, Untold>(), [], chores), WholeProgram.Settings, new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero)));

        Assert.Equal((TodayKind.CheckCard, 2), (task.Kind, task.Count));
        Assert.Equal(["Bea"], task.Who);
    }

    [Fact]
    public void What_may_be_done_until_the_end_of_a_day_is_due_at_midnight_where_the_group_is()
    {
        // Half past midnight in Amsterdam: the next day there already.
        var package = new WelcomePackage { Person = An.Person.Id, MovedIn = new DateOnly(2026, 8, 20), Code = Code.New("AB"), At = new DateTimeOffset(2026, 8, 31, 22, 30, 0, TimeSpan.Zero) };
        var facts = new TodayFacts([], new Dictionary<MeetingId, Untold>(), [], new GroupChores([], [], [], [package]));

        var task = Assert.Single(Today.Of(facts, WholeProgram.Settings, package.At), task => task.Kind is TodayKind.BringWelcome);

        Assert.Equal((new DateOnly(2026, 9, 15), new DateTimeOffset(2026, 9, 16, 0, 0, 0, TimeSpan.FromHours(2))), (task.Day, task.By));
    }

    private static MeetingOverview Standing(FunnelCounts counts, int letters = 0, int doors = 0) =>
        new(An.Meeting, new MeetingFunnel(counts, new Dictionary<string, IReadOnlyDictionary<string, FunnelCounts>>()), 0, 0, letters, doors, 0, NextStep.WaitForAnswers);

    private static InboxItem Question(string? name, DateTimeOffset at) => new($"{at:o}", null, name, Channel.Sms, null, "nl", "Hoe laat?", at, null);

    private static IReadOnlyList<TodayTask> At(DateTimeOffset now, MeetingOverview? meeting, params InboxItem[] questions) => Today.Of(
        new TodayFacts(meeting is null ? [] : [meeting], new Dictionary<MeetingId, Untold>(), [], new GroupChores(questions, [], [], [])), WholeProgram.Settings, now);
}
