using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Notes, replies and states in which people write down that somebody said no, in their own words.</summary>
public sealed class NotesOfNoTests
{
    [Theory]
    [InlineData("geen WhatsApp")]
    [InlineData("wil geen WhatsApp-berichten")]
    [InlineData("niet via WhatsApp")]
    [InlineData("geen What's App")]
    [InlineData("geen appberichten")]
    [InlineData("niet opbellen")]
    [InlineData("niet ge-sms't worden")]
    [InlineData("stelt geen prijs op contact")]
    [InlineData("contact wordt niet op prijs gesteld")]
    [InlineData("uitschrijven aub")]
    [InlineData("mag van de lijst")]
    [InlineData("verwijderd op verzoek")]
    [InlineData("recht op vergetelheid")]
    [InlineData("wilde niet meer")]
    [InlineData("wil niets met ons te maken hebben")]
    [InlineData("Einwilligung widerrufen")]
    [InlineData("möchte nicht mehr")]
    [InlineData("möchte nicht teilnehmen")]
    [InlineData("bitte aus der Liste streichen")]
    [InlineData("aus dem Verteiler gelöscht")]
    [InlineData("gestorben")]
    [InlineData("withdrew consent")]
    [InlineData("does not consent")]
    [InlineData("doesn't want texts")]
    [InlineData("no phone calls")]
    [InlineData("please don't ring")]
    [InlineData("wants off the list")]
    [InlineData("pls remove")]
    [InlineData("asked us to stop")]
    [InlineData("has passed away")]
    [InlineData("removed at own request")]
    [InlineData("do not send")]
    public void A_no_in_plain_words_is_a_no(string note)
    {
        foreach (var header in new[] { "Opmerkingen", "Bemerkungen", "Remarques" })
            Assert.Equal((Permission.Refused, 1), Said(header, note));
    }

    [Theory]
    [InlineData("zegt nee")]
    [InlineData("heeft nee gezegd")]
    [InlineData("said no")]
    [InlineData("SMS: nee")]
    [InlineData("toestemming: nee")]
    [InlineData("mail: nee, post: ja")]
    [InlineData("3-5: nee")]
    [InlineData("gebeld 3/4, nee")]
    [InlineData("sprak met zoon: nee")]
    [InlineData("Einwilligung: nein")]
    [InlineData("absoluut niet")]
    [InlineData("nooit meer")]
    [InlineData("app liever niet")]
    [InlineData("afgem. 3/4")]
    [InlineData("opgezegd per 1-1-2024")]
    [InlineData("wil eraf")]
    [InlineData("doet niet meer mee")]
    [InlineData("liet weten geen interesse te hebben")]
    [InlineData("gebeld: geen interesse")]
    [InlineData("nein")]
    [InlineData("nein danke")]
    [InlineData("Widerruf 3.4.")]
    [InlineData("kein Interesse")]
    [InlineData("Datenlöschung beantragt")]
    [InlineData("gesperrt")]
    [InlineData("Sperrvermerk")]
    [InlineData("ausgetreten")]
    [InlineData("lehnt ab")]
    [InlineData("refuses")]
    [InlineData("not interested")]
    public void A_short_note_that_may_be_a_no_holds_that_person(string note)
    {
        foreach (var header in new[] { "Opmerkingen", "Anmerkung" })
            Assert.Equal((Permission.Unproven, 1), Said(header, note));
    }

    [Theory]
    [InlineData("komt graag")]
    [InlineData("werkt niet meer")]
    [InlineData("huur opgezegd")]
    [InlineData("abonnement op krant opgezegd")]
    [InlineData("please do not ring the doorbell")]
    [InlineData("husband has passed away")]
    [InlineData("Mann ist gestorben")]
    [InlineData("hond is overleden")]
    [InlineData("tel: no answer")]
    [InlineData("said no problem")]
    [InlineData("rookt: nee")]
    [InlineData("I asked her to stop by")]
    [InlineData("nog niet afgemeld")]
    [InlineData("staat op de mailinglijst")]
    [InlineData("zit op WhatsApp")]
    [InlineData("zie https://voorbeeld.nl/unsubscribe?x=1")]
    public void A_note_about_something_else_says_nothing(string note) => Assert.Equal((Permission.Unsaid, 0), Said("Opmerkingen", note));

