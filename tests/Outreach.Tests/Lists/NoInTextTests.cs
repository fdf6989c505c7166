using Outreach.Lists;
using Outreach.Lists.Columns.Noes;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A no counts wherever it stands, and what only looks like one does not.</summary>
public sealed class NoInTextTests
{
    [Theory]
    [InlineData("Info", "graag geen sms sturen")]
    [InlineData("Groep", "AFGEMELD")]
    [InlineData("Opmerking", "niet bellen aub, is ziek")]
    public void A_no_in_a_column_that_is_not_read_counts_and_a_note_is_not_shown(string header, string cell)
    {
        var row = Row(header, cell);

        Assert.Equal((Permission.Refused, Permission.Refused), (row.Candidate!.Permissions.Sms, row.Candidate.Permissions.Email));
        Assert.Equal(header == "Opmerking" ? "…" : cell, Assert.Single(row.Problems).Value);
    }

    [Theory]
    [InlineData("Contactbeperking", "ja")]
    [InlineData("Belbeperking", "x")]
    [InlineData("Verstrekkingsbeperking", "J")]
    [InlineData("Uitgezonderd", "ja")]
    [InlineData("Mag benaderd worden door zorgteam", "nee")]
    public void A_sensitive_looking_header_about_contact_is_asked(string header, string cell)
    {
        using var list = ListText.Open($"mobiel;{header}\n0612345678;{cell}\n");
        Assert.Equal(header, Assert.Single(list.Questions).Column);
    }

    [Theory]
    [InlineData("Niet benaderen i.v.m. gezondheid", "ja")]
    [InlineData("Geen contact (ziek)", "depressie")]
    [InlineData("Ziektebeeld", "depressie, niet meer bellen")]
    public void A_no_in_a_sensitive_column_counts_and_nothing_else_of_it_is_shown_or_kept(string header, string cell)
    {
        var text = System.Text.Encoding.UTF8.GetBytes($"mobiel;{header}\n0612345678;{cell}\n");
        var row = Assert.Single(ListText.Rows(text));
        Assert.True(row.Candidate!.Permissions.Sms >= Permission.Refused);
        Assert.DoesNotContain(row.Problems, problem => problem.Value.Contains("depressie", StringComparison.Ordinal));

        using var list = ListText.Open(text);
        using var copy = CleanCopy.Of(list);
        Assert.DoesNotContain("depressie", System.Text.Encoding.UTF8.GetString(copy.ToArray()), StringComparison.Ordinal);
        Assert.Equal(row.Candidate.Permissions.Sms, Assert.Single(ListText.Rows(copy.ToArray())).Candidate!.Permissions.Sms);
    }

    [Fact]
    public void A_sensitive_column_that_is_asked_about_becomes_nothing_but_a_permission()
    {
        var text = "mobiel;Mag benaderd worden door zorgteam\n0612345678;nee, ziek\n"u8.ToArray();
        using var name = ListText.Open(text, ListRules.Dutch with { Columns = [null, ColumnUse.Name] });
        using var consent = ListText.Open(text, ListRules.Dutch with { Columns = [null, ColumnUse.Consent] });

        Assert.Single(name.Questions);
        Assert.Null(Assert.Single(name.Rows()).Candidate!.Name);
        Assert.Empty(consent.Questions);
        var row = Assert.Single(consent.Rows());
        Assert.Equal((Permission.Unproven, "…"), (row.Candidate!.Permissions.Sms, Assert.Single(row.Problems).Value));
    }

    [Theory]
    [InlineData("Verblijfsstatus", "verlopen")]
    [InlineData("Ontvangt zorg", "nee")]
    [InlineData("Geen religie", "x")]
    public void A_sensitive_column_about_something_else_is_neither_asked_nor_read(string header, string cell)
    {
        using var list = ListText.Open($"mobiel;{header}\n0612345678;{cell}\n");
        Assert.Empty(list.Questions);
        Assert.Equal(default, Assert.Single(list.Rows()).Candidate!.Permissions);
    }

