using Outreach.Languages;
using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>The names of columns as people write them: in two rows, with a hint, or as a question.</summary>
public sealed class HeaderRowTests
{
    [Theory]
    [InlineData("Naam;Contact;;Afgemeld\n;Mobiel;E-mail;\n", "An;0612345601;an@voorbeeld.nl;ja", Permission.OptedOut)]
    [InlineData(";;;Opt-out;\nNaam;Mobiel;E-mailadres;per sms;per mail\n", "An;0612345601;an@voorbeeld.nl;x;x", Permission.OptedOut)]
    [InlineData(";;;Opt-out;\nNaam;Mobiel;E-mail;SMS;E-mail\n", "An;0612345601;an@voorbeeld.nl;x;x", Permission.OptedOut)]
    [InlineData(";;;Toestemming;\nNaam;Mobiel;E-mailadres;per sms;per mail\n", "An;0612345601;an@voorbeeld.nl;nee;nee", Permission.Refused)]
    [InlineData(";;;Toestemming;\nNaam;Telefoon;E-mail;SMS;E-mail\n", "An;0612345601;an@voorbeeld.nl;nee;nee", Permission.Refused)]
    [InlineData("Naam;Mobiel;E-mail;Opt-out;\n;;;per sms;per mail\n", "An;0612345601;an@voorbeeld.nl;x;x", Permission.OptedOut)]
    [InlineData("Afgemeld?;;;\n;Naam;Mobiel;E-mail\n", "ja;An;0612345601;an@voorbeeld.nl", Permission.OptedOut)]
    public void What_a_row_of_groups_says_of_being_written_to_holds_for_the_columns_below_it(string header, string person, Permission right)
    {
        var permissions = Assert.Single(ListText.Rows(header + person + "\n"), row => row.Candidate is not null).Candidate!.Permissions;

        Assert.Equal((right, right), (permissions.Sms, permissions.Email));
    }

    [Fact]
    public void A_no_to_one_way_is_no_no_to_the_other()
    {
        var rows = ListText.Rows(";;;Opt-out;\nNaam;Mobiel;E-mailadres;per sms;per mail\nAn;0612345601;an@voorbeeld.nl;x;\n");

        Assert.Equal((Permission.OptedOut, Permission.Unsaid), rows[^1].Candidate!.Permissions is var said ? (said.Sms, said.Email) : default);
    }

    [Theory]
    [InlineData("Toestemming bewoners 2026;;\nLidnr;Naam;Mobiel\n", "12;An;0612345601")]
    [InlineData(";;;Opt-out;\nNaam;Mobiel;E-mail;per sms;Lidnr\n", "An;0612345601;an@voorbeeld.nl;;12")]
    public void A_title_or_a_group_says_nothing_of_a_column_about_something_else(string header, string person) =>
        Assert.False(Assert.Single(ListText.Rows(header + person + "\n"), row => row.Candidate is not null).Candidate!.Permissions.SayNo);

    [Theory]
    [InlineData("Toestemming bewoners 2026;;\nNaam;Mobiel;Nieuwsbrief\n")]
    [InlineData(";Toestemming bewoners 2026;\nNaam;Mobiel;Nieuwsbrief\n")]
    public void A_title_makes_no_consent_of_a_column_that_has_to_be_asked(string header)
    {
        using var list = ListText.Open(header + "An;0612345601;ja\n");

        Assert.Equal("Nieuwsbrief", Assert.Single(list.Questions).Column);
    }

    [Theory]
    [InlineData("Mobiel (06)", "Mobile")]
    [InlineData("Mobiel (06-12345678)", "Mobile")]
    [InlineData("Wat is je mobiele nummer?", "Mobile")]
    [InlineData("What is your mobile number?", "Mobile")]
    [InlineData("Wat is uw telefoonnummer?", "Phone")]
    [InlineData("Tel. thuis", "OtherPhone")]
    [InlineData("E-mailadres (verplicht)", "Email")]
    [InlineData("E-mailadres (niet verplicht)", "Email")]
    [InlineData("E-mailadres *", "Email")]
    [InlineData("Je e-mailadres", "Email")]
    public void A_hint_or_a_question_around_a_name_does_not_count(string header, string field) => Assert.Equal(field, Headers.FieldOf(header)?.ToString());

    [Theory]
    [InlineData("Mobiel contactpersoon")]
    [InlineData("Mobiel (contactpersoon)")]
    [InlineData("Telefoon mantelzorger")]
    [InlineData("Wat is het mobiele nummer van je partner?")]
    [InlineData("Telefoon (werk)")]
    [InlineData("Mobiel (2)")]
    [InlineData("E-mail (niet)")]
    [InlineData("Mobiel (niet bellen)")]
    [InlineData("Mag het per e-mail?")]
    [InlineData("Graag sms")]
    public void What_may_be_of_somebody_else_or_a_wish_is_no_contact_point(string header) => Assert.Null(Headers.FieldOf(header));

    [Fact]
    public void Cells_between_bars_are_read() =>
        Assert.Equal(Permission.OptedOut, Assert.Single(ListText.Rows("Naam|Mobiel|Afgemeld\nAn|0612345601|ja\n")).Candidate!.Permissions.Sms);

    [Theory]
    [InlineData("JosÃ© MÃ¼ller")]
    [InlineData("YÄ±lmaz")]
    [InlineData("MarÃ\u00ADa")]
    [InlineData("Jos\uFFFD")]
    [InlineData("Jos├®")]
    [InlineData("Oâ€™Brien")]
    public void A_name_of_which_the_letters_were_saved_wrongly_is_reported(string name)
    {
        var row = Assert.Single(ListText.Rows($"Naam;Mobiel\n{name};0612345601\n"));

        var problem = Assert.Single(row.Problems);
        Assert.Equal((2, "Naam", ProblemCodes.TextGarbled, false), (problem.Row, problem.Column, problem.Code, problem.Rejected));
        Assert.Equal(row.Candidate!.Name, problem.Value);
    }

    [Theory]
    [InlineData("José Müller")]
    [InlineData("JOÃO ÅBERG")]
    [InlineData("Ñuñez Ångström")]
    [InlineData("Şule Yılmaz")]
    [InlineData("O’Brien")]
    public void A_name_with_letters_of_its_own_is_right(string name) => Assert.Empty(Assert.Single(ListText.Rows($"Naam;Mobiel\n{name};0612345601\n")).Problems);
}
