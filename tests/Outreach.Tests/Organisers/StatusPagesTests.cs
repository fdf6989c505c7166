using System.Net;
using Outreach.Messages;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Tests.Organisers;

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
    public async Task What_failed_is_tried_again()
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
