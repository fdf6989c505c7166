using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>How people break with a group, take a consent back or are dead, in a note, a comment, a tag, a title or a column of its own.</summary>
public sealed class RefusalsInNotesTests
{
    [Theory]
    [InlineData("leeft niet meer")]
    [InlineData("niet meer in leven")]
    [InlineData("overleed in mei")]
    [InlineData("uitvaart was 12 maart")]
    [InlineData("ist tot")]
    [InlineData("bellen mag niet")]
    [InlineData("mailen mag niet")]
    [InlineData("sms'en niet")]
    [InlineData("mail ongewenst")]
    [InlineData("geen communicatie meer")]
    [InlineData("wenst geen verdere correspondentie")]
    [InlineData("niet ge-mailed willen worden")]
    public void A_plain_no_is_one(string note) => Assert.Equal(Permission.Refused, Said("Opmerkingen", note));

    [Theory]
    [InlineData("is er helaas niet meer")]
    [InlineData("wil er vanaf")]
    [InlineData("wil ervan af")]
    [InlineData("ziet af van deelname")]
    [InlineData("ziet ervan af")]
    [InlineData("heeft bedankt")]
    [InlineData("heeft ervoor bedankt")]
    [InlineData("moet niets van ons hebben")]
    [InlineData("heeft het gehad met ons")]
    [InlineData("is er klaar mee")]
    [InlineData("uit de mailing halen")]
    [InlineData("graag uit de administratie")]
    [InlineData("uit ons adresboek verwijderen")]
    [InlineData("verwijderen uit bestand")]
    [InlineData("uit het ledenbestand")]
    [InlineData("kan van de lijst")]
    [InlineData("wil ons niet meer zien")]
    [InlineData("haakte af")]
    [InlineData("rust gewenst")]
    [InlineData("dnd")]
    [InlineData("❌ mail")]
    [InlineData("🙅")]
    [InlineData("nicht mehr dabei")]
    [InlineData("is vertrokken bij ons")]
    [InlineData("geschorst")]
    [InlineData("deur dichtgegooid")]
    [InlineData("intrekking toestemming")]
    [InlineData("toestemming teruggetrokken")]
    [InlineData("toestemming herroepen")]
    [InlineData("toestemming vervallen")]
    [InlineData("toestemming is per 1 mei verlopen")]
    [InlineData("AVG bezwaar")]
    [InlineData("AVG-bezwaar ingediend")]
    [InlineData("bezwaar tegen mail")]
    [InlineData("recht van bezwaar")]
    [InlineData("wil vergeten worden")]
    [InlineData("vergeet mij")]
    [InlineData("toestemming: -")]
    [InlineData("ziet er vanaf")]
    [InlineData("BLOCKED")]
    [InlineData("op eigen verzoek van de lijst")]
    [InlineData("Bedankt voor de uitnodiging, maar nee")]
    [InlineData("wil dat we stoppen")]
    [InlineData("mag niet van haar man")]
    [InlineData("hoeft geen post")]
    public void A_refusal_in_other_words_holds_its_person(string note)
    {
        foreach (var header in (string[])["Opmerkingen", "Bijzonderheden", "Terugkoppeling"])
            Assert.True(Said(header, note) >= Permission.Unproven, header);
    }

