using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Operating;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;
using Outreach.Tests.Support;
using Outreach.Welcome;

namespace Outreach.Tests.Privacy;

public sealed class RetainTests
{
    private const string Ann = "+31611111111";

    [Theory]
    [InlineData(Source.List, false, false, Kept.SilentPeople)]
    [InlineData(Source.Welcome, false, false, Kept.SilentPeople)]
    [InlineData(Source.Nomination, false, false, Kept.SilentNominees)]
    [InlineData(Source.Nomination, true, false, Kept.OtherPeople)]
    [InlineData(Source.List, true, false, Kept.OtherPeople)]
    [InlineData(Source.Nomination, true, true, Kept.StoppedPeople)]
    [InlineData(Source.List, false, true, Kept.StoppedPeople)]
    public void Everybody_goes_by_one_rule(Source source, bool isHeardOf, bool hasStopped, Kept rule)
    {
        var person = new Person { Id = PersonId.New(0, Moments.Monday), CreatedAt = Moments.Monday, Source = source, StoppedAt = hasStopped ? Moments.Monday.AddDays(1) : null };

        Assert.Equal((rule, hasStopped ? Moments.Monday.AddDays(1) : Moments.Monday.AddDays(9)), ForgetPeople.Rule(person, Moments.Monday.AddDays(9), isHeardOf));
        Assert.Equal(hasStopped ? Moments.Monday.AddDays(1) : Moments.Monday, ForgetPeople.Rule(person, default, isHeardOf).Since);
    }

    [Fact]
    public async Task A_new_resident_is_kept_while_their_package_is_to_be_brought_and_then_as_long_as_anybody_from_when_it_was()
    {
        using var here = await Neighbourhood.OpenAsync();
        var package = await WelcomedAsync(here);
        await MoveAndRetainAsync(here, days: 60);
        Assert.NotNull(await here.WhoIsAsync(Ann));

        await here.Get<WelcomeStore>().ChangeAsync(Neighbourhood.Group, package.Person, open => open.Move(WelcomeState.HandedOver, null, here.Now), default);
        await MoveAndRetainAsync(here, days: 29);
        Assert.NotNull(await here.WhoIsAsync(Ann));
        await MoveAndRetainAsync(here, days: 1);

        Assert.Null(await here.WhoIsAsync(Ann));
        Assert.Empty(await here.Get<WelcomeStore>().ListAsync(Neighbourhood.Group, default));
    }

    [Fact]
    public async Task A_new_resident_who_answered_the_welcome_is_heard_of()
    {
        using var here = await Neighbourhood.OpenAsync();
        var package = await WelcomedAsync(here);

        await here.Get<WelcomeStore>().ChangeAsync(Neighbourhood.Group, package.Person, open => open.Move(WelcomeState.HandedOver, null, here.Now) with { AnsweredAt = here.Now }, default);

        await MoveAndRetainAsync(here, days: 729);
        Assert.NotNull(await here.WhoIsAsync(Ann));
        await MoveAndRetainAsync(here, days: 1);
        Assert.Null(await here.WhoIsAsync(Ann));
    }

    [Fact]
    public async Task No_package_keeps_whoever_stopped()
    {
        using var here = await Neighbourhood.OpenAsync();
        await WelcomedAsync(here);
        await here.ReplyAsync(Ann, "stop");

        await MoveAndRetainAsync(here, days: 1);

        Assert.Null(await here.WhoIsAsync(Ann));
    }

    [Fact]
    public async Task Whoever_stopped_is_gone_the_next_night_and_stays_blocked()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;ann@post.example", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "stop");

        await here.Get<Retain>().HandleAsync(default);

