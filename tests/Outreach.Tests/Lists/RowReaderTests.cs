using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

public sealed class RowReaderTests
{
    [Theory]
    [InlineData("06;a@b.nl", ProblemCodes.PhoneInvalid, false)]
    [InlineData("512345678;a@b.nl", ProblemCodes.PhoneInvalid, false)]
    [InlineData("+48512345678;a@b.nl", ProblemCodes.PhoneCountry, false)]
    [InlineData("0612345678;a@b", ProblemCodes.EmailInvalid, false)]
    [InlineData("+48512345678;", ProblemCodes.PhoneCountry, true)]
    [InlineData("06;", ProblemCodes.PhoneInvalid, true)]
    [InlineData(";foo@", ProblemCodes.EmailInvalid, true)]
    public void An_unusable_value_is_a_warning_beside_a_usable_one_and_else_a_rejection(string cells, string code, bool rejected)
    {
        var row = Assert.Single(ListText.Rows($"Mobiel;E-mail\n{cells}\n"));
        var problem = Assert.Single(row.Problems);

        Assert.Equal((code, rejected, 2), (problem.Code, problem.Rejected, problem.Row));
        Assert.Equal(rejected, row.Candidate is null);
        Assert.Contains(problem.Value, cells, StringComparison.Ordinal);
        Assert.Contains(problem.Column, (string[])["Mobiel", "E-mail"]);
    }

    [Fact]
    public void A_number_without_a_country_asks_for_the_country() =>
        Assert.Contains("landcode", ListText.Rows("mobiel\n512345678\n")[0].Problems[0].Message, StringComparison.Ordinal);

    [Fact]
    public void A_row_without_any_way_to_reach_is_rejected_with_its_cells()
    {
        var row = Assert.Single(ListText.Rows("naam;mobiel;straat;huisnummer;postcode;klant\nA;;Kerkstraat;12;;K7\n"));
        Assert.Equal(ProblemCodes.Unreachable, Assert.Single(row.Problems).Code);
        Assert.Equal(["A", "", "Kerkstraat", "12", "", "K7"], row.Cells);
    }

    [Theory]
    [InlineData("Kerkstraat;12;;1234ab", "Kerkstraat", "12", null, "1234 AB")]
    [InlineData("Kerkstraat;12 bis;;1234 ab", "Kerkstraat", "12", "bis", "1234 AB")]
    [InlineData("Kerkstraat;12-A;;1234AB", "Kerkstraat", "12", "A", "1234 AB")]
    [InlineData("Kerkstraat;12hs;;NL-1234 AB", "Kerkstraat", "12", "hs", "1234 AB")]
    [InlineData("Kerkstraat;12;3 hoog;1234 AB", "Kerkstraat", "12", "3 hoog", "1234 AB")]
    [InlineData("Kerkstraat 12 bis;;;1234 AB", "Kerkstraat", "12", "bis", "1234 AB")]
    [InlineData("Plein 1945 7-2;;;1234 AB", "Plein 1945", "7", "2", "1234 AB")]
    [InlineData("1e Oosterdwarsstraat 14a;;;1234 AB", "1e Oosterdwarsstraat", "14", "a", "1234 AB")]
    [InlineData("Hauptstraße;5;;10115", "Hauptstraße", "5", null, "10115")]
    [InlineData("Kerkstraat;5;;B-1000", "Kerkstraat", "5", null, "B-1000")]
    public void An_address_is_a_way_to_reach(string cells, string street, string number, string? addition, string postcode)
    {
        var row = Assert.Single(ListText.Rows($"straat;huisnr.;toevoeging;postcode;plaats\n{cells};Utrecht\n"));
        Assert.Empty(row.Problems);
        Assert.Equal(new(street, number, addition, postcode, "Utrecht"), row.Candidate!.Address);
    }

    [Theory]
    [InlineData("1234")]
    [InlineData("0123 AB")]
    [InlineData("12345 AB")]
    [InlineData("1234 A")]
    [InlineData("ABCD EF")]
    [InlineData("?")]
    public void A_wrong_postcode_is_reported(string postcode)
    {
        var rows = ListText.Rows($"mobiel;straat;huisnummer;postcode\n0612345678;Kerkstraat;12;{postcode}\n;Kerkstraat;12;{postcode}\n");
        Assert.Equal([(ProblemCodes.PostcodeInvalid, false), (ProblemCodes.PostcodeInvalid, true)], rows.Select(row => (row.Problems[0].Code, row.Problems[0].Rejected)));
        Assert.Null(rows[0].Candidate!.Address);
    }