    [Theory]
    [InlineData("Bemerkungen")]
    [InlineData("Anmerkung")]
    [InlineData("Notizen")]
    [InlineData("Hinweise")]
    [InlineData("Opmerk.")]
    [InlineData("Bijz.")]
    [InlineData("Remarques")]
    [InlineData("Kommentar")]
    public void Notes_are_notes_in_every_language_and_are_not_kept(string header)
    {
        var text = System.Text.Encoding.UTF8.GetBytes($"mobiel;{header}\n0612345678;dement\n");
        using var list = ListText.Open(text);
        using var copy = CleanCopy.Of(list);

        Assert.DoesNotContain("dement", System.Text.Encoding.UTF8.GetString(copy.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geen belangstelling")]
    [InlineData("Lid af")]
    [InlineData("niet lid")]
    [InlineData("Ausgetreten")]
    [InlineData("gekündigt")]
    [InlineData("Kündigung")]
    [InlineData("lehnt ab")]
    [InlineData("Widerruf")]
    [InlineData("uit bestand")]
    [InlineData("afgevoerd")]
    [InlineData("stopgezet")]
    [InlineData("non-actief")]
    [InlineData("opzegging ontvangen")]
    [InlineData("resigned")]
    [InlineData("lapsed")]
    [InlineData("quit")]
    [InlineData("tot")]
    [InlineData("unmailable")]
    [InlineData("Non-Subscribed")]
    [InlineData("Non-marketing contact")]
    public void A_status_of_somebody_who_left_holds_that_person(string status) => Assert.Equal((Permission.Unproven, 1), Said("Status", status));

    [Theory]
    [InlineData("Actief")]
    [InlineData("in behandeling")]
    [InlineData("Marketing contact")]
    public void A_status_of_somebody_who_is_there_does_not(string status) => Assert.Equal((Permission.Unsaid, 0), Said("Status", status));

    [Fact]
    public void The_marketing_contacts_of_Hubspot_are_not_held_and_the_others_are()
    {
        Assert.Equal((Permission.Unsaid, 0), Said("Marketing contact status", "Marketing contact"));
        Assert.Equal((Permission.Unproven, 1), Said("Marketing contact status", "Non-marketing contact"));
    }

    [Theory]
    [InlineData("Info", "nee")]
    [InlineData("Groep", "Nee, bedankt")]
    [InlineData("Info", "declined")]
    [InlineData("Reactie", "nooit meer")]
    [InlineData("Reactie", "gestopt")]
    [InlineData("Rückmeldung", "kein Interesse")]
    [InlineData("Lidmaatschap", "afgehaakt")]
    public void A_no_in_a_column_of_replies_holds_that_person(string header, string cell) => Assert.Equal((Permission.Unproven, 1), Said(header, cell));

    [Theory]
    [InlineData("Reactie", "komt met twee")]
    [InlineData("Groep", "dinsdag")]
    [InlineData("Overlast", "nee")]
    [InlineData("Soort huis", "hoekhuis")]
    public void Another_cell_or_column_says_nothing(string header, string cell) => Assert.Equal((Permission.Unsaid, 0), Said(header, cell));

    [Fact]
    public void A_plain_no_among_other_replies_is_said_once()
    {
        var rows = ListText.Rows("mobiel;Reactie\n0612345678;komt met twee\n0612345679;nee\n0612345670;later\n");

        Assert.Equal([Permission.Unsaid, Permission.Unproven, Permission.Unsaid], rows.Select(row => row.Candidate!.Permissions.Sms));
        Assert.Single(rows[1].Problems);
    }

    [Theory]
    [InlineData("Ja, graag")]
    [InlineData("Ja hoor")]
    [InlineData("Ja, ik geef toestemming")]
    [InlineData("Ik ga akkoord")]
    [InlineData("I agree")]
    [InlineData("Ich stimme zu")]
    [InlineData("Ja, ich bin einverstanden")]
    [InlineData("Yes please")]
    [InlineData("Accepted")]
    [InlineData("wel")]
    [InlineData("👍")]
    public void A_yes_in_the_words_of_a_form_is_one(string cell) => Assert.Equal((Permission.Given, 0), Said("Toestemming", cell));

    [Theory]
    [InlineData("Ja, ik geef toestemming voor foto's")]
    [InlineData("Ik geef toestemming voor sms")]
    [InlineData("Ik ga akkoord met de voorwaarden")]
    [InlineData("Ik ga akkoord?")]
    [InlineData("Ja, ik ga akkoord, maar alleen per post")]
    [InlineData("I do not agree")]
    [InlineData("Ja of nee")]
    public void A_yes_with_anything_beside_it_is_none(string cell) => Assert.NotEqual(Permission.Given, Said("Toestemming", cell).Sms);

    [Fact]
    public void Where_a_yes_is_to_being_left_alone_such_words_are_no_yes_to_contact() => Assert.Equal(Permission.OptedOut, Said("Niet benaderen", "wel").Sms);

    private static (Permission Sms, int Problems) Said(string header, string cell)
    {
        var row = Assert.Single(ListText.Rows($"mobiel;{header}\n0612345678;\"{cell}\"\n"));
        return (row.Candidate!.Permissions.Sms, row.Problems.Count);
    }
}
