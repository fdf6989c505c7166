using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Cells and rows as people fill them in, and what they say by themselves.</summary>
public sealed class OrdinaryCellTests
{
    [Theory]
    [InlineData("'jan@voorbeeld.nl")]
    [InlineData("?jan@voorbeeld.nl")]
    [InlineData("-jan@voorbeeld.nl")]
    [InlineData("+jan@voorbeeld.nl")]
    [InlineData("=jan@voorbeeld.nl")]
    [InlineData("/jan@voorbeeld.nl")]
    [InlineData("`jan@voorbeeld.nl")]
    public void A_sign_before_an_address_is_no_part_of_it_and_is_said(string cell)
    {
        var row = Assert.Single(ListText.Rows($"Naam;E-mail\nJan Eik;{cell}\n"));

        Assert.Equal(("jan@voorbeeld.nl", ProblemCodes.EmailMore), (row.Candidate!.Email?.Value, Assert.Single(row.Problems).Code));
    }

    [Fact]
    public void A_zero_that_a_spreadsheet_puts_for_nothing_is_no_addition()
    {
        var row = Assert.Single(ListText.Rows("Naam;Straat;Huisnummer;Toevoeging;Postcode\nJan Eik;Kerkstraat;12;0;1234 AB\n"));

        Assert.Null(row.Candidate!.Address!.Addition);
        Assert.Equal(("Toevoeging", "0"), Assert.Single(row.Problems) is var problem ? (problem.Column, problem.Value) : default);
    }

    [Theory]
    [InlineData("geen")]
    [InlineData("nvt")]
    [InlineData("NULL")]
    [InlineData("0")]
    [InlineData("onbekend")]
    public void No_number_and_no_address_in_words_are_none(string cell)
    {
        Assert.Empty(Assert.Single(ListText.Rows($"Naam;Telefoon;E-mail\nJan Eik;{cell};jan@voorbeeld.nl\n")).Problems);
        Assert.Empty(Assert.Single(ListText.Rows($"Naam;Telefoon;E-mail\nJan Eik;0612345601;{cell}\n")).Problems);
        Assert.NotEmpty(Assert.Single(ListText.Rows($"Naam;Telefoon;E-mail\nJan Eik;{cell};\n")).Problems);
    }

    [Theory]
    [InlineData("Turks (spreekt geen Nederlands)", "tr")]
    [InlineData("Engels (geen Nederlands)", "en")]
    [InlineData("Turks, geen Nederlands", "tr")]
    [InlineData("Turks en Nederlands", "tr")]
    [InlineData("NL en TR", "nl")]
    [InlineData("Oekraïens of Russisch", "uk")]
    [InlineData("spreekt Arabisch", "ar")]
    [InlineData("alleen Turks", "tr")]
    [InlineData("Moedertaal Turks", "tr")]
    [InlineData("Turks met tolk", "tr")]
    [InlineData("Turks - tolk", "tr")]
    [InlineData("Engels B2", "en")]
    [InlineData("geen Engels, wel Frans", "fr")]
    [InlineData("geen Nederlands", null)]
    [InlineData("Nederlands (slecht)", null)]
    [InlineData("en", "en")]
    public void A_language_is_found_among_other_words_and_never_the_one_that_is_ruled_out(string text, string? code) => Assert.Equal(code, LanguageNames.CodeOf(text));

    [Theory]
    [InlineData("Wijzigingen graag doorgeven aan Els;0612345609;")]
    [InlineData("Wijzigingen: ;;els@voorbeeld.nl")]
    [InlineData("p.s. stuur wijzigingen naar;;els@voorbeeld.nl")]
    [InlineData("Bron: Els Pot;;els@voorbeeld.nl")]
    [InlineData("Beheerder lijst: Els;0612345609;")]
    [InlineData("Aanmelden kan bij Els;0612345609;")]
    [InlineData("Secretariaat;;info@voorbeeld.nl")]
    [InlineData("Noodnummer;0612345609;")]
    [InlineData("Meldpunt overlast;0243601234;")]
    [InlineData("Reparatieverzoeken;0243601234;")]
    [InlineData("Wijkteam Oost;0243601234;")]
    [InlineData("Wijkagent: Bas Blauw;0612345609;")]
    public void Whoever_to_ask_about_a_list_is_no_resident(string row) => Assert.Null(ListText.Rows($"Naam;Telefoon;E-mail\nJan Eik;0612345601;\n{row}\n")[1].Candidate);

