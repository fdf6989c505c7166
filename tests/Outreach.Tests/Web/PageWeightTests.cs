using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Tests.Web;

/// <summary>What a page weighs on an old phone with bad reception, in a group that asked ten thousand people.</summary>
public sealed class PageWeightTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int MaxOrganiserBytes = 80_000;
    private const int MaxPhoneBytes = 40_000;

    /// <summary>A pile of letters for the printer.</summary>
    private const int MaxPileBytes = 700_000;

    /// <summary>Whole piles on paper: nobody waits for them on a phone, and half of one is of no use.</summary>
    private static readonly string[] Printed = ["/meetings/{id}/checkin/print", "/meetings/{id}/doors/print"];

    private static readonly string[] Letters = ["/meetings/{id}/paper/letters", "/welcome/letters"];

    /// <summary>The same pages, seen otherwise.</summary>
    private static readonly string[] Views =
    [
        "/meetings/{id}?by=street", "/meetings/{id}?by=source", "/meetings/{id}/people?answer=yes&sort=-name", "/meetings/{id}/send?step=when", "/meetings/{id}/send?step=confirm", "/people?q=berg",
        "/meetings/{id}/checkin?q=berg", "/meetings/{id}/checkin?page=2", "/meetings/{id}/doors/walk?page=2",
        "/meetings/{id}/paper/calls?page=2", "/meetings/{id}/lists/{odd}",
    ];

    /// <summary>No row of it is read as it stands.</summary>
    private static readonly string OddList = "Naam;Mobiel;E-mail;Straat;Huisnummer;Postcode;Nieuwsbrief\n" + string.Concat(Enumerable.Range(0, 60).Select(n => $"Jan Jansen-{n};06{20_000_000 + n} / 0612345692;jan{n}@@voorbeeld.nl;Lindelaan;{n}-feb;1234 ab;ja\nCas Prins;06;cas@@voorbeeld.nl;;;;nee\n"));

    private readonly OrganiserSite site = new("--Outreach:PagesPerMinute=100000", "--Outreach:WrongCodesInTenMinutes=100000");
    private Dictionary<string, string> values = [];

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.SignInAsync();
        var meeting = (await site.InvitedAsync()).Split('/')[^1];
        _ = MeetingId.TryParse(meeting, out var id);
        values = new(await RouteValues.FillAsync(site, meeting, "Zandloper")) { ["code"] = "" };
        foreach (var page in (string[])["/i", "/s", "/n", "/privacy"])
            values[page + "/{code}"] = values["invitation"];
        values["/k/{code}"] = (await site.Get<Codes>().DrawAsync(new CodeRow(GroupId.Default, CodeKind.Flyer, null, id), default)).Value;
        values["/m/{code}"] = values["/welcome/ways/{code}"];
        values["/h/{code}"] = values["/group/hosts/{code}"];
        values["odd"] = (await site.CheckAsync($"/meetings/{meeting}", OddList)).Split('/')[^1];
        await new BigGroup(site, id).FillAsync();
        values["/w/{code}"] = (await site.Get<WelcomeStore>().ListAsync(GroupId.Default, default))[0].Value.Code.Value;
        values["/c/{code}"] = await CardCodeAsync();
        values["/p/{code}"] = (await site.Get<Codes>().DrawAsync(new CodeRow(GroupId.Default, CodeKind.PassOn, null, id), default)).Value;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <summary>Of a line whose owner is asked by e-mail.</summary>
    private async Task<string> CardCodeAsync()
    {
        var draft = new CardDraft("Wijkagent Sanne", "06 12 00 00 31", null, "Fatima", new Dictionary<string, string> { ["nl"] = "Overlast in de straat." }) { OwnerReach = "fatima@post.example" };
        Assert.Null(await site.Get<EditCard>().HandleAsync(GroupId.Default, "000000000009", draft, "nl", default));
        return (await site.Get<CardStore>().FindAsync(GroupId.Default, "000000000009", default))!.Value.Code!.Value.Value;
    }

    [Fact]
    public async Task No_page_is_heavy_with_ten_thousand_invitations()
    {
        var heavy = new List<string>();
        foreach (var (path, most, mayBeMissing) in Paths())
        {
            var answer = await site.Browser.GetAsync(path);
            var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            output.WriteLine($"{bytes,9:N0} {(int)answer.StatusCode} {path}");
            if ((!answer.IsSuccessStatusCode && !mayBeMissing) || (answer.Content.Headers.ContentType?.MediaType == "text/html" && bytes > most))
                heavy.Add($"{path}: {answer.StatusCode}, {bytes:N0}");
        }

        Assert.True(heavy.Count == 0, string.Join('\n', heavy));
    }

    private IEnumerable<(string Path, int Most, bool MayBeMissing)> Paths()
    {
        var pages = RouteTable.All.Where(route => route.Method == "GET" && ((route.IsPage && route.Access is not Access.Host) || route.Access is Access.Code || route is { Access: Access.Open, HasId: false }) && !Printed.Contains(route.Pattern));
        foreach (var route in pages.Concat(Views.Select(view => new Route("GET", view, Access.Organiser))))
        {
            // Residents read a page in their own language, and some alphabets weigh more.
            string[] languages = route.Access is Access.Code ? [.. Language.All.Select(language => "?lang=" + language.Code)] : [""];
            foreach (var language in languages)
                yield return (route.PathOf(values) + language, MaxOf(route), route.Access is Access.Open);
        }
    }

    private static int MaxOf(Route route) => route switch
    {
        _ when Letters.Contains(route.Pattern) => MaxPileBytes,
        { IsPage: true } when !route.Pattern.Contains("/checkin", StringComparison.Ordinal) && !route.Pattern.Contains("/walk", StringComparison.Ordinal) => MaxOrganiserBytes,
        _ => MaxPhoneBytes,
    };
}
