using Outreach.Contacts;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>An address that is not used, or is another than it seems, is said with its column and value.</summary>
public sealed class LostAddressTests
{
    private const string Header = "naam;mobiel;e-mail;straat;huisnummer;postcode";

    [Theory]
    [InlineData("Els Eik;;els@wijkpost-x.nl;Molenpad;12;", "postcode", "Molenpad")]
    [InlineData("Els Eik;0611223344;;Molenpad;12;", "postcode", "Molenpad")]
    [InlineData("Els Eik;0611223344;;;12;1234 AB", "straat", "12 1234 AB")]
    [InlineData("Els Eik;;els@wijkpost-x.nl;;12;", "straat", "12")]
    [InlineData("Els Eik;0611223344;;Molenpad;10-2024;1234 AB", "huisnummer", "10-2024")]
    [InlineData("Els Eik;0611223344;;Molenpad;2024-12;1234 AB", "huisnummer", "2024-12")]
    [InlineData("Els Eik;0611223344;;Molenpad;12;1234 SS", "postcode", "1234 SS")]
    [InlineData("Els Eik;0611223344;;Molenpad;12;1234A", "postcode", "1234A")]
    public void An_address_that_is_not_used_is_reported(string cells, string column, string value)
    {
        var row = Assert.Single(ListText.Rows($"{Header}\n{cells}\n"));

        Assert.Null(row.Candidate!.Address);
        Assert.Contains(row.Problems, problem => problem.Column == column && problem.Value == value && !problem.Rejected);
    }

    [Theory]
    [InlineData("naam;straat;huisnummer;mobiel\nJan Jansen;Molenpad;12;0611223344\n", "straat", "Molenpad")]
    [InlineData("naam;postcode;huisnummer;mobiel\nJan Jansen;1234 AB;12;0611223344\n", "huisnummer", "12")]
    public void A_list_without_postcodes_or_streets_says_once_that_no_address_is_used(string list, string column, string value)
    {
        var notice = Assert.Single(ListText.Rows(list), row => row.IsAboutFile);

        Assert.Equal((column, value, false), (notice.Problems[0].Column, notice.Problems[0].Value, notice.Problems[0].Rejected));
    }

    [Theory]
    [InlineData("12 tegenover", "12 tegenover")]
    [InlineData("12 naast", "12 naast")]
    [InlineData("1O", "1 O")]
    [InlineData("1l", "1 l")]
    [InlineData("12I", "12 I")]
    public void A_house_number_that_can_be_read_in_two_ways_is_said_with_what_it_became(string number, string became)
    {
        var row = Assert.Single(ListText.Rows($"{Header}\nEls Eik;0611223344;;Molenpad;{number};1234 AB\n"));

        Assert.Contains(row.Problems, problem => problem.Column == "huisnummer" && problem.Value == number && problem.Became == became);
    }

    [Theory]
    [InlineData("12", "1234 AB")]
    [InlineData("12a", "1234AB")]
    [InlineData("12-3", "1234 ab")]
    [InlineData("12 bis", "1234 A B")]
    [InlineData("12L", "1234.AB")]
    public void An_ordinary_address_is_taken_without_a_word(string number, string postcode)
    {
        var row = Assert.Single(ListText.Rows($"{Header}\nEls Eik;0611223344;;Molenpad;{number};{postcode}\n"));

        Assert.Equal("1234 AB", row.Candidate!.Address?.Postcode);
        Assert.Empty(row.Problems);
    }

    [Theory]
    [InlineData("Postbus", false)]
    [InlineData("Antwoordnummer", false)]
    [InlineData("P.O. Box", false)]
    [InlineData("Postfach", false)]
    [InlineData("Molenpad", true)]
    [InlineData("Postbuslaan", true)]
    public void A_letter_may_go_to_a_box_of_the_post_but_nobody_can_ring_there(string street, bool hasDoor)
    {
        var candidate = Assert.Single(ListText.Rows($"{Header}\nEls Eik;;;{street};12;1234 AB\n")).Candidate!;
        var person = An.Person with { Mobile = null, Email = null, Landline = null, Address = candidate.Address };

        Assert.Equal((true, hasDoor), (ChannelOrder.Reaches(person, Channel.Letter), ChannelOrder.Reaches(person, Channel.Door)));
    }

    [Theory]
    [InlineData("Hauptstr.12;6511 AB", "Hauptstr.", "12", null, null)]
    [InlineData("Kerkstraat12;6511 AB", "Kerkstraat", "12", null, null)]
    [InlineData("12 bis, rue de l'Église;6511 AB", "rue de l'Église", "12", "bis", null)]
    [InlineData("Kerkstraat 12;6511AB.", "Kerkstraat", "12", null, null)]
    [InlineData("Kerkstraat 12;(6511 AB)", "Kerkstraat", "12", null, null)]
    [InlineData("Kerkstraat 12;6511 AB NL", "Kerkstraat", "12", null, null)]
    [InlineData("Kerkstraat 12;6511 AB Ons Dorp NL", "Kerkstraat", "12", null, "Ons Dorp")]
    [InlineData("Kerkstraat 12  Nijmegen  6511AB NL;", "Kerkstraat", "12", null, "Nijmegen")]
    public void An_address_is_read_with_what_programs_and_people_leave_out_or_put_behind_it(string cells, string street, string number, string? addition, string? city) =>
        Assert.Equal(new(street, number, addition, "6511 AB", city), Assert.Single(ListText.Rows($"naam;adres;postcode\nEls Eik;{cells}\n")).Candidate!.Address);

    [Fact]
    public void An_address_of_two_lines_is_used_and_not_said_to_be_of_no_use()
    {
        var report = ListText.Check("naam;mobiel;adres\nEls Eik;0612345601;\"Kerkstraat 12\n6511 AB Nijmegen\"\n");

        Assert.DoesNotContain(report.Problems, problem => problem.Code == ProblemCodes.ColumnsMissing);
    }

    [Theory]
    [InlineData("0475123456;2000;BE", "+32475123456", "B-2000")]
    [InlineData("0475123456;2000;België", "+32475123456", "B-2000")]
    [InlineData("015112345678;50667;DE", "+4915112345678", "50667")]
    public void A_number_and_a_postcode_are_read_in_the_country_of_the_row(string cells, string mobile, string postcode)
    {
        var row = Assert.Single(ListText.Rows($"naam;straat;huisnummer;mobiel;postcode;land\nEls Eik;Kerkstraat;12;{cells}\n"));

        Assert.Equal((mobile, postcode), (row.Candidate!.Mobile?.Value, row.Candidate.Address?.Postcode));
        Assert.Equal(ProblemCodes.PhoneDoubtful, Assert.Single(row.Problems).Code);
    }
}
