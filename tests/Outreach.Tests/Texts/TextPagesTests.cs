using System.Net;
using Outreach.Languages;
using Outreach.Tests.Web;

namespace Outreach.Tests.Texts;

public sealed class TextPagesTests : AsOrganiser
{
    [Fact]
    public async Task The_texts_stand_by_language_with_people_and_price()
    {
        var meeting = await MeetingAsync();

        var page = await Site.PageAsync(meeting + "/texts");

        Assert.Equal(2, page.QuerySelectorAll("table").Length);
        Assert.Equal(20, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(["Nederlands", "2"], page.QuerySelectorAll("tbody tr")[0].Children.Take(2).Select(cell => cell.TextContent));
        Assert.Contains("‘", page.QuerySelectorAll("table")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_looked_at_before_it_is_saved()
    {
        var path = await MeetingAsync() + "/texts/invitation/nl";

        var looked = await OrganiserSite.ReadAsync(await Site.PostAsync(path, ("sms", "Dag ((voornaam)), er is taart!"), ("text", ""), ("verb", "preview")), HttpStatusCode.OK);
        Assert.Contains("standaardtekst", (await Site.PageAsync(path)).QuerySelector("main p:not(.back)")!.TextContent, StringComparison.Ordinal);
        var saved = await Site.FollowAsync(path, path, ("sms", "Dag ((voornaam)), er is taart!"), ("text", ""), ("verb", "save"));

        Assert.Contains("Dag Bea, er is taart!", looked.QuerySelector(".preview .bubble")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dag Bea, er is taart!", saved.QuerySelector(".preview .bubble")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Dag ((voornaam)), er is taart!", saved.QuerySelector("#sms")!.TextContent);
        Assert.NotNull(saved.QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task Languages_without_an_own_text_are_shown_with_their_people()
    {
        var meeting = await MeetingAsync();
        var path = meeting + "/texts/invitation/nl";
        await Site.FollowAsync(path, path, ("sms", "Er is taart!"), ("verb", "save"));

        var page = await Site.PageAsync(meeting + "/texts");
        Assert.Contains("Arabisch (1)", page.QuerySelector(".task")!.TextContent, StringComparison.Ordinal);
        await Site.FollowAsync(path, path, ("verb", "standard"));

        Assert.Null((await Site.PageAsync(meeting + "/texts")).QuerySelector(".task"));
    }

    [Fact]
    public async Task An_unknown_placeholder_is_an_error_that_says_what_there_is()
    {
        var path = await MeetingAsync() + "/texts/invitation/nl";

        var page = await OrganiserSite.ReadAsync(await Site.PostAsync(path, ("sms", "Dag ((voornam))"), ("verb", "save")), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("#sms", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Contains("((voornam)) niet (teken 5)", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("((voornaam))", page.QuerySelector("#sms-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Dag ((voornam))", page.QuerySelector("#sms")!.TextContent);
    }

    [Fact]
    public async Task The_English_page_names_the_placeholders_in_English()
    {
        var path = await MeetingAsync() + "/texts/invitation/en";
        await Site.Browser.GetAsync("/language/en?back=/");

        Assert.Contains("((firstname))", (await Site.PageAsync(path)).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_labels_people_asks_for_a_second_look_before_saving()
    {
        var path = await MeetingAsync() + "/texts/invitation/nl";

        var refused = await OrganiserSite.ReadAsync(await Site.PostAsync(path, ("sms", "Kwetsbare mensen!"), ("verb", "save")), HttpStatusCode.UnprocessableEntity);
        Assert.Matches(@"^\s*Kwetsbare\s+Dit woord", refused.QuerySelector(".marks .label")!.TextContent);
        Assert.Equal("#labels", refused.QuerySelector("[role=alert] a")!.GetAttribute("href"));

        await Site.FollowAsync(path, path, ("sms", "Kwetsbare mensen!"), ("labels", "1"), ("verb", "save"));
    }

    [Fact]
    public async Task Letters_have_the_own_text_and_can_be_in_large_print()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Straat;Huisnummer;Postcode\nBea Prins;Lindeplein;4;1234 AB\n");
        var path = meeting + "/texts/invitation/nl";
        await Site.FollowAsync(path, path, ("text", "Beste ((voornaam)),\n\nEr is taart."), ("verb", "save"));
        await Site.FollowAsync(meeting + "/send", meeting + "/send", ("perHour", ""));
        await Site.DrainAsync();

        var page = await Site.PageAsync(meeting + "/paper/letters?print=large");

        Assert.StartsWith("Beste Bea,\n\nEr is taart.\n\nWanneer: ", page.QuerySelector(".sheet.large .letter")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href$='print=letter']"));
        Assert.Null((await Site.PageAsync(meeting + "/paper/letters")).QuerySelector(".large"));
    }

    [Fact]
    public async Task An_unchecked_text_says_so_where_it_is_about_to_be_sent_until_somebody_has_read_it()
    {
        var meeting = await MeetingAsync();
        var send = await Site.PageAsync(meeting + "/send");
        Assert.Equal(["/languages/nl", "/languages/ar"], send.QuerySelectorAll(".preview .unchecked a").Select(link => link.GetAttribute("href")));
        Assert.Contains("opgroeide. Laat hem", send.QuerySelector(".unchecked")!.TextContent, StringComparison.Ordinal);

        var texts = await Site.FollowAsync("/languages/ar", "/languages/ar", ("kind", "invitation"), ("by-invitation", "Samira Haddad"));

        Assert.Contains("Samira Haddad, ma 1 mrt 10:00", texts.QuerySelector("#invitation .good")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(texts.QuerySelector("#nudge .unchecked"));
        Assert.Contains("1 van 26", (await Site.PageAsync("/languages")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/languages/nl"], (await Site.PageAsync(meeting + "/send")).QuerySelectorAll(".preview .unchecked a").Select(link => link.GetAttribute("href")));
        var undone = await Site.FollowAsync("/languages/ar", "/languages/ar", ("kind", "invitation"), ("verb", "undo"));
        Assert.NotNull(undone.QuerySelector("#invitation .unchecked"));
    }

    [Fact]
    public async Task A_check_needs_a_name()
    {
        var page = await OrganiserSite.ReadAsync(await Site.PostAsync("/languages/ar", ("kind", "thanks"), ("by-thanks", " ")), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("#by-thanks", Assert.Single(page.QuerySelectorAll("[role=alert] a")).GetAttribute("href"));
        Assert.Equal("true", page.QuerySelector("#by-thanks")!.GetAttribute("aria-invalid"));
    }

    private async Task<string> MeetingAsync()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel;Taal\nBea Prins;0612345601;nl\nBea Bos;0612345602;nl\nSamira;0612345603;ar\n");
        return meeting;
    }
}
