using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A house number that is given twice is one house where both are the same, and none where they differ.</summary>
public sealed class HouseTwiceTests
{
    [Theory]
    [InlineData("Kerkstraat 5;5;", "5", null)]
    [InlineData("Kerkstraat 5;5;a", "5", "a")]
    [InlineData("Kerkstraat 5a;5;a", "5", "a")]
    [InlineData("Kerkstraat 5;5a;", "5", "a")]
    [InlineData("Kerkstraat 5a;5A;", "5", "A")]
    [InlineData("Kerkstraat 5 hs;5;", "5", "hs")]
    [InlineData("Kerkstraat 5 hs;5;hs", "5", "hs")]
    [InlineData("Kerkstraat nr. 5;5;", "5", null)]
    [InlineData("Kerkstraat nr;5;", "5", null)]
    [InlineData("Kerkstraat;15;15", "15", null)]
    [InlineData("Kerkstraat 15;;15", "15", null)]
    [InlineData("Kerkstraat;5a;5", "5", "a")]
    public void The_same_number_twice_is_one_and_reported(string cells, string number, string? addition)
    {
        var row = Row(cells);

        Assert.Equal(new("Kerkstraat", number, addition, "6511 AB", null), row.Candidate!.Address);
        Assert.All(row.Problems, problem => Assert.Equal(ProblemCodes.Adjusted, problem.Code));
        Assert.NotEmpty(row.Problems);
    }

    [Theory]
    [InlineData("Kerkstraat 12;14;", "straat, huisnummer", "Kerkstraat 12, 14")]
    [InlineData("Kerkstraat 5b;5a;", "straat, huisnummer", "Kerkstraat 5b, 5a")]
    [InlineData("Kerkstraat 5 hs;5;2", "straat, toevoeging", "5 hs, 2")]
    [InlineData("Kerkstraat;12a;b", "huisnummer, toevoeging", "12 a, b")]
    [InlineData("Molenweg 3;5;", "straat, huisnummer", "Molenweg 3, 5")]
    public void Two_that_differ_are_refused_and_both_named(string cells, string columns, string value) =>
        Assert.Equal((ProblemCodes.HouseNumberInvalid, columns, value, true), Assert.Single(Row(cells).Problems, problem => problem.Code == ProblemCodes.HouseNumberInvalid) is var p ? (p.Code, p.Column, p.Value, p.Rejected) : default);

    [Theory]
    [InlineData("Plein 1945;12;", "Plein 1945")]
    [InlineData("Laan van 1813;12;", "Laan van 1813")]
    [InlineData("Laan 1940-1945;12;", "Laan 1940-1945")]
    [InlineData("1e Dwarsstraat;12;", "1e Dwarsstraat")]
    [InlineData("8 Oktoberplein;12;", "8 Oktoberplein")]
    [InlineData("2 Apostelenweg;12;", "2 Apostelenweg")]
    [InlineData("Straat van 4 november;12;", "Straat van 4 november")]
    [InlineData("Wijk 4;12;", "Wijk 4")]
    [InlineData("Sectie Noord 3;12;", "Sectie Noord 3", 1)]
    [InlineData("Botter 12;12;", "Botter 12", 1)]
    [InlineData("Kade 3;12;", "Kade 3", 1)]
    public void A_number_in_the_name_of_a_street_stays_there(string cells, string street, int problems = 0)
    {
        var row = Row(cells);

        Assert.Equal((street, "12"), row.Candidate!.Address is { } home ? (home.Street, home.HouseNumber) : default);
        Assert.Equal(problems, row.Problems.Count);
    }

    [Fact]
    public void A_flat_may_have_the_digit_of_its_house() =>
        Assert.Equal(new("Kerkstraat", "2", "2", "6511 AB", null), Row("Kerkstraat;2;2").Candidate!.Address);

    [Theory]
    [InlineData("Laan van 1813")]
    [InlineData("Plein van 1945")]
    [InlineData("Rue de 1830")]
    public void A_street_that_would_end_in_a_small_word_has_the_number_in_its_name(string cell)
    {
        var row = Assert.Single(ListText.Rows($"naam;straat;postcode\nAn;{cell};6511 AB\n"));

        Assert.Equal((ProblemCodes.HouseNumberInvalid, "straat", cell, true), Assert.Single(row.Problems) is var p ? (p.Code, p.Column, p.Value, p.Rejected) : default);
        Assert.Equal((cell, "12"), Assert.Single(ListText.Rows($"naam;straat;postcode\nAn;{cell} 12;6511 AB\n")).Candidate!.Address is { } home ? (home.Street, home.HouseNumber) : default);
    }

    [Theory]
    [InlineData("Kerkstraat;12-3;3", "12", "3")]
    [InlineData("Kerkstraat 12-3;12;3", "12", "3")]
    [InlineData("Kerkstraat;12A;A", "12", "A")]
    public void The_same_addition_twice_is_one_and_reported(string cells, string number, string addition)
    {
        var row = Row(cells);

        Assert.Equal(new("Kerkstraat", number, addition, "6511 AB", null), row.Candidate!.Address);
        Assert.Contains(row.Problems, problem => problem.Column == "toevoeging" && problem.Code == ProblemCodes.Adjusted);
    }

    [Fact]
    public void A_letter_of_the_house_is_not_its_addition_too()
    {
        var row = Assert.Single(ListText.Rows("naam;straat;huisnummer;huisletter;toevoeging;postcode\nAn;Kerkstraat;12;A;A;6511 AB\n"));

        Assert.Equal(("12", "A"), row.Candidate!.Address is { } home ? (home.HouseNumber, home.Addition) : default);
        Assert.Equal("toevoeging", Assert.Single(row.Problems).Column);
    }

    [Fact]
    public void Two_numbers_behind_a_house_are_refused_and_both_named() =>
        Assert.Equal(("huisnummer, toevoeging", "12 3, 4"), Assert.Single(Row("Kerkstraat;12-3;4").Problems) is var p ? (p.Column, p.Value) : default);

    [Fact]
    public void A_postcode_is_no_house() => Assert.Equal("6511AB", Assert.Single(Row("Kerkstraat;6511AB;12").Problems, problem => problem.Column == "huisnummer").Value);

    [Theory]
    [InlineData("nee")]
    [InlineData("ja")]
    [InlineData("FALSE")]
    public void Whether_there_is_an_addition_is_none(string cell) => Assert.Equal(new("Kerkstraat", "12", null, "6511 AB", null), Row($"Kerkstraat;12;{cell}").Candidate!.Address);

    private static ListRow Row(string cells) => Assert.Single(ListText.Rows($"naam;straat;huisnummer;toevoeging;postcode\nAn;{cells};6511 AB\n"));
}
