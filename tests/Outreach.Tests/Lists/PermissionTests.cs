using Outreach.Languages;
using Outreach.Lists;
using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A no in a list is a no, in whatever words the program wrote it that the list came from.</summary>
public sealed class PermissionTests
{
    [Theory]
    [InlineData("Do Not SMS", Ways.Sms)]
    [InlineData("DoNotSMS", Ways.Sms)]
    [InlineData("Geen sms", Ways.Sms)]
    [InlineData("Keine SMS", Ways.Sms)]
    [InlineData("SMS opt-out", Ways.Sms)]
    [InlineData("Do Not Email", Ways.Email)]
    [InlineData("Do not allow Bulk Emails", Ways.Email)]
    [InlineData("HasOptedOutOfEmail", Ways.Email)]
    [InlineData("Email Opt Out", Ways.Email)]
    [InlineData("niet mailen", Ways.Email)]
    [InlineData("Keine E-Mail", Ways.Email)]
    [InlineData("Unsubscribed from email", Ways.Email)]
    [InlineData("Afgemeld voor nieuwsbrief", Ways.Email)]
    [InlineData("niet bellen", Ways.Call | Ways.Sms)]
    [InlineData("DoNotCall", Ways.Call | Ways.Sms)]
    [InlineData("Geen post", Ways.Post)]
    [InlineData("Afgemeld", Ways.All)]
    [InlineData("Uitgeschreven op", Ways.All)]
    [InlineData("Opt-out", Ways.All)]
    [InlineData("Opted out", Ways.All)]
    [InlineData("unsubscribed", Ways.All)]
    [InlineData("Unsub date", Ways.All)]
    [InlineData("Niet benaderen", Ways.All)]
    [InlineData("Niet meer benaderen!", Ways.All)]
    [InlineData("Do not contact", Ways.All)]
    [InlineData("Bitte nicht kontaktieren", Ways.All)]
    [InlineData("Abgemeldet", Ways.All)]
    [InlineData("Widerspruch", Ways.All)]
    [InlineData("Geen toestemming", Ways.All)]
    [InlineData("Keine Einwilligung", Ways.All)]
    [InlineData("Toestemming ingetrokken", Ways.All)]
    [InlineData("Heeft bezwaar gemaakt", Ways.All)]
    [InlineData("Geblokkeerd", Ways.All)]
    [InlineData("Blokkeren", Ways.All)]
    [InlineData("Werbesperre", Ways.All)]
    [InlineData("Opzegdatum", Ways.All)]
    [InlineData("DND", Ways.All)]
    [InlineData("Overleden op", Ways.All)]
    public void A_header_that_says_no_is_read(string header, Ways ways) => Assert.Equal(new(PermissionKind.OptOut, ways), PermissionHeaders.Of(header));

    [Theory]
    [InlineData("Toestemming", Ways.All)]
    [InlineData("AVG-akkoord", Ways.All)]
    [InlineData("Toestemming voor benaderen", Ways.All)]
    [InlineData("Geeft toestemming voor contact (ja/nee)", Ways.All)]
    [InlineData("Toestemming sms", Ways.Sms)]
    [InlineData("Toestemming voor het ontvangen van sms-berichten", Ways.Sms)]
    [InlineData("Toestemming e-mail", Ways.Email)]
    [InlineData("Accepts Email Marketing", Ways.Email)]
    [InlineData("Email consent", Ways.Email)]
    [InlineData("Einwilligung E-Mail", Ways.Email)]
    [InlineData("GDPR consent", Ways.All)]
    [InlineData("Mag benaderd worden", Ways.All)]
    [InlineData("Mag ik mailen?", Ways.Email)]
    public void Consent_is_found_inside_a_longer_header(string header, Ways ways) => Assert.Equal(new(PermissionKind.Consent, ways), PermissionHeaders.Of(header));

    [Theory]
    [InlineData("Nieuwsbrief")]
    [InlineData("Abonnement")]
    [InlineData("Geen bezwaar")]
    [InlineData("Not opted out")]
    [InlineData("Toestemming foto's")]
    [InlineData("Datum toestemming")]
    [InlineData("Marketing")]
    [InlineData("Privacyverklaring")]
    public void What_may_hold_a_no_and_is_not_clear_is_asked(string header) => Assert.Equal(PermissionKind.Asked, PermissionHeaders.Of(header)?.Kind);

    [Theory]
    [InlineData("Klantnummer")]
    [InlineData("Contact no")]
    [InlineData("Customer No.")]
    [InlineData("Wijk")]
    [InlineData("HasOptedOutOfFax")]
    [InlineData("Avondeten")]
    [InlineData("Lid sinds")]
    [InlineData("Bijnaam")]
    [InlineData("Beroep")]
    [InlineData("Functie")]
    [InlineData("Geslacht")]
    [InlineData("Land")]
    public void Other_columns_are_left_alone(string header) => Assert.Null(PermissionHeaders.Of(header));

    [Theory]
    [InlineData("ja", Permission.OptedOut)]
    [InlineData("Yes", Permission.OptedOut)]
    [InlineData("1", Permission.OptedOut)]
    [InlineData("x", Permission.OptedOut)]
    [InlineData("✓", Permission.OptedOut)]
    [InlineData("☑", Permission.OptedOut)]
    [InlineData("v", Permission.OptedOut)]
    [InlineData("WAAR", Permission.OptedOut)]
    [InlineData("12-03-2026", Permission.OptedOut)]
    [InlineData("wil geen post", Permission.OptedOut)]
    [InlineData("Do Not Allow", Permission.OptedOut)]
    [InlineData("onbekend", Permission.OptedOut)]
    [InlineData("", Permission.Unsaid)]
    [InlineData("nee", Permission.Unsaid)]
    [InlineData("FALSE", Permission.Unsaid)]
    [InlineData("0", Permission.Unsaid)]
    [InlineData("-", Permission.Unsaid)]
    [InlineData("Allow", Permission.Unsaid)]
    public void In_a_column_of_opt_outs_all_but_a_plain_no_is_one(string cell, Permission permission) =>
        Assert.Equal(permission, Said("niet benaderen", cell).Sms);