    [Theory]
    [InlineData("man leeft niet meer")]
    [InlineData("uitvaart van haar man was 12 maart")]
    [InlineData("bellen kan niet")]
    [InlineData("mailen niet gelukt")]
    [InlineData("bellen niet voor 10 uur")]
    [InlineData("geen communicatie mogelijk in het Nederlands")]
    [InlineData("heeft ons bedankt voor de taart")]
    [InlineData("is klaar met de tuin")]
    [InlineData("heeft een trap gehad")]
    [InlineData("ziet af en toe slecht")]
    [InlineData("deur staat open")]
    [InlineData("voordeur dicht na 20 uur")]
    [InlineData("vergeet mij niet als u taart heeft")]
    [InlineData("bezwaar tegen de bouw")]
    [InlineData("rijbewijs verlopen")]
    [InlineData("is vertrokken naar werk")]
    [InlineData("wil de tuin zien")]
    [InlineData("komt niet meer aan koken toe")]
    [InlineData("wil dat we stoppen bij de bakker")]
    [InlineData("mag niet van de trap vallen")]
    [InlineData("kan goed koken, wil niet rijden")]
    [InlineData("née Noir")]
    [InlineData("leest mail niet")]
    [InlineData("bel niet werkzaam")]
    [InlineData("bel doet het niet")]
    public void A_note_about_something_else_says_nothing(string note) => Assert.Equal(Permission.Unsaid, Said("Opmerkingen", note));

    [Theory]
    [InlineData("Aan de deur", "niet meer komen")]
    [InlineData("Deur", "deur dicht")]
    [InlineData("Tags", "oud-bewoner")]
    [InlineData("Aanhef", "Wijlen")]
    [InlineData("Aanhef", "De erven van")]
    [InlineData("Reden", "geen interesse")]
    [InlineData("Reden", "liever niet")]
    [InlineData("Reden", "nee")]
    public void A_cell_of_a_round_or_a_tag_holds_its_person(string header, string cell) => Assert.Equal(Permission.Unproven, Said(header, cell));

    [Theory]
    [InlineData("Niet meer lid")]
    [InlineData("Gestopt")]
    [InlineData("Niet meer actief")]
    [InlineData("Weg")]
    [InlineData("Zijn al weg")]
    [InlineData("Afgevallen")]
    [InlineData("In memoriam")]
    [InlineData("Geen belangstelling")]
    [InlineData("Hebben bedankt")]
    [InlineData("Zeiden nee")]
    [InlineData("Nee-stemmers")]
    [InlineData("AVG: niet akkoord")]
    [InlineData("Verhuisd sinds vorige lijst")]
    [InlineData("Uit de straat vertrokken")]
    [InlineData("Reserve (nog niet uitnodigen)")]
    [InlineData("Refus")]
    [InlineData("Zonder toestemming")]
    public void A_title_over_people_who_are_out_holds_the_list(string title) => Assert.Equal(ProblemCodes.PeopleWhoSaidNo, Refusal($"Naam;Mobiel\nAn Aas;0612345601\n;\n{title};\nBo Bal;0612345602\n"));

    [Theory]
    [InlineData("Actiegroep STOP Geluidsoverlast")]
    [InlineData("Actieve leden (opt-outs verwijderd)")]
    [InlineData("Alle bewoners excl. opt-outs")]
    [InlineData("Bewoners zonder afmeldingen")]
    [InlineData("Vertrouwelijk! Niet mailen via cc")]
    [InlineData("Zonder toestemming niet delen")]
    [InlineData("Aantal afmeldingen: 3")]
    [InlineData("Niet verder verspreiden")]
    public void A_title_over_the_others_or_about_the_list_itself_does_not(string title) => Assert.Null(Refusal($"{title};\nNaam;Mobiel\nAn Aas;0612345601\n"));

