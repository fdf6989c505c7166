using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A no as people say it, stressed, in part, or in another language: it counts, or holds that person until somebody has looked.</summary>
public sealed class PlainSpokenNoTests
{
    [Theory]
    [InlineData("verwijderd worden")]
    [InlineData("kan weg")]
    [InlineData("mag weg")]
    [InlineData("haal van lijst")]
    [InlineData("uit bestand")]
    [InlineData("niet benaderbaar")]
    [InlineData("bezwaar")]
    [InlineData("wil er niets mee te maken hebben")]
    [InlineData("definitief nee")]
    [InlineData("geen belletjes")]
    [InlineData("geen mailtje")]
    [InlineData("sms mag niet")]
    [InlineData("mail only")]
    [InlineData("afgemelt")]
    [InlineData("uitgescheven")]
    [InlineData("geeen sms")]
    [InlineData("niet malien")]
    public void A_no_in_few_words_or_with_a_letter_wrong_holds_whoever_it_is_about(string note) =>
        Assert.Equal(Permission.Unproven, Assert.Single(ListText.Rows($"naam;mobiel;Opmerking\nAn Proef;0612345678;{note}\n")).Candidate!.Permissions.Sms);

    [Theory]
    [InlineData("een sms gestuurd")]
    [InlineData("fiets kan weg")]
    [InlineData("geen mailtje gehad")]
    [InlineData("aangemeld")]
    [InlineData("niet malen")]
    [InlineData("heeft bezwaar tegen kap")]
    public void What_only_looks_like_one_holds_nobody(string note) =>
        Assert.Equal(default, Assert.Single(ListText.Rows($"naam;mobiel;Opmerking\nAn Proef;0612345678;{note}\n")).Candidate!.Permissions);

    [Theory]
    [InlineData("Sla over", "x")]
    [InlineData("Stopdatum", "1-2-2026")]
    [InlineData("Stoplijst", "x")]
    [InlineData("Afhaker", "x")]
    [InlineData("Remove", "x")]
    [InlineData("❌", "x")]
    [InlineData("Vervallen", "x")]
    [InlineData("Wijlen", "x")]
    [InlineData("Belangstelling", "nee")]
    [InlineData("Intresse", "nee")]
    [InlineData("Gegevens gebruiken", "nee")]
    [InlineData("Stay in touch", "no")]
    [InlineData("Afgmeld", "x")]
    [InlineData("Uitgescheven", "x")]
    [InlineData("Unsuscribed", "x")]
    public void A_header_that_may_mean_a_no_is_asked_about(string header, string cell)
    {
        using var list = ListText.Open($"naam;mobiel;{header}\nAn Proef;0612345678;{cell}\n");

        Assert.Equal(header, Assert.Single(list.Questions).Column);
    }

    [Theory]
    [InlineData("géén sms")]
    [InlineData("géén contact")]
    [InlineData("wil níet gebeld worden")]
    [InlineData("Níét benaderen")]
    [InlineData("ge\u0301e\u0301n sms")]
    [InlineData("álleen per post")]
    [InlineData("nóóit bellen")]
    [InlineData("nicht kontaktìeren")]
    public void A_no_that_is_stressed_with_accents_is_one(string cell)
    {
        foreach (var header in new[] { "Opmerkingen", "Tags", "naam" })
            Assert.Equal(Permission.Refused, Said(header, cell));
    }

    [Theory]
    [InlineData("zegt néé")]
    [InlineData("SMS: néé")]
    [InlineData("Né́é, bedankt")]
    [InlineData("nee\u0301")]
    [InlineData("níet meer")]
    [InlineData("wil éraf")]
    public void What_may_be_a_no_holds_that_person_with_accents_too(string note) => Assert.Equal(Permission.Unproven, Said("Opmerkingen", note));

    [Theory]
    [InlineData("Níet benaderen")]
    [InlineData("Áfmeldingen")]
    [InlineData("Néé:")]
    public void A_title_of_no_is_one_with_accents(string title)
    {
        using var list = ListText.Open($"Naam;Mobiel\nAn;0612345601\n{title};\nBo;0612345602\n");
        Assert.Equal(ProblemCodes.PeopleWhoSaidNo, list.Refusal?.Code);
    }

    [Theory]
    [InlineData("AVG: niet akkoord")]
    [InlineData("AVG nee")]
    [InlineData("toestemming: geen")]
    [InlineData("geen akkoord gegeven")]
    [InlineData("GDPR: not agreed")]
    [InlineData("DSGVO nein")]
    [InlineData("toestemming niet gegeven")]
    [InlineData("gaat niet akkoord")]
    [InlineData("Einwilligung nicht erteilt")]
    [InlineData("nicht einverstanden")]
    [InlineData("consent: not given")]
    public void A_note_that_consent_is_not_there_counts(string note) => Assert.True(Said("Opmerkingen", note) >= Permission.Unproven);

    [Theory]
    [InlineData("alleen mailen")]
    [InlineData("alleen appen, niet via de mail")]
    [InlineData("alleen per brief benaderen")]
    [InlineData("alleen via dochter")]
    [InlineData("alleen via zijn begeleider")]
    [InlineData("alleen brief of telefoon")]
    [InlineData("wil alleen gebeld worden")]
    [InlineData("alleen bereikbaar per mail")]
    [InlineData("only by e-mail please")]
    [InlineData("nur per Mail")]
    [InlineData("uitsluitend via WhatsApp")]
    public void Whoever_wants_one_way_only_is_not_written_to_in_the_others(string note) => Assert.True(Said("Opmerkingen", note) >= Permission.Unproven);

