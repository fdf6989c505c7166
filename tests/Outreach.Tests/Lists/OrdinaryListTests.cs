using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Lists as associations, corporations and forms make them are read without a question that they do not need.</summary>
public sealed class OrdinaryListTests
{
    [Theory]
    [InlineData("Tuinlijst 2026;;;;;\n;;;;;\nTuin;Naam;Telefoon;Sleutel;Borg;m2\n1;Jan Eik;0612345601;ja;ja;25\n")]
    [InlineData("VvE De Linde;;;;;\nApp.;Eigenaar;Telefoon;E-mail;Stemmen;Berging\n12;Jan Eik;0612345601;jan@voorbeeld.nl;3;7\n")]
    [InlineData("Leden;;;\nNaam;Mobiel;2026;2027\nJan Eik;0612345601;x;\n")]
    public void A_header_below_a_title_may_have_columns_that_we_do_not_know(string text) => Assert.Equal("+31612345601", ListText.Rows(text)[^1].Candidate!.Mobile?.Value);

    [Theory]
    [InlineData("Naam;Mobiel;Deelnemer;Vrijwilliger", "Jan Eik;0612345601;ja;nee")]
    [InlineData("Naam;Mobiel;Bewoner;Ondernemer", "Jan Eik;0612345601;x;")]
    [InlineData("Bewoner;Mobiel", "Jan Eik;0612345601")]
    [InlineData("Deelnemer;Mobiel", "Jan Eik;0612345601")]
    public void What_somebody_is_called_may_also_be_what_they_are(string header, string row) => Assert.Equal("Jan Eik", Assert.Single(ListText.Rows($"{header}\n{row}\n")).Candidate!.Name);

    [Theory]
    [InlineData("Voornamen;Roepnaam;Voorvoegsel;Achternaam;Mobiel", "Johannes Petrus;Jan;van;Eik;0612345601", "Jan van Eik")]
    [InlineData("Voornaam;Roepnaam;Achternaam;Mobiel", "Johannes;Jan;Eik;0612345601", "Jan Eik")]
    [InlineData("Voorletters;Voorv.;Achternaam;Mobiel", "J.;de;Vries;0612345601", "J. de Vries")]
    [InlineData("Voorletters;Tsv;Achternaam;Mobiel", "J.;de;Vries;0612345601", "J. de Vries")]
    [InlineData("Voornaam;Fam. naam;Mobiel", "Jan;Eik;0612345601", "Jan Eik")]
    [InlineData("Voornaam;Achternaam (incl. tussenvoegsel);Mobiel", "Jan;van Eik;0612345601", "Jan van Eik")]
    [InlineData("Vnaam;Achternaam;Mobiel", "Jan;Eik;0612345601", "Jan Eik")]
    [InlineData("Voornaam/roepnaam;Achternaam;Mobiel", "Jan;Eik;0612345601", "Jan Eik")]
    public void Parts_of_a_name_are_known_under_other_headers(string header, string row, string name) => Assert.Equal(name, Assert.Single(ListText.Rows($"{header}\n{row}\n")).Candidate!.Name);

    [Theory]
    [InlineData("Naam (voor + achter);Telefoon (06-nr);E-mail (privé of werk);Adres (straat + nr);Postcode (1234 AB)")]
    [InlineData("Naam;Telefoon (liefst mobiel);E-mail (mag leeg blijven);Adres (straat en nr.);Postcode")]
    [InlineData("Full name;Phone number (mobile);Email address;Address;Postal code")]
    [InlineData("Naam;Mobile (NL);E-mail (thuis);Adres;Postcode")]
    [InlineData("1. Naam;2. Telefoonnummer;3. E-mailadres;4. Adres;5. Postcode")]
    public void What_says_how_to_fill_a_column_in_is_no_part_of_its_name(string header)
    {
        var row = Assert.Single(ListText.Rows($"{header}\nJan Eik;0612345601;jan@voorbeeld.nl;Kerkstraat 12;1234 AB\n"));

        Assert.Equal(("Jan Eik", "+31612345601", "jan@voorbeeld.nl", "12"), (row.Candidate!.Name, row.Candidate.Mobile?.Value, row.Candidate.Email?.Value, row.Candidate.Address?.HouseNumber));
    }

    [Theory]
    [InlineData("Huisnummer + toevoeging")]
    [InlineData("Huisnummer (+ toevoeging)")]
    [InlineData("Nr + toev")]
    [InlineData("Huisnr/toev")]
    [InlineData("Huisnr. + toev.")]
    [InlineData("Nr/bus")]
    [InlineData("Woningnummer")]
    public void A_number_with_its_addition_is_a_house_number(string header)
    {
        var address = Assert.Single(ListText.Rows($"Naam;Straat;{header};Postcode\nJan Eik;Kerkstraat;12 a;1234 AB\n")).Candidate!.Address!;

        Assert.Equal(("12", "a"), (address.HouseNumber, address.Addition));
    }

