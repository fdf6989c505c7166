using System.Net;
using System.Net.Http.Headers;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Team;
using Outreach.Tests.Support;
using Outreach.Tests.Web;

namespace Outreach.Tests.Team;

public sealed class AuditTests : AsOrganiser
{
    [Fact]
    public async Task Whoever_did_what_and_from_where_is_written_down()
    {
        using var fatima = await Site.SignedInAsync(OrganiserSite.Organiser);
        var meeting = await Site.InvitedAsync();
        var person = (await Site.PageAsync("/people?q=Bea")).QuerySelectorAll("#main a").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith("/people/", StringComparison.Ordinal)).Split('/')[2];

        await fatima.GetAsync($"/people/{person}");
        await OrganiserSite.PostAsync(fatima, $"/people/{person}", $"/people/{person}/erase");

        var lines = await LinesAsync();
        Assert.Contains(lines, line => line is { Kind: AuditKind.SignedIn, By: OrganiserSite.Organiser, From: "127.0.0.1" });
        Assert.Contains(lines, line => line is { Kind: AuditKind.SignedIn, By: "console" });
        Assert.Contains(lines, line => line.Kind is AuditKind.Sent && line.What == meeting + "/send");
        Assert.Contains(lines, line => line is { Kind: AuditKind.ReadPerson, By: OrganiserSite.Organiser } && line.What == $"/people/{person}");
        Assert.Contains(lines, line => line is { Kind: AuditKind.Erased, By: OrganiserSite.Organiser } && line.What == $"/people/{person}/erase");
    }

    [Fact]
    public async Task Calls_with_a_key_are_written_down_with_its_name()
    {
        var meeting = await Site.MeetingAsync();
        var (secret, _, _) = await Site.Get<ApiKeys>().MakeAsync(GroupId.Default, "app", KeyScope.Write, null, default);
        using var client = Site.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);

        await client.PostAsJsonAsync($"/api{meeting}/walk-ins", new { name = "Els Visser" });
        await client.PostAsJsonAsync($"/api{meeting}/walk-ins", new { });
        await client.GetAsync("/api/meetings");

        Assert.Equal([$"/api{meeting}/walk-ins"], (await LinesAsync()).Where(line => line.By == "key app").Select(line => line.What));
    }

    [Fact]
    public async Task The_file_of_a_person_is_the_same_by_a_call_and_who_took_it_along_is_written_down()
    {
        await Site.InvitedAsync();
        var page = (await Site.PageAsync("/people?q=Bea")).QuerySelectorAll("#main a").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith("/people/", StringComparison.Ordinal));
        var (secret, _, _) = await Site.Get<ApiKeys>().MakeAsync(GroupId.Default, "desk", KeyScope.Read, null, default);
        using var client = Site.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);

        using var called = await client.GetAsync($"/api{page}/file");

        Assert.Equal("text/html", called.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"outreach-{page.Split('/')[2]}.html", called.Content.Headers.ContentDisposition!.FileName);
        Assert.False(called.Headers.Contains("Set-Cookie"));
        Assert.Equal(await Site.Browser.GetStringAsync(page + "/file"), await called.Content.ReadAsStringAsync());
        Assert.Equal(
            [("console", page + "/file"), ("key desk", $"/api{page}/file")],
            (await LinesAsync()).Where(line => line.Kind is AuditKind.Exported).Select(line => (line.By, line.What)).Order());
    }

    [Fact]
    public async Task A_list_of_what_was_refused_is_an_export_too()
    {
        var meeting = await Site.MeetingAsync();
        var list = await Site.UploadAsync(meeting, "Naam;Mobiel\nBea Prins;0612345601\nCas Bos;06\n");

        Assert.Equal(HttpStatusCode.OK, (await Site.Browser.GetAsync(list + "/rejected")).StatusCode);

        Assert.Contains(await LinesAsync(), line => line.Kind is AuditKind.Exported && line.What == list + "/rejected");
    }

    [Fact]
    public async Task No_line_names_a_resident()
    {
        var meeting = await Site.InvitedAsync("Naam;Mobiel\nZandloper Xylofoon;0612345601\n");
        await Site.PageAsync("/people?q=Zandloper");
        await Site.PageAsync(meeting + "/checkin?q=Xylofoon");
        await OrganiserSite.PostAsync(Site.Browser, meeting + "/checkin", meeting + "/walk-ins", ("name", "Zandloper Tweede"), ("phone", "0612345699"));

        Assert.DoesNotContain(await LinesAsync(), line => line.ToString().Contains("Zandloper", StringComparison.OrdinalIgnoreCase) || line.ToString().Contains("612345", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_refused_or_only_shown_again_is_not_written_down()
    {
        var before = (await LinesAsync()).Count;

        await Site.PostAsync("/group/keys", ("name", ""), ("scope", "read"));
        await OrganiserSite.PostAsync(Site.Browser, "/group", "/group/keys/nope/end");
        await Site.PageAsync("/people");

        Assert.Equal(before, (await LinesAsync()).Count);
    }

    [Fact]
    public async Task An_owner_reads_it_and_takes_it_along_without_anything_that_a_spreadsheet_runs()
    {
        await Site.Get<Audit>().WriteAsync(GroupId.Default, new AuditLine(Site.Get<TimeProvider>().GetUtcNow(), "=HYPERLINK(\"http://evil.example\")", AuditKind.Changed, "@fatima", "-1"), default);

        var shown = (await Site.PageAsync("/group/audit")).QuerySelector("tbody")!.TextContent;
        var file = await Site.Browser.GetStringAsync("/group/audit/export");

        Assert.Contains("=HYPERLINK", shown, StringComparison.Ordinal);
        Assert.Contains("'@fatima;Veranderde;\"'=HYPERLINK", file, StringComparison.Ordinal);
        Assert.Contains(";'-1", file, StringComparison.Ordinal);
        Assert.Contains((await LinesAsync()), line => line is { Kind: AuditKind.Exported, What: "/group/audit/export" });
    }

    [Fact]
    public async Task A_line_about_a_meeting_or_a_person_leads_to_their_page()
    {
        var meeting = await Site.InvitedAsync();
        var person = (await Site.PageAsync("/people?q=Bea")).QuerySelectorAll("#main a").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith("/people/", StringComparison.Ordinal));
        await Site.PageAsync(person);

        var links = (await Site.PageAsync("/group/audit")).QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href"));

        Assert.Contains(meeting, links);
        Assert.Contains(person, links);
    }

    [Fact]
    public async Task Only_the_days_that_are_asked_for_are_shown()
    {
        await Site.MeetingAsync();
        await Site.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Null((await Site.PageAsync("/group/audit")).QuerySelectorAll("tbody td").FirstOrDefault(cell => cell.TextContent.Trim() == "/meetings/new"));
        Assert.NotNull((await Site.PageAsync("/group/audit?from=2027-03-01&until=2027-03-01")).QuerySelectorAll("tbody td").FirstOrDefault(cell => cell.TextContent.Trim() == "/meetings/new"));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public async Task Only_where_there_are_more_lines_than_the_page_shows_it_asks_for_fewer_days(int lines, bool isCut)
    {
        var noon = new DateTimeOffset(2027, 2, 1, 12, 0, 0, TimeSpan.Zero);
        for (var n = 0; n < lines; n++)
            await Site.Get<Audit>().WriteAsync(GroupId.Default, new AuditLine(noon.AddSeconds(n), "tested"), default);

        var page = await Site.PageAsync("/group/audit?from=2027-02-01&until=2027-02-01");

        Assert.Equal(200, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(isCut, page.QuerySelector("#main > .hint") is not null);
    }

    [Fact]
    public async Task A_line_of_before_is_read_as_it_was()
    {
        var tables = new InMemoryTables(null);
        await tables.SubmitAsync(TableNames.Audit, "default", [Operation.Insert("0000000000000001|abcdef", """{"at":"2026-01-01T00:00:00Z","what":"erased one person: asked"}"""u8.ToArray())], default);

        Assert.Equal(new AuditLine(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "erased one person: asked"), Assert.Single(await new Audit(tables, TimeProvider.System).ListAsync(GroupId.Default, default)));
    }

    private Task<IReadOnlyList<AuditLine>> LinesAsync() => Site.Get<Audit>().ListAsync(GroupId.Default, default);
}
