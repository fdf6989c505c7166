using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A negation turns a header round only where it belongs to the word of contact or consent.</summary>
public sealed class NegatedHeaderTests
{
    [Theory]
    [InlineData("Nog niet gebeld")]
    [InlineData("Nog niet gemaild")]
    [InlineData("Nog niet betaald")]
    [InlineData("Niet in app")]
    [InlineData("Niet in de buurtapp")]
    [InlineData("Zonder mail")]
    [InlineData("Niet bereikt")]
    [InlineData("Niet bereikbaar")]
    [InlineData("Not reached")]
    public void What_was_not_done_yet_and_what_people_have_not_got_is_no_refusal(string header)
    {
        using var list = ListText.Open($"naam;mobiel;e-mail;{header}\nAn Proef;0612345678;an@voorbeeld.nl;x\n");

        Assert.Empty(list.Questions);
        Assert.Equal(default, Assert.Single(list.Rows()).Candidate!.Permissions);
    }

    [Theory]
    [InlineData("Overleden (man/vrouw)", nameof(PermissionKind.OptOut))]
    [InlineData("Afgemeld via link", nameof(PermissionKind.Asked))]
    [InlineData("Afmeldlink", nameof(PermissionKind.Doubtful))]
    public void Whose_death_and_what_was_done_before_is_told_from_what_is_about_others(string header, string kind) =>
        Assert.Equal(kind, PermissionHeaders.Of(header)?.Kind.ToString());

    [Fact]
    public void The_death_of_a_partner_says_nothing_unless_more_is_said() =>
        Assert.Equal((true, false), (PermissionHeaders.Of("Partner overleden") is null, PermissionHeaders.Of("Overleden partner / opgezegd") is null));

    [Theory]
    [InlineData("Geeft u toestemming voor berichten? Uw gegevens worden niet gedeeld.")]
    [InlineData("Toestemming (nee = niet benaderen)")]
    [InlineData("Akkoord (leeg = niet mailen)")]
    [InlineData("Akkoord (leeg = nee)")]
    [InlineData("Ik ga akkoord dat mijn gegevens niet langer dan 2 jaar worden bewaard")]
    [InlineData("Einwilligung (keine Weitergabe an Dritte)")]
    [InlineData("Consent (leave blank if not)")]
    [InlineData("Mailen mag, bellen niet")]
    [InlineData("Geen mail, wel sms")]
    [InlineData("Bereikbaar (niet tussen 12 en 2)")]
    [InlineData("Mogen wij u mailen? Geen spam!")]
    [InlineData("Toestemming sms (geen reclame)")]
    [InlineData("May we text you? We will not share your number")]
    [InlineData("Nieuwsbrief (niet verplicht)")]
    [InlineData("Newsletter (kein Pflichtfeld)")]
    [InlineData("Wilt u een uitnodiging ontvangen? (niet verplicht)")]
    [InlineData("Wel/geen mail")]
    [InlineData("Wel of geen sms")]
    [InlineData("Wel of niet benaderen")]
    public void A_negation_of_something_else_is_asked(string header) => Assert.Equal(PermissionKind.Asked, PermissionHeaders.Of(header)?.Kind);

    [Theory]
    [InlineData("Toestemming (niet verplicht)")]
    [InlineData("Toestemming (optioneel)")]
    [InlineData("Einwilligung (freiwillig)")]
    [InlineData("Dürfen wir Sie kontaktieren? (nicht verpflichtend)")]
    [InlineData("Consent - not required")]
    public void That_an_answer_may_be_left_out_does_not_turn_a_question_round(string header)
    {
        Assert.Equal(PermissionKind.Consent, PermissionHeaders.Of(header)?.Kind);
        Assert.Equal([Permission.Refused, Permission.Given], ListText.Rows($"mobiel;{header}\n0612345678;nee\n0612345679;ja\n").Select(row => row.Candidate!.Permissions.Sms));
    }