    [Theory]
    [InlineData("Lidnr;Naam;Mobiel;Ingangsdatum;Einddatum", "2;Els Eik;0612345601;1-1-2019;31-12-2023")]
    [InlineData("Naam;Mobiel;Lidmaatschap einddatum", "Els Eik;0612345601;31-12-2023")]
    [InlineData("Lidnummer;Naam;Mobiel;Datum einde", "2;Els Eik;0612345601;31-12-2023")]
    [InlineData("Naam;Mobiel;Exitdatum", "Els Eik;0612345601;31-12-2023")]
    [InlineData("Naam;Mobiel;Exit", "Els Eik;0612345601;31-12-2023")]
    [InlineData("Naam;Mobiel;Ontslagdatum", "Els Eik;0612345601;31-12-2023")]
    [InlineData("Naam;Mobiel;Uit dienst", "Els Eik;0612345601;31-12-2023")]
    [InlineData("Naam;Mobiel;Royement", "Els Eik;0612345601;x")]
    [InlineData("Naam;Mobiel;Vergeetverzoek", "Els Eik;0612345601;ja")]
    [InlineData("Naam;Mobiel;Wissen", "Els Eik;0612345601;x")]
    [InlineData("Naam;Mobiel;Retour", "Els Eik;0612345601;x")]
    [InlineData("Naam;Mobiel;Nog lid", "Els Eik;0612345601;nee")]
    [InlineData("Naam;Mobiel;Blijft lid", "Els Eik;0612345601;nee")]
    [InlineData("Naam;Mobiel;Geldig", "Els Eik;0612345601;nee")]
    [InlineData("Naam;Mobiel;Passief", "Els Eik;0612345601;ja")]
    [InlineData("Naam;Mobiel;Slapend", "Els Eik;0612345601;ja")]
    [InlineData("Naam;Mobiel;Lid t/m", "Els Eik;0612345601;31-12-2023")]
    [InlineData("Naam;Mobiel;Recht op vergetelheid", "Els Eik;0612345601;ja")]
    [InlineData("Naam;Mobiel;Ja/Nee/Misschien", "Els Eik;0612345601;nee")]
    [InlineData("Naam;Mobiel;Ja of nee", "Els Eik;0612345601;nee")]
    [InlineData("Naam;Mobiel;İzin", "Els Eik;0612345601;hayır")]
    [InlineData("Naam;Mobiel;Zgoda", "Els Eik;0612345601;nie")]
    [InlineData("Naam;Mobiel;Згода", "Els Eik;0612345601;ні")]
    [InlineData("Naam;Mobiel;موافقة", "Els Eik;0612345601;لا")]
    public void A_column_of_an_end_or_of_a_consent_that_we_cannot_read_is_asked_about(string header, string row)
    {
        using var list = ListText.Open($"{header}\n{row}\n");

        Assert.Equal(header.Split(';')[^1], Assert.Single(list.Questions).Column);
    }

    [Theory]
    [InlineData("Naam;Mobiel;Begindatum huur;Einddatum huur", "Els Eik;0612345601;1-1-2019;31-12-2023")]
    [InlineData("Naam;Mobiel;Einddatum", "Els Eik;0612345601;31-12-2023")]
    [InlineData("Lidnr;Naam;Mobiel;Ingangsdatum;Einddatum", "2;Els Eik;0612345601;1-1-2019;")]
    public void An_end_of_something_else_is_not(string header, string row)
    {
        using var list = ListText.Open($"{header}\n{row}\n");

        Assert.Empty(list.Questions);
    }

    [Theory]
    [InlineData("wil liever niet")]
    [InlineData("nummer van haar zoon")]
    public void A_comment_that_may_be_a_no_holds_its_person_and_the_copy_says_so(string comment)
    {
        var bytes = ListText.Commented(ListText.Xlsx([["Naam", "Mobiel"], ["Jan Eik", "0612345678"], ["Els Aas", "0612345679"]]), ("B2", $"<x:t>{comment}</x:t>"));
        using var list = ListText.Open(bytes);
        using var copy = CleanCopy.Of(list);

        foreach (var rows in (List<ListRow>[])[ListText.Rows(bytes), ListText.Rows(copy.ToArray())])
            Assert.Equal([Permission.Unproven, Permission.Unsaid], rows.Select(row => row.Candidate!.Permissions.Sms));
    }

    private static Permission Said(string header, string cell) => Assert.Single(ListText.Rows($"Naam;Mobiel;{header}\nEls Eik;0612345678;\"{cell}\"\n")).Candidate!.Permissions.Sms;

    private static string? Refusal(string text)
    {
        using var list = ListText.Open(text);
        return list.Refusal?.Code;
    }
}
