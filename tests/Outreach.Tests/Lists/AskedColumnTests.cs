using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A column that may hold a no and is not understood is asked about, and an ordinary one is not.</summary>
public sealed class AskedColumnTests
{
    [Fact]
    public void A_whole_question_is_asked_whatever_its_words()
    {
        const string Header = "Geeft u toestemming aan de wijkraad om uw naam, telefoonnummer en e-mailadres te bewaren en u uit te nodigen voor bijeenkomsten in de buurt (dit kunt u altijd weer intrekken)?";
        Assert.Equal(Header, Assert.Single(ListText.Check($"mobiel;\"{Header}\"\n0612345678;Nee\n").Questions).Column);
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
    [InlineData("Meld mij af", "ja")]
    [InlineData("Uit bestand", "ja")]
    [InlineData("Uit dienst", "ja")]
    [InlineData("Rust", "x")]
    [InlineData("Wil je op de hoogte blijven?", "Nee, dank je")]
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
    public void One_odd_answer_among_many_leaves_them_answers()
    {
        using var list = ListText.Open("mobiel;Per sms\n0612345671;ja\n0612345672;nee\n0612345673;ja graag\n0612345674;nee\n0612345675;weet niet\n");
        Assert.Equal("Per sms", Assert.Single(list.Questions).Column);
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

    [Fact]
    public void An_sms_column_beside_a_mobile_one_is_asked_and_no_second_number()
    {
        using var list = ListText.Open("mobiel;SMS\n0612345678;nee\n");
        Assert.Null(list.Refusal);
        Assert.Equal("SMS", Assert.Single(list.Questions).Column);
    }
}