    [Fact]
    public void A_no_in_a_note_is_still_there_when_the_list_is_read_again()
    {
        using var list = ListText.Open("mobiel;Opmerking\n0612345678;is ziek, niet bellen\n0612345679;is ziek\n");
        using var copy = CleanCopy.Of(list);

        Assert.DoesNotContain("ziek", System.Text.Encoding.UTF8.GetString(copy.ToArray()), StringComparison.Ordinal);
        Assert.Equal([Permission.Refused, Permission.Unsaid], ListText.Rows(copy.ToArray()).Select(row => row.Candidate!.Permissions.Sms));
    }

    [Theory]
    [InlineData("Reden", "afgemeld", Permission.Refused)]
    [InlineData("Reason", "unsubscribed", Permission.Refused)]
    [InlineData("Reden", "toestemming: Dit is geen duidelijk ja of nee. Deze persoon krijgt geen sms of e-mail. Vul ja of nee in.", Permission.Unsaid)]
    public void A_no_beside_a_reason_counts_unless_the_reason_is_our_own(string header, string cell, Permission said) => Assert.Equal(said, Said(header, cell).Sms);

    [Theory]
    [InlineData("overleden")]
    [InlineData("STOP")]
    [InlineData("graag STOP aub")]
    [InlineData("OPTOUT")]
    [InlineData("opted-out")]
    [InlineData("unsubscribe")]
    [InlineData("niet-bellen")]
    [InlineData("niet_bellen")]
    [InlineData("bel niet")]
    [InlineData("Bel niet, is slechthorend")]
    [InlineData("mail niet svp")]
    [InlineData("nooit bellen")]
    [InlineData("niet meer uitnodigen")]
    [InlineData("wil niet benaderd worden")]
    [InlineData("mag niet gebeld worden")]
    [InlineData("wil niet gemaild worden")]
    [InlineData("Mevrouw wil echt niet meer door ons gebeld worden")]
    [InlineData("geen toestemming")]
    [InlineData("toestemming ingetrokken")]
    [InlineData("bezwaar gemaakt")]
    [InlineData("graag verwijderen")]
    [InlineData("wil van de lijst af")]
    [InlineData("geen whatsapp")]
    [InlineData("geen appjes meer")]
    [InlineData("dont contact")]
    [InlineData("don’t call")]
    [InlineData("never contact")]
    [InlineData("no texts")]
    [InlineData("does not want to be contacted")]
    [InlineData("abbestellt")]
    [InlineData("Keine Anrufe")]
    [InlineData("möchte nicht kontaktiert werden")]
    [InlineData("niet-mailen")]
    [InlineData("geen-sms")]
    [InlineData("NoSMS, NoEmail")]
    [InlineData("optout")]
    [InlineData("Afmelders")]
    [InlineData("nietbellen")]
    [InlineData("wil met rust gelaten worden")]
    [InlineData("laat haar met rust")]
    [InlineData("wil niks meer horen")]
    [InlineData("wil niets van ons ontvangen")]
    [InlineData("stuur niets meer")]
    [InlineData("niets meer sturen")]
    [InlineData("a.u.b. van lijst verwijderen")]
    [InlineData("uit het bestand halen")]
    [InlineData("niet meer lastigvallen")]
    [InlineData("niet meer berichten sturen")]
    [InlineData("verzoekt om verwijdering")]
    [InlineData("AVG: gegevens verwijderen")]
    [InlineData("alleen per post")]
    [InlineData("alleen brief")]
    [InlineData("uitsluitend telefonisch")]
    [InlineData("ovl. 2025")]
    [InlineData("+ 2024")]
    [InlineData("gestorven")]
    [InlineData("mag geen mail ontvangen")]
    [InlineData("wil geen berichten meer krijgen")]
    [InlineData("please take off list")]
    [InlineData("not interested, stop contacting")]
    [InlineData("leave alone")]
    [InlineData("do not approach")]
    [InlineData("bitte löschen")]
    [InlineData("Kontakt unerwünscht")]
    [InlineData("nicht mehr melden")]
    [InlineData("heeft bezwaar tegen contact")]
    public void A_no_counts_in_any_column_however_it_is_written(string cell)
    {
        foreach (var header in new[] { "Opmerkingen", "Tags", "naam" })
            Assert.Equal(Permission.Refused, Said(header, cell).Sms);
    }

