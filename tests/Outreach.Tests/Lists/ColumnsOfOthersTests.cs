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
    [InlineData("Naam;Telefoon;Telefoon 2;Naam 2", "Piet Pot;;0612345602;Els Eik")]
    [InlineData("Naam 1;Telefoon 1;E-mail 2;Naam 2", "Piet Pot;;els@voorbeeld.nl;Els Eik")]
    public void A_number_or_an_address_of_the_second_person_reaches_nobody_else(string header, string cells)
    {
        using var list = ListText.Open($"{header}\n{cells}\n");

        Assert.Null(Assert.Single(list.Rows()).Candidate);
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

    [Theory]
    [InlineData("Naam;Mobiel;Noodcontact;Telefoon", "An;0612345601;Bo;0612345602", "Noodcontact", "Telefoon")]
    [InlineData("Naam;Mobiel;Noodcontact;Relatie;Telefoon;E-mail", "An;0612345601;Bo;dochter;0612345602;bo@voorbeeld.nl", "Noodcontact", "Relatie", "Telefoon", "E-mail")]
    [InlineData("Naam;Mobiel;Contactpersoon bij nood;Telefoonnummer", "An;0612345601;Bo;0612345602", "Contactpersoon bij nood", "Telefoonnummer")]
    [InlineData("Naam;Mobiel;Mantelzorger;Telefoon", "An;0612345601;Bo Proef;0612345602", "Mantelzorger", "Telefoon")]
    [InlineData("Achternaam;Voornaam;Mobiel;Partner;Telefoon", "Proef;An;0612345601;Bo;0612345602", "Partner", "Telefoon")]
    [InlineData("Name;Mobile;Emergency contact;Phone", "An;0612345601;Bo;0612345602", "Emergency contact", "Phone")]
    [InlineData("Name;Mobile;Next of kin;Phone;Email", "An;0612345601;Bo;0612345602;bo@voorbeeld.nl", "Next of kin", "Phone", "Email")]
    [InlineData("Vorname;Nachname;Handy;Notfallkontakt;Telefon", "An;Proef;0612345601;Bo;0612345602", "Notfallkontakt", "Telefon")]
    [InlineData("Naam;Mobiel;Bewindvoerder;E-mail", "An;0612345601;Bo;bo@voorbeeld.nl", "Bewindvoerder", "E-mail")]
    [InlineData("Bewoner;Mobiel;Beheerder;Telefoon;E-mail", "An;0612345601;Bo;0612345602;bo@voorbeeld.nl", "Beheerder", "Telefoon", "E-mail")]
    [InlineData("Naam;Mobiel;Aangemeld door;E-mail", "An;0612345601;Bo;bo@voorbeeld.nl", "Aangemeld door", "E-mail")]
    [InlineData("Ingevuld door;E-mailadres;Naam;Telefoon", "Bo;bo@voorbeeld.nl;An;0612345601", "Ingevuld door", "E-mailadres")]
    [InlineData("Naam;Mobiel;Huisarts;Telefoon", "An;0612345601;Bo;0612345602", "Huisarts", "Telefoon")]
    [InlineData("Naam;Mobiel;Moeder;Mobiel", "An;0612345601;Bo;0612345602", "Moeder", "Mobiel")]
    public void What_stands_behind_another_person_is_theirs(string header, string cells, params string[] ignored)
    {
        using var list = ListText.Open($"{header}\n{cells}\n");
        var row = Assert.Single(list.Rows());

        Assert.Equal(("+31612345601", null, null), (row.Candidate!.Mobile?.Value, row.Candidate.Landline?.Value, row.Candidate.Email?.Value));
        Assert.Equal(ignored, list.IgnoredColumns.Select(column => column.Column));
        Assert.Empty(list.Questions);
    }

    [Theory]
    [InlineData("Naam;Straat;Huisnummer;Postcode;Noodcontact;Telefoon", "An;Kerkstraat;12;1234 AB;Bo;0612345602", "Telefoon")]
    [InlineData("Naam;Straat;Huisnummer;Postcode;Partner;Telefoon;E-mail", "An;Kerkstraat;12;1234 AB;Bo;0612345602;bo@voorbeeld.nl", "Telefoon", "E-mail")]
    [InlineData("Naam;E-mail;Partner;Telefoon", "An;an@voorbeeld.nl;Bo;0612345602", "Telefoon")]
    [InlineData("Naam;Mobiel;Moeder;E-mail", "An;0612345601;Bo;bo@voorbeeld.nl", "E-mail")]
    public void Where_it_may_be_their_only_number_or_address_it_is_asked_whose_it_is(string header, string cells, params string[] asked)
    {
        using var list = ListText.Open($"{header}\n{cells}\n");
        var candidate = Assert.Single(list.Rows()).Candidate!;

        Assert.Equal(asked, list.Questions.Select(question => question.Column));
        Assert.All(list.Questions, question => Assert.Contains("Van wie", question.Why, StringComparison.Ordinal));
        Assert.NotEqual("+31612345602", candidate.Mobile?.Value);
        Assert.NotEqual("bo@voorbeeld.nl", candidate.Email?.Value);
    }

    [Fact]
    public void Once_somebody_says_whose_it_is_it_is_not_asked_any_more()
    {
        var text = "Naam;E-mail;Partner;Telefoon\nAn;an@voorbeeld.nl;Bo;0612345602\n"u8.ToArray();
        using var theirs = ListText.Open(text, ListRules.Dutch with { Columns = [ColumnUse.Name, ColumnUse.Email, ColumnUse.Ignore, ColumnUse.Phone] });
        using var others = ListText.Open(text, ListRules.Dutch with { Answers = new Dictionary<string, ColumnMeaning> { ["Telefoon"] = ColumnMeaning.Ignore } });

        Assert.Empty(theirs.Questions);
        Assert.Empty(others.Questions);
        Assert.Equal("+31612345602", Assert.Single(theirs.Rows()).Candidate!.Mobile?.Value);
        Assert.Null(Assert.Single(others.Rows()).Candidate!.Mobile);
    }

    [Fact]
    public void A_list_that_has_nothing_else_is_refused_and_says_why()
    {
        using var list = ListText.Open("Naam;Partner;Telefoon\nAn;Bo;0612345602\n");

        Assert.Equal(ProblemCodes.ColumnsMissing, list.Refusal!.Code);
        Assert.Contains("partner", list.Refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Naam;Mantelzorger;Mobiel", "An;nee;0612345601")]
    [InlineData("Naam;Partner;Mobiel", "An;ja;0612345601")]
    [InlineData("Naam;Ouders;Mobiel", "An;2;0612345601")]
    [InlineData("Naam;Ouder dan 65;Mobiel", "An;ja;0612345601")]
    [InlineData("Naam;Telefoon partner;Mobiel", "An;0612345602;0612345601")]
    [InlineData("Naam;Noodnummer;Mobiel", "An;0612345602;0612345601")]
    [InlineData("Naam;Partnerorganisatie;Mobiel", "An;Stichting;0612345601")]
    [InlineData("Naam;Service office;Mobiel", "An;Noord;0612345601")]
    [InlineData("Partner;Mobiel", "An;0612345601")]
    public void What_stands_behind_a_column_that_names_nobody_else_is_their_own(string header, string cells)
    {
        using var list = ListText.Open($"{header}\n{cells}\n");
        var row = Assert.Single(list.Rows());

        Assert.Equal("+31612345601", row.Candidate!.Mobile?.Value);
        Assert.Empty(list.Questions);
    }

    [Theory]
    [InlineData("Appartement;Eigenaar;E-mail;Huurder", "12A;Jan Bos;jan@voorbeeld.nl;Els Kok", "E-mail")]
    [InlineData("Naam eigenaar;E-mail;Naam bewoner", "Jan Bos;jan@voorbeeld.nl;Els Kok", "E-mail")]
    [InlineData("Vrijwilliger;Mobiel;Bewoner", "Jan Bos;0612345602;Els Kok", "Mobiel")]
    [InlineData("Aanmelder;E-mail;Naam", "Jan Bos;jan@voorbeeld.nl;Els Kok", "E-mail")]
    public void Where_it_is_the_only_way_to_anybody_the_list_waits_for_an_answer(string header, string cells, string asked)
    {
        using var list = ListText.Open($"{header}\n{cells}\n");

        Assert.Equal(ProblemCodes.ColumnsMissing, list.Refusal!.Code);
        Assert.Equal([asked], list.Questions.Select(question => question.Column));
    }

    [Theory]
    [InlineData("Eigenaar")]
    [InlineData("Wijkcoach")]
    [InlineData("Consulent")]
    [InlineData("Ouderling")]
    [InlineData("Buddy")]
    [InlineData("Maatje")]
    [InlineData("Trainer")]
    [InlineData("Teamleider")]
    [InlineData("Aanspreekpunt")]
    [InlineData("Verantwoordelijke")]
    [InlineData("Sleutelhouder")]
    [InlineData("Straathoofd")]
    [InlineData("Bezorger")]
    [InlineData("Buurvrouw")]
    [InlineData("Gebeld door")]
    [InlineData("Toegewezen aan")]
    [InlineData("Manager")]
    [InlineData("Bekende")]
    public void An_address_behind_the_name_of_another_is_asked_about(string person)
    {
        using var list = ListText.Open($"Naam;Adres;Postcode;{person};E-mail\nEls Kok;Kerkstraat 12;6511 AB;Jan Bos;jan@voorbeeld.nl\nBo Bal;Kerkstraat 14;6511 AB;Piet Pot;piet@voorbeeld.nl\n");

        Assert.Equal(["E-mail"], list.Questions.Select(question => question.Column));
        Assert.All(list.Rows(), row => Assert.Null(row.Candidate!.Email));
    }

    [Theory]
    [InlineData("Naam;Eigenaar;Mobiel", "An;Portaal;0612345601")]
    [InlineData("Naam;Vrijwilliger;Mobiel", "An;ja;0612345601")]
    [InlineData("Naam;Wijk;Mobiel", "An;Oud West;0612345601")]
    [InlineData("Naam;Complex;Mobiel", "An;Jan van Galenstraat;0612345601")]
    [InlineData("Naam;Volledig;Mobiel", "Jan Bos;Jan de Bos;0612345601")]
    public void What_stands_behind_a_place_or_an_answer_is_their_own(string header, string cells)
    {
        using var list = ListText.Open($"{header}\n{cells}\n");

        Assert.Equal("+31612345601", Assert.Single(list.Rows()).Candidate!.Mobile?.Value);
        Assert.Empty(list.Questions);
    }

    [Fact]
    public void What_a_list_said_of_another_it_says_when_it_is_read_again()
    {
        using var list = ListText.Open("Naam;Adres;Postcode;Bekende;E-mail\nEls Kok;Kerkstraat 12;6511 AB;Jan Bos;jan@voorbeeld.nl\n");
        using var copy = CleanCopy.Of(list);
        using var again = ListText.Open(copy.ToArray());

        Assert.Equal(["E-mail"], again.Questions.Select(question => question.Column));
        Assert.Empty(Assert.Single(again.Rows()).Problems);
    }

    [Fact]
    public void A_number_behind_the_contact_person_alone_says_whose_it_may_be()
    {
        using var list = ListText.Open("Naam;Contactpersoon;Mobiel\nAn;Bo;0612345601\n");

        Assert.Contains("contactpersoon", list.Refusal!.Message, StringComparison.Ordinal);
    }
}
