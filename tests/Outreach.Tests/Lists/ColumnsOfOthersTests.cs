using Outreach.Contacts;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A column of a contact person or of an account is not about the person of the row.</summary>
public sealed class ColumnsOfOthersTests
{
    [Theory]
    [InlineData("Naam;Contactpersoon;Telefoon contactpersoon;Mobiel", "An;Bo;0612345602;0612345601", "Contactpersoon", "Telefoon contactpersoon")]
    [InlineData("Voornaam;Achternaam;Mobiel;Naam contactpersoon", "An;Proef;0612345601;Bo", "Naam contactpersoon")]
    [InlineData("Bewoner;Mobiel;Contactpersoon;Telefoonnummer;E-mail", "An;0612345601;Bo;0612345602;bo@voorbeeld.nl", "Contactpersoon", "Telefoonnummer", "E-mail")]
    [InlineData("Id;Start time;Completion time;Email;Name;Naam;Mobiel", "1;a;b;bo@voorbeeld.nl;Bo;An;0612345601", "Id", "Start time", "Completion time", "Email", "Name")]
    [InlineData("ID;Begintijd;Tijd van voltooien;E-mail;Naam;Wat is uw naam?;Mobiel", "1;a;b;bo@voorbeeld.nl;Bo;An;0612345601", "ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam")]
    [InlineData("Email;Name;Naam;Mobiel", "bo@voorbeeld.nl;Bo;An;0612345601", "Email", "Name")]
    [InlineData("Completion time;Email;Name;Voornaam;Achternaam;Mobiel;E-mailadres", "a;bo@voorbeeld.nl;Bo;An;Proef;0612345601;an@voorbeeld.nl", "Completion time", "Email", "Name")]
    public void What_is_somebody_elses_is_not_used_and_is_named(string header, string cells, params string[] ignored)
    {
        using var list = ListText.Open($"{header}\n{cells}\n");
        var row = Assert.Single(list.Rows());

        Assert.StartsWith("An", row.Candidate!.Name, StringComparison.Ordinal);
        Assert.Equal("+31612345601", row.Candidate.Mobile?.Value);
        Assert.True(row.Candidate.Email is null or { Value: "an@voorbeeld.nl" });
        Assert.Equal(ignored, list.IgnoredColumns.Select(column => column.Column));
        Assert.Empty(list.Questions);
    }

    [Theory]
    [InlineData("Contactpersoon;Mobiel", "An;0612345601")]
    [InlineData("Organisatie;Naam contactpersoon;Mobiel", "Stichting;An;0612345601")]
    [InlineData("Completion time;Email;Name;Mobiel", "a;an@voorbeeld.nl;An;0612345601")]
    [InlineData("Name;Email;Mobile", "An;an@voorbeeld.nl;0612345601")]
    public void Alone_it_is_the_person(string header, string cells)
    {
        var row = Assert.Single(ListText.Rows($"{header}\n{cells}\n"));

        Assert.Equal(("An", "+31612345601"), (row.Candidate!.Name, row.Candidate.Mobile?.Value));
    }

    [Fact]
    public void The_number_behind_a_contact_person_is_used_once_somebody_says_whose_it_is()
    {
        var text = "Bewoner;Contactpersoon;Telefoonnummer\nAn;Bo;0612345601\n"u8.ToArray();
        using var list = ListText.Open(text);
        using var said = ListText.Open(text, new ListRules(CountryRules.Dutch, "nl") { Header = HeaderKind.FirstRow, Columns = [ColumnUse.Name, ColumnUse.Ignore, ColumnUse.Phone] });

        Assert.Equal(ProblemCodes.ColumnsMissing, list.Refusal!.Code);
        Assert.Equal(("An", "+31612345601"), Assert.Single(said.Rows()).Candidate is { } an ? (an.Name, an.Mobile?.Value) : default);
    }
}
