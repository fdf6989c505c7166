using Outreach.Contacts;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Welcome;

namespace Outreach.Tests.Welcome;

public sealed class CardTests
{
    private const string Organiser = "bea@example.org";
    private const string Id = "000000000001";

    private static readonly CardDraft Draft = new("Wijkagent Sanne", "0900 1234", null, "Bea", new Dictionary<string, string> { ["nl"] = "Overlast in de straat." });

    [Fact]
    public async Task A_line_that_is_written_counts_as_checked_today_and_pressed_twice_it_is_one()
    {
        using var here = await Neighbourhood.OpenAsync();

        await WriteAsync(here);
        await WriteAsync(here);

        Assert.Equal(DateOnly.FromDateTime(here.Now.Date), Assert.Single(await LinesAsync(here)).CheckedOn);
    }

    [Fact]
    public async Task After_half_a_year_the_group_is_told_once_a_month_until_somebody_has_looked()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.Get<GroupStore>().SaveAsync(new Group { Id = Neighbourhood.Group, Name = "De buurt", Language = "nl", Organisers = [Organiser] }, default);
        await WriteAsync(here);
        here.Clock.MoveTo(here.Now.AddMonths(6).AddDays(-1));
        await TellAsync(here);
        Assert.Empty(await here.SentToAsync(Organiser));

        here.Clock.MoveTo(here.Now.AddDays(1));
        await TellAsync(here);
        await TellAsync(here);
        Assert.Contains("/welcome/card", Assert.Single(await here.SentToAsync(Organiser)), StringComparison.Ordinal);

        here.Clock.MoveTo(here.Now.AddMonths(1));
        await TellAsync(here);
        Assert.Equal(2, (await here.SentToAsync(Organiser)).Count);

        Assert.True(await here.Get<EditCard>().ConfirmAsync(Neighbourhood.Group, Id, default));
        here.Clock.MoveTo(here.Now.AddMonths(2));
        await TellAsync(here);
        Assert.Equal(2, (await here.SentToAsync(Organiser)).Count);
    }

    public static TheoryData<CardDraft, CardProblem> Wrong => new()
    {
        { Draft with { Name = " " }, CardProblem.Name },
        { Draft with { WhatFor = new Dictionary<string, string> { ["en"] = "Trouble." } }, CardProblem.WhatFor },
        { Draft with { WhatFor = new Dictionary<string, string> { ["nl"] = "Hulp.", ["xx"] = "?" } }, CardProblem.WhatFor },
        { Draft with { Phone = "bel maar" }, CardProblem.Phone },
        { Draft with { Phone = "12" }, CardProblem.Phone },
        { Draft with { Owner = null }, CardProblem.Owner },
        { Draft with { Place = new string('x', 101) }, CardProblem.Place },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_line_that_helps_nobody_is_refused_and_changes_nothing(CardDraft draft, CardProblem problem)
    {
        using var here = await Neighbourhood.OpenAsync();

        Assert.Equal(problem, await here.Get<EditCard>().HandleAsync(Neighbourhood.Group, Id, draft, "nl", default));

        Assert.Empty(await LinesAsync(here));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("Lindelaan", true)]
    [InlineData("lindelaan 12", true)]
    [InlineData("Lindelaan 2-80", true)]
    [InlineData("Lindelaan 14-80", false)]
    [InlineData("Lindelaan 14", false)]
    [InlineData("Lindelaan midden", false)]
    [InlineData("Beukenlaan", false)]
    public void A_line_for_a_street_or_flat_concerns_who_lives_there(string? place, bool concerns)
    {
        var entry = new CardEntry { Id = Id, Name = "De huismeester", Phone = "0612000033", Owner = "Bea", Place = place };

        Assert.Equal(concerns, entry.Concerns(new Address("Lindelaan", "12", "A", "1234 AB", null)));
        Assert.Equal(place is null, entry.Concerns(null));
    }

    [Fact]
    public void Whoever_reads_a_language_that_nobody_wrote_reads_the_groups_own()
    {
        var entry = new CardEntry { Id = Id, Name = "Hulp", Phone = "0612000033", Owner = "Bea", WhatFor = new Dictionary<string, string> { ["nl"] = "Hulp", ["en"] = "Help" } };

        Assert.Equal(("Help", "Hulp"), (entry.WhatForIn("en", "nl"), entry.WhatForIn("ti", "nl")));
    }

    private static async Task WriteAsync(Neighbourhood here) => Assert.Null(await here.Get<EditCard>().HandleAsync(Neighbourhood.Group, Id, Draft, "nl", default));

    private static async Task TellAsync(Neighbourhood here)
    {
        await here.Get<TellStaleCards>().HandleAsync(default);
        await here.DrainAsync();
    }

    private static async Task<IEnumerable<CardEntry>> LinesAsync(Neighbourhood here) => (await here.Get<CardStore>().ListAsync(Neighbourhood.Group, default)).Select(line => line.Value);
}
