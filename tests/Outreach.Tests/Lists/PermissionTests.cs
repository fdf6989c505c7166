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
    [InlineData("Consent missing")]
    [InlineData("Toestemming ontbreekt")]
    [InlineData("Toestemming verlopen")]
    [InlineData("Consent expired")]
    [InlineData("Consent denied")]
    [InlineData("GDPR delete")]
    [InlineData("GDPR restricted")]
    [InlineData("GDPR erasure requested")]
    [InlineData("AVG verwijderen")]
    [InlineData("AVG verwijderverzoek")]
    [InlineData("Disallow SMS")]
    [InlineData("Disallow email")]
    [InlineData("Unallowed")]
    [InlineData("Nonconsent")]
    [InlineData("Toestemming (0=ja, 1=nee)")]
    [InlineData("Toestemming nodig")]
    [InlineData("Toestemming gevraagd")]
    [InlineData("Consent required")]
    [InlineData("Consent requested")]
    [InlineData("No consent required")]
    [InlineData("Akkoord; afmelden kan altijd")]
    [InlineData("Akkoord met de huisregels")]
    [InlineData("May 2026")]
    public void Consent_beside_a_word_that_may_turn_it_round_is_asked(string header) => Assert.Equal(PermissionKind.Asked, PermissionHeaders.Of(header)?.Kind);

    [Theory]
    [InlineData("Toestemming gegeven")]
    [InlineData("Toestemming ontvangen")]
    [InlineData("Heeft u toestemming gegeven?")]
    [InlineData("Ik geef toestemming om mij te mailen")]
    [InlineData("Smsconsent")]
    [InlineData("EmailOptIn")]
    [InlineData("Opted in to SMS")]
    [InlineData("Marketing permissions")]
    [InlineData("Mogen wij u bellen, appen of mailen?")]
    [InlineData("Consent status")]
    public void Consent_beside_harmless_words_stays_consent(string header) => Assert.Equal(PermissionKind.Consent, PermissionHeaders.Of(header)?.Kind);

    [Theory]
    [InlineData("Non-consent")]
    [InlineData("Consent withdrawn")]
    [InlineData("Toestemming geweigerd")]
    [InlineData("Toestemming ingetrokken op")]
    [InlineData("No consent")]
    [InlineData("Ne pas contacter")]
    public void Consent_that_was_refused_or_taken_back_is_a_no(string header) => Assert.Equal(PermissionKind.OptOut, PermissionHeaders.Of(header)?.Kind);

    [Fact]
    public void A_whole_question_is_asked_whatever_its_words()
    {
        const string Header = "Geeft u toestemming aan de wijkraad om uw naam, telefoonnummer en e-mailadres te bewaren en u uit te nodigen voor bijeenkomsten in de buurt (dit kunt u altijd weer intrekken)?";
        Assert.Equal(Header, Assert.Single(ListText.Check($"mobiel;\"{Header}\"\n0612345678;Nee\n").Questions).Column);
    }

    [Theory]
    [InlineData("Toestemming ja;Toestemming nee")]
    [InlineData("Akkoord [Ja];Akkoord [Nee]")]
    [InlineData("Consent: yes;Consent: no")]
    [InlineData("Mag benaderd worden - ja;Mag benaderd worden - nee")]
    public void Of_two_columns_to_tick_the_one_that_is_ticked_is_the_answer(string headers)
    {
        Assert.Equal(Permission.Refused, Said(headers, ";x").Sms);
        Assert.Equal(Permission.Refused, Said(headers, ";nee").Sms);
        Assert.Equal(Permission.Refused, Said(headers, "FALSE;TRUE").Sms);
        Assert.Equal(Permission.Given, Said(headers, "x;").Sms);
        Assert.Equal(Permission.Given, Said(headers, "TRUE;FALSE").Sms);
        Assert.Equal(Permission.Unsaid, Said(headers, ";").Sms);
    }

    [Theory]
    [InlineData("Afgemeld: nee")]
    [InlineData("Nieuwsbrief nee")]
    [InlineData("Ja")]
    [InlineData("Nee")]
    public void An_answer_to_something_that_is_not_consent_is_asked(string header) => Assert.Equal(PermissionKind.Asked, PermissionHeaders.Of(header)?.Kind);

    [Theory]
    [InlineData("Not subscribed")]
    [InlineData("Niet geabonneerd")]
    [InlineData("Niet ontvangen")]
    [InlineData("Wil niet")]
    [InlineData("Niet meer")]
    [InlineData("Geen deelname")]
    [InlineData("Don't Market")]
    [InlineData("Don't Process")]
    public void A_negation_in_a_header_is_asked(string header) => Assert.Equal(PermissionKind.Asked, PermissionHeaders.Of(header)?.Kind);

    [Theory]
    [InlineData("ShouldForget")]
    [InlineData("Forget this Individual")]
    [InlineData("Right to be forgotten")]
    [InlineData("Deletion request")]
    [InlineData("Restrict processing")]
    [InlineData("Anonimiseren")]
    [InlineData("Exclude")]
    [InlineData("Overslaan")]
    [InlineData("Mute")]
    [InlineData("Marked as spam")]
    [InlineData("Complaint")]
    [InlineData("Contactverbod")]
    [InlineData("Kontakt verboten")]
    [InlineData("Overlijdensdatum")]
    [InlineData("Datum overlijden")]
    [InlineData("Date of death")]
    [InlineData("Sterbedatum")]
    [InlineData("Overl.")]
    [InlineData("Reden opschorting bijhouding")]
    [InlineData("Indicatie geheim")]
    [InlineData("Geheimhouding")]
    [InlineData("Datum vertrek")]
    [InlineData("Uitgeschr.")]
    [InlineData("Afm.")]
    [InlineData("Désinscrit")]
    [InlineData("Opposition")]
    [InlineData("CLEAN_TIME")]
    public void Death_and_the_wish_to_be_forgotten_are_asked(string header) => Assert.Equal(PermissionKind.Asked, PermissionHeaders.Of(header)?.Kind);

    [Theory]
    [InlineData("Klantnummer")]
    [InlineData("Contact no")]
    [InlineData("Customer No.")]
    [InlineData("Wijk")]
    [InlineData("HasOptedOutOfFax")]
    [InlineData("Avondeten")]
    [InlineData("Overlast")]
    [InlineData("No. leden")]
    [InlineData("No")]
    [InlineData("Stadspas")]
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

    [Theory]
    [InlineData("Contact via sms", "nee")]
    [InlineData("Per sms", "ja")]
    [InlineData("SMS J/N", "N")]
    [InlineData("Mail J/N", "J")]
    [InlineData("E-mail (ja/nee)", "nee")]
    [InlineData("Sms sturen", "x")]
    [InlineData("Berichten sturen?", "nee")]
    [InlineData("Contact opnemen", "nee")]
    [InlineData("OK to text", "no")]
    [InlineData("Can we contact you?", "No")]
    [InlineData("Send SMS", "FALSE")]
    [InlineData("Notify by email", "0")]
    [InlineData("Text alerts", "off")]
    [InlineData("Wil sms", "✗")]
    [InlineData("Wil uitnodiging", "nee")]
    [InlineData("Bereid tot contact", "nee")]
    [InlineData("Digitale post", "nee")]
    [InlineData("Houd mij op de hoogte", "nee")]
    [InlineData("E-Mail erwünscht", "nein")]
    [InlineData("Kontaktaufnahme gewünscht", "nein")]
    [InlineData("Communicatievoorkeur", "Geen")]
    [InlineData("Communication preferences", "None")]
    [InlineData("Contactwijze", "niet")]
    public void A_column_about_contact_that_holds_only_answers_is_asked(string header, string cell)
    {
        using var list = ListText.Open($"mobiel;{header}\n0612345678;{cell}\n0612345679;\n");
        Assert.Equal(header, Assert.Single(list.Questions).Column);
    }

    [Theory]
    [InlineData("WHATSAPP", "+31612345678", "+31612345679")]
    [InlineData("SMS", "31612345678", "31612345679")]
    [InlineData("Contactvoorkeur", "mail", "telefoon")]
    [InlineData("Contactmoment", "huisbezoek", "nee")]
    [InlineData("Laatste contact", "nooit", "geen")]
    [InlineData("Telefoon werk", "geen", "")]
    [InlineData("E-mail 2", "geen", "")]
    [InlineData("Apparaat", "iPhone", "")]
    public void A_column_about_contact_that_holds_something_else_is_not(string header, string one, string other)
    {
        using var list = ListText.Open($"mobiel;{header}\n0612345678;{one}\n0612345679;{other}\n");
        Assert.Empty(list.Questions);
    }

    [Fact]
    public void Numbers_of_Brevo_are_no_permissions()
    {
        using var list = ListText.Open("EMAIL,SMS,WHATSAPP\nan@voorbeeld.nl,31612345678,31612345678\nbo@voorbeeld.nl,31612345679,31612345679\n");
        Assert.Empty(list.Questions);
    }

    [Fact]
    public void A_plain_no_among_other_things_in_a_column_about_contact_holds_that_person_alone()
    {
        var rows = ListText.Rows("mobiel;Contactmoment\n0612345678;huisbezoek\n0612345679;nee\n");

        Assert.Equal([Permission.Unsaid, Permission.Unproven], rows.Select(row => row.Candidate!.Permissions.Sms));
        Assert.Equal(("Contactmoment", "nee"), Assert.Single(rows[1].Problems) is var problem ? (problem.Column, problem.Value) : default);
    }

    [Fact]
    public void What_an_organiser_says_of_a_column_of_answers_holds()
    {
        var text = "mobiel;Per sms\n0612345678;nee\n"u8.ToArray();
        using var consent = ListText.Open(text, With(ColumnMeaning.Consent));
        using var ignored = ListText.Open(text, With(ColumnMeaning.Ignore));

        Assert.Empty(consent.Questions);
        Assert.Equal(Permission.Refused, Assert.Single(consent.Rows()).Candidate!.Permissions.Sms);
        Assert.Empty(ignored.Questions);
        Assert.Equal(Permission.Unsaid, Assert.Single(ignored.Rows()).Candidate!.Permissions.Sms);

        static ListRules With(ColumnMeaning meaning) => ListRules.Dutch with { Answers = new Dictionary<string, ColumnMeaning> { ["Per sms"] = meaning } };
    }

    [Fact]
    public void Yes_and_no_are_two_columns_to_ask_about()
    {
        using var list = ListText.Open("no;mobiel;yes\n;0612345678;x\n");
        Assert.Equal(["no", "yes"], list.Questions.Select(question => question.Column));
    }

    [Fact]
    public void A_list_with_ordinary_columns_raises_no_question()
    {
        using var list = ListText.Open(
            "No;Naam;Mobiel;E-mail;Adres;Postcode;Plaats;Taal;Opmerkingen;Datum inschrijving;Geslacht;Geboortejaar;Telefoon werk;Klantnummer;Contactpersoon 2;Laatste contact;Lid sinds;Bron;Aantal kinderen;Wijk;Overlast;Postbus;Tags;Reden\n"
            + "1;Jan de Boer;0612345678;jan@voorbeeld.nl;Dorpsweg 1;1234 AB;Ons Dorp;nl;komt graag;01-02-2024;m;1960;0201234567;12;Piet;01-01-2026;2019;folder;2;Noord;geen;1;bestuur;\n"
            + "2;Bruno Appelman;0612345679;no.mail@voorbeeld.nl;Stopweg 2;1234 AB;Ons Dorp;nl;nog niet gebeld;01-02-2024;v;1970;;13;;nooit;2020;;;Zuid;nee;;;\n");

        Assert.Null(list.Refusal);
        Assert.Empty(list.Questions);
        Assert.All(list.Rows(), row => Assert.Equal((default, 0), (row.Candidate!.Permissions, row.Problems.Count)));
    }

    [Theory]
    [InlineData("Afgemeld")]
    [InlineData("Toestemming")]
    [InlineData("Nieuwsbriefstatus")]
    public void An_error_or_a_formula_without_a_value_in_a_permission_may_be_a_no(string header)
    {
        var rows = ListText.Rows(ListText.Xlsx([["Mobiel", header], ["0:612345678", "#REF!"], ["0:612345679", "=VERT.ZOEKEN(A1;B:C;2)"], ["0:612345670", "<f>VLOOKUP(A1,B:C,2)</f>"]]));

        Assert.All(rows, row => Assert.Equal((Permission.Unproven, ProblemCodes.CellError), (row.Candidate!.Permissions.Email, Assert.Single(row.Problems).Code)));
    }

    [Fact]
    public void A_cell_that_is_too_long_to_be_read_may_be_a_no() =>
        Assert.Equal(Permission.Unproven, Said("toestemming", new string('x', ListRules.MaxCellCharacters + 1)).Sms);

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
    [InlineData("Reden", "toestemming: Dit is geen duidelijk ja of nee. Deze persoon krijgt geen sms of e-mail. Zet er ja of nee.", Permission.Unsaid)]
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
    [InlineData("Gepland", Permission.Unsaid)]
    [InlineData("-", Permission.Unsaid)]
    public void A_status_may_say_no_in_the_words_of_an_answer(string cell, Permission said) => Assert.Equal(said, Said("Status", cell).Sms);

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
