using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Columns by which people are sorted: tags, groups, kinds of member, what is to be done, how to reach them, states.</summary>
public sealed class SortedPeopleTests
{
    [Theory]
    [InlineData("Labels", "* myContacts ::: Afmeldingen 2023")]
    [InlineData("Labels", "* myContacts ::: Oud-leden")]
    [InlineData("Group Membership", "* myContacts ::: Oud-leden")]
    [InlineData("Tags", "afmelding 2024")]
    [InlineData("Tags", "buurt, afmelding 2024")]
    [InlineData("Tags", "AVG-verwijderverzoek")]
    [InlineData("Tags", "bezwaarmaker")]
    [InlineData("Tags", "hard-no")]
    [InlineData("Categorieën", "Buurt | Vertrokken")]
    [InlineData("Groep", "niet-leden")]
    [InlineData("Groepen", "dinsdag; Gekündigt")]
    [InlineData("Lidsoort", "Oud-lid")]
    [InlineData("Lidsoort", "Opgezegd per 1-1-24")]
    [InlineData("Lidsoort", "Royement")]
    [InlineData("Relatietype", "Ex-lid")]
    [InlineData("Membership type", "Former member")]
    [InlineData("Actie", "eruit")]
    [InlineData("Actie", "eraf halen")]
    [InlineData("Actie", "uitschrijven per 1-1")]
    [InlineData("Actie", "overslaan")]
    [InlineData("Actie", "skip")]
    [InlineData("Actie", "niet")]
    [InlineData("Actie", "NIET!")]
    [InlineData("To do", "delete")]
    [InlineData("Aktion", "löschen")]
    public void Where_people_are_sorted_a_no_holds_that_person_with_a_warning(string header, string cell)
    {
        var row = Assert.Single(ListText.Rows($"mobiel;{header}\n0612345678;\"{cell}\"\n"));
        Assert.Equal((Permission.Unproven, cell), (row.Candidate!.Permissions.Sms, Assert.Single(row.Problems).Value));
    }

    [Theory]
    [InlineData("Labels", "* myContacts ::: Buurt")]
    [InlineData("Tags", "bestuur, nieuw")]
    [InlineData("Tags", "geen bezwaar")]
    [InlineData("Groep", "geen")]
    [InlineData("Groep", "Verzetsbuurt")]
    [InlineData("Lidsoort", "Gewoon lid")]
    [InlineData("Relatietype", "Huurder")]
    [InlineData("Actie", "bellen")]
    [InlineData("Actie", "niet thuis, later bellen")]
    [InlineData("Actie", "verwijderen graffiti")]
    [InlineData("Actie", "geen")]
    public void An_ordinary_tag_group_or_action_says_nothing(string header, string cell)
    {
        var row = Assert.Single(ListText.Rows($"mobiel;{header}\n0612345678;\"{cell}\"\n"));
        Assert.Equal((Permission.Unsaid, 0), (row.Candidate!.Permissions.Sms, row.Problems.Count));
    }

    [Theory]
    [InlineData("Communicatievoorkeur", "post", "e-mail")]
    [InlineData("Contactvoorkeur", "brief", "mail")]
    [InlineData("Wijze van contact", "alleen brief", "per post")]
    [InlineData("Kanaal", "geen", "e-mail")]
    [InlineData("Kanaal", "papier", "mail")]
    [InlineData("Communicatie via", "papier", "brief")]
    [InlineData("Contact via", "niemand", "geen")]
    [InlineData("Preferred Contact Method", "Letter", "Do not contact")]
    [InlineData("Preferred Method of Contact", "None", "Any")]
    [InlineData("Communication Preferences", "Postal Mail", "Phone")]
    [InlineData("Digitaal", "nee", "ja")]
    [InlineData("Gegevens bewaren", "nee", "ja")]
    [InlineData("Bewaren", "nee", "ja")]
    [InlineData("Blijft op lijst", "nee", "ja")]
    [InlineData("Blijven volgen", "nee", "")]
    [InlineData("Uitn.", "N", "J")]
    [InlineData("Keep on file", "no", "yes")]
    [InlineData("is_mobile_bad", "TRUE", "FALSE")]
    [InlineData("Phone valid", "false", "true")]
    [InlineData("Nummer klopt", "nee", "ja")]
    [InlineData("E-mail ongeldig", "x", "")]
    [InlineData("Lid tot", "31-12-2023", "")]
    [InlineData("Einde lidmaatschap", "31-12-2023", "")]
    [InlineData("Membership end date", "2023-12-31", "")]
    public void A_column_that_may_hold_a_no_is_asked(string header, string one, string other)
    {
        using var list = ListText.Open($"mobiel;{header}\n0612345678;{one}\n0612345679;{other}\n");
        Assert.Equal(header, Assert.Single(list.Questions).Column);
    }

    [Theory]
    [InlineData("Contactvoorkeur", "mail", "telefoon")]
    [InlineData("Kanaal", "mail", "geen voorkeur")]
    [InlineData("Contact via", "Jan", "de kerk")]
    [InlineData("Contact via", "geen idee", "folder")]
    [InlineData("Contactpersoon straat", "ja", "nee")]
    [InlineData("Postronde", "ja", "nee")]
    [InlineData("Belronde", "ja", "nee")]
    [InlineData("Contact unworked", "true", "false")]
    [InlineData("Lid tot", "", "")]
    [InlineData("Lidtotaal", "3", "4")]
    [InlineData("Volgnummer", "1", "2")]
    public void An_ordinary_column_is_not_asked(string header, string one, string other)
    {
        using var list = ListText.Open($"mobiel;{header}\n0612345678;{one}\n0612345679;{other}\n");
        Assert.Empty(list.Questions);
        Assert.All(list.Rows(), row => Assert.Equal((default, 0), (row.Candidate!.Permissions, row.Problems.Count)));
    }