    [Theory]
    [InlineData("a.u.b. geen mails meer")]
    [InlineData("geen post")]
    [InlineData("geen post meer sturen")]
    [InlineData("geen brieven svp")]
    [InlineData("wil geen mail")]
    [InlineData("möchte keine Post")]
    [InlineData("no more mails")]
    [InlineData("mailadres verwijderen op verzoek")]
    [InlineData("Heeft aangegeven geen prijs te stellen op contact")]
    [InlineData("pls stop")]
    [InlineData("stop aub")]
    [InlineData("take her off")]
    [InlineData("is vorig jaar heengegaan")]
    [InlineData("ne plus contacter")]
    [InlineData("Ne pas appeler SVP")]
    [InlineData("ne souhaite pas être contactée")]
    [InlineData("ne veut plus recevoir de messages")]
    [InlineData("pas de sms svp")]
    [InlineData("plus de courrier")]
    [InlineData("désinscrit")]
    [InlineData("désabonnée")]
    [InlineData("décédée")]
    public void A_plain_no_is_one(string note) => Assert.Equal(Permission.Refused, Said("Opmerkingen", note));

    [Theory]
    [InlineData("geen-mail")]
    [InlineData("buurt, no-mail")]
    [InlineData("geen_post")]
    public void A_tag_says_what_somebody_wants(string tag) => Assert.Equal(Permission.Refused, Said("Tags", tag));

    [Theory]
    [InlineData("geen mail")]
    [InlineData("pas d'e-mail")]
    [InlineData("hat sich beschwert")]
    [InlineData("hoeft niet")]
    [InlineData("laat maar")]
    [InlineData("laat maar zitten")]
    [InlineData("niet doen!")]
    [InlineData("stopt ermee")]
    [InlineData("geen nieuws meer, dank u")]
    [InlineData("sms uitgezet")]
    [InlineData("vraagt om van de lijst te mogen")]
    [InlineData("zegt: doe maar niet")]
    [InlineData("sms nee mail ja")]
    [InlineData("bellen mag, sms liever niet")]
    [InlineData("liever niet meer hoor")]
    [InlineData("niet voor mij")]
    [InlineData("Wil voorlopig even niks")]
    [InlineData("ff niet")]
    [InlineData("nu even niet")]
    [InlineData("not for me, thanks")]
    [InlineData("bitte nicht")]
    [InlineData("liever geen gedoe meer")]
    [InlineData("heeft er geen zin in")]
    [InlineData("wil van ons af")]
    [InlineData("s.v.p. overslaan")]
    [InlineData("liefst met rust")]
    [InlineData("houdt ermee op")]
    [InlineData("wil van jullie af")]
    public void A_short_note_that_is_nothing_but_a_no_holds_that_person(string note) => Assert.Equal(Permission.Unproven, Said("Opmerkingen", note));

    [Theory]
    [InlineData("niets")]
    [InlineData("niks bijzonders")]
    [InlineData("geen")]
    [InlineData("geen bijzonderheden")]
    [InlineData("nog niet")]
    [InlineData("niet thuis")]
    [InlineData("weet het niet")]
    [InlineData("spreekt niet goed Nederlands")]
    [InlineData("kan niet op dinsdag")]
    [InlineData("heeft alleen mail")]
    [InlineData("alleen bellen op maandag")]
    [InlineData("alleenstaand")]
    [InlineData("toestemming niet nodig")]
    [InlineData("niet akkoord met het bouwplan")]
    [InlineData("geen post ontvangen")]
    [InlineData("mail niet aangekomen")]
    [InlineData("please stop by")]
    [InlineData("son mari est décédé")]
    [InlineData("café om de hoek, één trap op")]
    [InlineData("staat op de mailinglijst")]
    [InlineData("wil op de lijst blijven")]
    [InlineData("graag een stoel vooraan")]
    [InlineData("pas de problème")]
    [InlineData("akkoord, geen probleem")]
    [InlineData("AVG akkoord, geen allergieën")]
    [InlineData("alleen via de achterdeur")]
    [InlineData("alleen via de trap")]
    [InlineData("doet het niet")]
    [InlineData("bel doet het niet")]
    [InlineData("is er niet")]
    [InlineData("niet nodig")]
    [InlineData("alleen bellen zaterdag")]
    public void An_ordinary_note_says_nothing(string note) => Assert.Equal(Permission.Unsaid, Said("Opmerkingen", note));

    [Theory]
    [InlineData("Heeft u opmerkingen?", "Nee hoor")]
    [InlineData("Any remarks?", "not really")]
    [InlineData("Zijn er opmerkingen?", "niet echt")]
    public void No_to_the_question_whether_there_are_remarks_is_none_to_contact(string question, string answer) => Assert.Equal(Permission.Unsaid, Said(question, answer));

    [Fact]
    public void A_surname_that_is_a_word_of_no_holds_that_person_with_a_warning()
    {
        var row = Assert.Single(ListText.Rows("Voornaam;Achternaam;Mobiel\nAn;Stop;0612345601\n"));
        Assert.Equal((Permission.Unproven, "Stop"), (row.Candidate!.Permissions.Sms, Assert.Single(row.Problems).Value));
    }

    private static Permission Said(string header, string cell) => Assert.Single(ListText.Rows($"mobiel;{header}\n0612345678;\"{cell}\"\n")).Candidate!.Permissions.Sms;
}
