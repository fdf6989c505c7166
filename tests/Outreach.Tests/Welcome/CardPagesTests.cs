using System.Net;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Web;

namespace Outreach.Tests.Welcome;

public sealed class CardPagesTests : AsOrganiser
{
    [Fact]
    public async Task A_number_is_written_shown_to_new_residents_changed_and_taken_off()
    {
        Assert.Equal("/welcome/card", (await Site.PageAsync("/welcome")).QuerySelector(".task a")!.GetAttribute("href"));
        var page = await WriteAsync(("name", "Wijkagent Sanne"), ("for-nl", "Overlast in de straat."), ("for-en", "Trouble in the street."), ("phone", "06 12 00 00 31"), ("place", ""), ("owner", "Bea"));
        var line = page.QuerySelector(".cards h2 a")!.GetAttribute("href")!;

        var welcome = await WelcomeAsync(null);
        Assert.Equal(("tel:0612000031", true), (welcome.QuerySelectorAll(".cards a")[1].GetAttribute("href"), welcome.QuerySelectorAll(".cards li")[1].TextContent.Contains("Nagekeken op maandag 1 maart 2027", StringComparison.Ordinal)));
        Assert.DoesNotContain("Bea", welcome.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        page = await Site.FollowAsync(line, line, ("name", "Wijkagent Sanne"), ("for-nl", "Zorgen over een buur."), ("phone", "06 12 00 00 31"), ("owner", "Bea"));
        Assert.Contains("Zorgen over een buur.", Assert.Single(page.QuerySelectorAll(".cards li")).TextContent, StringComparison.Ordinal);
        page = await Site.FollowAsync("/welcome/card", line + "/remove");
        Assert.Empty(page.QuerySelectorAll(".cards li"));
    }

    [Fact]
    public async Task A_number_that_is_wrong_says_so_at_its_field_and_keeps_the_rest()
    {
        var answer = await SendAsync(("name", "De huismeester"), ("for-nl", "Iets stuk."), ("phone", "bel maar"), ("owner", "Bea"));

        var page = await OrganiserSite.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("#phone", "De huismeester"), (page.QuerySelector("[role=alert] a")!.GetAttribute("href"), page.QuerySelector("#name")!.GetAttribute("value")));
        Assert.Empty((await Site.PageAsync("/welcome/card")).QuerySelectorAll(".cards li"));
    }

    [Fact]
    public async Task A_number_that_nobody_looked_at_for_half_a_year_asks_for_it_until_somebody_does()
    {
        var page = await WriteAsync(("name", "Buurthuis"), ("for-nl", "Hulp met een brief."), ("phone", "06 12 00 00 32"), ("owner", "Bea"));
        var line = page.QuerySelector(".cards h2 a")!.GetAttribute("href")!;
        Site.Get<VirtualClock>().MoveTo(Site.Get<TimeProvider>().GetUtcNow().AddMonths(7));

        Assert.Equal("/welcome/card", (await Site.PageAsync("/")).QuerySelector(".task a")!.GetAttribute("href"));
        Assert.NotNull((await Site.PageAsync("/welcome/card")).QuerySelector(".cards .task"));
        page = await Site.FollowAsync("/welcome/card", line + "/checked");
        Assert.Null(page.QuerySelector(".cards .task"));
        Assert.Null((await Site.PageAsync("/")).QuerySelector(".task"));
    }

    [Fact]
    public async Task Each_flat_has_a_card_of_its_own_on_paper_and_on_the_page_of_who_lives_there()
    {
        await WriteAsync(("name", "Buurthuis"), ("for-nl", "Hulp met een brief."), ("for-en", "Help with a letter."), ("phone", "06 12 00 00 32"), ("owner", "Bea"));
        await WriteAsync(("name", "De huismeester"), ("for-nl", "Iets stuk in de hal."), ("phone", "06 12 00 00 33"), ("place", "Lindelaan 2-80"), ("owner", "Bea"));

        Assert.Equal(["Buurthuis"], Names(await Site.PageAsync("/welcome/card/print")));
        var sheet = await Site.PageAsync("/welcome/card/print?place=Lindelaan%202-80&in=en");
        Assert.Equal(["Buurthuis", "De huismeester"], Names(sheet));
        Assert.Contains("Help with a letter.", sheet.QuerySelector(".sheet[lang=en]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Buurthuis", "De huismeester"], Names(await WelcomeAsync("4")));
        Assert.Equal(["Buurthuis"], Names(await WelcomeAsync("82")));
    }