    [Theory]
    [InlineData("Overslaan")]
    [InlineData("Liever niet")]
    [InlineData("Skip")]
    [InlineData("Lieber nicht:")]
    [InlineData("NEGEREN")]
    public void People_under_a_title_to_pass_over_are_people_who_said_no(string title)
    {
        using var list = ListText.Open($"Naam;Mobiel\nAn;0612345601\n{title};\nBo;0612345602\n");
        using var book = ListText.Open(ListText.Named(ListText.Xlsx([["Naam", "Mobiel"], ["An", "0612345601"]]), 1, title.TrimEnd(':')));

        Assert.Equal((ProblemCodes.PeopleWhoSaidNo, ProblemCodes.PeopleWhoSaidNo), (list.Refusal?.Code, book.Refusal?.Code));
    }

    [Fact]
    public void Where_one_state_is_an_opt_out_each_that_is_not_known_is_a_warning_that_shows_it()
    {
        var rows = ListText.Rows("mobiel;Status\n0612345671;oud\n0612345672;actief\n0612345673;rood\n0612345674;vrijwilliger\n0612345675;opted_out\n");

        Assert.Equal(
            [Permission.Unproven, Permission.Unsaid, Permission.Unproven, Permission.Unsaid, Permission.OptedOut],
            rows.Select(row => row.Candidate!.Permissions.Sms));
        Assert.Equal(["oud", "rood"], rows.SelectMany(row => row.Problems).Select(problem => problem.Value));
    }

    [Fact]
    public void Where_no_state_is_an_opt_out_one_that_is_not_known_says_nothing() =>
        Assert.All(ListText.Rows("mobiel;Status\n0612345671;oud\n0612345672;rood\n"), row => Assert.Equal((Permission.Unsaid, 0), (row.Candidate!.Permissions.Sms, row.Problems.Count)));

    [Theory]
    [InlineData("Ne pas contacter", "non", Permission.Unsaid)]
    [InlineData("Ne pas contacter", "oui", Permission.OptedOut)]
    [InlineData("Niet mailen", "niet", Permission.OptedOut)]
    public void A_French_no_to_not_being_contacted_is_an_answer(string header, string cell, Permission said) =>
        Assert.Equal(said, Assert.Single(ListText.Rows($"email;{header}\nan@voorbeeld.nl;{cell}\n")).Candidate!.Permissions.Email);

    [Theory]
    [InlineData("Status", "groen", "rood")]
    [InlineData("Statuscode", "Actief", "Inactief")]
    [InlineData("statecode", "Active", "Inactive")]
    [InlineData("Status", "Ingeschreven", "Niet ingeschreven")]
    [InlineData("Status", "OK", "Niet OK")]
    [InlineData("Status", "ok", "NOK")]
    [InlineData("Labels", "* myContacts", "Buurt ::: Geen mail")]
    [InlineData("Labels", "* myContacts", "Geen mail ::: * myContacts")]
    [InlineData("Groepen", "Koor", "Koor, Geen mail")]
    [InlineData("Tags", "koor", "#geenmail")]
    [InlineData("Tags", "koor", "nomail")]
    [InlineData("Reactie", "positief", "negatief")]
    [InlineData("Uitslag", "positief", "negatief")]
    [InlineData("Resultaat gesprek", "ok", "afwijzend")]
    public void A_state_a_tag_or_an_outcome_that_may_be_a_no_holds_its_person(string header, string yes, string no)
    {
        var rows = ListText.Rows($"mobiel;{header}\n0612345671;{yes}\n0612345672;\"{no}\"\n");

        Assert.Equal([Permission.Unsaid, Permission.Unproven], rows.Select(row => row.Candidate!.Permissions.Sms));
    }

    [Theory]
    [InlineData("Spelend lid")]
    [InlineData("Niet-spelend lid")]
    [InlineData("Steunend lid")]
    [InlineData("Passief")]
    [InlineData("Rustend")]
    [InlineData("Dooplid")]
    [InlineData("Belijdend lid")]
    [InlineData("Recreant")]
    [InlineData("Huidige huurder")]
    [InlineData("Kandidaat-huurder")]
    [InlineData("Nog bellen")]
    [InlineData("Geen gehoor")]
    [InlineData("Ingepland")]
    [InlineData("Afgerond")]
    [InlineData("Passiv")]
    [InlineData("Prospect")]
    [InlineData("In Progress")]
    public void An_ordinary_state_beside_an_opt_out_holds_nobody(string state) =>
        Assert.Equal([Permission.Unsaid, Permission.OptedOut, Permission.Unproven], ListText.Rows($"mobiel;Status\n0612345671;{state}\n0612345672;Afgemeld\n0612345673;Oud-lid\n").Select(row => row.Candidate!.Permissions.Sms));

    [Theory]
    [InlineData("Orderstatus")]
    [InlineData("Ticketstatus")]
    public void The_state_of_an_order_is_not_that_of_a_person(string header) =>
        Assert.Equal(default, Assert.Single(ListText.Rows($"mobiel;{header}\n0612345671;geannuleerd\n")).Candidate!.Permissions);
}
