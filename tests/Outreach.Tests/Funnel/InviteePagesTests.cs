using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Outreach.Tests.Web;

namespace Outreach.Tests.Funnel;

public sealed class InviteePagesTests : AsOrganiser
{
    private const string List = "Naam;Mobiel;E-mail;Taal;Straat;Huisnummer;Postcode\nBea Prins;0612345601;;nl;Lindelaan;2;1234 AB\nÖmer Yıldız;0612345602;;tr;Zegge;4;1234 AC\nCas Bos;;cas@example.org;en;Lindelaan;6;1234 AB\n";

    [Fact]
    public async Task The_table_shows_everybody_with_what_comes_next()
    {
        var meeting = await AskedAsync();

        var page = await Site.PageAsync(meeting + "/people");

        Assert.Equal(["Bea Prins", "Cas Bos", "Ömer Yıldız"], Names(page).Order(StringComparer.Ordinal));
        Assert.Contains("Krijgt een herinnering", RowOf(page, "Bea").TextContent, StringComparison.Ordinal);
        Assert.Contains("Wacht op antwoord", RowOf(page, "Cas").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Krijgt vanzelf een bedankje")]
    [InlineData(6, "Te laat voor een bericht: bedank zelf")]
    public async Task Of_somebody_who_is_ticked_late_it_says_whether_they_are_still_thanked(int daysAfter, string next)
    {
        var meeting = await AskedAsync();
        await Site.AdvanceAsync(new DateTimeOffset(2027, 3, 11 + daysAfter, 12, 0, 0, TimeSpan.FromHours(1)) - Site.Get<TimeProvider>().GetUtcNow());
        var checkIn = meeting + "/checkin?q=Bea";
        await Site.FollowAsync(checkIn, $"{meeting}/{(await Site.PageAsync(checkIn)).QuerySelector(".guests button")!.GetAttribute("formaction")}", ("there", "yes"), ("q", ""));

        Assert.Contains(next, RowOf(await Site.PageAsync(meeting + "/people"), "Bea").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answer=yes", "Bea Prins")]
    [InlineData("channel=email", "Cas Bos")]
    [InlineData("language=tr", "Ömer Yıldız")]
    [InlineData("street=lindelaan&sort=name", "Bea Prins,Cas Bos")]
    [InlineData("q=omer", "Ömer Yıldız")]
    [InlineData("q=zegge", "Ömer Yıldız")]
    [InlineData("next=wait&sort=-name", "Ömer Yıldız,Cas Bos")]
    [InlineData("wave=3", "")]
    [InlineData("sort=name&page=99", "Bea Prins,Cas Bos,Ömer Yıldız")]
    [InlineData("answer=nonsense&sort=name", "Bea Prins,Cas Bos,Ömer Yıldız")]
    public async Task The_table_is_narrowed_and_sorted_by_its_address(string query, string names)
    {
        var meeting = await AskedAsync();

        Assert.Equal(names, string.Join(',', Names(await Site.PageAsync($"{meeting}/people?{query}"))));
    }

    [Fact]
    public async Task More_than_a_page_is_read_page_by_page_and_counted_when_somebody_seeks()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel\n" + string.Concat(Enumerable.Range(0, 70).Select(i => $"Buur {i:00};06123456{i:00}\n")));

        var first = await Site.PageAsync(meeting + "/people");
        var second = await Site.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((50, 20), (Names(first).Count, Names(second).Count));
        Assert.Empty(Names(first).Intersect(Names(second)));
        Assert.Null(second.QuerySelector("a[rel=next]"));
        var sorted = await Site.PageAsync(meeting + "/people?sort=name&page=2");
        Assert.Equal(("Buur 50", 20), (Names(sorted)[0], Names(sorted).Count));
        Assert.Contains("70 gevonden", sorted.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_spreadsheet_would_run_is_text_in_a_file()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel\n+A1;0612345601\n@SUM(A1);0612345602\n");

        var csv = await Site.Browser.GetByteArrayAsync(meeting + "/people.csv?sort=name");
        var rows = Encoding.UTF8.GetString(csv).Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.StartsWith("'+A1;", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("'@SUM(A1);", rows[2], StringComparison.Ordinal);
        Assert.Contains(";+31612345601;", rows[1], StringComparison.Ordinal);
        using var xlsx = new ZipArchive(await Site.Browser.GetStreamAsync(meeting + "/people.xlsx?sort=name"));
        using var sheet = new StreamReader(xlsx.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<c t=\"inlineStr\"><is><t>+A1</t></is></c>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_holds_whom_the_table_shows_and_is_of_this_group_only()
    {
        var meeting = await AskedAsync();

        var csv = await Site.Browser.GetStringAsync(meeting + "/people.csv?answer=yes");

        Assert.Equal(["Naam", "Bea Prins", ""], csv.TrimStart('\uFEFF').Split("\r\n").Select(row => row.Split(';')[0]));
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Browser.GetAsync("/meetings/000000000000/people.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Site.Stranger().GetAsync(meeting + "/people.csv")).StatusCode);
    }

    private async Task<string> AskedAsync()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, List);
        await Site.FollowAsync(meeting + "/send", meeting + "/send", ("seen", "tr"), ("seen", "en"));
        await Site.DrainAsync();
        await Site.ReplyAsync("+31612345601", "ja 2");
        return meeting;
    }

    private static IReadOnlyList<string> Names(IDocument page) => [.. page.QuerySelectorAll("table.data tbody th").Select(th => th.TextContent.Trim())];

    private static IElement RowOf(IDocument page, string name) => page.QuerySelectorAll("table.data tbody tr").Single(row => row.TextContent.Contains(name, StringComparison.Ordinal));
}