    [Theory]
    [InlineData("✓", Permission.Given)]
    [InlineData("v", Permission.Given)]
    [InlineData("☑", Permission.Given)]
    [InlineData("Ja", Permission.Given)]
    [InlineData("erteilt", Permission.Given)]
    [InlineData("Ja, mondeling", Permission.Unproven)]
    [InlineData("12-03-2026", Permission.Unproven)]
    [InlineData("nee", Permission.Refused)]
    [InlineData("Nein", Permission.Refused)]
    [InlineData("☐", Permission.Refused)]
    [InlineData("✗", Permission.Refused)]
    [InlineData("ingetrokken", Permission.Refused)]
    [InlineData("Afgemeld", Permission.OptedOut)]
    public void In_a_column_of_consent_all_but_a_plain_yes_is_none(string cell, Permission permission) =>
        Assert.Equal(permission, Said("toestemming", cell).Sms);

    [Theory]
    [InlineData("Status", "Actief", Permission.Unsaid)]
    [InlineData("Status", "wachtlijst", Permission.Unsaid)]
    [InlineData("Status", "Afgemeld", Permission.OptedOut)]
    [InlineData("Status", "uitgeschreven per 1-1", Permission.OptedOut)]
    [InlineData("Status", "overleden", Permission.OptedOut)]
    [InlineData("E-mailstatus", "Unsubscribed", Permission.OptedOut)]
    [InlineData("Email Marketing Status", "Subscribed", Permission.Unsaid)]
    [InlineData("Email Marketing Status", "Cleaned", Permission.OptedOut)]
    [InlineData("Email Marketing Status", "zwevend", Permission.Unproven)]
    [InlineData("Kontaktstatus", "abgemeldet", Permission.OptedOut)]
    public void A_status_that_says_no_is_a_no(string header, string cell, Permission permission) => Assert.Equal(permission, Said(header, cell).Email);

    [Theory]
    [InlineData("Ja, mondeling")]
    [InlineData("12-03-2026")]
    public void An_unknown_value_in_a_column_of_consent_is_said_with_its_value(string cell)
    {
        var problem = Assert.Single(Row("toestemming", cell).Problems);
        Assert.Equal((ProblemCodes.ConsentUnknown, "toestemming", cell, false), (problem.Code, problem.Column, problem.Value, problem.Rejected));
    }

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

    [Fact]
    public void Of_two_columns_the_no_counts() => Assert.Equal(Permission.OptedOut, Said("toestemming;Do Not SMS", "ja;yes").Sms);

    [Fact]
    public void Consent_is_kept_by_channel()
    {
        var said = Said("Toestemming sms;Toestemming e-mail", "nee;ja");
        Assert.Equal((Permission.Refused, Permission.Given), (said.Sms, said.Email));
    }

    [Fact]
    public void A_column_that_is_not_understood_is_a_question_until_somebody_says_what_it_means()
    {
        const string Text = "mobiel;Nieuwsbrief\n0612345678;nee\n";
        using var asked = ListText.Open(Text);
        Assert.Equal("Nieuwsbrief", Assert.Single(asked.Questions).Column);

        var rules = ListRules.Dutch with { Answers = new Dictionary<string, ColumnMeaning> { ["Nieuwsbrief"] = ColumnMeaning.Consent } };
        using var answered = ListText.Open(System.Text.Encoding.UTF8.GetBytes(Text), rules);
        Assert.Empty(answered.Questions);
        Assert.Equal(Permission.Refused, Assert.Single(answered.Rows()).Candidate!.Permissions.Email);
    }

    [Fact]
    public void An_sms_column_beside_a_mobile_one_is_asked_and_no_second_number()
    {
        using var list = ListText.Open("mobiel;SMS\n0612345678;nee\n");
        Assert.Null(list.Refusal);
        Assert.Equal("SMS", Assert.Single(list.Questions).Column);
    }

    private static Permissions Said(string header, string cell) => Row(header, cell).Candidate!.Permissions;

    private static ListRow Row(string header, string cell) => Assert.Single(ListText.Rows($"mobiel;{header}\n0612345678;{cell}\n"));

    [Theory]
    [InlineData("Actief")]
    [InlineData("Active?")]
    [InlineData("Niet actief")]
    [InlineData("Verhuisd")]
    [InlineData("Hard bounce")]
    [InlineData("Mailbaar")]
    [InlineData("Uitnodigen")]
    [InlineData("Interesse")]
    public void A_header_that_may_hold_a_no_in_words_of_its_own_is_asked_about(string header) => Assert.Equal(PermissionKind.Asked, PermissionHeaders.Of(header)?.Kind);

    [Theory]
    [InlineData("Actief sinds")]
    [InlineData("Activiteit")]
    [InlineData("Woonblokken")]
    public void A_header_about_something_else_is_not(string header) => Assert.Null(PermissionHeaders.Of(header));

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
    public void A_stop_in_a_cell_is_about_the_way_that_it_names(string cell, Ways ways) => Assert.Equal(ways, OptOutPhrases.WaysOf(Headers.Compact(cell)));
}
