using Outreach.Contacts;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A cell that says more than one house never becomes another house in silence.</summary>
public sealed class OtherHouseTests
{
    [Theory]
    [InlineData("was Kerkstraat 12")]
    [InlineData("voorheen Kerkstraat 12")]
    [InlineData("woonde op Kerkstraat 12")]
    [InlineData("gaat naar Kerkstraat 12")]
    [InlineData("post naar Kerkstraat 12")]
    public void Where_somebody_lived_or_will_live_is_not_where_they_live(string street)
    {
        var row = Assert.Single(ListText.Rows($"naam;mobiel;straat;postcode\nAn Proef;0612345678;{street};1234 AB\n"));

        Assert.Null(row.Candidate!.Address);
        Assert.Equal((ProblemCodes.HouseNumberInvalid, street), Assert.Single(row.Problems) is var problem ? (problem.Code, problem.Value) : default);
    }

    [Theory]
    [InlineData("oud Kerkstraat 12")]
    [InlineData("naast Kerkstraat 12")]
    [InlineData("hoek Kerkstraat 12")]
    [InlineData("achter Kerkstraat 12")]
    public void A_place_beside_a_street_is_said(string street) =>
        Assert.Equal((ProblemCodes.Adjusted, street), Assert.Single(Assert.Single(ListText.Rows($"naam;straat;postcode\nAn Proef;{street};1234 AB\n")).Problems) is var problem ? (problem.Code, problem.Value) : default);

    [Theory]
    [InlineData("Achter de Hoven 12")]
    [InlineData("Oud Milligenseweg 12")]
    [InlineData("Oude Gracht 12")]
    [InlineData("Onder de Linden 12")]
    [InlineData("Hoekstraat 12")]
    [InlineData("Wasstraat 12")]
    public void A_street_that_is_called_so_is_taken_without_a_word(string street)
    {
        var row = Assert.Single(ListText.Rows($"naam;straat;postcode\nAn Proef;{street};1234 AB\n"));

        Assert.Equal((street[..^3], 0), (row.Candidate!.Address!.Street, row.Problems.Count));
    }

    [Theory]
    [InlineData("0612345678")]
    [InlineData("123456")]
    [InlineData("1234567")]
    [InlineData("12 0612345678")]
    [InlineData("12 tel 0612345678")]
    public void A_number_that_is_longer_than_any_house_number_is_refused(string cell) => Refused(cell);

    [Theory]
    [InlineData("12 of 14")]
    [InlineData("12 was 14")]
    [InlineData("12 oud 14")]
    [InlineData("12 naar 14")]
    [InlineData("12 naast 14")]
    [InlineData("12 t/o 14")]
    [InlineData("12 a t/o 14")]
    [InlineData("12 (voorheen 14)")]
    [InlineData("12,14")]
    [InlineData("12, 14")]
    [InlineData("12 en 14")]
    [InlineData("12 6511AB")]
    [InlineData("12 sleutel bij 14")]
    [InlineData("12 sleutel bij buren")]
    [InlineData("12/12a")]
    [InlineData("12 a-c")]
    [InlineData("12a/b")]
    [InlineData("2e-12")]
    public void A_second_house_or_a_note_is_no_addition(string cell) => Refused(cell);

    [Theory]
    [InlineData("12 A-3", "A-3")]
    [InlineData("12 t/o", "t/o")]
    [InlineData("12 bij", "bij")]
    [InlineData("12a bis", "a bis")]
    [InlineData("12 2e verd.", "2e verd")]
    [InlineData("12 hs", "hs")]
    [InlineData("12AA", "AA")]
    [InlineData("12, 3 hoog", "3 hoog")]
    [InlineData("12/3", "3")]
    [InlineData("12 B-A", "B-A")]
    [InlineData("12 12e verd.", "12e verd")]
    public void An_addition_of_a_known_shape_is_taken_without_a_word(string cell, string addition)
    {
        var row = InNumber(cell);

        Assert.Equal(("12", addition), (row.Candidate!.Address!.HouseNumber, row.Candidate.Address.Addition));
        Assert.Empty(row.Problems);
    }

    [Theory]
    [InlineData("12 1/2", "12", "1/2")]
    [InlineData("12/14", "12", "14")]
    [InlineData("1/2", "1", "2")]
    public void A_fraction_or_the_next_number_behind_a_slash_stays_and_is_shown(string cell, string number, string addition)
    {
        Assert.All([InNumber(cell), InStreet($"Kerkstraat {cell}")], row =>
        {
            Assert.Equal((number, addition), (row.Candidate!.Address!.HouseNumber, row.Candidate.Address.Addition));
            Assert.Equal(ProblemCodes.Adjusted, Assert.Single(row.Problems).Code);
        });
    }

