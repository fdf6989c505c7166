using Outreach.Lists;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>What stands in a column of opt-outs stops somebody for good only where it is plain.</summary>
public sealed class NeverOptedOutTests
{
    [Theory]
    [InlineData("Niet storen tussen", "12:00-14:00")]
    [InlineData("Niet bellen op", "zondag")]
    [InlineData("Niet bellen", "ma, di")]
    [InlineData("Niet bellen voor", "10 uur")]
    public void When_not_to_call_is_no_opt_out(string header, string cell) => Assert.Equal((default, 0), Read(header, cell) is var row ? (row.Candidate!.Permissions, row.Problems.Count) : default);

    [Theory]
    [InlineData("Opt-out", "nooit")]
    [InlineData("Uitgeschreven", "nooit")]
    [InlineData("Unsubscribed", "never")]
    public void Never_in_a_column_of_opt_outs_is_not_taken_for_one(string header, string cell)
    {
        var row = Read(header, cell);

        Assert.Equal((Permission.Unproven, cell), (row.Candidate!.Permissions.Sms, Assert.Single(row.Problems).Value));
    }

    [Fact]
    public void Never_below_not_to_be_called_says_so_again() => Assert.Equal(Permission.OptedOut, Read("Niet bellen", "nooit").Candidate!.Permissions.Call);

    [Theory]
    [InlineData("0000-00-00")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("00-00-0000")]
    [InlineData("0-0-0")]
    [InlineData("0:00")]
    [InlineData("00:00:00")]
    [InlineData("12:00:00 AM")]
    [InlineData("1-1-1900")]
    [InlineData("0-1-1900")]
    [InlineData("01-01-1900")]
    [InlineData("1970-01-01")]
    [InlineData("01/01/0001")]
    [InlineData("31-12-9999")]
    [InlineData("9999-12-31")]
    [InlineData("31-12-2099")]
    [InlineData("--")]
    [InlineData("blanco")]
    [InlineData("niet van toepassing")]
    [InlineData("n.v.t.")]
    [InlineData("geen afmelding")]
    [InlineData("nog niet")]
    [InlineData("nee, nog lid")]
    [InlineData("nog lid")]
    [InlineData("niet opgezegd")]
    public void A_blank_or_a_day_that_never_was_is_no_opt_out(string cell)
    {
        foreach (var header in (string[])["Uitschrijfdatum", "Afgemeld", "Afgemeld op", "Opzegdatum"])
            Assert.Equal((default, 0), Read(header, cell) is var row ? (row.Candidate!.Permissions, row.Problems.Count) : default);
    }

    [Theory]
    [InlineData("12-03-2026")]
    [InlineData("2024-05-01")]
    [InlineData("1 mei 2023")]
    [InlineData("per 3-5")]
    [InlineData("2024")]
    [InlineData("45021")]
    [InlineData("ja")]
    [InlineData("x")]
    public void A_day_or_a_yes_is_one(string cell) => Assert.True(Read("Afgemeld op", cell).Candidate!.IsOptedOut);

    [Theory]
    [InlineData("?")]
    [InlineData("nee?")]
    [InlineData("onbekend")]
    [InlineData("3")]
    [InlineData("nee, belt terug")]
    public void What_is_neither_holds_messages_with_a_warning(string cell)
    {
        var row = Read("Afgemeld", cell);

        Assert.Equal((Permission.Unproven, ProblemCodes.ConsentUnknown), (row.Candidate!.Permissions.Sms, Assert.Single(row.Problems).Code));
    }

    [Theory]
    [InlineData("boos aan de telefoon")]
    [InlineData("via zoon")]
    public void A_reason_in_words_is_a_no_that_can_be_undone(string cell)
    {
        var row = Read("Afgemeld", cell);

        Assert.Equal((Permission.Refused, Permission.Refused, false), (row.Candidate!.Permissions.Sms, row.Candidate.Permissions.Call, row.Candidate.IsOptedOut));
        Assert.Single(row.Problems);
    }

    [Fact]
    public async Task A_list_without_the_column_takes_back_whoever_was_never_opted_out()
    {
        using var here = await Neighbourhood.OpenAsync();

        var list = await here.ImportTextAsync(await here.PlanAsync(), "Naam;Mobiel;Uitschrijfdatum\nEls Eik;0612345601;0000-00-00\nBo Bal;0612345602;0000-00-00\n");

        Assert.Equal((2, 0), (list.Accepted, list.Suppressed));
    }

    [Theory]
    [InlineData("Naam;Mobiel;IBAN;Machtiging", "Ja")]
    [InlineData("Naam;Mobiel;IBAN;Machtiging", "Nee")]
    [InlineData("Naam;Mobiel;Bank;Machtiging incasso", "Nee")]
    [InlineData("Naam;Mobiel;Rekening;Machtigingskenmerk", "M001")]
    [InlineData("Naam;Mobiel;Contributie;Datum machtiging", "3-5-2021")]
    public void A_leave_to_collect_money_is_no_consent_and_no_refusal(string header, string cell)
    {
        using var list = ListText.Open($"{header}\nEls Eik;0612345601;NL00TEST0123456789;{cell}\n");

        Assert.Empty(list.Questions);
        Assert.Equal(default, Assert.Single(list.Rows()).Candidate!.Permissions);
    }

    [Fact]
    public void A_leave_to_do_nobody_knows_what_is_asked_about()
    {
        using var list = ListText.Open("Naam;Mobiel;Machtiging\nEls Eik;0612345601;Ja\nBo Bal;0612345602;Nee\n");

        Assert.Equal("Machtiging", Assert.Single(list.Questions).Column);
    }

    private static ListRow Read(string header, string cell) => Assert.Single(ListText.Rows($"Naam;Mobiel;{header}\nEls Eik;0612345601;{cell}\n"));
}
