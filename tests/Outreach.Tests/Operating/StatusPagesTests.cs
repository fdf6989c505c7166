using System.Net;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;
using Outreach.Tests.Web;

namespace Outreach.Tests.Operating;

public sealed class StatusPagesTests : AsOrganiser
{
    private const string Poison = "lists-poison";

    [Fact]
    public async Task Where_nothing_waits_the_page_says_so()
    {
        var page = await Site.PageAsync("/status");

        Assert.Contains("Alles loopt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_channel_that_stands_still_is_said_on_every_page_until_it_works_again()
    {
        var now = Site.Get<TimeProvider>().GetUtcNow();
        await Site.Get<Alerts>().RaiseAsync(GroupId.Default, new Alert(Channel.Sms, "20003", "Check the account's key.", now), default);

        foreach (var path in (string[])["/", "/people", "/status"])
            Assert.Contains("Check the account's key. (20003)", (await Site.PageAsync(path)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        await Site.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Null((await Site.PageAsync("/")).QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Failed_work_is_tried_again_by_one_press()
    {
        await FailAsync(GroupId.Default);

        var page = await Site.PageAsync("/status");
        var action = page.QuerySelector("form[action$=retry]")!.GetAttribute("action")!;
        var after = await Site.FollowAsync("/status", action);

        Assert.NotNull(after.QuerySelector("[role=status]"));
        Assert.Equal(0, await Site.Get<IQueues>().CountAsync(Poison, default));
    }

    [Fact]
    public async Task What_failed_is_dropped_for_a_reason_only_and_the_reason_is_kept()
    {
        await FailAsync(GroupId.Default);
        var action = (await Site.PageAsync("/status")).QuerySelector("form[action$=drop]")!.GetAttribute("action")!;

        var refused = await OrganiserSite.ReadAsync(await OrganiserSite.PostAsync(Site.Browser, "/status", action, ("why", " ")), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(1, await Site.Get<IQueues>().CountAsync(Poison, default));
        await Site.FollowAsync("/status", action, ("why", "de lijst is opnieuw gestuurd"));

        Assert.NotNull(refused.QuerySelector(".error"));
        Assert.Equal(0, await Site.Get<IQueues>().CountAsync(Poison, default));
        Assert.Contains(await Site.Get<Audit>().ListAsync(GroupId.Default, default), line => line.What.Contains("de lijst is opnieuw gestuurd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_in_doubt_leads_to_its_person_and_is_given_up_for_a_reason_only()
    {
        await Stuck.DoubtAsync(Site.Get<PeopleStore>(), GroupId.Default, Site.Get<TimeProvider>().GetUtcNow().AddHours(-1));

        var page = await Site.PageAsync("/status");
        var action = page.QuerySelector("form[action$=drop]")!.GetAttribute("action")!;
        var refused = await OrganiserSite.ReadAsync(await OrganiserSite.PostAsync(Site.Browser, "/status", action, ("why", "")), HttpStatusCode.UnprocessableEntity);
        var after = await Site.FollowAsync("/status", action, ("why", "gebeld"));

        Assert.NotNull(page.QuerySelector($"a[href='/people/{An.Person.Id}']"));
        Assert.DoesNotContain("Ann", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.QuerySelector("details[open] .error"));
        Assert.NotNull(after.QuerySelector("[role=status]"));
        Assert.Null(after.QuerySelector("form[action*=doubts]"));
    }

    [Fact]
    public async Task A_message_in_doubt_is_looked_at_again_by_one_press()
    {
        await Stuck.DoubtAsync(Site.Get<PeopleStore>(), GroupId.Default, Site.Get<TimeProvider>().GetUtcNow().AddHours(-1));

        var action = (await Site.PageAsync("/status")).QuerySelector("form[action$=retry]")!.GetAttribute("action")!;

        Assert.NotNull((await Site.FollowAsync("/status", action)).QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task What_lies_behind_is_sent_on_or_let_go()
    {
        foreach (var id in (string[])["one", "two"])
            await Stuck.LateAsync(Site.Get<ITables>(), GroupId.Default, id, Site.Get<TimeProvider>().GetUtcNow().AddHours(-1));

        var rest = await Site.FollowAsync("/status", "/status/late/one/drop", ("why", "zelf gestuurd"));
        var after = await Site.FollowAsync("/status", "/status/late/send");

        Assert.Single(rest.QuerySelectorAll("form[action$=drop]"));
        Assert.Empty(after.QuerySelectorAll("form[action*='late']"));
    }

    [Fact]
    public async Task Where_more_has_failed_than_shows_the_page_says_how_many_there_are()
    {
        for (var i = 0; i < 40; i++)
            await FailAsync(new GroupId("elders"));

        var main = (await Site.PageAsync("/status")).QuerySelector("main")!;

        Assert.Contains("Een lijst lezen: 40 in totaal", main.TextContent, StringComparison.Ordinal);
        Assert.Empty(main.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task Sign_ups_by_flyer_show_and_more_are_allowed_today()
    {
        var signUps = Site.Get<SignUps>();
        await signUps.TakeAsync(GroupId.Default, AbuseLimit.SignUp, new MeetingId("m1"), new Candidate { Email = new EmailAddress("iris@buurt.example") }, default);

        var before = await Site.PageAsync("/status");
        var after = await Site.FollowAsync("/status", "/status/sign-ups/raise");

        Assert.Contains($"Vandaag 1 van hoogstens {SignUpDay.MaxPerGroup}", before.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Vandaag 1 van hoogstens {SignUpDay.MaxPerGroup + SignUps.Raise}", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(after.QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task The_failed_work_of_another_group_is_out_of_reach()
    {
        await FailAsync(new GroupId("elders"));
        var id = Assert.Single(await Site.Get<IQueues>().PeekAsync(Poison, 1, default)).Id;

        Assert.Empty((await Site.PageAsync("/status")).QuerySelectorAll("main form"));
        var answer = await OrganiserSite.PostAsync(Site.Browser, "/", $"/status/failed/lists/{id}/retry");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(1, await Site.Get<IQueues>().CountAsync(Poison, default));
    }

    private Task FailAsync(GroupId group) =>
        Site.Get<IQueues>().SendAsync(Poison, $$"""{"group":"{{group}}","list":"00000000"}""", TimeSpan.Zero, default);
}