    [Theory]
    [InlineData("oud: Kerkstraat 12")]
    [InlineData("nieuw: Kerkstraat 12")]
    [InlineData("Oud adres Kerkstraat 12")]
    [InlineData("vanaf 1 mei Molenweg 3")]
    [InlineData("per 1-5 Molenweg 3")]
    [InlineData("Kerkstraat 12 tot 1 mei")]
    [InlineData("Kerkstraat 12 (oud)")]
    [InlineData("Kerkstraat 12 oud")]
    [InlineData("Kerkstraat 12 verhuisd")]
    [InlineData("Kerkstraat 12 (verhuisd naar Molenweg)")]
    [InlineData("Kerkstraat 12 tijdelijk")]
    [InlineData("Kerkstraat 12 (dochter)")]
    [InlineData("bij dochter, Molenweg 3")]
    [InlineData("p/a Bakker, Molenweg 3")]
    [InlineData("Briefadres: Molenweg 3")]
    public void An_address_that_is_old_or_of_another_time_or_of_somebody_else_is_refused(string cell)
    {
        Refused(cell, "straat", InStreet(cell));
        Refused("12 oud", "huisnummer", InNumber("12 oud"));
        Refused("verhuisd", "toevoeging", Row("naam;straat;huisnummer;toevoeging;postcode", "An;Kerkstraat;12;verhuisd;6511 AB"));
    }

    [Theory]
    [InlineData("Oude Gracht 12", "Oude Gracht")]
    [InlineData("2e Oude Heselaan 12", "2e Oude Heselaan")]
    [InlineData("Moeder Teresastraat 12", "Moeder Teresastraat")]
    [InlineData("Nieuwe Kade 12", "Nieuwe Kade")]
    [InlineData("Straat van 4 november 12", "Straat van 4 november")]
    [InlineData("Bij de Molen 12", "Bij de Molen")]
    public void A_street_may_be_called_old_or_after_somebody(string cell, string street)
    {
        var row = InStreet(cell);

        Assert.Equal(new(street, "12", null, "6511 AB", null), row.Candidate!.Address);
        Assert.Empty(row.Problems);
    }

    [Fact]
    public void A_year_that_is_the_name_of_the_street_is_no_house_number()
    {
        Refused("Plein 1944", "straat", InStreet("Plein 1944"));
        Assert.Equal(("Plein 1944", "12"), InStreet("Plein 1944 12").Candidate!.Address is { } home ? (home.Street, home.HouseNumber) : default);
        Assert.Equal("1944", InStreet("Lange Molenweg 1944").Candidate!.Address!.HouseNumber);
    }

    [Fact]
    public void A_word_that_we_do_not_know_stays_and_is_shown()
    {
        var row = InNumber("12 oranjerie");

        Assert.Equal("oranjerie", row.Candidate!.Address!.Addition);
        Assert.Equal(("huisnummer", "12 oranjerie", "12 oranjerie"), Assert.Single(row.Problems) is var p ? (p.Column, p.Value, p.Became) : default);
    }

    [Theory]
    [InlineData("Appartement 3, Kerkstraat 12")]
    [InlineData("Kamer 5 Kerkstraat 12")]
    [InlineData("Flat Zuid 3, Kerkstraat 12")]
    [InlineData("Unit 5, Kerkstraat 12")]
    [InlineData("Kerkstraat 12 sleutel bij 14")]
    [InlineData("Kerkstraat 12 tel 0612345678")]
    [InlineData("Kerkstraat 12 of 14")]
    [InlineData("Kerkstraat 12 naast 14")]
    [InlineData("Kerkstraat 12 bij Jansen")]
    [InlineData("Wijk 5 nr 12")]
    public void A_street_with_a_second_number_or_another_door_is_not_chosen_from(string cell) =>
        Assert.Equal((ProblemCodes.HouseNumberInvalid, "straat", cell, true), Assert.Single(InStreet(cell).Problems) is var p ? (p.Code, p.Column, p.Value, p.Rejected) : default);

