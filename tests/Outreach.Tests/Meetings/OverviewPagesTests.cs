using System.Net;
using Outreach.Tests.Web;

namespace Outreach.Tests.Meetings;

public sealed class OverviewPagesTests : AsOrganiser
{
    [Fact]
    public async Task A_step_is_held_let_go_and_moved_from_the_page()
    {
        var meeting = await Site.InvitedAsync();
        Assert.Equal(3, (await Site.PageAsync(meeting)).QuerySelectorAll(".timeline details").Length);

        var page = await Site.FollowAsync(meeting, meeting + "/plan/remind", ("verb", "hold"));
        Assert.NotNull(page.QuerySelector("#step-remind.held"));
        page = await Site.FollowAsync(meeting, meeting + "/plan/remind", ("verb", "release"));
        Assert.NotNull(page.QuerySelector("#step-remind.coming"));
        page = await Site.FollowAsync(meeting, meeting + "/plan/remind", ("verb", "move"), ("day", "2027-03-10"), ("time", "11:30"));
        Assert.Contains("11:30", page.QuerySelector("#step-remind")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-14", "12:00")]
    [InlineData("2027-03-10", "22:00")]
    [InlineData("", "12:00")]
    public async Task A_moment_that_cannot_be_keeps_what_was_typed_and_says_why(string day, string time)
    {
        var meeting = await Site.InvitedAsync();

        var page = await OrganiserSite.ReadAsync(await OrganiserSite.PostAsync(Site.Browser, meeting, meeting + "/plan/remind", ("verb", "move"), ("day", day), ("time", time)), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("#day-remind", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#step-remind details[open]"));
        Assert.Equal(time, page.QuerySelector("#time-remind")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_nobody_decides_on_cannot_be_moved()
    {
        var meeting = await Site.InvitedAsync();

        foreach (var step in (string[])["tellReport", "nonsense"])
            Assert.Equal(HttpStatusCode.NotFound, (await OrganiserSite.PostAsync(Site.Browser, meeting, $"{meeting}/plan/{step}", ("verb", "hold"))).StatusCode);
    }

    [Fact]
    public async Task With_few_answers_the_page_says_that_it_is_too_few_to_tell()
    {
        var meeting = await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "ja 3");

        var page = await Site.PageAsync(meeting);

        Assert.Contains("Te weinig antwoorden", page.QuerySelector("#forecast")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Er zijn 3 plaatsen bezet.", page.QuerySelector("svg.line")!.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".funnel .rate"), rate => Assert.Equal("", rate.TextContent));
    }
}
