using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Where a cell may say two houses, or a column may belong to one, that is said.</summary>
public sealed class TwoHousesTests
{
    [Theory]
    [InlineData("12-14", "12", "14")]
    [InlineData("12–14", "12", "14")]
    [InlineData("12 - 16", "12", "16")]
    [InlineData("12/16", "12", "16")]
    [InlineData("12a-14", "12", "a-14")]
    [InlineData("12-14a", "12", "14a")]
    [InlineData("12-13", "12", "13")]
    public void Two_numbers_of_one_side_stay_and_are_shown(string cell, string number, string addition)
    {
        Assert.All([InNumber(cell), InStreet($"Kerkstraat {cell}")], row =>
        {
            Assert.Equal((number, addition), (row.Candidate!.Address!.HouseNumber, row.Candidate.Address.Addition));
            Assert.EndsWith($"{number} {addition}", Assert.Single(row.Problems).Became, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("12-A")]
    [InlineData("12-2")]
    [InlineData("12-3")]
    [InlineData("1-2")]
    [InlineData("3-0072")]
    [InlineData("12-101")]
    [InlineData("44-bis")]
    public void An_addition_behind_a_dash_is_taken_without_a_word(string cell) => Assert.Empty(InNumber(cell).Problems);

    [Theory]
    [InlineData("Plein 40-45")]
    [InlineData("Laan 1940-1945")]
    public void Years_in_the_name_of_a_street_are_no_house(string cell) => Assert.Null(InStreet(cell).Candidate);

    [Theory]
    [InlineData("Zorgcentrum De Linde, kamer 12")]
    [InlineData("Complex 5-12")]
    [InlineData("Huize Rust unit 4")]
    public void A_door_that_may_not_be_the_house_is_shown(string cell) => Assert.Equal(ProblemCodes.Adjusted, Assert.Single(InStreet(cell).Problems).Code);

    [Theory]
    [InlineData("12A;A", "A")]
    [InlineData("12;12A", "A")]
    [InlineData("12a;A", "a")]
    public void An_addition_that_is_said_twice_is_one(string cells, string addition)
    {
        var row = Row("straat;huisnummer;toevoeging;postcode", $"Kerkstraat;{cells};6511 AB");

        Assert.Equal(("12", addition, ProblemCodes.Adjusted), (row.Candidate!.Address!.HouseNumber, row.Candidate.Address.Addition, Assert.Single(row.Problems).Code));
    }

    [Theory]
    [InlineData("Huisnr.;Huisl.", "a")]
    [InlineData("Hausnummer;Hausnummerzusatz", "b")]
    [InlineData("Nr;Bte", "3")]
    [InlineData("Huisnr;Letter", "c")]
    [InlineData("Huisnr;Toevoegsel", "II")]
    [InlineData("Huisnr;Suffix", "hs")]
    [InlineData("Huisnr;Etage", "2")]
    [InlineData("Huisnr;Boîte", "4")]
    [InlineData("Huisnr;Toev. huisnr", "a")]
    public void The_addition_of_a_house_is_known_by_many_names(string headers, string addition)
    {
        var row = Row($"Straat;{headers};Postcode", $"Kerkstraat;12;{addition};6511 AB");

        Assert.Equal((addition, 0), (row.Candidate!.Address!.Addition, row.Problems.Count));
    }

    [Theory]
    [InlineData("Xyz", "a", 1)]
    [InlineData("Xyz", "II", 1)]
    [InlineData("Xyz", "3", 0)]
    [InlineData("Geslacht", "v", 0)]
    [InlineData("Xyz", "Oosterpark", 0)]
    public void A_short_cell_behind_the_house_number_is_shown(string header, string cell, int problems) =>
        Assert.Equal(problems, Row($"Straat;Huisnr;{header};Postcode", $"Kerkstraat;12;{cell};6511 AB").Problems.Count);

    [Fact]
    public void A_street_without_a_postcode_is_said_beside_a_number() =>
        Assert.Equal((ProblemCodes.PostcodeInvalid, "postcode"), Assert.Single(Row("mobiel;straat;huisnummer;postcode", "0612345678;Kerkstraat;12;").Problems) is var p ? (p.Code, p.Column) : default);

    private static ListRow InNumber(string cell) => Row("naam;straat;huisnummer;postcode", $"An;Kerkstraat;{cell};6511 AB");

    private static ListRow InStreet(string cell) => Row("naam;straat;postcode", $"An;\"{cell}\";6511 AB");

    private static ListRow Row(string header, string cells) => Assert.Single(ListText.Rows($"{header}\n{cells}\n"));
}