    [Fact]
    public async Task A_number_that_nobody_looked_at_for_half_a_year_is_not_printed_until_its_owner_taps()
    {
        await WriteAsync(("name", "Buurthuis"), ("for-nl", "Hulp met een brief."), ("phone", "06 12 00 00 32"), ("owner", "Bea"), ("ownerReach", "06 12345698"));
        Site.Get<VirtualClock>().MoveTo(Site.Get<TimeProvider>().GetUtcNow().AddMonths(7));
        var page = await Site.PageAsync("/welcome/card/print");
        Assert.DoesNotContain(page.QuerySelectorAll(".cards h3"), name => name.TextContent == "Buurthuis");
        Assert.NotNull(page.QuerySelector(".screen.task a"));

        var line = Assert.Single(await Site.Get<CardStore>().ListAsync(GroupId.Default, default)).Value;
        using var owner = Site.Stranger();
        var mine = $"/c/{line.Code}";
        await owner.GetAsync(mine);
        Assert.True((await Site.Get<CardStore>().FindAsync(GroupId.Default, line.Id, default))!.Value.IsStale(DateOnly.FromDateTime(Site.Get<TimeProvider>().GetUtcNow().Date)));
        var answer = await owner.PostAsync(mine, new FormUrlEncodedContent([new("answer", "right")]));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        Assert.Contains("Buurthuis", Names(await Site.PageAsync("/welcome/card/print")));
    }

    [Fact]
    public async Task The_owner_puts_a_number_right_or_gives_it_up_on_their_page()
    {
        await WriteAsync(("name", "Buurthuis"), ("for-nl", "Hulp met een brief."), ("phone", "06 12 00 00 32"), ("owner", "Bea"), ("ownerReach", "06 12345698"));
        var line = Assert.Single(await Site.Get<CardStore>().ListAsync(GroupId.Default, default)).Value;
        using var owner = Site.Stranger();

        var refused = await OrganiserSite.ReadAsync(await owner.PostAsync($"/c/{line.Code}", new FormUrlEncodedContent([new("answer", "change"), new("phone", "bel maar"), new("question", "Hulp.")])), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("bel maar", refused.QuerySelector("#phone")!.GetAttribute("value"));
        await owner.PostAsync($"/c/{line.Code}", new FormUrlEncodedContent([new("answer", "change"), new("phone", "06 12 00 00 77"), new("question", "Hulp.")]));
        Assert.Equal("06 12 00 00 77", (await Site.Get<CardStore>().FindAsync(GroupId.Default, line.Id, default))!.Value.Phone);
        await owner.PostAsync($"/c/{line.Code}", new FormUrlEncodedContent([new("answer", "not-mine")]));

        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/c/{line.Code}")).StatusCode);
        Assert.Equal("", (await Site.Get<CardStore>().FindAsync(GroupId.Default, line.Id, default))!.Value.Owner);
    }

    [Theory]
    [InlineData("/welcome/card/nonsense")]
    [InlineData("/welcome/card/000000000000")]
    public async Task A_number_that_is_not_there_is_said_kindly(string path) =>
        Assert.Equal("Niet gevonden", (await Site.PageAsync(path, HttpStatusCode.NotFound)).QuerySelector("h1")!.TextContent);

    /// <summary>Without the numbers that are on every card.</summary>
    private static IEnumerable<string> Names(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll(".cards h3").Select(name => name.TextContent).Where(name => name is not ("De politie, als er geen haast is" or "The police, when there is no hurry"));

    private async Task<HttpResponseMessage> SendAsync(params (string, string)[] fields)
    {
        var action = (await Site.PageAsync("/welcome/card/new")).QuerySelector("main form")!.GetAttribute("action")!;
        return await OrganiserSite.PostAsync(Site.Browser, "/welcome/card/new", action, fields);
    }

    /// <summary>A minute after the one before: lines stand in order of making.</summary>
    private async Task<AngleSharp.Dom.IDocument> WriteAsync(params (string, string)[] fields)
    {
        Site.Get<VirtualClock>().MoveTo(Site.Get<TimeProvider>().GetUtcNow().AddMinutes(1));
        return await Site.PageAsync((await SendAsync(fields)).Headers.Location!.ToString());
    }

    /// <summary>The page of the newest resident, at this number of the Lindelaan; null: whose address we do not know.</summary>
    private async Task<AngleSharp.Dom.IDocument> WelcomeAsync(string? houseNumber)
    {
        Site.Get<VirtualClock>().MoveTo(Site.Get<TimeProvider>().GetUtcNow().AddMinutes(1));
        (string, string)[] reach = houseNumber is null ? [("phone", "06 12345699")] : [("street", "Lindelaan"), ("houseNumber", houseNumber), ("postcode", "1234 AB")];
        var page = await Site.FollowAsync("/welcome", "/welcome", [("name", "Yara Smit"), ("movedIn", "2027-02-20"), .. reach]);
        return await Site.PageAsync(page.QuerySelector(".cards a[href^='/w/']")!.GetAttribute("href")!);
    }
}