    [Theory]
    [InlineData("Jan (overleden)")]
    [InlineData("† Jan")]
    [InlineData("wijlen Jan Bos")]
    [InlineData("Erven J. de Vries")]
    [InlineData("Jan Bos STOP")]
    public void A_name_of_the_dead_is_a_no(string name) => Assert.Equal(Permission.Refused, Said("naam", name).Sms);

    [Theory]
    [InlineData("nog niet gebeld")]
    [InlineData("nog niet bellen")]
    [InlineData("belt nooit op")]
    [InlineData("was niet thuis")]
    [InlineData("kon niet gebeld worden")]
    [InlineData("heeft geen e-mail")]
    [InlineData("geen e-mail bekend")]
    [InlineData("geen contact gehad")]
    [InlineData("mail niet ontvangen")]
    [InlineData("e-mail niet bekend")]
    [InlineData("bel niet voor 10 uur")]
    [InlineData("afspraak verzet")]
    [InlineData("mail in de spam")]
    [InlineData("man is overleden")]
    [InlineData("niet afgemeld")]
    [InlineData("geen bezwaar gemaakt")]
    [InlineData("could not be contacted")]
    [InlineData("gestopt met werken")]
    [InlineData("woont bij halte Stopweg")]
    [InlineData("Bruno Appelman")]
    [InlineData("zijn vrouw is vorig jaar overleden")]
    [InlineData("heeft bezwaar tegen bouwplan")]
    [InlineData("bezwaar gemaakt tegen parkeren")]
    [InlineData("heeft bezwaar gemaakt tegen de windmolens")]
    [InlineData("geen reclame in de bus")]
    [InlineData("heeft niets ontvangen")]
    [InlineData("heeft alleen telefoon")]
    [InlineData("woont alleen")]
    [InlineData("alleen bellen na 18 uur")]
    [InlineData("staat op de lijst van het bestuur")]
    [InlineData("oud adres verwijderd")]
    [InlineData("rustige man")]
    [InlineData("Van Wijlen")]
    [InlineData("Wijlen, Jan van")]
    [InlineData("Piet van Erven")]
    [InlineData("Dood, Anna de")]
    [InlineData("Nino Smsek")]
    public void Words_that_only_look_like_a_no_are_none(string cell)
    {
        foreach (var header in new[] { "Opmerkingen", "naam" })
            Assert.Equal(default, Said(header, cell));
    }

    [Theory]
    [InlineData("Geweigerd", Permission.Refused)]
    [InlineData("Weigert", Permission.Refused)]
    [InlineData("Declined", Permission.Refused)]
    [InlineData("Denied", Permission.Refused)]
    [InlineData("Revoked", Permission.Refused)]
    [InlineData("Withdrawn", Permission.Refused)]
    [InlineData("Ingetrokken", Permission.Refused)]
    [InlineData("Nee", Permission.Refused)]
    [InlineData("No", Permission.Refused)]
    [InlineData("N", Permission.Unproven)]
    [InlineData("Rejected", Permission.Unproven)]
    [InlineData("Cancelled", Permission.Unproven)]
    [InlineData("Afgewezen", Permission.Unproven)]
    [InlineData("Niet actief", Permission.Unproven)]
    [InlineData("Niet meer lid", Permission.Unproven)]
    [InlineData("Do not use", Permission.OptedOut)]
    [InlineData("Niet gebruiken", Permission.OptedOut)]
    [InlineData("Dood", Permission.OptedOut)]
    [InlineData("heeft geweigerd", Permission.Unproven)]
    [InlineData("weigeraar", Permission.Unproven)]
    [InlineData("Nee, bedankt", Permission.Refused)]
    [InlineData("Nee - volgend jaar", Permission.Unproven)]
    [InlineData("Niet meer", Permission.Unproven)]
    [InlineData("afmelding", Permission.Unproven)]
    [InlineData("Vervallen", Permission.Unproven)]
    [InlineData("uitgevallen", Permission.Unproven)]
    [InlineData("Uit", Permission.Unproven)]
    [InlineData("No show", Permission.Unsaid)]
    [InlineData("Aan", Permission.Unsaid)]
    [InlineData("Gepland", Permission.Unsaid)]
    [InlineData("-", Permission.Unsaid)]
    public void A_status_may_say_no_in_the_words_of_an_answer(string cell, Permission said) => Assert.Equal(said, Said("Status", cell).Sms);