    [Theory]
    [InlineData("Kerkstraat 12 Nijmegen", null)]
    [InlineData("Kerkstraat 12, Amsterdam", null)]
    [InlineData("Kerkstraat 12 's-Hertogenbosch", null)]
    [InlineData("Kerkstraat 12 mevrouw Jansen", null)]
    [InlineData("Kerkstraat 12 J. Jansen", null)]
    [InlineData("Kerkstraat 12 sleutel bij buren", null)]
    [InlineData("Kerkstraat 12 a Nijmegen", "a")]
    [InlineData("Kerkstraat 12 II Nijmegen", "II")]
    [InlineData("Kerkstraat 12 3 hoog Nijmegen", "3 hoog")]
    [InlineData("Kerkstraat 12 begane grond Nijmegen", "begane grond")]
    [InlineData("Kerkstraat 12 Oss", "Oss")]
    public void Words_behind_the_house_are_not_part_of_it_and_are_shown(string cell, string? addition)
    {
        var row = InStreet(cell);

        Assert.Equal(new("Kerkstraat", "12", addition, "6511 AB", null), row.Candidate!.Address);
        Assert.Equal(("straat", cell, $"Kerkstraat 12 {addition}".TrimEnd()), Assert.Single(row.Problems) is var p ? (p.Column, p.Value, p.Became) : default);
    }

    [Fact]
    public void What_a_column_of_additions_says_besides_is_shown()
    {
        var row = Row("naam;straat;huisnummer;toevoeging;postcode", "An;Kerkstraat;12;sleutel bij buren;6511 AB");

        Assert.Equal(("toevoeging", "sleutel bij buren"), Assert.Single(row.Problems) is var p ? (p.Column, p.Value) : default);
    }

    [Theory]
    [InlineData("to", "t/o")]
    [InlineData("by", "bij")]
    [InlineData("", null)]
    public void Where_the_register_of_persons_says_opposite_or_beside_it_is_another_address(string cell, string? addition)
    {
        var row = Row("naam;straatnaam;huisnummer;huisletter;huisnummertoevoeging;aanduiding bij huisnummer;postcode", $"An;Havenkade;12;;;{cell};6511 AB");

        Assert.Equal(new("Havenkade", "12", addition, "6511 AB", null), row.Candidate!.Address);
        Assert.Empty(row.Problems);
    }

    [Theory]
    [InlineData("BE", "BE NL", "2000", "B-2000", "BE 2000", "B2000", "be-2000", "2000")]
    [InlineData("NL", "NL BE", "B-2000", "B-2000", "BE 2000", "B2000", "be 2000")]
    [InlineData("NL", "NL AT", "A-1010", "A-1010", "AT 1010", "A 1010")]
    [InlineData("NL", "NL DE", "10115", "10115", "D-10115", "DE 10115")]
    [InlineData("NL", "NL PL", "00-950", "00950", "00-950", "PL 00-950")]
    [InlineData("GB", "GB", "SW1A 1AA", "sw1a1aa", "SW1A 1AA")]
    [InlineData("NL", "NL", "6511 AB", "6511ab", "NL-6511 AB", "6511  ab")]
    public void Every_postcode_has_one_spelling(string country, string allowed, string postcode, params string[] spellings) =>
        Assert.All(spellings, spelling => Assert.Equal((true, postcode), (Postal.TryPostcode(spelling, new(country, allowed), out var read), read)));

    [Theory]
    [InlineData("", "straat", "Kerkstraat")]
    [InlineData("onbekend", "huisnummer", "onbekend")]
    public void A_missing_house_number_is_told_by_the_cell_that_it_is_missing_from(string number, string column, string value) =>
        Assert.Equal((column, value), InNumber(number).Problems.Single(problem => problem.Code == ProblemCodes.HouseNumberInvalid) is var p ? (p.Column, p.Value) : default);

    private static void Refused(string number) => Refused(number, "huisnummer", InNumber(number));

    private static void Refused(string value, string column, ListRow row) =>
        Assert.Equal((ProblemCodes.HouseNumberInvalid, column, value, true), Assert.Single(row.Problems) is var p ? (p.Code, p.Column, p.Value, p.Rejected) : default);

    private static ListRow InNumber(string cell) => Row("naam;straat;huisnummer;postcode", $"An;Kerkstraat;{cell};6511 AB");

    private static ListRow InStreet(string cell) => Row("naam;straat;postcode", $"An;{cell};6511 AB");

    private static ListRow Row(string header, string cells) => Assert.Single(ListText.Rows($"{header}\n{cells}\n"));
}
