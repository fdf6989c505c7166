using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A floor is not the house: behind the number it is an addition, before it nobody knows for certain.</summary>
public sealed class FloorTests
{
    [Theory]
    [InlineData("3 hoog 16")]
    [InlineData("3-hoog 16")]
    [InlineData("3 hoog achter 16")]
    [InlineData("1e etage 12")]
    [InlineData("2e verdieping, 12")]
    [InlineData("2e verdieping links 12")]
    [InlineData("3rd floor 16")]
    [InlineData("2e 12")]
    [InlineData("3 hoog")]
    [InlineData("3hg")]
    [InlineData("2e etage")]
    [InlineData("2. OG")]
    [InlineData("2de")]
    public void Before_the_number_it_is_no_house(string number)
    {
        var row = InNumber(number);

        Assert.Null(row.Candidate);
        Assert.StartsWith("Hier staat een verdieping voorop", Assert.Single(row.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kerkstraat 3 hoog 16")]
    [InlineData("Kerkstraat, 3 hoog")]
    [InlineData("Kerkstraat 2e etage")]
    [InlineData("Kerkstraat 2e")]
    [InlineData("Kerkstraat 3 hoog achter 16")]
    [InlineData("Kerkstraat, 3 hoog achter, 16a")]
    public void In_the_cell_of_the_street_it_is_none_either(string street) => Assert.Null(InStreet(street).Candidate);

    [Theory]
    [InlineData("2e", "2", "e")]
    [InlineData("3e", "3", "e")]
    public void A_letter_that_may_be_a_floor_is_shown(string cell, string number, string addition)
    {
        var row = InNumber(cell);

        Assert.Equal((number, addition), (row.Candidate!.Address!.HouseNumber, row.Candidate.Address.Addition));
        Assert.StartsWith("Is dit een letter of een verdieping?", Assert.Single(row.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("16 3 hoog", "16", "3 hoog")]
    [InlineData("12 1e etage", "12", "1e etage")]
    [InlineData("12-3hoog", "12", "3hoog")]
    [InlineData("12e", "12", "e")]
    [InlineData("2E", "2", "E")]
    [InlineData("2d", "2", "d")]
    public void Behind_the_number_it_is_the_addition(string cell, string number, string addition)
    {
        var row = InNumber(cell);

        Assert.Equal((number, addition, 0), (row.Candidate!.Address!.HouseNumber, row.Candidate.Address.Addition, row.Problems.Count));
    }

    [Theory]
    [InlineData("Kerkstraat 1e etage 12", "Kerkstraat 12 1e etage")]
    [InlineData("3 hoog, Kerkstraat 16", "Kerkstraat 16 3 hoog")]
    [InlineData("Kerkstraat 2e 12", "Kerkstraat 2e 12")]
    public void Between_the_street_and_the_number_it_is_shown(string cell, string line)
    {
        var row = InStreet(cell);

        Assert.Equal((line, ProblemCodes.Adjusted), (row.Candidate?.Address?.StreetLine, Assert.Single(row.Problems).Code));
    }

    [Theory]
    [InlineData("2e Kerkstraat 16")]
    [InlineData("1e Oosterdwarsstraat 14")]
    public void A_street_with_a_number_is_a_street(string cell) => Assert.Equal((cell, 0), (InStreet(cell).Candidate!.Address!.StreetLine, InStreet(cell).Problems.Count));

    private static ListRow InNumber(string cell) => Assert.Single(ListText.Rows($"Naam;Straat;Huisnummer;Postcode\nAn Aas;Kerkstraat;\"{cell}\";6511 AB\n"));

    private static ListRow InStreet(string cell) => Assert.Single(ListText.Rows($"Naam;Straat;Postcode\nAn Aas;\"{cell}\";6511 AB\n"));
}
