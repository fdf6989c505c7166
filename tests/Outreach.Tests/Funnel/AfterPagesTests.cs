using System.Net;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Tests.Web;

namespace Outreach.Tests.Funnel;

public sealed class AfterPagesTests : AsOrganiser
{
    [Fact]
    public async Task Before_the_meeting_there_is_nothing_to_look_back_on() =>
        Assert.Contains("zodra de bijeenkomst is geweest", (await Site.PageAsync(await Site.InvitedAsync() + "/after")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task The_page_counts_people_and_the_parties_in_which_they_came()
    {
        var meeting = await PastAsync();

        var page = await Site.PageAsync(meeting + "/after");

        Assert.Equal(["2", "4"], page.QuerySelectorAll("#came + .numbers dd").Take(2).Select(dd => dd.TextContent));
        Assert.Equal(["Alleen", "Met 3 mensen"], page.QuerySelectorAll(".shares tbody th").Select(th => th.TextContent));
    }

    [Fact]
    public async Task Hours_and_euros_are_shown_for_each_who_came()
    {
        var meeting = await PastAsync();

        var page = await Site.FollowAsync(meeting + "/after", meeting + "/after", ("hours", "10"), ("euros", "€ 12,50"));

        Assert.Equal(["2,5uur", "€ 3,13"], page.QuerySelectorAll("#took ~ .numbers dd").Select(dd => dd.TextContent));
        Assert.Equal("12,5", page.QuerySelector("#euros")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("hours", "veel")]
    [InlineData("euros", "-1")]
    [InlineData("euros", "99999999999999999999999999999999999")]
    public async Task What_is_no_number_is_said_and_kept_on_the_form(string field, string value)
    {
        var meeting = await PastAsync();

        var page = await OrganiserSite.ReadAsync(await Site.PostAsync(meeting + "/after", (field, value)), HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("#" + field, value), (page.QuerySelector("[role=alert] a")!.GetAttribute("href"), page.QuerySelector("#" + field)!.GetAttribute("value")));
    }

    [Fact]
    public async Task The_next_evening_is_filled_in_as_the_last_one_on_the_same_day_of_the_week()
    {
        var meeting = await PastAsync();

        var link = (await Site.PageAsync(meeting + "/after")).QuerySelector("#again ~ p a")!.GetAttribute("href")!;
        var form = await Site.PageAsync(link);

        Assert.Equal(("Koffie op het plein", "Buurthuis De Linde, Lindeplein 3", "25-3-2027"), (Value("title"), Value("place"), Value("day")));

        string? Value(string id) => form.QuerySelector("#" + id)!.GetAttribute("value");
    }

    private async Task<string> PastAsync()
    {
        var meeting = await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "ja 3");
        await Site.ReplyAsync("+31612345602", "ja");
        await Site.AdvanceAsync(TimeSpan.FromDays(10.5));
        var (id, list) = (new MeetingId(meeting.Split('/')[^1]), Site.Get<ListInvitations>());
        foreach (var (invitation, _) in (await list.HandleAsync(GroupId.Default, id, null, 10, CancellationToken.None)).Items)
            await Site.Get<MarkAttendance>().HandleAsync(GroupId.Default, id, invitation.Person, true, CancellationToken.None);
        return meeting;
    }
}
