using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A no in a list is a no, in whatever words the program wrote it that the list came from.</summary>
public sealed class PermissionTests
{
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
    [InlineData("onbekend", Permission.Unproven)]
    [InlineData("boos", Permission.Refused)]
    [InlineData("", Permission.Unsaid)]
    [InlineData("nee", Permission.Unsaid)]
    [InlineData("FALSE", Permission.Unsaid)]
    [InlineData("0", Permission.Unsaid)]
    [InlineData("-", Permission.Unsaid)]
    [InlineData("Allow", Permission.Unsaid)]
    [InlineData("0.0", Permission.Unsaid)]
    [InlineData("NULL", Permission.Unsaid)]
    [InlineData("[ ]", Permission.Unsaid)]
    [InlineData("1.0", Permission.OptedOut)]
    [InlineData("nee?", Permission.Unproven)]
    [InlineData("niet", Permission.OptedOut)]
    public void In_a_column_of_opt_outs_all_but_a_plain_no_counts(string cell, Permission permission) =>
        Assert.Equal(permission, Said("niet benaderen", cell).Sms);

    [Theory]
    [InlineData("✓", Permission.Given)]
    [InlineData("v", Permission.Given)]
    [InlineData("☑", Permission.Given)]
    [InlineData("Ja", Permission.Given)]
    [InlineData("erteilt", Permission.Given)]
    [InlineData("1.0", Permission.Given)]
    [InlineData("ja?", Permission.Unproven)]
    [InlineData("x?", Permission.Unproven)]
    [InlineData("j\u0336a\u0336", Permission.Unproven)]
    [InlineData("0.0", Permission.Refused)]
    [InlineData("[ ]", Permission.Refused)]
    [InlineData("🚫", Permission.OptedOut)]
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

    [Fact]
    public void Of_two_columns_the_no_counts() => Assert.Equal(Permission.OptedOut, Said("toestemming;Do Not SMS", "ja;yes").Sms);

    [Fact]
    public void Consent_is_kept_by_channel()
    {
        var said = Said("Toestemming sms;Toestemming e-mail", "nee;ja");
        Assert.Equal((Permission.Refused, Permission.Given), (said.Sms, said.Email));
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
    [InlineData("Naam;Mobiel;E-mail;Toestemming", "Kees;0624681359;nee")]
    [InlineData("Naam;Mobiel;E-mail;Toestemming", "Kees;0624681359;nee;")]
    [InlineData("Naam;Mobiel;Straat;Huisnummer;Postcode;Toestemming", "Els;0624681359;Kerkstraat;12;nee")]
    [InlineData("Naam;Mobiel;E-mail;Afgemeld", "Els;0624681359;x")]
    [InlineData("Naam;Mobiel;E-mail;Afgemeld", "Els;0624681359;nee")]
    [InlineData("Naam;Mobiel;Plaats;Toestemming", "Els;0624681359;ja")]
    public void An_answer_of_a_row_that_is_a_cell_short_holds_all_ways(string header, string cells)
    {
        using var list = ListText.Open($"{header}\n{cells}\n");
        using var copy = CleanCopy.Of(list);
        foreach (var row in (ListRow[])[Assert.Single(ListText.Rows($"{header}\n{cells}\n")), Assert.Single(ListText.Rows(copy.ToArray()))])
        {
            Assert.Equal((Permission.Unproven, Permission.Unproven), (row.Candidate!.Permissions.Sms, row.Candidate.Permissions.Email));
            Assert.Contains(row.Problems, problem => problem.Code is ProblemCodes.ConsentUnknown);
        }
    }

    [Theory]
    [InlineData("Naam;Mobiel;E-mail;Afgemeld", "Els;0624681359;x;")]
    [InlineData("Naam;Mobiel;E-mail;Afgemeld", "Els;0624681359;;")]
    [InlineData("Naam;Mobiel;Plaats;Afgemeld", "Els;0624681359;Ons Dorp")]
    public void A_row_without_an_address_is_no_row_that_is_a_cell_short(string header, string cells) =>
        Assert.Equal(default, Assert.Single(ListText.Rows($"{header}\n{cells}\n")).Candidate!.Permissions);

    private static Permissions Said(string header, string cell) => Row(header, cell).Candidate!.Permissions;

    private static ListRow Row(string header, string cell) => Assert.Single(ListText.Rows($"mobiel;{header}\n0612345678;{cell}\n"));
}
