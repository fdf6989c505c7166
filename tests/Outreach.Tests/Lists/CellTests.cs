using Outreach.Contacts;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Cells that hold more than belongs there, or what a spreadsheet made of it: nothing is bent in silence.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("06-12345601 (werk)", "+31612345601")]
    [InlineData("mob. 0612345603", "+31612345603")]
    [InlineData("024-3228888 / 06-12345607", "+31612345607")]
    [InlineData("0612345608, 0612345609", "+31612345608")]
    [InlineData("0612345608/0612345609", "+31612345608")]
    [InlineData("0612345608 0612345609", "+31612345608")]
    [InlineData("06 12345608 06 12345609", "+31612345608")]
    [InlineData("06-12345610 na 18 uur", "+31612345610")]
    [InlineData("tel. 06 12 34 56 11 of 024 3228888", "+31612345611")]
    [InlineData("612345605,0", "+31612345605")]
    [InlineData("31612345605.0", "+31612345605")]
    [InlineData("+31612345605.00", "+31612345605")]
    public void The_first_mobile_number_of_a_cell_is_used_and_the_rest_is_reported(string cell, string number)
    {
        var row = Row("naam;telefoon", $"An;\"{cell}\"");

        Assert.Equal(number, row.Candidate!.Mobile?.Value);
        var problem = Assert.Single(row.Problems);
        Assert.Equal(("telefoon", cell, false), (problem.Column, problem.Value, problem.Rejected));
        Assert.StartsWith(number, problem.Became, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("‘0612345613")]
    [InlineData("'0612345613")]
    [InlineData("’0612345613")]
    public void An_apostrophe_before_a_number_is_passed_over(string cell) =>
        Assert.Equal("+31612345613", Row("naam;telefoon", $"An;{cell}").Candidate!.Mobile?.Value);

    [Theory]
    [InlineData("An <fa@voorbeeld.nl>, Ge <ge@voorbeeld.nl>", "fa@voorbeeld.nl")]
    [InlineData("An <fa@voorbeeld.nl>; Ge <ge@voorbeeld.nl>;", "fa@voorbeeld.nl")]
    [InlineData("an@voorbeeld.nl, bo@voorbeeld.nl", "an@voorbeeld.nl")]
    [InlineData("di@voorbeeld.nl / ed@voorbeeld.nl", "di@voorbeeld.nl")]
    [InlineData("di@voorbeeld.nl of ed@voorbeeld.nl", "di@voorbeeld.nl")]
    [InlineData("he@voorbeeld.nl ik@voorbeeld.nl", "he@voorbeeld.nl")]
    [InlineData("jo@voorbeeld.nl\nka@voorbeeld.nl", "jo@voorbeeld.nl")]
    [InlineData("mo@voorbeeld.nl (privé)", "mo@voorbeeld.nl")]
    [InlineData("mo@voorbeeld.nl (niet gebruiken: na@voorbeeld.nl)", "mo@voorbeeld.nl")]
    [InlineData("mail: mo@voorbeeld.nl", "mo@voorbeeld.nl")]
    public void The_first_address_of_a_cell_is_used_and_the_rest_is_reported(string cell, string address)
    {
        var row = Row("naam;e-mail", $"An;\"{cell}\"");

        Assert.Equal(address, row.Candidate!.Email?.Value);
        Assert.Equal((ProblemCodes.EmailMore, "e-mail", address, false), Assert.Single(row.Problems) is var p ? (p.Code, p.Column, p.Became, p.Rejected) : default);
    }

    [Theory]
    [InlineData("jan jansen@voorbeeld.nl")]
    [InlineData("an@voor beeld.nl")]
    [InlineData("an@mail.voor beeld.nl")]
    [InlineData("an @voorbeeld.nl")]
    [InlineData("an@voorbeeld")]
    public void An_address_with_a_blank_in_it_is_not_cut_into_somebody_elses(string cell) =>
        Assert.Equal((ProblemCodes.EmailInvalid, cell, true), Assert.Single(Row("naam;e-mail", $"An;{cell}").Problems) is var p ? (p.Code, p.Value, p.Rejected) : default);

    [Theory]
    [InlineData("Kerkstraat 12 3 hoog", "12", "3 hoog")]
    [InlineData("Kerkstraat 12-3 hoog", "12", "3 hoog")]
    [InlineData("Kerkstraat 12 3 hs", "12", "3 hs")]
    [InlineData("Kerkstraat 12 A-3", "12", "A-3")]
    [InlineData("Kerkstraat 12 woonboot", "12", "woonboot")]
    [InlineData("Kerkstraat 12 (woonboot)", "12", "woonboot")]
    [InlineData("Kerkstraat 12 achter", "12", "achter")]
    [InlineData("Kerkstraat 12 a bis", "12", "a bis")]
    [InlineData("Kerkstraat 12bis", "12", "bis")]
    [InlineData("Kerkstraat 12 hs", "12", "hs")]
    [InlineData("Kerkstraat 12-II", "12", "II")]
    [InlineData("Kerkstraat nr. 12", "12", null)]
    [InlineData("Kerkstraat nr 12", "12", null)]
    [InlineData("Kerkstraat, 12", "12", null)]
    [InlineData("Kerkstraat 12 bus 3", "12", "bus 3")]
    [InlineData("Kerkstraat 12 bte 3", "12", "bte 3")]
    [InlineData("Kerkstraat 12 flat 4", "12", "flat 4")]
    [InlineData("Kerkstraat 12 a", "12", "a")]
    [InlineData("Kerkstraat 12-2", "12", "2")]
    [InlineData("Kerkstraat 12.", "12", null)]
    public void Street_and_house_number_in_one_cell_are_parted(string cell, string number, string? addition)
    {
        var row = Row("naam;straat;postcode", $"An;{cell};6511 AB");

        Assert.Equal(new("Kerkstraat", number, addition, "6511 AB", null), row.Candidate!.Address);
        Assert.Empty(row.Problems);
    }

    [Theory]
    [InlineData("Plein 1945 12", "Plein 1945", "12", null)]
    [InlineData("Plein 40-45 7", "Plein 40-45", "7", null)]
    [InlineData("Laan 1940-1945 12 a", "Laan 1940-1945", "12", "a")]
    [InlineData("1e Oosterdwarsstraat 14a", "1e Oosterdwarsstraat", "14", "a")]
    [InlineData("2de Pijnackerstraat 5", "2de Pijnackerstraat", "5", null)]
    [InlineData("Plein 1945 nr. 12", "Plein 1945", "12", null)]
    [InlineData("Straat van 8 mei 45", "Straat van 8 mei", "45", null)]
    [InlineData("Straße des 17. Juni 135", "Straße des 17. Juni", "135", null)]
    public void A_number_in_the_name_of_a_street_is_not_the_house(string cell, string street, string number, string? addition) =>
        Assert.Equal(new(street, number, addition, "6511 AB", null), Row("naam;straat;postcode", $"An;{cell};6511 AB").Candidate!.Address);

    [Theory]
    [InlineData("Kerkstraat 12 t/m 14")]
    [InlineData("Kerkstraat 12 to 14")]
    [InlineData("Kerkstraat 12 en 14")]
    [InlineData("Kerkstraat 12a tot en met 14")]
    public void A_row_of_houses_is_not_one_of_them(string cell) =>
        Assert.Equal((ProblemCodes.HouseNumberInvalid, cell, true), Assert.Single(Row("naam;straat;postcode", $"An;{cell};6511 AB").Problems) is var p ? (p.Code, p.Value, p.Rejected) : default);

    [Fact]
    public void A_berth_opposite_a_house_is_another_address_and_reported()
    {
        var row = Row("naam;straat;postcode", "An;Havenkade t/o 12;6511 AB");

        Assert.Equal(new("Havenkade", "12", "t/o", "6511 AB", null), row.Candidate!.Address);
        Assert.Equal("Havenkade 12 t/o", Assert.Single(row.Problems).Became);
    }

    [Theory]
    [InlineData("Kerkstraat 12, 6511 AB Nijmegen", "", "Nijmegen")]
    [InlineData("Kerkstraat 12 6511ab", "6511 AB", null)]
    public void A_postcode_behind_the_street_is_taken_for_one_and_reported(string cell, string postcode, string? city)
    {
        var row = Row("naam;straat;postcode", $"An;{cell};{postcode}");

        Assert.Equal(new("Kerkstraat", "12", null, "6511 AB", city), row.Candidate!.Address);
        Assert.Equal("Kerkstraat 12 · 6511 AB", Assert.Single(row.Problems).Became);
    }

    [Fact]
    public void Two_postcodes_that_differ_are_not_chosen_from() =>
        Assert.Contains(Row("naam;straat;postcode", "An;Kerkstraat 12, 6511 AB;6512 CD").Problems, problem => problem is { Code: ProblemCodes.PostcodeInvalid, Column: "straat", Rejected: true });

    [Theory]
    [InlineData("06 12345601 niet bellen", "")]
    [InlineData("06 12345601", "an@voorbeeld.nl (niet meer mailen)")]
    public void A_no_behind_a_number_or_an_address_counts(string phone, string email)
    {
        var row = Row("naam;mobiel;e-mail", $"An;{phone};{email}");

        Assert.Equal((Permission.Refused, Permission.Refused), (row.Candidate!.Permissions.Sms, row.Candidate.Permissions.Email));
        Assert.Contains(row.Problems, problem => problem is { Code: ProblemCodes.Adjusted, Rejected: false });
    }

    [Fact]
    public void A_number_before_the_street_is_read_and_reported()
    {
        var row = Row("naam;straat;postcode", "An;12, Rue de la Loi;B-1000");

        Assert.Equal(new("Rue de la Loi", "12", null, "B-1000", null), row.Candidate!.Address);
        Assert.Equal("Rue de la Loi 12", Assert.Single(row.Problems).Became);
    }

    [Theory]
    [InlineData("12 (achter)", "12", "achter")]
    [InlineData("79a 3 achter", "79", "a 3 achter")]
    [InlineData("35 (studio A)", "35", "studio A")]
    [InlineData("44-bis", "44", "bis")]
    [InlineData("1-TRAF", "1", "TRAF")]
    [InlineData("19p-8", "19", "p-8")]
    [InlineData("3-0072", "3", "0072")]
    [InlineData("1 A begane grond", "1", "A begane grond")]
    [InlineData("45/A", "45", "A")]
    [InlineData("221-(b)", "221", "b")]
    [InlineData("12-3", "12", "3")]
    [InlineData("nr. 12", "12", null)]
    [InlineData("12,0", "12", null)]
    [InlineData("hs 12", "12", "hs")]
    public void A_house_number_keeps_all_that_stands_behind_it(string cell, string number, string? addition)
    {
        var address = Row("naam;straat;huisnr;postcode", $"An;Kerkstraat;{cell};6511 AB").Candidate!.Address!;
        Assert.Equal((number, addition), (address.HouseNumber, address.Addition));
    }

    [Theory]
    [InlineData("4-May")]
    [InlineData("Jan-12")]
    [InlineData("12-mrt")]
    [InlineData("3-dec")]
    [InlineData("mei-67")]
    [InlineData("1. Mai")]
    [InlineData("12. Mrz")]
    [InlineData("03-Okt")]
    [InlineData("12-03-2026")]
    [InlineData("2026-03-12")]
    [InlineData("12-03-2026 00:00")]
    [InlineData("12 maart")]
    [InlineData("46093")]
    [InlineData("12+14")]
    [InlineData("12 t/m 16")]
    [InlineData("twaalf")]
    public void A_house_number_that_became_a_date_or_is_several_houses_is_refused_by_its_value(string cell)
    {
        var row = Row("naam;straat;huisnummer;postcode", $"An;Kerkstraat;{cell};6511 AB");

        Assert.Null(row.Candidate);
        var problem = Assert.Single(row.Problems);
        Assert.Equal(("huisnummer", cell, true), (problem.Column, problem.Value, problem.Rejected));
        Assert.Contains(problem.Code, (string[])[ProblemCodes.HouseNumberDate, ProblemCodes.HouseNumberInvalid]);
    }

    [Theory]
    [InlineData("zie 4 hoog")]
    [InlineData("flat 3")]
    [InlineData("tel 0243")]
    [InlineData("SW1A 1AA")]
    [InlineData("123456")]
    public void A_postcode_of_no_country_that_is_allowed_is_refused(string cell) =>
        Assert.Equal((ProblemCodes.PostcodeInvalid, cell), Assert.Single(Row("naam;straat;huisnummer;postcode", $"An;Kerkstraat;1;{cell}").Problems) is var p ? (p.Code, p.Value) : default);

    [Theory]
    [InlineData("SW1A 1AA", "NL GB")]
    [InlineData("00-950", "NL PL")]
    [InlineData("75001", "FR")]
    [InlineData("1000", "BE")]
    public void Postcodes_are_those_of_the_allowed_countries(string cell, string allowed) =>
        Assert.True(Postal.TryPostcode(cell, new CountryRules(allowed.Split(' ')[0], allowed), out _));

    [Theory]
    [InlineData("nan")]
    [InlineData("onbekend")]
    [InlineData("Unknown")]
    [InlineData("#N/A")]
    [InlineData("#N/B")]
    [InlineData("#VERW!")]
    [InlineData("#WERT!")]
    [InlineData("n.v.t.")]
    [InlineData("NULL")]
    [InlineData("k.A.")]
    [InlineData("?")]
    [InlineData("x")]
    public void What_says_that_nothing_is_known_is_no_name(string cell)
    {
        var row = Row("naam;mobiel;straat;huisnummer;postcode;plaats", $"{cell};0612345603;{cell};1;6511 AB;{cell}");
        Assert.Equal((null, null), (row.Candidate!.Name, row.Candidate.Address));
        Assert.Contains(row.Problems, problem => problem is { Column: "naam", Became: "" } && problem.Value == cell);
    }

    [Theory]
    [InlineData("Nan")]
    [InlineData("Bo")]
    [InlineData("Geen de Vries")]
    public void A_short_name_is_a_name(string name) => Assert.Equal(name, Row("naam;mobiel", $"{name};0612345603").Candidate!.Name);

    [Theory]
    [InlineData("'Bo Proef", "Bo Proef")]
    [InlineData("'Bo Proef'", "Bo Proef")]
    [InlineData("“Bo Proef”", "Bo Proef")]
    [InlineData("'t Hart", "'t Hart")]
    [InlineData("'T HART", "'T HART")]
    [InlineData("'s-Gravesande", "'s-Gravesande")]
    public void The_apostrophe_of_a_spreadsheet_is_no_part_of_a_name(string cell, string name) =>
        Assert.Equal(name, Row("naam;mobiel", $"{cell};'0612345603").Candidate!.Name);

    [Theory]
    [InlineData("straat;postcode", "Kerkstraat 46032;6511 AB", "straat", "Kerkstraat 46032")]
    [InlineData("straat;huisnummer;postcode", "Kerkstraat;12 sty;6511 AB", "huisnummer", "12 sty")]
    [InlineData("straat;huisnummer;postcode", "Kerkstraat;12 Oca;6511 AB", "huisnummer", "12 Oca")]
    [InlineData("straat;huisnummer;postcode", "Kerkstraat;12 janv.;6511 AB", "huisnummer", "12 janv.")]
    public void A_date_is_no_house_number_in_any_language(string header, string cells, string column, string value) =>
        Assert.Equal((ProblemCodes.HouseNumberDate, column, value), Assert.Single(Row(header, cells).Problems) is var p ? (p.Code, p.Column, p.Value) : default);

    [Theory]
    [InlineData("bo@voorbeeld.n1")]
    [InlineData("bo@voorbeeld.nl bounced")]
    [InlineData("bo@voorbeeld.nl (onbestelbaar)")]
    public void An_address_that_does_not_work_is_not_used(string cell) =>
        Assert.Equal((ProblemCodes.EmailInvalid, cell), Assert.Single(Row("naam;e-mail", $"An;{cell}").Problems) is var p ? (p.Code, p.Value) : default);

    [Theory]
    [InlineData("Bo Proef (overl.)")]
    [InlineData("Bo Proef ✝")]
    [InlineData("06-12345603 ⛔")]
    public void A_sign_or_a_short_word_for_no_counts(string cell) =>
        Assert.Equal(Permission.Refused, Row("naam;mobiel;telefoon", $"{cell};0612345603;").Candidate!.Permissions.Sms);

    [Fact]
    public void A_cell_beside_the_header_is_reported()
    {
        var problem = Assert.Single(Row("naam;mobiel", "An;0612345603;;Kerkstraat 12").Problems);
        Assert.Equal((ProblemCodes.RowTooLong, "kolom D", "Kerkstraat 12", false), (problem.Code, problem.Column, problem.Value, problem.Rejected));
    }

    [Theory]
    [InlineData("naam;mobiel;e-mail", "An;;", "mobiel, e-mail", "An")]
    [InlineData("mobiel;klant", ";K7", "mobiel", "K7")]
    [InlineData("naam;straat;huisnummer;postcode", "An;Kerkstraat;12;", "postcode", "Kerkstraat 12")]
    [InlineData("naam;straat;huisnummer;postcode", "An;;12;6511 AB", "straat", "12 6511 AB")]
    public void Whoever_cannot_be_reached_is_told_by_column_and_value(string header, string cells, string column, string value) =>
        Assert.Equal((ProblemCodes.Unreachable, column, value), Assert.Single(Row(header, cells).Problems) is var p ? (p.Code, p.Column, p.Value) : default);

    private static ListRow Row(string header, string cells) => Assert.Single(ListText.Rows($"{header}\n{cells}\n"));
}
