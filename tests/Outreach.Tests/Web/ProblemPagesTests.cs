using System.Net;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Tests.Web;

public sealed class ProblemPagesTests : AsOrganiser
{
    [Fact]
    public async Task Somebody_at_a_browser_reads_on_a_page_with_a_way_back_that_an_address_is_wrong()
    {
        using var answer = await AskAsync("/nowhere", "text/html");

        var page = await OrganiserSite.ReadAsync(answer, HttpStatusCode.NotFound);
        Assert.Equal("Niet gevonden", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("#main a[href='/']"));
    }

    [Fact]
    public async Task Whoever_sends_too_much_reads_in_their_language_what_to_do()
    {
        using var stranger = Site.Stranger();
        using var call = new HttpRequestMessage(HttpMethod.Post, "/signin") { Content = new FormUrlEncodedContent([KeyValuePair.Create("email", new string('a', 80_000))]) };
        call.Headers.Add("Accept", "text/html");
        call.Headers.Add("Accept-Language", "en");

        using var answer = await stranger.SendAsync(call);

        var page = await OrganiserSite.ReadAsync(answer, HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("Too large", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Split the list in two", page.QuerySelector("#main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_fails_says_so_kindly_and_keeps_the_menu()
    {
        await Site.Get<ITables>().SubmitAsync(TableNames.Meetings, GroupId.Default.Value, [Operation.Insert(MeetingKeys.Meeting(new MeetingId("000000000000")), "{\"title\":5}"u8.ToArray())], default);

        using var answer = await AskAsync("/meetings", "text/html,application/xhtml+xml,*/*;q=0.8");

        var page = await OrganiserSite.ReadAsync(answer, HttpStatusCode.InternalServerError);
        Assert.Equal("Er ging iets mis", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("nav a[href='/people']"));
    }

    [Theory]
    [InlineData("/nowhere", "*/*")]
    [InlineData("/api/nowhere", "text/html,*/*;q=0.8")]
    public async Task A_program_gets_the_same_as_JSON(string path, string accept)
    {
        using var answer = await AskAsync(path, accept);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string accept)
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, path);
        call.Headers.Add("Accept", accept);
        return await Site.Browser.SendAsync(call);
    }
}
