using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Privacy;

/// <summary>How a consent came about, and what a resident is told of where their data came from.</summary>
public sealed class ConsentTests
{
    private const string An = "+31612345601";

    [Fact]
    public async Task A_number_shows_on_which_grounds_it_was_used_before()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "Naam;Mobiel;Toestemming\nAn Proef;0612345601;onbekend\n");
        await here.ImportAsync(meeting, "An Proef;0612345601;");
        await here.ImportTextAsync(meeting, "Naam;Mobiel;Toestemming\nAn Proef;0612345601;nee\n");

        var mobile = (await here.WhoIsAsync(An))!.Mobile!;

        Assert.Equal(Basis.Refused, mobile.Ground.Basis);
        Assert.Equal([Basis.Consent, Basis.None], mobile.Earlier.Select(ground => ground.Basis));
    }

    [Fact]
    public void The_same_ground_again_is_no_step()
    {
        var ground = new Ground(Basis.Consent, "markt", Moments.Monday);
        var contact = new Contact(An, ground);

        Assert.Same(contact, contact.On(ground));
        Assert.Equal(10, Enumerable.Range(1, 30).Aggregate(contact, (known, day) => known.On(ground with { At = Moments.Monday.AddDays(day) })).Earlier.Count);
    }

    [Fact]
    public async Task Whoever_is_named_reads_in_every_language_where_we_got_their_data_and_how_to_have_it_erased()
    {
        await using var here = new ServedNeighbourhood();
        await here.InitializeAsync();
        var attendee = await here.AttendeeAsync();
        await here.PostAsync($"/n/{attendee.Code}", ("name", "Sara"), ("phone", "06 87654101"), ("agreed", "yes"));
        await here.AdvanceAsync(TimeSpan.FromHours(20));
        var first = Assert.Single((await here.Get<Outreach.Functions.Adapters.LocalOutbox.LocalOutbox>().ListAsync("+31687654101", CancellationToken.None)).Select(message => message.Text));
        Assert.Contains("Een buur gaf ons uw nummer", first, StringComparison.Ordinal);
        var code = System.Text.RegularExpressions.Regex.Match(first, "/i/([0-9A-Za-z]{10})").Groups[1].Value;

        foreach (var language in Language.All)
        {
            var page = await here.PageAsync($"/privacy/{code}?lang={language.Code}");
            var text = page.TextContent;
            foreach (var key in (string[])["privacy.sources.nomination", "privacy.complaint", "privacy.howLong", "privacy.erase"])
                Assert.Contains(language.Text("page." + key), text, StringComparison.Ordinal);
        }
    }
}
