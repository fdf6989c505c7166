using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A whole address in one cell: what is not certain is said, and is no house.</summary>
public sealed class WholeAddressTests
{
    [Theory]
    [InlineData("Kerkstraat 5, 6511 AB Nijmegen", "Kerkstraat 5", "6511 AB Nijmegen")]
    [InlineData("Kerkstraat 5 6511AB Nijmegen", "Kerkstraat 5", "6511 AB Nijmegen")]
    [InlineData("Kerkstraat 5-2, 6511 AB", "Kerkstraat 5 2", "6511 AB")]
    [InlineData("Kerkstraat 5 (6511 AB)", "Kerkstraat 5", "6511 AB")]
    [InlineData("Kerkstraat 5 [6511AB]", "Kerkstraat 5", "6511 AB")]
    [InlineData("Kerkstraat 5, NL-6511 AB Nijmegen", "Kerkstraat 5", "6511 AB Nijmegen")]
    [InlineData("Kerkstraat 5 - 6511-AB", "Kerkstraat 5", "6511 AB")]
    public void It_is_read_and_shown(string cell, string street, string town)
    {
        var row = Assert.Single(ListText.Rows($"Naam;Adres\nAn Aas;{cell}\nBo Bal;Dorpsweg 1, 6511 AC Nijmegen\n"), row => row.Row == 2);

        Assert.Equal((street, town), (row.Candidate?.Address?.StreetLine, row.Candidate?.Address?.TownLine));
        Assert.Contains(row.Problems, problem => problem is { Code: ProblemCodes.Adjusted, Rejected: false } && problem.Value == cell);
    }

    [Theory]
    [InlineData("Kerkstraat 5, 9000 Gent")]
    [InlineData("Hauptstr. 5, 47533 Kleve")]
    [InlineData("Kerkstraat 5 bus 3, B-9000 Gent")]
    [InlineData("5 rue Haute, 75001 Paris")]
    public void What_is_no_Dutch_address_is_called_so(string cell)
    {
        var row = Assert.Single(ListText.Rows($"Naam;Adres\nAn Aas;{cell}\nBo Bal;Dorpsweg 1, 6511 AC Nijmegen\n"), row => row.Row == 2);

        Assert.Null(row.Candidate);
        Assert.StartsWith("Hier lezen we geen Nederlands adres", Assert.Single(row.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kerkstraat, 6511 AB")]
    [InlineData("Kerkstraat 6511AB")]
    [InlineData("Kerkstraat (6511 AB)")]
    [InlineData("Kerkstraat, 6511AB Nijmegen")]
    [InlineData("Kerkstraat, 6511 AB, Nijmegen")]
    public void A_postcode_is_no_house_number(string cell)
    {
        foreach (var row in (ListRow[])[Assert.Single(ListText.Rows($"Naam;Adres;Postcode\nAn Aas;{cell};6511 AB\n")), ListText.Rows($"Naam;Adres\nAn Aas;{cell}\nBo Bal;Dorpsweg 1, 6511 AC Nijmegen\n").First(row => row.Row == 2)])
        {
            Assert.Null(row.Candidate);
            Assert.Equal("Bij deze straat vinden we geen huisnummer.", Assert.Single(row.Problems).Message);
        }
    }

    [Theory]
    [InlineData("12 14")]
    [InlineData("12-14")]
    public void Two_numbers_may_be_two_houses(string number) =>
        Assert.Contains(Assert.Single(ListText.Rows($"Naam;Straat;Huisnummer;Postcode\nAn Aas;Kerkstraat;{number};6511 AB\n")).Problems, problem => problem.Message.StartsWith("Dit kunnen twee huizen zijn", StringComparison.Ordinal));
}
