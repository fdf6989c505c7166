using System.Text.RegularExpressions;
using Outreach.Languages;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Welcome;
using Group = Outreach.Records.Group;

namespace Outreach.Tests.Welcome;

/// <summary>Whoever looks after a line of the contact card is asked whether it is still right.</summary>
public sealed partial class CardOwnerTests
{
    private const string Organiser = "bea@example.org";
    private const string Owner = "+31612345609";
    private const string Host = "+31612345610";
    private const string Id = "000000000001";
    private const string Flat = "000000000002";

    private static readonly CardDraft Draft = new("Wijkagent Sanne", "0900 1234", null, "Bea", new Dictionary<string, string> { ["nl"] = "Overlast in de straat.", ["en"] = "Trouble in the street." }) { OwnerReach = "06 12345609" };
    private static readonly CardDraft HostDraft = new("Truus", "06 12345610", "Lindelaan 2-80", null, new Dictionary<string, string>()) { Kind = CardKind.Host };

    [Fact]
    public async Task The_owner_is_asked_by_one_message_and_one_tap_puts_the_line_back()
    {
        using var here = await OpenAsync();
        await StaleAsync(here);
        await TellAsync(here);
        await TellAsync(here);

        var message = Assert.Single(await here.SentToAsync(Owner));
        Assert.Contains("Wijkagent Sanne, 0900 1234", message, StringComparison.Ordinal);
        Assert.Empty(await here.SentToAsync(Organiser));
        Assert.Empty(await GoodAsync(here));

        Assert.Equal((await LineAsync(here)).Code!.Value.ToString(), Link().Match(message).Groups[1].Value);
        await here.Get<EditCard>().ConfirmAsync(Neighbourhood.Group, Id, default);
        await TellAsync(here);
        Assert.Single(await GoodAsync(here));
        Assert.Single(await here.SentToAsync(Owner));
    }

    [Fact]
    public async Task Cut_off_before_it_is_noted_the_owner_is_asked_once()
    {
        using var here = await OpenAsync();
        await StaleAsync(here);
        var group = await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default);

        Assert.Equal(CardAsked.Asked, await here.Get<AskCardOwner>().HandleAsync(group, await LineAsync(here), default));
        await TellAsync(here);