    [Theory]
    [InlineData("Bron;Els;0612345609")]
    [InlineData("Els;P.S.;0612345609")]
    [InlineData("Meldpunter;Els;0612345609")]
    public void Whoever_only_has_such_a_name_is_one(string row) => Assert.NotNull(ListText.Rows($"Achternaam;Voornaam;Telefoon\nEik;Jan;0612345601\n{row}\n")[1].Candidate);

    [Theory]
    [InlineData("tel. van partner")]
    [InlineData("06 is van de thuiszorg")]
    [InlineData("nummer van begeleider")]
    [InlineData("telefoon is van haar man")]
    [InlineData("nummer hoort bij buurman")]
    [InlineData("verkeerd verbonden")]
    [InlineData("via haar dochter te bereiken")]
    public void A_note_that_a_number_is_somebody_elses_holds_what_would_go_to_it(string note) =>
        Assert.Equal(Permission.Unproven, Assert.Single(ListText.Rows($"Naam;Mobiel;Opmerking\nJan Eik;0612345601;{note}\n")).Candidate!.Permissions.Sms);

    [Fact]
    public void A_note_that_mails_come_back_holds_mail() =>
        Assert.Equal(Permission.Unproven, Assert.Single(ListText.Rows("Naam;E-mail;Opmerking\nJan Eik;jan@voorbeeld.nl;mails komen terug\n")).Candidate!.Permissions.Email);

    [Fact]
    public void A_sheet_of_changes_that_tells_who_left_holds_the_list()
    {
        using var list = ListText.Open(ListText.Named(ListText.Xlsx([["Naam", "Mobiel"], ["Els Eik", "0612345601"]], [["Datum", "Naam", "Mutatie"], ["3-2-2026", "Els Eik", "opgezegd"]]), 2, "Mutaties"));

        Assert.Equal(ProblemCodes.PeopleWhoSaidNo, list.Refusal?.Code);
    }

    [Theory]
    [InlineData("afgemeld voor vergadering 3 mei")]
    [InlineData("vorige keer afgemeld")]
    [InlineData("afgemeld bij school")]
    [InlineData("uitgeschreven bij huisarts")]
    [InlineData("boom verwijderd op verzoek")]
    public void A_note_of_leaving_something_else_is_no_plain_no(string note) => Assert.True(Assert.Single(ListText.Rows($"Naam;Mobiel;Opmerking\nJan Eik;0612345601;{note}\n")).Candidate!.Permissions.Sms <= Permission.Unproven);

    [Theory]
    [InlineData("afgemeld voor de nieuwsbrief")]
    [InlineData("heeft zich afgemeld bij ons")]
    [InlineData("uitgeschreven van de buurtapp")]
    public void A_note_of_leaving_us_is_one(string note) => Assert.Equal(Permission.Refused, Assert.Single(ListText.Rows($"Naam;Mobiel;Opmerking\nJan Eik;0612345601;{note}\n")).Candidate!.Permissions.Sms);

    [Theory]
    [InlineData("Gea Hyena niet thuis", "Gea Hyena")]
    [InlineData("Fred Hoen komt niet", "Fred Hoen")]
    [InlineData("Ina Haring bel na 6", "Ina Haring")]
    [InlineData("Joke de Heilbot wil helpen", "Joke de Heilbot")]
    [InlineData("Leo Hagedis zie Els", "Leo Hagedis")]
    [InlineData("Bas Haai: belt zelf", "Bas Haai")]
    [InlineData("Kees Hamster = lid", "Kees Hamster")]
    [InlineData("Ans Haan > zie Bas", "Ans Haan")]
    [InlineData("Hans Hazelmuis is verhuisd", "Hans Hazelmuis")]
    public void A_sentence_behind_a_name_is_no_part_of_it_and_something_is_said(string cell, string name)
    {
        var row = Row("naam", cell);

        Assert.Equal((name, 1), (row.Candidate!.Name, row.Problems.Count));
    }

    [Theory]
    [InlineData("Jan van Is")]
    [InlineData("Ali Kan")]
    [InlineData("Zie Wil Moet")]
    [InlineData("Wil Bel")]
    [InlineData("Mag. Anna Bos")]
    public void A_name_that_sounds_like_one_stays(string cell) => Assert.Equal((cell, 0), Row("naam", cell) is var row ? (row.Candidate!.Name, row.Problems.Count) : default);

    private static ListRow Row(string header, string cell) => Assert.Single(ListText.Rows($"{header};mobiel\n{cell};0612345678\n"));
}