    [Theory]
    [InlineData("donotbulkemail", Ways.Email)]
    [InlineData("Wil niet gemaild worden", Ways.Email)]
    [InlineData("Bewoner wil niet benaderd worden", Ways.All)]
    [InlineData("Niet bellen, mailen of appen", Ways.Sms | Ways.Email | Ways.Call)]
    [InlineData("Niet bellen tussen 12 en 2", Ways.Sms | Ways.Call)]
    [InlineData("Kein Kontakt gewünscht", Ways.All)]
    [InlineData("Consent not given", Ways.All)]
    [InlineData("Geen contact (verzoek)", Ways.All)]
    public void A_negation_of_contact_or_consent_stays_a_no(string header, Ways ways) => Assert.Equal(new(PermissionKind.OptOut, ways), PermissionHeaders.Of(header));

    [Theory]
    [InlineData("Weigering")]
    [InlineData("Weigeringsdatum")]
    [InlineData("Heeft nee gezegd")]
    [InlineData("Zei nee")]
    [InlineData("Said no")]
    [InlineData("Afmeldcode")]
    [InlineData("Sans accord")]
    [InlineData("Van de lijst")]
    [InlineData("Oud-lid")]
    [InlineData("Gestorven")]
    [InlineData("Sterfdatum")]
    [InlineData("Afgevoerd")]
    [InlineData("Uitgetreden")]
    [InlineData("Toest.")]
    [InlineData("Akk.")]
    [InlineData("Widerruf am")]
    [InlineData("Robinsonliste")]
    [InlineData("Ablehnung")]
    [InlineData("Austritt")]
    [InlineData("Gekündigt")]
    [InlineData("Gelöscht")]
    [InlineData("Todesdatum")]
    [InlineData("Declined")]
    [InlineData("Refusal")]
    [InlineData("Removed")]
    [InlineData("Withdrawal date")]
    [InlineData("Passed away")]
    [InlineData("Leave alone")]
    [InlineData("Inactive since")]
    [InlineData("Refus")]
    [InlineData("Opposé")]
    [InlineData("Décédé")]
    [InlineData("Supprimer")]
    [InlineData("RGPD")]
    public void Whoever_refused_left_or_died_is_asked(string header) => Assert.Equal(PermissionKind.Asked, PermissionHeaders.Of(header)?.Kind);

    [Theory]
    [InlineData("Ja/nee", "ja")]
    [InlineData("Doet mee", "nee")]
    [InlineData("Verteiler", "nein")]
    [InlineData("Archived", "TRUE")]
    [InlineData("Reactie", "nee")]
    [InlineData("Afmeldlink", "ja")]
    [InlineData("Avg", "ja")]
    public void A_header_that_says_too_little_is_asked_where_its_cells_are_answers(string header, string cell)
    {
        using var list = ListText.Open($"mobiel;{header}\n0612345678;{cell}\n");
        Assert.Equal(header, Assert.Single(list.Questions).Column);
    }

    [Theory]
    [InlineData("Afmeldlink", "https://voorbeeld.nl/uitschrijven?id=1")]
    [InlineData("Unsubscribe link", "www.voorbeeld.nl/unsubscribe")]
    [InlineData("Opzegtermijn", "1 maand")]
    [InlineData("Kündigungsfrist", "3 Monate")]
    [InlineData("Partner overleden", "ja")]
    [InlineData("Overlijdensdatum man", "01-02-2020")]
    [InlineData("May", "12")]
    [InlineData("Avg", "7,5")]
    [InlineData("Nee-sticker", "ja")]
    [InlineData("Verteiler", "Vorstand")]
    [InlineData("Goudlid sinds", "2019")]
    public void A_header_that_only_sounds_like_it_does_nothing(string header, string cell)
    {
        using var list = ListText.Open($"mobiel;{header}\n0612345678;{cell}\n");
        var row = Assert.Single(list.Rows());
        Assert.Empty(list.Questions);
        Assert.Equal((default, 0), (row.Candidate!.Permissions, row.Problems.Count));
    }

    [Theory]
    [InlineData("Email Bounced Reason")]
    [InlineData("Do Not Trade")]
    [InlineData("Austritt")]
    public void A_column_in_which_nothing_stands_asks_nothing(string header)
    {
        using var empty = ListText.Open($"mobiel;{header}\n0612345678;\n0612345679; \n");
        using var late = ListText.Open($"mobiel;{header}\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"06{20_000_000 + i};\n")) + "0612345678;ja\n");

        Assert.Empty(empty.Questions);
        Assert.Equal(2, empty.Rows().Count());
        Assert.Equal(header, Assert.Single(late.Questions).Column);
    }
}
