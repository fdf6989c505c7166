using System.Net;
using AngleSharp.Dom;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Tests.Web;

namespace Outreach.Tests.Funnel;

public sealed class AfterPagesTests(MeetingThatWas past) : IClassFixture<MeetingThatWas>
{
    private OrganiserSite Site => past.Site;

    [Fact]
    public void Before_the_meeting_there_is_nothing_to_look_back_on() =>
        Assert.Contains("zodra de bijeenkomst is geweest", past.Before.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task The_page_counts_people_and_the_parties_in_which_they_came()
    {
        var page = await Site.PageAsync(past.Meeting + "/after");

        Assert.Equal(["2", "4"], page.QuerySelectorAll("#came + .numbers dd").Take(2).Select(dd => dd.TextContent));
        Assert.Equal(["Alleen", "3 mensen samen"], page.QuerySelectorAll(".shares tbody th").Select(th => th.TextContent));
    }

    [Fact]
    public async Task Hours_and_euros_are_shown_for_each_who_came()
    {
        var page = await Site.FollowAsync(past.Meeting + "/after", past.Meeting + "/after", ("hours", "10"), ("euros", "€ 12,50"));

        Assert.Equal(["2,5uur", "€ 3,13"], page.QuerySelectorAll("#took ~ .numbers dd").Select(dd => dd.TextContent));
        Assert.Equal("12,5", page.QuerySelector("#euros")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("hours", "veel")]
    [InlineData("euros", "-1")]
    [InlineData("euros", "99999999999999999999999999999999999")]
    public async Task What_is_no_number_is_said_and_kept_on_the_form(string field, string value)
    {
        var page = await OrganiserSite.ReadAsync(await Site.PostAsync(past.Meeting + "/after", (field, value)), HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("#" + field, value), (page.QuerySelector("[role=alert] a")!.GetAttribute("href"), page.QuerySelector("#" + field)!.GetAttribute("value")));
    }

    [Fact]
    public async Task The_next_evening_is_filled_in_as_the_last_one_on_the_same_day_of_the_week()
    {
        var link = (await Site.PageAsync(past.Meeting + "/after")).QuerySelector("#again ~ p a")!.GetAttribute("href")!;
        var form = await Site.PageAsync(link);

        Assert.Equal(("Koffie op het plein", "Buurthuis De Linde, Lindeplein 3", "25-3-2027"), (Value("title"), Value("place"), Value("day")));

        string? Value(string id) => form.QuerySelector("#" + id)!.GetAttribute("value");
    }
}

/// <summary>A meeting that two people came to, one of them with two others; it takes a while to play.</summary>
public sealed class MeetingThatWas : IAsyncLifetime
{
    internal OrganiserSite Site { get; } = new();

    internal string Meeting { get; private set; } = "";

    /// <summary>The page to look back on, before it began.</summary>
    internal IDocument Before { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await Site.SignInAsync();
        Meeting = await Site.InvitedAsync();
        Before = await Site.PageAsync(Meeting + "/after");
        await Site.ReplyAsync("+31612345601", "ja 3");
        await Site.ReplyAsync("+31612345602", "ja");
        await Site.AdvanceAsync(TimeSpan.FromDays(10.5));
        var (id, list) = (new MeetingId(Meeting.Split('/')[^1]), Site.Get<ListInvitations>());
        foreach (var (invitation, _) in (await list.HandleAsync(GroupId.Default, id, null, 10, CancellationToken.None)).Items)
            await Site.Get<MarkAttendance>().HandleAsync(GroupId.Default, id, invitation.Person, attended: true, came: null, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
