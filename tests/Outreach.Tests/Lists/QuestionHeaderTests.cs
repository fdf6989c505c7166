using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Questions whether somebody wants to hear or to come again, and columns of ways to be reached, are asked about when their cells are answers.</summary>
public sealed class QuestionHeaderTests
{
    [Theory]
    [InlineData("Pouvons-nous vous contacter ?", "oui", "non merci")]
    [InlineData("Souhaitez-vous recevoir nos invitations ?", "oui", "non")]
    [InlineData("Souhaitez-vous rester informé(e) ?", "oui", "non")]
    [InlineData("Voulez-vous être informé de nos activités ?", "oui", "non")]
    [InlineData("Souhaitez-vous être invité à nouveau ?", "oui", "non")]
    [InlineData("Möchten Sie informiert werden?", "ja", "nein")]
    [InlineData("Möchten Sie wieder eingeladen werden?", "ja", "nein")]
    [InlineData("Wollen Sie zum nächsten Treffen kommen?", "ja", "nein")]
    [InlineData("Would you like to hear about future events?", "Yes", "No thanks")]
    [InlineData("Would you like to attend other events?", "Yes", "No")]
    [InlineData("Would you come to future events?", "Yes", "No")]
    [InlineData("Hear from us again?", "Yes", "No")]
    [InlineData("Future events?", "Yes", "No")]
    [InlineData("Volgende keer weer?", "ja", "nee")]
    [InlineData("Volgend jaar weer?", "ja", "nee")]
    public void Whether_somebody_wants_to_hear_or_come_again_is_asked_about(string header, string yes, string no) => Assert.Equal([header], Asked(header, yes, no));

    [Theory]
    [InlineData("Voorkeur communicatie", "E-mail", "Per post graag")]
    [InlineData("Voorkeur communicatie", "E-mail", "Geen contact gewenst")]
    [InlineData("Mail/app/post", "app", "niets")]
    [InlineData("manier", "app", "niets sturen")]
    [InlineData("Brief of mail", "brief", "geen van beide")]
    [InlineData("Communicatie", "e-mail", "geen")]
    [InlineData("Communicatie", "post", "niet meer")]
    [InlineData("Zo graag", "app", "geen")]
    [InlineData("Kanal", "Mail", "keine")]
    public void A_column_of_ways_in_which_some_choose_paper_or_none_is_asked_about(string header, string one, string other) => Assert.Equal([header], Asked(header, one, other));

    [Theory]
    [InlineData("Bulk e-mail", "Toestaan", "Niet toestaan")]
    [InlineData("Bulk email", "Allow", "Do Not Allow")]
    [InlineData("Email on hold", "0", "2")]
    [InlineData("Date de radiation", "", "2024-01-03")]
    public void A_state_of_a_program_is_asked_about(string header, string one, string other) => Assert.Equal([header], Asked(header, one, other));

    [Theory]
    [InlineData("Komt u met de auto?", "ja", "nee")]
    [InlineData("Kent u onze activiteiten?", "ja", "nee")]
    [InlineData("Heeft u volgend jaar vervoer nodig?", "ja", "nee")]
    [InlineData("Woont u weer alleen?", "ja", "nee")]
    [InlineData("Eerder geweest?", "ja", "nee")]
    [InlineData("Betaald", "ja", "nee")]
    [InlineData("Was last year's event good?", "Yes", "No")]
    [InlineData("Vegetarisch", "oui", "non")]
    [InlineData("Haben Sie ein Auto?", "ja", "nein")]
    [InlineData("Avez-vous une voiture ?", "oui", "non")]
    [InlineData("Bron", "mail", "flyer")]
    [InlineData("Hoe gehoord", "post", "deur")]
    [InlineData("Huisdier", "kat", "geen")]
    [InlineData("Betaalwijze", "contant", "bank")]
    [InlineData("Eten", "vlees", "geen")]
    [InlineData("Sleutel", "post", "lade")]
    [InlineData("Mail/app", "app", "mail")]
    public void Other_questions_and_other_words_are_not(string header, string one, string other) => Assert.Empty(Asked(header, one, other));

    [Theory]
    [InlineData("Bloqué", "oui", "non")]
    [InlineData("Bloctel", "oui", "non")]
    public void A_block_in_French_is_one(string header, string yes, string no)
    {
        var rows = ListText.Rows($"mobiel;{header}\n0612345678;{yes}\n0612345679;{no}\n");

        Assert.Equal([Permission.OptedOut, Permission.Unsaid], rows.Select(row => row.Candidate!.Permissions.Sms));
    }