    [Theory]
    [InlineData("12-03-2026")]
    [InlineData("nvt")]
    [InlineData("0")]
    public void What_is_no_house_number_makes_no_address(string number) =>
        Assert.Null(Assert.Single(ListText.Rows($"mobiel;straat;huisnummer;postcode\n0612345678;Kerkstraat;{number};1234 AB\n")).Candidate!.Address);

    [Theory]
    [InlineData("nl", "Nederlands", "Dutch", "NL", "nl-NL", "Vlaams")]
    [InlineData("en", "Engels", "English", "EN", "en_GB")]
    [InlineData("tr", "Turks", "Turkish", "Türkçe", "TÜRKÇE", "tr-TR", "Turks / Nederlands")]
    [InlineData("ar", "Arabisch", "Arabic", "العربية", "Arabisch (Syrisch)")]
    [InlineData("pl", "Pools", "Polish", "polski")]
    [InlineData("uk", "Oekraïens", "Oekraiens", "Ukrainian", "українська", "uk-UA")]
    [InlineData("ti", "Tigrinya", "ትግርኛ", "Tigrinja")]
    [InlineData("fa", "Farsi", "Perzisch", "Dari", "Farsi/Perzisch/Dari", "فارسی")]
    [InlineData("so", "Somalisch", "Somali", "Soomaali", "Af-Soomaali")]
    [InlineData("fr", "Frans", "French", "Français", "fr-BE")]
    public void A_language_is_known_by_code_and_name(string code, params string[] names) =>
        Assert.All(names, name => Assert.Equal(code, LanguageNames.CodeOf(name)));

    [Fact]
    public void An_unknown_language_is_a_warning_and_falls_back()
    {
        var row = Assert.Single(ListText.Rows("mobiel;taal\n0612345678;Klingon\n"));
        Assert.Null(row.Candidate!.Language);
        Assert.Equal((ProblemCodes.LanguageUnknown, "Klingon", false), (row.Problems[0].Code, row.Problems[0].Value, row.Problems[0].Rejected));
    }

    [Theory]
    [InlineData("ja", Permission.Given)]
    [InlineData("X", Permission.Given)]
    [InlineData("Yes", Permission.Given)]
    [InlineData("misschien", Permission.Unproven)]
    [InlineData("", Permission.Unsaid)]
    public void Consent_is_only_a_plain_yes(string cell, Permission consent) =>
        Assert.Equal(new(consent, consent, consent, consent), ListText.Rows($"mobiel;toestemming\n0612345678;{cell}\n")[0].Candidate!.Permissions);

    [Fact]
    public void A_letter_and_a_call_need_no_consent() =>
        Assert.Equal(new(Permission.Refused, Permission.Refused, default, default), ListText.Rows("mobiel;toestemming\n0612345678;nee\n")[0].Candidate!.Permissions);

    [Fact]
    public void A_cell_that_is_too_long_is_said_and_cut()
    {
        var rows = ListText.Rows($"naam;mobiel\n{new string('x', 4_001)};0612345678\nA;{new string('0', 1_000_000)}\n{new string('y', 4_000)};0612345670\n");

        Assert.Equal([ProblemCodes.CellTooLong, ProblemCodes.CellTooLong], rows.SelectMany(row => row.Problems).Select(problem => problem.Code));
        Assert.Equal([false, true, false], rows.Select(row => row.Candidate is null));
        Assert.All(rows.SelectMany(row => row.Problems), problem => Assert.Equal(100, problem.Value.Length));
    }

    [Theory]
    [InlineData("Ada;;Smit", "Ada Smit")]
    [InlineData("Ada;van der;Smit", "Ada van der Smit")]
    [InlineData(";;Smit", "Smit")]
    [InlineData("  Ada  Maria ;;", "Ada Maria")]
    [InlineData(";;", null)]
    public void A_name_is_joined_and_may_be_missing(string cells, string? name) =>
        Assert.Equal(name, ListText.Rows($"voornaam;tussenvoegsel;achternaam;mobiel\n{cells};0612345678\n")[0].Candidate!.Name);
}
