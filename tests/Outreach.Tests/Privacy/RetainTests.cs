using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

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
    public async Task Who_stopped_is_gone_the_next_night_and_stays_blocked()
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
    public async Task What_somebody_asked_before_they_stopped_is_read_first()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "kan iemand mij ophalen met de auto?");
        await here.ReplyAsync(Ann, "stop");

        await here.Get<Retain>().HandleAsync(default);
        var question = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.NotNull(await here.WhoIsAsync(Ann));

        await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, question.Id, null, default);
        await here.Get<Retain>().HandleAsync(default);
        Assert.Null(await here.WhoIsAsync(Ann));
        Assert.Empty(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: false, default));
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

    [Fact]
    public async Task Who_comes_again_and_again_is_kept()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        here.Clock.MoveTo(here.Now.AddDays(300));
        var second = await here.PlanAsync();
        await here.InviteAsync(second, "Ann;0611111111;");
        await here.Get<MarkAttendance>().HandleAsync(Neighbourhood.Group, second.Id, (await here.WhoIsAsync(Ann))!.Id, true, default);

        here.Clock.MoveTo(here.Now.AddDays(700));
        await here.Get<Retain>().HandleAsync(default);

        Assert.NotNull(await here.WhoIsAsync(Ann));
    }
}
