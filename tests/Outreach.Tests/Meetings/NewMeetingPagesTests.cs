using System.Net;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Tests.Web;

namespace Outreach.Tests.Meetings;

/// <summary>A new meeting in four short steps, and all that is wrong said at once.</summary>
public sealed class NewMeetingPagesTests : AsOrganiser
{
    [Fact]
    public async Task A_meeting_is_made_in_four_steps_with_a_day_as_people_write_it()
    {
        var page = await StepAsync(await Site.PageAsync("/meetings/new"), ("title", "Koffie op het plein"));
        page = await StepAsync(page, ("day", "do 11 mrt 19:30"));
        page = await StepAsync(page, ("place", "Lindeplein 3"), ("contactName", "Fatima"), ("contactPhone", "06 12345678"));
        Assert.Contains("donderdag 11 maart 2027, van 19.30 tot 21.30 uur", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);

        var made = await SendAsync(page, ("capacity", "20"));

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Contains("Koffie op het plein", (await Site.PageAsync(made.Headers.Location!.ToString())).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_says_what_is_wrong_in_it_and_keeps_what_was_typed()
    {
        var page = await StepAsync(await Site.PageAsync("/meetings/new"), ("title", "Koffie"));

        page = await StepAsync(page, ("day", "wo 11 mrt 19:30"));

        Assert.Equal(["#day"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
        Assert.Equal("wo 11 mrt 19:30", page.QuerySelector("#day")!.GetAttribute("value"));
        Assert.Equal("Koffie", page.QuerySelector("input[type=hidden][name=title]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task One_step_back_keeps_what_was_typed_and_checks_nothing()
    {
        var page = await StepAsync(await Site.PageAsync("/meetings/new"), ("title", "Koffie"));

        page = await StepAsync(page, ("day", "weet ik nog niet"), ("go", "1"));

        Assert.Equal("Koffie", page.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal("weet ik nog niet", page.QuerySelector("input[type=hidden][name=day]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_with_links_to_it()
    {
        var meeting = await Site.MeetingAsync();

        var answer = await OrganiserSite.PostAsync(Site.Browser, meeting + "/edit", meeting + "/edit", ("title", ""), ("day", "binnenkort"), ("place", ""), ("capacity", "veel"), ("quota", "3"), ("line-nl", "Tot dan"));

        var page = await OrganiserSite.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["#title", "#day", "#place", "#contactName", "#contactPhone", "#capacity"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll("[role=alert] a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")! + "[aria-invalid=true]")));
        Assert.Equal(("binnenkort", "veel", "Tot dan"), (page.QuerySelector("#day")!.GetAttribute("value"), page.QuerySelector("#capacity")!.GetAttribute("value"), page.QuerySelector("#line-nl")!.TextContent));
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_meeting_and_filled_in_anew_it_is_another()
    {
        var page = await StepAsync(await Site.PageAsync("/meetings/new"), ("title", "Koffie op het plein"));
        page = await StepAsync(page, ("day", "do 11 mrt 19:30"));
        page = await StepAsync(page, ("place", "Lindeplein 3"), ("contactName", "Fatima"), ("contactPhone", "06 12345678"));

        var made = await Task.WhenAll(SendAsync(page), SendAsync(page));
        var other = await SendAsync(page, ("title", "Thee op het plein"));

        Assert.Equal(made[0].Headers.Location, made[1].Headers.Location);
        Assert.NotEqual(made[0].Headers.Location, other.Headers.Location);
        Assert.Equal(2, (await Site.Get<MeetingStore>().ListAsync(GroupId.Default, default)).Count);
    }

    [Fact]
    public async Task A_meeting_that_follows_another_is_made_once_too()
    {
        var meeting = await Site.MeetingAsync();
        var page = await Site.PageAsync($"/meetings/new?after={meeting.Split('/')[^1]}");

        var (first, second) = (await SendAsync(page), await SendAsync(page));

        Assert.Equal((HttpStatusCode.Redirect, first.Headers.Location), (first.StatusCode, second.Headers.Location));
        Assert.NotEqual(meeting, first.Headers.Location!.ToString().Split('?')[0]);
    }

    private async Task<AngleSharp.Dom.IDocument> StepAsync(AngleSharp.Dom.IDocument page, params (string Name, string Value)[] fields)
    {
        var answer = await SendAsync(page, fields);
        return await OrganiserSite.ReadAsync(answer, answer.StatusCode is HttpStatusCode.UnprocessableEntity ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK);
    }

    private Task<HttpResponseMessage> SendAsync(AngleSharp.Dom.IDocument page, params (string Name, string Value)[] fields) =>
        Site.Browser.PostAsync("/meetings/new", new FormUrlEncodedContent(OrganiserSite.Filled(page.QuerySelector("main form")!, fields)));
}