    [Theory]
    [InlineData("Naam;Adres;Straat;Huisnummer;Postcode;Plaats", "Jan Eik;Kerkstraat 12;Kerkstraat;12;1234 AB;Oosterdam")]
    [InlineData("Naam;Straat;Huisnummer;Postcode;Plaats;Woonplaats", "Jan Eik;Kerkstraat;12;1234 AB;Oosterdam;Oosterdam")]
    public void Of_two_columns_that_say_the_same_the_plainer_is_read(string header, string row)
    {
        var address = Assert.Single(ListText.Rows($"{header}\n{row}\n")).Candidate!.Address!;

        Assert.Equal(("Kerkstraat", "12", "Oosterdam"), (address.Street, address.HouseNumber, address.City));
    }

    [Fact]
    public void A_sheet_of_who_came_to_which_evening_tells_no_no()
    {
        using var list = ListText.Open(ListText.Named(ListText.Xlsx([["Naam", "Mobiel"], ["Els Saa", "0612345601"]], [["Naam", "3 mei"], ["Els Saa", "afgemeld"], ["Bo Bal", "aanwezig"]]), 2, "Presentie"));

        Assert.Null(list.Refusal);
    }

    [Fact]
    public void A_no_to_contact_on_such_a_sheet_is_one()
    {
        using var list = ListText.Open(ListText.Named(ListText.Xlsx([["Naam", "Mobiel"], ["Els Saa", "0612345601"]], [["Naam", "3 mei"], ["Els Saa", "niet benaderen"]]), 2, "Presentie"));

        Assert.Equal(ProblemCodes.PeopleWhoSaidNo, list.Refusal?.Code);
    }

    [Theory]
    [InlineData("Uitgenodigd door")]
    [InlineData("Genoemd door")]
    [InlineData("Via")]
    [InlineData("Bron")]
    [InlineData("Contact met")]
    public void Behind_whoever_brought_somebody_stands_their_own_number(string header)
    {
        using var list = ListText.Open($"Naam;{header};Telefoon;E-mail\nAn Aas;Jan Eik;0612345601;an@voorbeeld.nl\nBo Bal;Els Bos;0612345602;bo@voorbeeld.nl\n");

        Assert.Null(list.Refusal);
        Assert.Empty(list.Questions);
        Assert.Equal(["+31612345601", "+31612345602"], list.Rows().Select(row => row.Candidate!.Mobile?.Value));
    }

    [Theory]
    [InlineData("Blokhoofd")]
    [InlineData("Medewerker")]
    [InlineData("Tweede bewoner")]
    public void Behind_the_name_of_another_it_is_asked_whose_a_number_is(string header)
    {
        using var list = ListText.Open($"Naam;E-mail;{header};Telefoon\nAn Aas;an@voorbeeld.nl;Jan Eik;0612345601\nBo Bal;bo@voorbeeld.nl;Els Bos;0612345602\n");

        Assert.Equal("Telefoon", Assert.Single(list.Questions).Column);
    }

    [Theory]
    [InlineData("Bereikbaar", "na 18 uur|overdag")]
    [InlineData("Interesse", "tuinieren, koken|dansen")]
    [InlineData("Abonnement", "Gezin|Single")]
    [InlineData("Moved in", "2019|2020")]
    [InlineData("Einddatum lidmaatschap", "31-12-9999|31-12-9999")]
    [InlineData("DOUBLE_OPT-IN", "1|1")]
    [InlineData("May 4, 19:00", "OK|")]
    [InlineData("4 May", "yes|no")]
    [InlineData("Appartement", "ja|nee")]
    [InlineData("Deurbel werkt", "ja|nee")]
    [InlineData("Mee-eten", "ja|nee")]
    [InlineData("Neemt u kinderen mee?", "ja|nee")]
    [InlineData("Wilt u helpen opbouwen?", "ja|nee")]
    [InlineData("Wil oppassen", "ja|nee")]
    [InlineData("Terugbellen", "ja|nee")]
    [InlineData("Interesse warmtenet", "ja|nee")]
    [InlineData("Ontvangt wijkkrant", "ja|nee")]
    [InlineData("In buurtapp", "ja|nee")]
    [InlineData("Toestemming foto's", "ja|nee")]
    [InlineData("Mag ge-sms't worden", "ja|ja")]
    public void Columns_about_something_else_need_no_answer(string header, string cells)
    {
        var rows = cells.Split('|').Select((cell, i) => $"Jan Eik{i};061234560{i};{cell}\n");
        using var list = ListText.Open($"Naam;Mobiel;\"{header}\"\n{string.Concat(rows)}");

        Assert.Empty(list.Questions);
        Assert.All(list.Rows(), row => Assert.True(row.Candidate!.Permissions.Sms <= Permission.Given));
    }

    [Theory]
    [InlineData("Interesse", "ja|nee")]
    [InlineData("Bereikbaar", "ja|nee")]
    [InlineData("Abonnement", "ja|nee")]
    public void The_same_columns_are_asked_about_where_they_hold_answers(string header, string cells)
    {
        var rows = cells.Split('|').Select((cell, i) => $"Jan Eik{i};061234560{i};{cell}\n");
        using var list = ListText.Open($"Naam;Mobiel;{header}\n{string.Concat(rows)}");

        Assert.Equal(header, Assert.Single(list.Questions).Column);
    }
}
