namespace Outreach.Tests.Lists;

public sealed class NoResidentTests
{
    [Theory]
    [InlineData("Contact: Els de Wit;0611223344;", "naam", "Contact: Els de Wit")]
    [InlineData("Contactpersoon Els de Wit;0611223344;", "naam", "Contactpersoon Els de Wit")]
    [InlineData("Vragen? Bel Els;0611223344;", "naam", "Vragen? Bel Els")]
    [InlineData("Organisatie;0611223344;info@wijkraad-x.nl", "naam", "Organisatie")]
    [InlineData("Lijst gemaakt door Els;0611223344;", "naam", "Lijst gemaakt door Els")]
    [InlineData("Bel Els bij vragen;0611223344;", "naam", "Bel Els bij vragen")]
    [InlineData("Questions: Els;0611223344;", "naam", "Questions: Els")]
    [InlineData("Ansprechpartner: Els;0611223344;", "naam", "Ansprechpartner: Els")]
    [InlineData("Renseignements: Els;0611223344;", "naam", "Renseignements: Els")]
    [InlineData(";vragen? bel 0611223344;", "mobiel", "vragen? bel 0611223344")]
    public void The_contact_of_whoever_made_the_list_is_no_resident(string footer, string column, string value)
    {
        var row = ListText.Rows($"naam;mobiel;e-mail\nJan Jansen;0611223345;\n{footer}\n")[^1];

        Assert.Null(row.Candidate);
        Assert.Contains(row.Problems, problem => problem.Rejected && problem.Column == column && problem.Value == value && problem.Message.StartsWith("Deze rij lijkt te zeggen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bijv. Jan Jansen", "bijv. Jan Jansen")]
    [InlineData("Voorbeeld: Jan Jansen", "Voorbeeld: Jan Jansen")]
    [InlineData("bv. Jan Jansen", "bv. Jan Jansen")]
    [InlineData("z.B. Max Muster", "z.B. Max Muster")]
    [InlineData("e.g. Jan Jansen", "e.g. Jan Jansen")]
    [InlineData("p.ex. Jean Dupuis", "p.ex. Jean Dupuis")]
    [InlineData("Jan Jansen (voorbeeld)", "Jan Jansen (…)")]
    public void A_row_that_shows_how_the_list_is_filled_in_is_no_resident(string name, string shown)
    {
        var row = Assert.Single(ListText.Rows($"naam;mobiel\n{name};0611223344\n"));

        Assert.Null(row.Candidate);
        Assert.Equal(("naam", shown, true), (row.Problems[0].Column, row.Problems[0].Value, row.Problems[0].Rejected));
    }

    [Theory]
    [InlineData("bron", "Aangeleverd door wijkteam")]
    [InlineData("status", "bijgewerkt op 1-3-2024")]
    [InlineData("team", "Wijkteam: Noord")]
    [InlineData("opmerking", "Let op, hond")]
    [InlineData("buurt", "VB")]
    public void What_another_column_says_before_the_name_of_somebody_leaves_them_a_resident(string header, string cell) =>
        Assert.Equal("Jan Jansen", Assert.Single(ListText.Rows($"{header};naam;mobiel\n{cell};Jan Jansen;0611223344\n")).Candidate?.Name);

    [Fact]
    public void A_no_in_such_a_row_counts_for_the_same_person_below_it()
    {
        var rows = ListText.Rows("naam;mobiel;opt-out\nContactpersoon Els Bos;0611223344;ja\nEls Bos;0611223344;\n");

        Assert.True(rows[1].Candidate is null or { Permissions.HasNo: true });
    }

    [Theory]
    [InlineData("B.V. Jansen", "0611223344", "")]
    [InlineData("E.G. Smit", "0611223344", "")]
    [InlineData("Bel Mooij", "0611223344", "")]
    [InlineData("", "", "info@wijkwinkel-x.nl")]
    [InlineData("", "", "contact@wijkwinkel-x.nl")]
    public void A_name_or_an_address_that_looks_a_little_like_it_is_a_resident(string name, string phone, string email)
    {
        var row = Assert.Single(ListText.Rows($"naam;mobiel;e-mail\n{name};{phone};{email}\n"));

        Assert.Equal(name.Length > 0 ? name : null, row.Candidate!.Name);
        Assert.Empty(row.Problems);
    }
}
