using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>What programs and lists leave beside a name is no part of the greeting.</summary>
public sealed class TidyNameTests
{
    [Theory]
    [InlineData("Ren&eacute; Pot", "René Pot")]
    [InlineData("O&#39;Brien", "O'Brien")]
    [InlineData("<b>Piet</b> Pot", "Piet Pot")]
    [InlineData("Piet%20Pot", "Piet Pot")]
    [InlineData("Fam. Pot-", "Fam. Pot")]
    [InlineData("1. Piet Pot", "Piet Pot")]
    [InlineData("* Piet Pot", "Piet Pot")]
    public void What_a_program_wrote_around_a_name_is_left_off_silently(string cell, string name)
    {
        var row = Read(cell);

        Assert.Equal((name, 0), (row.Candidate!.Name, row.Problems.Count));
    }

    [Theory]
    [InlineData("Piet #N/B", "Piet")]
    [InlineData("null Pot", "Pot")]
    [InlineData("Piet ???", "Piet")]
    [InlineData("Piet onbekend", "Piet")]
    [InlineData("(Piet Pot)", "Piet Pot")]
    [InlineData("x Piet Pot", "Piet Pot")]
    [InlineData("Els 06", "Els")]
    public void A_part_that_is_no_name_is_left_off_with_a_warning(string cell, string name)
    {
        var row = Read(cell);

        Assert.Equal(name, row.Candidate!.Name);
        Assert.Contains(row.Problems, problem => problem is { Column: "Naam", Code: ProblemCodes.Adjusted } && problem.Value == cell && problem.Became == name);
    }

    [Theory]
    [InlineData("Onbekend (2x)")]
    [InlineData("Bewoner Kerkstraat 12")]
    [InlineData("Aan de bewoners van Kerkstraat 12")]
    [InlineData("Nieuwe bewoners")]
    [InlineData("Leegstand")]
    [InlineData("N. Onbekend")]
    [InlineData("zie Marie Pot")]
    [InlineData("Gezin")]
    [InlineData("Test")]
    public void Whoever_lives_there_or_nobody_is_no_name(string cell)
    {
        var row = Read(cell);

        Assert.Null(row.Candidate!.Name);
        Assert.Contains(row.Problems, problem => problem is { Column: "Naam", Became: "" });
    }

    [Theory]
    [InlineData("Jos? Pot")]
    [InlineData("M?ller")]
    public void Letters_that_were_lost_are_said(string cell) =>
        Assert.Equal((ProblemCodes.TextGarbled, cell), (Assert.Single(Read(cell).Problems).Code, Read(cell).Candidate!.Name));

    [Theory]
    [InlineData("Piet", "van", "van Dijk", "Piet van Dijk")]
    [InlineData("Piet", "", "Dijk, van", "Piet van Dijk")]
    [InlineData("Piet Pot", "", "Pot", "Piet Pot")]
    [InlineData("Piet", "", "Piet Pot", "Piet Pot")]
    [InlineData("Piet", "FALSE", "Pot", "Piet Pot")]
    [InlineData("Bewoner", "", "Kerkstraat 12", null)]
    [InlineData("Jan", "", "Jan", "Jan Jan")]
    public void A_part_that_repeats_another_stands_once(string first, string infix, string last, string? name) =>
        Assert.Equal(name, ListText.Rows($"Voornaam;Tussenvoegsel;Achternaam;Mobiel\n{first};{infix};{last};0611223344\n")[0].Candidate!.Name);

    [Theory]
    [InlineData("Piet Kruis")]
    [InlineData("An de Niet")]
    [InlineData("Jan Stop")]
    [InlineData("Piet Test-Bakker")]
    [InlineData("Fam. de Bewoner")]
    [InlineData("X. Pot")]
    [InlineData("Jan JANSEN - BAKKER")]
    [InlineData("Els Weg")]
    public void Ordinary_names_stay_as_they_are(string cell)
    {
        var row = Read(cell);

        Assert.Equal((cell, 0), (row.Candidate!.Name, row.Problems.Count));
    }

    [Theory]
    [InlineData("*an@wijkpost-x.nl")]
    [InlineData("www.an@wijkpost-x.nl")]
    [InlineData("an@wijkpost-x.nl#mailto:an@wijkpost-x.nl#")]
    public void A_mark_or_a_link_beside_an_address_for_mail_is_left_off_with_a_warning(string cell)
    {
        var row = ListText.Rows($"Naam;E-mail\nAn Aas;{cell}\n")[0];

        Assert.Equal("an@wijkpost-x.nl", row.Candidate!.Email!.Value.Value);
        Assert.Contains(row.Problems, problem => problem.Value == cell && problem.Became == "an@wijkpost-x.nl");
    }

    private static Outreach.Lists.ListRow Read(string name) => Assert.Single(ListText.Rows($"Naam;Mobiel\n\"{name}\";0611223344\n"));
}