    [Fact]
    public void A_column_of_ways_that_an_organiser_passed_over_is_not_asked_about_again()
    {
        const string Text = "mobiel;Zo graag\n0612345678;app\n0612345679;geen\n";
        using var list = ListText.Open(System.Text.Encoding.UTF8.GetBytes(Text), Outreach.Lists.ListRules.Dutch with { Answers = new Dictionary<string, ColumnMeaning> { ["Zo graag"] = ColumnMeaning.Ignore } });

        Assert.Empty(list.Questions);
    }

    [Theory]
    [InlineData("Möchten Sie eingeladen werden?", "Ja", "Nein")]
    [InlineData("Eingeladen werden?", "Ja", "Nein")]
    [InlineData("Möchten Sie angeschrieben werden?", "Ja", "Nein")]
    [InlineData("Möchten Sie angerufen werden?", "Ja", "Nein")]
    [InlineData("Op de lijst", "ja", "nee")]
    [InlineData("Op lijst?", "ja", "nee")]
    [InlineData("Verzendlijst", "ja", "nee")]
    [InlineData("Aanmelden", "ja", "nee")]
    [InlineData("Informieren", "Ja", "Nein")]
    [InlineData("Can we reach out?", "Yes", "No")]
    [InlineData("Reach out?", "Yes", "No")]
    [InlineData("Benachrichtigungen", "ein", "aus")]
    [InlineData("Animo", "geen", "ja")]
    [InlineData("Stoplicht", "groen", "rood")]
    [InlineData("Kleur", "green", "red")]
    [InlineData("Kleurcode", "groen", "rood")]
    public void Whether_somebody_may_be_reached_is_asked_in_other_words_and_in_colours(string header, string one, string other) => Assert.Equal([header], Asked(header, one, other));

    [Theory]
    [InlineData("Eingeladen", "Ja", "Nein")]
    [InlineData("Kleur", "groen", "blauw")]
    [InlineData("Mail gestuurd", "ja", "nee")]
    [InlineData("Uitnodiging bezorgd", "ja", "nee")]
    [InlineData("Brief gehad", "ja", "nee")]
    [InlineData("Teruggebeld", "ja", "nee")]
    [InlineData("Telefonisch gesproken", "ja", "nee")]
    [InlineData("Contact gehad", "ja", "nee")]
    [InlineData("E-mail bekend", "ja", "nee")]
    [InlineData("Heeft WhatsApp", "ja", "nee")]
    [InlineData("Heeft e-mail", "ja", "nee")]
    [InlineData("Factuur per mail", "ja", "nee")]
    [InlineData("Pakket ontvangen", "ja", "nee")]
    [InlineData("Sleutel ontvangen", "ja", "nee")]
    [InlineData("Eet mee", "ja", "nee")]
    [InlineData("Rijdt mee", "ja", "nee")]
    [InlineData("Wil rijden", "ja", "nee")]
    [InlineData("Wil helpen", "ja", "nee")]
    [InlineData("Digitaal vaardig", "ja", "nee")]
    [InlineData("Clubblad", "papier", "geen")]
    [InlineData("Belasting", "ja", "nee")]
    [InlineData("Belangenvereniging", "ja", "nee")]
    [InlineData("Compostbak", "ja", "nee")]
    [InlineData("Poster", "ja", "nee")]
    [InlineData("Appeltaart", "ja", "nee")]
    [InlineData("Stopcontact", "ja", "nee")]
    [InlineData("Textielcontainer", "ja", "nee")]
    [InlineData("Bereikbaarheid OV", "ja", "nee")]
    [InlineData("(Niet wijzigen) Contactpersoon", "ja", "nee")]
    [InlineData("(Do Not Modify) Row Checksum", "x", "y")]
    [InlineData("Private", "FALSE", "FALSE")]
    public void What_was_done_and_what_people_have_or_join_in_is_not_asked(string header, string one, string other)
    {
        Assert.Empty(Asked(header, one, other));
        Assert.All(ListText.Rows($"naam;mobiel;{header}\nAn Proef;0612345678;{one}\nBo Proef;0612345679;{other}\n"), row => Assert.Equal(default, row.Candidate!.Permissions));
    }

    [Fact]
    public void How_and_when_a_consent_was_given_is_no_other_consent()
    {
        var rows = ListText.Rows("naam;mobiel;Toestemming;Datum toestemming;Toestemming via;Toestemming door\nAn;0612345678;ja;1-2-2024;formulier;Els\nBo;0612345679;ja;1-2-2024;nee;Els\n");

        Assert.Equal([Permission.Given, Permission.Unproven], rows.Select(row => row.Candidate!.Permissions.Sms));
    }

    private static IEnumerable<string> Asked(string header, string one, string other) =>
        ListText.Check($"naam;mobiel;{header}\nAn Proef;0612345678;{one}\nBo Proef;0612345679;{other}\nCo Proef;0612345670;{one}\n").Questions.Select(question => question.Column);
}