        Assert.Equal("Bo", Assert.Single(here.Rows<Person>("person|")).Name);
        Assert.Equal(1, (await here.ImportAsync(meeting, "Ann;0611111111;ann@post.example")).Suppressed);
        Assert.Contains(await here.Get<Audit>().ListAsync(Neighbourhood.Group, default), line => line.What == "retention: stoppedPeople 1");
    }

    [Fact]
    public async Task Whoever_says_more_than_stop_hears_nothing_more_and_is_kept_until_somebody_has_read_it()
    {
        const string Words = "Stuur geen brieven meer naar mijn oude adres aub. Niet meer bellen aub, sms mag wel";
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja");
        var before = (await here.SentToAsync(Ann)).Count;
        await here.ReplyAsync(Ann, Words);

        await here.AdvanceAsync(TimeSpan.FromDays(2));

        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Equal((Words, true), (item.Text, item.SaysStop));
        Assert.Equal(before + 1, (await here.SentToAsync(Ann)).Count);
        Assert.NotNull((await here.WhoIsAsync(Ann))!.StoppedAt);
        Assert.Equal(InboxAnswerOutcome.Stopped, await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, item.Id, "Dank u.", sawOpen: false, default));

        await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, null, null, default);
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Null(await here.WhoIsAsync(Ann));
    }

    [Fact]
    public async Task What_somebody_asked_before_they_stopped_is_read_first()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "kan iemand mij ophalen met de auto?");
        await here.ReplyAsync(Ann, "stop");

        await here.Get<Retain>().HandleAsync(default);
        var question = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.NotNull(await here.WhoIsAsync(Ann));

        await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, question.Id, null, null, default);
        await here.Get<Retain>().HandleAsync(default);
        Assert.Null(await here.WhoIsAsync(Ann));
        Assert.Empty(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: false, default));
    }

    [Fact]
    public async Task What_somebody_asked_before_we_knew_them_is_read_first_too()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ReplyAsync(Ann, "kan iemand mij ophalen met de auto?");
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");

        await here.Get<Retain>().HandleAsync(default);
        var question = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.NotNull(await here.WhoIsAsync(Ann));

        await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, question.Id, null, null, default);
        await here.Get<Retain>().HandleAsync(default);
        Assert.Null(await here.WhoIsAsync(Ann));
    }

    [Fact]
    public async Task A_run_does_so_much_and_goes_on_until_all_is_done()
    {
        using var here = await Neighbourhood.OpenAsync();
        for (var i = 0; i < 1200; i++)
            await here.Get<Audit>().WriteAsync(Neighbourhood.Group, "old", default);
        here.Clock.MoveTo(here.Now.AddDays(731));

        await here.Get<Retain>().HandleAsync(default);

        Assert.Equal(["retention: auditLines 1000", "retention: auditLines 200"], (await here.Get<Audit>().ListAsync(Neighbourhood.Group, default)).Select(line => line.What).Order());
    }

    [Fact]
    public async Task A_meeting_goes_with_all_that_lies_beside_it_when_nobody_is_left_who_was_asked()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, later) = (await here.PlanAsync(), await here.PlanAsync(inDays: 20));
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await new MakeFlyer(here.Get<MeetingStore>(), here.Get<Codes>()).HandleAsync(Neighbourhood.Group, meeting.Id, default);
        await here.Get<AddPlace>().HandleAsync(Neighbourhood.Group, meeting.Id, "Apotheek", PlaceKind.Pharmacy, default);
        await here.Get<ChangeRetention>().HandleAsync(Neighbourhood.Group, new Dictionary<Kept, int> { [Kept.Meetings] = 365 }, default);
        Assert.InRange(await RowsOfAsync(here, meeting), 6, int.MaxValue);

        here.Clock.MoveTo(meeting.EndsAt.AddDays(364));
        await here.Get<Retain>().HandleAsync(default);
        Assert.NotNull(await here.Get<MeetingStore>().FindAsync(Neighbourhood.Group, meeting.Id, default));
        here.Clock.MoveTo(meeting.EndsAt.AddDays(365));
        await here.Get<Retain>().HandleAsync(default);

        Assert.Equal(0, await RowsOfAsync(here, meeting));
        Assert.Equal([later.Id], (await here.Get<MeetingStore>().ListAsync(Neighbourhood.Group, default)).Select(left => left.Id));
        Assert.Contains(await here.Get<Audit>().ListAsync(Neighbourhood.Group, default), line => line.What == "retention: silentPeople 1, meetings 1");
    }

    [Fact]
    public async Task A_meeting_stays_as_long_as_somebody_is_known_who_was_asked()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja");
        await here.Get<ChangeRetention>().HandleAsync(Neighbourhood.Group, new Dictionary<Kept, int> { [Kept.Meetings] = 365 }, default);

        here.Clock.MoveTo(meeting.EndsAt.AddDays(729));
        await here.Get<Retain>().HandleAsync(default);
        await here.FunnelAsync(meeting);
        here.Clock.MoveTo(meeting.EndsAt.AddDays(730));
        await here.Get<Retain>().HandleAsync(default);

        Assert.Equal(0, await RowsOfAsync(here, meeting));
    }

    [Fact]
    public async Task Work_that_failed_and_that_nobody_looked_after_goes_in_the_end_and_the_audit_says_so()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.Queues.SendAsync("inbound-poison", """{"group":"default","round":5}""", TimeSpan.Zero, default);
        await here.Queues.SendAsync("inbound-poison", """{"group":"zuid","round":5}""", TimeSpan.Zero, default);

        here.Clock.MoveTo(here.Now.AddDays(89));
        await here.Get<Retain>().HandleAsync(default);
        Assert.Equal(2, await here.Queues.CountAsync("inbound-poison", default));
        here.Clock.MoveTo(here.Now.AddDays(1));
        await here.Get<Retain>().HandleAsync(default);

        Assert.Contains("zuid", Assert.Single(await here.Queues.PeekAsync("inbound-poison", 2, default)).Text, StringComparison.Ordinal);
        var lines = await here.Get<Audit>().ListAsync(Neighbourhood.Group, default);
        Assert.Contains(lines, line => line.What.EndsWith("of queue inbound: nobody looked after it in time", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.What == "retention: failedWork 1");
    }

    [Fact]
    public async Task An_owner_s_choice_counts_from_the_next_night()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        Assert.Null(await here.Get<ChangeRetention>().HandleAsync(Neighbourhood.Group, new Dictionary<Kept, int> { [Kept.SilentPeople] = 30 }, default));
        Assert.Contains(await here.Get<Audit>().ListAsync(Neighbourhood.Group, default), line => line.What == "retention in days: silentPeople 30");

        here.Clock.MoveTo(meeting.EndsAt.AddDays(29));
        await here.Get<Retain>().HandleAsync(default);
        Assert.NotNull(await here.WhoIsAsync(Ann));
        here.Clock.MoveTo(meeting.EndsAt.AddDays(30));
        await here.Get<Retain>().HandleAsync(default);

        Assert.Null(await here.WhoIsAsync(Ann));
        await here.FunnelAsync(meeting);
    }

    [Theory]
    [InlineData(Kept.SilentNominees, 31)]
    [InlineData(Kept.SilentPeople, 29)]
    [InlineData(Kept.AuditLines, 364)]
    [InlineData(Kept.StoppedPeople, 1)]
    [InlineData(Kept.LocalOutbox, 31)]
    [InlineData(Kept.MessageTexts, -1)]
    public async Task Beyond_the_bounds_nothing_is_changed(Kept what, int days)
    {
        using var here = await Neighbourhood.OpenAsync();

        var refused = await here.Get<ChangeRetention>().HandleAsync(Neighbourhood.Group, new Dictionary<Kept, int> { [Kept.InboxItems] = 10, [what] = days }, default);

        Assert.Equal(what, refused!.What);
        Assert.Empty((await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default)).KeptDays);
    }

    [Fact]
    public void Every_kind_has_its_rule() => Assert.Equal(Enum.GetValues<Kept>(), RetentionRules.All.Select(rule => rule.What));

    private static async Task<WelcomePackage> WelcomedAsync(Neighbourhood here)
    {
        await here.Get<ChangeRetention>().HandleAsync(Neighbourhood.Group, new Dictionary<Kept, int> { [Kept.SilentPeople] = 30 }, default);
        var resident = new NewResident(Neighbourhood.Candidate("Ann", Ann), DateOnly.FromDateTime(here.Now.Date));
        return (await here.Get<WelcomeResident>().HandleAsync(Neighbourhood.Group, resident, default)).Package!;
    }

    /// <summary>Nothing but the retention happens in these days.</summary>
    private static Task MoveAndRetainAsync(Neighbourhood here, int days)
    {
        here.Clock.MoveTo(here.Now.AddDays(days));
        return here.Get<Retain>().HandleAsync(default);
    }

    /// <summary>Rows that name a meeting, but for those of the audit.</summary>
    private static async Task<int> RowsOfAsync(Neighbourhood here, Meeting meeting) => await here.Get<GroupRows>().ReadAsync(Neighbourhood.Group, default)
        .CountAsync(row => row.Table != TableNames.Audit
            && (row.Row.Key.Contains(meeting.Id.Value, StringComparison.Ordinal) || System.Text.Encoding.UTF8.GetString(row.Row.Json.Span).Contains(meeting.Id.Value, StringComparison.Ordinal)));

    [Fact]
    public async Task Whoever_comes_again_and_again_is_kept()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        here.Clock.MoveTo(here.Now.AddDays(300));
        var second = await here.PlanAsync();
        await here.InviteAsync(second, "Ann;0611111111;");
        await here.Get<MarkAttendance>().HandleAsync(Neighbourhood.Group, second.Id, (await here.WhoIsAsync(Ann))!.Id, attended: true, came: null, default);

        here.Clock.MoveTo(here.Now.AddDays(700));
        await here.Get<Retain>().HandleAsync(default);

        Assert.NotNull(await here.WhoIsAsync(Ann));
    }
}
