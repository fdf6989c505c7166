using System.Net;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Team;
using Outreach.Tests.Web;

namespace Outreach.Tests.Team;

public sealed class HostLinkTests : AsOrganiser
{
    [Fact]
    public async Task A_link_opens_the_list_of_its_meeting_and_a_host_ticks_there()
    {
        var meeting = await Site.InvitedAsync();
        using var host = await EnteredAsync(await MakeAsync(meeting));

        var list = await ReadAsync(host, meeting + "/checkin?q=Bea");
        var answer = await OrganiserSite.PostAsync(host, meeting + "/checkin?q=Bea", $"{meeting}/{list.QuerySelector(".guests button")!.GetAttribute("formaction")}", ("there", "yes"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("there", (await ReadAsync(host, meeting + "/checkin?q=Bea")).QuerySelector(".guests li")!.ClassList);
    }

    [Fact]
    public async Task A_host_adds_somebody_who_walks_in()
    {
        var meeting = await Site.MeetingAsync();
        using var host = await EnteredAsync(await MakeAsync(meeting));

        var answer = await OrganiserSite.PostAsync(host, meeting + "/checkin", meeting + "/walk-ins", ("name", "Els Visser"), ("language", "nl"));

        Assert.Equal(meeting + "/checkin?done=walked-in", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_host_sees_no_menu_and_no_link_to_a_page_that_is_not_theirs()
    {
        var meeting = await Site.InvitedAsync();
        using var host = await EnteredAsync(await MakeAsync(meeting));

        foreach (var path in (string[])[meeting + "/checkin?q=e", "/host"])
        {
            var page = await ReadAsync(host, path);
            Assert.DoesNotContain(page.QuerySelectorAll("nav a"), link => !link.GetAttribute("href")!.StartsWith("/meetings/", StringComparison.Ordinal));
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!).Where(href => !href.StartsWith("/language/", StringComparison.Ordinal)))
                Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(link)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/inbox")]
    [InlineData("/group/hosts")]
    [InlineData("/meetings/new")]
    [InlineData("/welcome")]
    [InlineData("/messages")]
    public async Task Every_other_page_looks_to_a_host_as_if_it_did_not_exist(string path)
    {
        using var host = await EnteredAsync(await MakeAsync(await Site.MeetingAsync()));

        var answer = await host.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(
            (await ReadAsync(host, "/meetings/000000000000/checkin", HttpStatusCode.NotFound)).QuerySelector("main")!.TextContent,
            (await OrganiserSite.ReadAsync(answer, HttpStatusCode.NotFound)).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task The_start_leads_a_host_to_their_meetings()
    {
        using var host = await EnteredAsync(await MakeAsync(await Site.MeetingAsync(), await Site.MeetingAsync("Soep")));

        Assert.Equal("/host", (await host.GetAsync("/")).Headers.Location!.ToString());
        Assert.Equal(["Koffie op het plein", "Soep"], (await ReadAsync(host, "/host")).QuerySelectorAll("#main h2").Select(title => title.TextContent));
    }

    [Fact]
    public async Task Another_meeting_is_closed_to_a_host()
    {
        var (mine, other) = (await Site.MeetingAsync(), await Site.MeetingAsync("Soep"));
        using var host = await EnteredAsync(await MakeAsync(mine));

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(mine + "/checkin")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(mine)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(other + "/checkin")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await OrganiserSite.PostAsync(host, mine + "/checkin", other + "/walk-ins", ("name", "Els Visser"))).StatusCode);
    }

    [Fact]
    public async Task A_link_that_is_withdrawn_is_dead_at_once_also_for_who_has_it_open()
    {
        var meeting = await Site.MeetingAsync();
        var link = await MakeAsync(meeting);
        using var host = await EnteredAsync(link);

        await Site.FollowAsync("/group/hosts", $"/group/hosts/{link.Split('/')[^1]}/withdraw");

        Assert.Equal(HttpStatusCode.Redirect, (await host.GetAsync(meeting + "/checkin")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_link_ends_the_day_after_its_last_meeting()
    {
        var meeting = await Site.MeetingAsync();
        var link = await MakeAsync(meeting);
        using var host = await EnteredAsync(link);

        await Site.AdvanceAsync(new DateTimeOffset(2027, 3, 12, 23, 59, 0, TimeSpan.FromHours(1)) - Site.Get<TimeProvider>().GetUtcNow());
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(meeting + "/checkin")).StatusCode);
        await Site.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Redirect, (await host.GetAsync(meeting + "/checkin")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(link)).StatusCode);
    }

    [Theory]
    [InlineData("", false, true)]
    [InlineData("", true, false)]
    [InlineData("2027-03-13", false, false)]
    public async Task A_link_without_a_last_day_moves_with_its_meeting_as_long_as_that_is_on(string lastDay, bool isCancelled, bool isGood)
    {
        var meeting = await Site.MeetingAsync();
        var page = await Site.FollowAsync("/group/hosts", "/group/hosts", ("name", "Ahmed"), ("meetings", meeting.Split('/')[^1]), ("lastDay", lastDay));
        var link = new Uri(page.QuerySelector("#main .cards a")!.GetAttribute("href")!).AbsolutePath;
        var startsAt = new DateTimeOffset(2027, 3, 18, 14, 0, 0, TimeSpan.FromHours(1));
        var change = new MeetingChange { StartsAt = startsAt, EndsAt = startsAt.AddHours(2) };
        var id = new MeetingId(meeting.Split('/')[^1]);
        await Site.Get<ChangeMeeting>().HandleAsync(GroupId.Default, id, change, default);
        if (isCancelled)
            await Site.Get<ChangeMeeting>().HandleAsync(GroupId.Default, id, new MeetingChange { Cancelled = true }, default);
        using var host = Site.Stranger();

        await Site.AdvanceAsync(startsAt - Site.Get<TimeProvider>().GetUtcNow());
        Assert.Equal(isGood ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await host.GetAsync(link)).StatusCode);
        Assert.Equal(isGood, Assert.Single(await Site.Get<HostLinks>().ListAsync(GroupId.Default, default)).IsGood(startsAt));
        await Site.AdvanceAsync(TimeSpan.FromDays(1.5));
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task To_open_a_link_signs_nobody_in_because_chat_programs_do_that()
    {
        var meeting = await Site.MeetingAsync();
        var link = await MakeAsync(meeting);
        using var chat = Site.Stranger();

        Assert.Equal(HttpStatusCode.OK, (await chat.GetAsync(link)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await chat.GetAsync(meeting + "/checkin")).StatusCode);
    }

    [Fact]
    public async Task A_made_up_code_opens_nothing()
    {
        using var stranger = Site.Stranger();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/h/0123456789")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/h/nope")).StatusCode);
    }

    [Fact]
    public async Task Wrong_codes_are_limited_per_address()
    {
        using var stranger = Site.Stranger();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
            answers.Add((await stranger.GetAsync($"/h/01{i:00000000}")).StatusCode);

        Assert.Equal(30, answers.Count(status => status == HttpStatusCode.NotFound));
        Assert.Equal(10, answers.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task The_code_of_a_resident_is_no_link_of_a_host_and_the_other_way_round()
    {
        var meeting = await Site.MeetingAsync();
        var host = (await MakeAsync(meeting)).Split('/')[^1];
        var flyer = await Site.Get<Codes>().DrawAsync(new CodeRow(GroupId.Default, CodeKind.Flyer, null, new MeetingId(meeting.Split('/')[^1])), default);
        using var stranger = Site.Stranger();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/h/{flyer}")).StatusCode);
        foreach (var path in (string[])["/i/", "/k/", "/p/", "/w/"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path + host)).StatusCode);
    }

    [Fact]
    public async Task A_form_without_a_name_a_meeting_or_a_possible_day_makes_no_link()
    {
        var meeting = (await Site.MeetingAsync()).Split('/')[^1];

        await RefusedAsync("name", ("name", ""), ("meetings", meeting));
        await RefusedAsync("meetings", ("name", "Ahmed"));
        await RefusedAsync("meetings", ("name", "Ahmed"), ("meetings", "000000000000"));
        await RefusedAsync("lastDay", ("name", "Ahmed"), ("meetings", meeting), ("lastDay", "2027-02-28"));
        await RefusedAsync("lastDay", ("name", "Ahmed"), ("meetings", meeting), ("lastDay", "2027-05-01"));
        await RefusedAsync("lastDay", ("name", "Ahmed"), ("meetings", meeting), ("lastDay", "binnenkort"));

        async Task RefusedAsync(string field, params (string, string)[] fields)
        {
            var page = await OrganiserSite.ReadAsync(await Site.PostAsync("/group/hosts", fields), HttpStatusCode.UnprocessableEntity);
            Assert.Equal("#" + field, page.QuerySelector(".summary a")!.GetAttribute("href"));
            Assert.Empty(await Site.Get<HostLinks>().ListAsync(GroupId.Default, default));
        }
    }

    private async Task<string> MakeAsync(params string[] meetings)
    {
        var fields = meetings.Select(meeting => ("meetings", meeting.Split('/')[^1])).Prepend(("name", "Ahmed, voordeur"));
        var page = await Site.FollowAsync("/group/hosts", "/group/hosts", [.. fields]);
        return new Uri(page.QuerySelector("#main .cards a")!.GetAttribute("href")!).AbsolutePath;
    }

    private async Task<HttpClient> EnteredAsync(string link)
    {
        var host = Site.Stranger();
        var answer = await OrganiserSite.PostAsync(host, link, link);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return host;
    }

    private static async Task<AngleSharp.Dom.IDocument> ReadAsync(HttpClient browser, string path, HttpStatusCode status = HttpStatusCode.OK) =>
        await OrganiserSite.ReadAsync(await browser.GetAsync(path), status);
}