    [Theory]
    [InlineData("Niet meer benaderen", Permission.OptedOut)]
    [InlineData("Niet langer mailen", Permission.OptedOut)]
    [InlineData("Don't call any more", Permission.OptedOut)]
    [InlineData("nicht mehr anschreiben", Permission.OptedOut)]
    [InlineData("Niet benaderd", Permission.Unsaid)]
    [InlineData("Nog niet gebeld", Permission.Unsaid)]
    [InlineData("not contacted", Permission.Unsaid)]
    [InlineData("Verhuisd", Permission.Unproven)]
    [InlineData("Oud-lid", Permission.Unproven)]
    [InlineData("On hold", Permission.Unproven)]
    [InlineData("Geen interesse", Permission.Unproven)]
    public void A_status_says_no_when_it_is_not_to_be_done_not_when_it_has_not_been_done(string status, Permission said) => Assert.Equal(said, PermissionWords.InAnyStatus(status));

    [Theory]
    [InlineData("Ja, maar geen sms", Ways.Sms)]
    [InlineData("niet mailen", Ways.Email)]
    [InlineData("Geen post en geen e-mail", Ways.Post | Ways.Email)]
    [InlineData("niet bellen", Ways.Call | Ways.Sms)]
    [InlineData("Afgemeld per mail", Ways.All)]
    [InlineData("opt-out", Ways.All)]
    public void A_stop_in_a_cell_is_about_the_way_that_it_names(string cell, Ways ways) => Assert.Equal(ways, OptOutPhrases.WaysOf(cell));

    [Theory]
    [InlineData("nee")]
    [InlineData("niet")]
    [InlineData("niet meer")]
    [InlineData("geen interesse")]
    [InlineData("Nee, volgend jaar pas")]
    [InlineData("verwijderen")]
    [InlineData("weg")]
    public void A_note_of_which_all_may_be_a_no_holds_that_person_also_when_the_list_is_read_again(string cell)
    {
        using var list = ListText.Open($"mobiel;Opmerking\n0612345678;{cell}\n");
        using var copy = CleanCopy.Of(list);
        var row = Row("Opmerking", cell);

        Assert.Equal((Permission.Unproven, "…"), (row.Candidate!.Permissions.Sms, Assert.Single(row.Problems).Value));
        Assert.Equal(Permission.Unproven, Assert.Single(ListText.Rows(copy.ToArray())).Candidate!.Permissions.Sms);
    }

    [Theory]
    [InlineData("Actie", "verwijderen", Permission.Unproven)]
    [InlineData("Lidmaatschap", "opgezegd", Permission.Unproven)]
    [InlineData("Straattype", "weg", Permission.Unsaid)]
    [InlineData("Overlast", "nee", Permission.Unsaid)]
    [InlineData("Afspraak", "verzet", Permission.Unsaid)]
    public void An_order_alone_in_a_column_that_is_not_read_holds_that_person(string header, string cell, Permission said) => Assert.Equal(said, Said(header, cell).Sms);

    [Theory]
    [InlineData("alleen per post", Permission.Refused, Permission.Refused, Permission.Unsaid)]
    [InlineData("uitsluitend telefonisch", Permission.Refused, Permission.Refused, Permission.Unsaid)]
    [InlineData("niet meer benaderen", Permission.Refused, Permission.Refused, Permission.Refused)]
    public void Whoever_wants_one_way_alone_keeps_that_way(string cell, Permission sms, Permission email, Permission post)
    {
        var said = Said("Opmerking", cell);
        Assert.Equal((sms, email, post), (said.Sms, said.Email, said.Post));
    }

    private static Permissions Said(string header, string cell) => Row(header, cell).Candidate!.Permissions;

    private static ListRow Row(string header, string cell) => Assert.Single(ListText.Rows($"mobiel;{header}\n0612345678;{cell}\n"));
}
