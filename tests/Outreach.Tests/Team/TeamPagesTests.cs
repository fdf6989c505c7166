using System.Net;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;
using Outreach.Tests.Support;
using Outreach.Tests.Web;

namespace Outreach.Tests.Team;

public sealed class TeamPagesTests : AsOrganiser
{
    private const string Bo = "bo@example.org";

    [Fact]
    public async Task Whoever_is_invited_gets_a_mail_signs_in_without_a_password_and_has_that_role()
    {
        await InviteAsync("organiser");
        Assert.Contains("/signin", Assert.Single(await Site.Get<LocalOutbox>().ListAsync(Bo, default)).Text, StringComparison.Ordinal);

        using var bo = await Site.SignedInAsync(Bo);

        Assert.Equal(HttpStatusCode.OK, (await bo.GetAsync("/people")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bo.GetAsync("/group/team")).StatusCode);
    }

    [Fact]
    public async Task A_viewer_sees_totals_and_nothing_with_a_name()
    {
        var meeting = await Site.InvitedAsync();
        await InviteAsync("viewer");
        using var bo = await Site.SignedInAsync(Bo);

        Assert.Equal("/group/totals", (await bo.GetAsync("/")).Headers.Location!.ToString());
        var totals = await OrganiserSite.ReadAsync(await bo.GetAsync("/group/totals"), HttpStatusCode.OK);
        Assert.Contains("Koffie op het plein", totals.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", totals.QuerySelector("tbody td.number")!.TextContent);
        Assert.DoesNotContain("Bea", totals.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(totals.QuerySelector("nav"));
        foreach (var path in (string[])["/people", meeting, meeting + "/checkin", "/inbox", "/group/hosts", "/group/team", "/welcome", "/messages"])
            Assert.Equal(HttpStatusCode.NotFound, (await bo.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_role_that_changes_counts_at_once()
    {
        await InviteAsync("organiser");
        using var bo = await Site.SignedInAsync(Bo);

        await Site.FollowAsync("/group/team", "/group/team/role", ("email", Bo), ("role", "viewer"));
        Assert.Equal(HttpStatusCode.NotFound, (await bo.GetAsync("/people")).StatusCode);
        await Site.FollowAsync("/group/team", "/group/team/role", ("email", Bo), ("role", "owner"));
        Assert.Equal(HttpStatusCode.OK, (await bo.GetAsync("/group/team")).StatusCode);
        await Site.FollowAsync("/group/team", "/group/team/remove", ("email", Bo));
        Assert.Equal(HttpStatusCode.Redirect, (await bo.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_done_to_the_team_is_said_and_changes_nothing()
    {
        Assert.Equal("#email", await WrongAsync(("email", "nope"), ("role", "viewer")));
        Assert.Equal("#email", await WrongAsync(("email", OrganiserSite.Organiser), ("role", "viewer")));
        Assert.Equal("#role", await WrongAsync(("email", Bo), ("role", "boss")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OrganiserSite.PostAsync(Site.Browser, "/group/team", "/group/team/remove", ("email", OrganiserSite.Organiser))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await OrganiserSite.PostAsync(Site.Browser, "/group/team", "/group/team/remove", ("email", Bo))).StatusCode);
        Assert.Empty((await Site.Get<GroupStore>().GetAsync(GroupId.Default, default)).Members);

        async Task<string?> WrongAsync(params (string, string)[] fields) =>
            (await OrganiserSite.ReadAsync(await Site.PostAsync("/group/team", fields), HttpStatusCode.UnprocessableEntity)).QuerySelector(".summary a")!.GetAttribute("href");
    }

    [Fact]
    public async Task Whoever_belongs_to_two_groups_switches_between_them_and_sees_one_at_a_time()
    {
        var meeting = await Site.MeetingAsync();
        await Site.Get<AddGroup>().HandleAsync("Zuid", Bo, null, "nl", default);
        await InviteAsync("viewer");
        using var bo = await Site.SignedInAsync(Bo);
        Assert.Equal("De buurt", await GroupAsync());

        await OrganiserSite.PostAsync(bo, "/group", "/group/switch", ("group", "zuid"));

        Assert.Equal("Zuid", await GroupAsync());
        Assert.Equal(HttpStatusCode.OK, (await bo.GetAsync("/people")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bo.GetAsync(meeting)).StatusCode);
        await OrganiserSite.PostAsync(bo, "/group", "/group/switch", ("group", "default"));
        Assert.Equal(HttpStatusCode.NotFound, (await bo.GetAsync("/people")).StatusCode);

        async Task<string> GroupAsync() => (await OrganiserSite.ReadAsync(await bo.GetAsync("/group"), HttpStatusCode.OK)).QuerySelector(".brand")!.TextContent;
    }

    [Fact]
    public async Task Nobody_switches_to_a_group_that_is_not_theirs()
    {
        await Site.Get<AddGroup>().HandleAsync("Zuid", Bo, null, "nl", default);

        foreach (var group in (string[])["zuid", "nowhere", ""])
            Assert.Equal(HttpStatusCode.NotFound, (await OrganiserSite.PostAsync(Site.Browser, "/group", "/group/switch", ("group", group))).StatusCode);
    }

    [Fact]
    public async Task A_regional_group_sees_the_totals_of_its_local_groups_and_none_of_their_meetings()
    {
        await Site.InvitedAsync();
        var groups = Site.Get<GroupStore>();
        var region = (await Site.Get<AddGroup>().HandleAsync("Stad", Bo, null, "nl", default)).Group!;
        await groups.SaveAsync(await groups.GetAsync(GroupId.Default, default) with { Region = region.Id }, default);
        using var bo = await Site.SignedInAsync(Bo);

        var totals = (await OrganiserSite.ReadAsync(await bo.GetAsync("/group/totals"), HttpStatusCode.OK)).Body!;

        Assert.Equal(["1", "2"], totals.QuerySelectorAll("#main section:first-of-type td.number").Take(2).Select(cell => cell.TextContent));
        Assert.DoesNotContain("Koffie op het plein", totals.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitations_of_one_group_fill_no_mailbox_and_the_page_says_when_no_mail_went()
    {
        var said = new List<string>();
        for (var i = 0; i < Outreach.Functions.Web.SigningIn.SignIn.MaxPerHour + 3; i++)
        {
            said.Add((await InviteAsync("viewer")).QuerySelector(".done")!.TextContent);
            await Site.FollowAsync("/group/team", "/group/team/remove", ("email", Bo));
        }

        Assert.Equal(3, said.Count(text => text.Contains("geen mail", StringComparison.Ordinal)));
        Assert.Equal(Outreach.Functions.Web.SigningIn.SignIn.MaxPerHour, (await Site.Get<LocalOutbox>().ListAsync(Bo, default)).Count);
    }

    private Task<AngleSharp.Dom.IDocument> InviteAsync(string role) => Site.FollowAsync("/group/team", "/group/team", ("email", Bo), ("role", role));
}