        Assert.Single(await here.SentToAsync(Owner));
    }

    [Fact]
    public async Task An_owner_who_said_stop_is_not_asked_and_the_group_is_told()
    {
        using var here = await OpenAsync();
        Assert.Null(await WriteAsync(here, Id, Draft));
        await here.ReplyAsync(Owner, "stop");
        var before = (await here.SentToAsync(Owner)).Count;
        here.Clock.MoveTo(here.Now.AddMonths(7));

        await TellAsync(here);

        Assert.Equal(before, (await here.SentToAsync(Owner)).Count);
        Assert.Single(await here.SentToAsync(Organiser));
        Assert.Equal(CardProblem.OwnerReach, await WriteAsync(here, Id, Draft));
    }

    [Fact]
    public async Task Whoever_does_not_answer_in_a_month_is_asked_again_and_the_group_is_told()
    {
        using var here = await OpenAsync();
        await StaleAsync(here);
        await TellAsync(here);

        here.Clock.MoveTo(here.Now.AddMonths(1));
        await TellAsync(here);

        Assert.Equal(2, (await here.SentToAsync(Owner)).Count);
        Assert.Single(await here.SentToAsync(Organiser));
    }

    [Fact]
    public async Task A_correction_replaces_what_was_said_in_other_languages_and_counts_as_checked()
    {
        using var here = await OpenAsync();
        await StaleAsync(here);

        Assert.Equal(CardProblem.Phone, await here.Get<EditCard>().CorrectAsync(Neighbourhood.Group, Id, new CardCorrection("bel maar", null), "nl", default));
        Assert.Null(await here.Get<EditCard>().CorrectAsync(Neighbourhood.Group, Id, new CardCorrection("0900 5678", "Zorgen over een buur."), "nl", default));

        var line = Assert.Single(await GoodAsync(here));
        Assert.Equal(("0900 5678", "Zorgen over een buur.", "Zorgen over een buur."), (line.Phone, line.WhatForIn("nl", "nl"), line.WhatForIn("en", "nl")));
    }

    [Fact]
    public async Task Whoever_gives_a_line_up_is_not_asked_again_and_the_group_is_told()
    {
        using var here = await OpenAsync();
        await StaleAsync(here);
        await TellAsync(here);
        var code = (await LineAsync(here)).Code!.Value;

        await here.Get<EditCard>().GiveUpAsync(Neighbourhood.Group, Id, code, default);
        await TellAsync(here);

        Assert.Single(await here.SentToAsync(Owner));
        Assert.Single(await here.SentToAsync(Organiser));
        Assert.Null(await here.Get<Codes>().FindAsync(code, default));
        Assert.Equal("", (await LineAsync(here)).Owner);
    }

    [Fact]
    public async Task Whoever_is_erased_leaves_no_name_and_a_host_no_line()
    {
        using var here = await OpenAsync();
        Assert.Null(await WriteAsync(here, Id, Draft));
        Assert.Null(await WriteAsync(here, Flat, HostDraft));
        var owner = (await here.WhoIsAsync(Owner))!.Id;
        Assert.Equal("Wijkagent Sanne", Assert.Single((await here.Get<ReadPerson>().HandleAsync(Neighbourhood.Group, owner, default))!.Roles.CardLines).Name);

        await here.Get<Erase>().HandleAsync(Neighbourhood.Group, [owner, (await here.WhoIsAsync(Host))!.Id], "asked", default);

        var line = Assert.Single(await here.Get<CardStore>().ListAsync(Neighbourhood.Group, default)).Value;
        Assert.Equal((Id, "", null, null), (line.Id, line.Owner, line.OwnerPerson, line.Code));
    }

    [Fact]
    public async Task Whoever_looks_after_a_line_is_kept_as_long_as_they_check_it()
    {
        using var here = await OpenAsync();
        Assert.Null(await WriteAsync(here, Id, Draft));
        for (var year = 0; year < 2; year++)
        {
            here.Clock.MoveTo(here.Now.AddMonths(11));
            await here.Get<EditCard>().ConfirmAsync(Neighbourhood.Group, Id, default);
        }

        await here.Get<Retain>().HandleAsync(default);

        Assert.NotNull(await here.WhoIsAsync(Owner));
    }

    [Fact]
    public async Task A_host_has_a_place_and_is_asked_at_the_number_on_the_card()
    {
        using var here = await OpenAsync();
        Assert.Equal(CardProblem.Place, await WriteAsync(here, Flat, HostDraft with { Place = " " }));
        Assert.Null(await WriteAsync(here, Flat, HostDraft));
        here.Clock.MoveTo(here.Now.AddMonths(6));

        await TellAsync(here);

        Assert.Contains("Truus", Assert.Single(await here.SentToAsync(Host)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("112")]
    [InlineData("0900-8844")]
    public async Task A_number_for_emergencies_is_on_every_card_and_is_nobodys_line(string phone)
    {
        using var here = await OpenAsync();

        Assert.Equal(CardProblem.Emergency, await WriteAsync(here, Id, Draft with { Phone = phone }));
    }

    [Theory]
    [InlineData("NL", "112 0900 8844")]
    [InlineData("be", "112 101")]
    [InlineData("DE", "112 110")]
    [InlineData("FR", "112")]
    public void Each_country_has_its_own_numbers_for_emergencies(string country, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', EmergencyNumbers.Of(country).Select(number => number.Phone)));

    private static async Task<Neighbourhood> OpenAsync()
    {
        var here = await Neighbourhood.OpenAsync();
        await here.Get<GroupStore>().SaveAsync(new Group { Id = Neighbourhood.Group, Name = "De buurt", Language = "nl", Organisers = [Organiser] }, default);
        return here;
    }

    private static Task<CardProblem?> WriteAsync(Neighbourhood here, string id, CardDraft draft) => here.Get<EditCard>().HandleAsync(Neighbourhood.Group, id, draft, "nl", default);

    /// <summary>A line with an owner, half a year later.</summary>
    private static async Task StaleAsync(Neighbourhood here)
    {
        Assert.Null(await WriteAsync(here, Id, Draft));
        here.Clock.MoveTo(here.Now.AddMonths(6));
    }

    private static async Task TellAsync(Neighbourhood here)
    {
        await here.Get<TellStaleCards>().HandleAsync(default);
        await here.DrainAsync();
    }

    private static async Task<CardEntry> LineAsync(Neighbourhood here) => (await here.Get<CardStore>().FindAsync(Neighbourhood.Group, Id, default))!.Value;

    private static Task<IReadOnlyList<CardEntry>> GoodAsync(Neighbourhood here) =>
        here.Get<CardStore>().GoodAsync(Neighbourhood.Group, DateOnly.FromDateTime(here.Now.Date), _ => true, default);

    [GeneratedRegex("/c/([0-9A-Za-z]+)")]
    private static partial Regex Link();
}
