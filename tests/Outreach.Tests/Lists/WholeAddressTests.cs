using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A whole address in one cell, and houses whose number stands behind a floor: what is not certain is said, and is no house.</summary>
public sealed class WholeAddressTests
{
    [Theory]
    [InlineData("Kerkstraat 5, 6511 AB Nijmegen", "Kerkstraat 5", "6511 AB Nijmegen")]
    [InlineData("Kerkstraat 5 6511AB Nijmegen", "Kerkstraat 5", "6511 AB Nijmegen")]
    [InlineData("Kerkstraat 5-2, 6511 AB", "Kerkstraat 5 2", "6511 AB")]
    [InlineData("Kerkstraat 5 (6511 AB)", "Kerkstraat 5", "6511 AB")]
    public void It_is_read_and_shown(string cell, string street, string town)
    {
        var row = Assert.Single(ListText.Rows($"Naam;Adres\nAn Aas;{cell}\nBo Bal;Dorpsweg 1, 6511 AC Nijmegen\n"), row => row.Row == 2);

        Assert.Equal((street, town), (row.Candidate?.Address?.StreetLine, row.Candidate?.Address?.TownLine));
        Assert.Contains(row.Problems, problem => problem is { Code: ProblemCodes.Adjusted, Rejected: false } && problem.Value == cell);
    }

    [Theory]
    [InlineData("Kerkstraat 5, 9000 Gent")]
    [InlineData("Hauptstr. 5, 47533 Kleve")]
    [InlineData("Kerkstraat, 6511 AB")]
    public void What_is_no_Dutch_address_is_called_so(string cell)
    {
        var row = Assert.Single(ListText.Rows($"Naam;Adres\nAn Aas;{cell}\nBo Bal;Dorpsweg 1, 6511 AC Nijmegen\n"), row => row.Row == 2);

        Assert.Null(row.Candidate);
        Assert.StartsWith("Hier lezen we geen Nederlands adres", Assert.Single(row.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3 hoog 16")]
    [InlineData("1e etage 12")]
    [InlineData("2e verdieping, 12")]
    public void A_floor_before_the_number_is_not_the_house(string number) =>
        Assert.Null(Assert.Single(ListText.Rows($"Naam;Straat;Huisnummer;Postnr\nAn Aas;Kerkstraat;{number};6511 AB\n")).Candidate);

    [Theory]
    [InlineData("16 3 hoog", "Kerkstraat 16 3 hoog")]
    [InlineData("12 1e etage", "Kerkstraat 12 1e etage")]
    public void A_floor_behind_it_is_its_addition(string number, string street) =>
        Assert.Equal(street, Assert.Single(ListText.Rows($"Naam;Straat;Huisnummer;Postnr\nAn Aas;Kerkstraat;{number};6511 AB\n")).Candidate?.Address?.StreetLine);

    [Fact]
    public void A_floor_before_the_number_in_the_cell_of_the_street_is_not_the_house_either() =>
        Assert.Null(Assert.Single(ListText.Rows("Naam;Adres;Postcode\nAn Aas;Kerkstraat 3 hoog 16;6511 AB\n")).Candidate);

    [Theory]
    [InlineData("12 14")]
    [InlineData("12-14")]
    public void Two_numbers_may_be_two_houses(string number) =>
        Assert.Contains(Assert.Single(ListText.Rows($"Naam;Straat;Huisnummer;Postcode\nAn Aas;Kerkstraat;{number};6511 AB\n")).Problems, problem => problem.Message.StartsWith("Dit kunnen twee huizen zijn", StringComparison.Ordinal));
}
