using System.Net;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Web;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly OrganiserSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/meetings/new")]
    [InlineData("/inbox")]
    [InlineData("/people")]
    [InlineData("/welcome")]
    [InlineData("/welcome/card")]
    [InlineData("/welcome/card/print")]
    [InlineData("/meetings/000000000000/invite")]
    [InlineData("/messages")]
    public async Task Every_page_asks_to_sign_in_first(string path)
    {
        var answer = await site.Browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(site.Url + "/signin", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true, true, false)]
    [InlineData(true, true, true, true)]
    [InlineData(false, false, true, true)]
    [InlineData(false, true, false, true)]
    public void The_console_says_how_to_sign_in_where_no_mail_would_bring_the_link(bool isPlayed, bool mailLeaves, bool hasOrganisers, bool needed) =>
        Assert.Equal(needed, SignInAtStart.IsNeeded(isPlayed, mailLeaves, hasOrganisers));

    [Fact]
    public async Task A_link_from_the_mail_signs_in()
    {
        var link = await AskAsync(OrganiserSite.Organiser);

        var answer = await site.PostAsync(link!);

        Assert.Equal("/", answer.Headers.Location!.ToString());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("outreach=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Vandaag", (await site.PageAsync("/")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Opening_a_link_does_not_use_it_up_because_mail_programs_do_that()
    {
        var link = await AskAsync(OrganiserSite.Organiser);
        await site.Stranger().GetAsync(link);

        Assert.Equal(HttpStatusCode.Redirect, (await site.PostAsync(link!)).StatusCode);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var link = await AskAsync(OrganiserSite.Organiser);
        await site.PostAsync(link!);

        using var other = site.Stranger();
        var answer = await OrganiserSite.PostAsync(other, link!, link!);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_link_is_too_old_after_a_quarter_of_an_hour()
    {
        var link = await AskAsync(OrganiserSite.Organiser);
        await site.AdvanceAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync(link!)).StatusCode);
    }

    [Fact]
    public async Task A_made_up_link_opens_nothing() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync("/signin/made-up-by-somebody")).StatusCode);

    [Fact]
    public async Task Nobody_learns_whether_an_address_is_known()
    {
        var known = await TextOfAsync(OrganiserSite.Organiser);
        var unknown = await TextOfAsync("stranger@example.org");

        Assert.Equal(known, unknown);
        Assert.Empty(await site.Get<LocalOutbox>().ListAsync("stranger@example.org", CancellationToken.None));

        async Task<string> TextOfAsync(string email) =>
            (await OrganiserSite.ReadAsync(await site.PostAsync("/signin", ("email", email)), HttpStatusCode.OK)).QuerySelector("main")!.TextContent;
    }

    [Fact]
    public async Task A_mailbox_gets_a_few_links_an_hour_at_most()
    {
        for (var i = 0; i < SignIn.MaxPerHour + 3; i++)
            await site.Get<SignIn>().SendLinkAsync(OrganiserSite.Organiser, OrganiserWords.For("nl"), "192.0.2.1", CancellationToken.None);

        Assert.Equal(SignIn.MaxPerHour, (await site.LinksMailedAsync(OrganiserSite.Organiser)).Count);
    }

    [Fact]
    public async Task A_link_on_the_console_is_void_when_a_newer_one_is_made()
    {
        var first = await site.Get<SignIn>().ConsoleLinkAsync(CancellationToken.None);
        await site.Get<SignIn>().ConsoleLinkAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync(first)).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_no_organiser_any_more_is_out_at_once()
    {
        await site.PostAsync((await AskAsync(OrganiserSite.Organiser))!);
        var groups = site.Get<GroupStore>();
        await groups.SaveAsync(await groups.GetAsync(GroupId.Default, CancellationToken.None) with { Organisers = [] }, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Redirect, (await site.Browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_copied_cookie_opens_nothing()
    {
        var link = await AskAsync(OrganiserSite.Organiser);
        var cookie = (await site.PostAsync(link!)).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("outreach=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = site.Stranger();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/")).StatusCode);

        await OrganiserSite.PostAsync(site.Browser, "/", "/signout");

        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Whoever_asks_for_links_to_a_mailbox_of_others_keeps_its_owner_from_none()
    {
        for (var i = 0; i < SignIn.MaxPerHour + 3; i++)
            await site.Get<SignIn>().SendLinkAsync(OrganiserSite.Organiser, OrganiserWords.For("nl"), "198.51.100.7", CancellationToken.None);
        await site.AdvanceAsync(SignIn.GoodFor);

        Assert.Equal(HttpStatusCode.Redirect, (await site.PostAsync((await AskAsync(OrganiserSite.Organiser))!)).StatusCode);
    }

    [Fact]
    public async Task All_visitors_together_do_not_fill_a_mailbox()
    {
        for (var i = 0; i < SignIn.MaxPerHourFromAll + 5; i++)
            await site.Get<SignIn>().SendLinkAsync(OrganiserSite.Organiser, OrganiserWords.For("nl"), $"198.51.100.{i}", CancellationToken.None);

        Assert.Equal(SignIn.MaxPerHourFromAll, (await site.LinksMailedAsync(OrganiserSite.Organiser)).Count);
    }

    [Fact]
    public async Task A_link_to_sign_in_is_shown_on_no_page()
    {
        await site.PostAsync((await AskAsync(OrganiserSite.Organiser))!);

        Assert.DoesNotContain("/signin/", (await site.PageAsync("/messages")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await site.SignInAsync();

        await OrganiserSite.PostAsync(site.Browser, "/", "/signout");

        Assert.Equal(HttpStatusCode.Redirect, (await site.Browser.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("/meetings/new")]
    [InlineData("/welcome")]
    [InlineData("/welcome/card")]
    [InlineData("/welcome/card/print")]
    [InlineData("/meetings/000000000000/invite")]
    [InlineData("/messages/clock")]
    [InlineData("/signout")]
    public async Task A_form_from_another_site_changes_nothing(string path)
    {
        await site.SignInAsync();

        var answer = await site.Browser.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("by", "P1D"), KeyValuePair.Create("__RequestVerificationToken", "forged")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await site.PageAsync("/");
    }

    [Fact]
    public async Task The_token_of_another_visitor_is_not_taken()
    {
        await site.SignInAsync();
        using var other = site.Stranger();
        var token = await OrganiserSite.TokenAsync(other, "/signin");

        var answer = await site.Browser.PostAsync("/welcome", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("/\u0000")]
    [InlineData("/é")]
    [InlineData("/\t/evil.example")]
    [InlineData("~/people")]
    [InlineData("\ud83c\udf88")]
    public async Task Choosing_a_language_leads_nowhere_else(string back) =>
        Assert.Equal("/", (await site.Browser.GetAsync("/language/en?back=" + Uri.EscapeDataString(back))).Headers.Location!.ToString());

    [Fact]
    public async Task Pages_speak_the_language_that_was_chosen()
    {
        await site.SignInAsync();
        await site.Browser.GetAsync("/language/en?back=/");

        var page = await site.PageAsync("/");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Today", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_link_that_nobody_used_and_who_asked_for_it_are_forgotten()
    {
        await site.Get<SignIn>().SendLinkAsync(OrganiserSite.Organiser, OrganiserWords.For("nl"), "192.0.2.1", default);
        Assert.Equal((1, 3), (await KeysAsync("signin"), await KeysAsync("signin-asked")));

        await site.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal((0, 0), (await KeysAsync("signin"), await KeysAsync("signin-asked")));
    }

    [Fact]
    public async Task Owners_hear_once_a_day_that_somebody_fills_a_mailbox_with_links()
    {
        for (var i = 0; i < SignIn.MaxPerHour + 5; i++)
            await site.Get<SignIn>().SendLinkAsync(OrganiserSite.Organiser, OrganiserWords.For("nl"), "192.0.2.1", default);
        await site.AdvanceAsync(TimeSpan.FromMinutes(1));

        var mails = await site.Get<LocalOutbox>().ListAsync(OrganiserSite.Organiser, default);
        Assert.Equal((SignIn.MaxPerHour, 1), (mails.Count(mail => mail.Text.Contains("/signin/", StringComparison.Ordinal)), mails.Count(mail => mail.Text.Contains("/status", StringComparison.Ordinal))));
    }

    private async Task<int> KeysAsync(string partition) => await site.Get<ITables>().QueryAsync("Keys", partition, KeyRange.All, null, default).CountAsync();

    /// <summary>Asks for a link, and reads it from the mailbox.</summary>
    private async Task<string?> AskAsync(string email)
    {
        await site.Get<SignIn>().SendLinkAsync(email, OrganiserWords.For("nl"), "192.0.2.1", CancellationToken.None);
        return await site.LinksMailedAsync(email) is [.., var last] ? last : null;
    }
}
