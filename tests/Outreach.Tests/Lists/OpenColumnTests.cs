using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Columns "SMS", "WhatsApp" and "Mail" hold numbers, addresses or answers: their cells say which.</summary>
public sealed class OpenColumnTests
{
    [Theory]
    [InlineData("EMAIL;SMS;WHATSAPP\nan@voorbeeld.nl;31612345601;31612345601\n")]
    [InlineData("EMAIL;WHATSAPP;SMS\nan@voorbeeld.nl;31612345601;31612345601\n")]
    [InlineData("Naam;WhatsApp;SMS\nAn;0612345601;0612345601\n")]
    [InlineData("Naam;Mobiel;SMS\nAn;;0612345601\n")]
    [InlineData("Naam;Telefoon;SMS\nAn;024-3228888;0612345601\n")]
    public void Numbers_in_them_are_numbers(string text)
    {
        using var list = ListText.Open(text);
        var row = Assert.Single(list.Rows());

        Assert.Equal("+31612345601", row.Candidate!.Mobile?.Value);
        Assert.Empty(row.Problems);
        Assert.Empty(list.Questions);
    }

    [Theory]
    [InlineData("Naam;Telefoon;SMS\nAn;0612345601;nee\nBo;0612345602;ja\n", "SMS")]
    [InlineData("Naam;E-mail;SMS;WhatsApp\nAn;an@voorbeeld.nl;ja;nee\n", "SMS,WhatsApp")]
    [InlineData("Naam;Mobiel;E-mail;SMS;Mail\nAn;0612345601;an@voorbeeld.nl;ja;nee\n", "SMS,Mail")]
    [InlineData("Naam;E-mailadres;E-mail\nAn;an@voorbeeld.nl;nee\n", "E-mail")]
    public void Answers_in_them_are_asked_about(string text, string columns)
    {
        using var list = ListText.Open(text);

        Assert.Null(list.Refusal);
        Assert.Equal(columns, string.Join(',', list.Questions.Select(question => question.Column)));
    }

    [Fact]
    public void A_no_among_numbers_counts() =>
        Assert.Equal(
            [Permission.Unproven, Permission.Unsaid],
            ListText.Rows("Naam;Mobiel;SMS\nAn;0612345601;nee\nBo;0612345602;0612345602\n").Select(row => row.Candidate!.Permissions.Sms));

    [Fact]
    public void Two_columns_of_addresses_are_refused()
    {
        using var list = ListText.Open("Naam;E-mail;Mail\nAn;an@voorbeeld.nl;bo@voorbeeld.nl\n");

        Assert.Equal((ProblemCodes.ColumnsDouble, "E-mail, Mail"), list.Refusal is { } refusal ? (refusal.Code, refusal.Value) : default);
    }

    [Theory]
    [InlineData("Voornaam;Mobiel;E-mail;Noodcontact;Telefoonnummer;Mail\nJan;0612345678;jan@voorbeeld.nl;Els;0687654321;els@voorbeeld.nl\nPiet;0612345679;piet@voorbeeld.nl;;;nee\n")]
    [InlineData("Voornaam;Mobiel;E-mail;Huisarts;Mail\nJan;0612345678;jan@voorbeeld.nl;Els;els@voorbeeld.nl\nPiet;0612345679;piet@voorbeeld.nl;;nee\n")]
    public void Addresses_behind_another_person_are_theirs_and_a_no_among_them_counts(string text)
    {
        var rows = ListText.Rows(text);

        Assert.Equal(["jan@voorbeeld.nl", "piet@voorbeeld.nl"], rows.Select(row => row.Candidate!.Email?.Value));
        Assert.Equal([Permission.Unsaid, Permission.Unproven], rows.Select(row => row.Candidate!.Permissions.Email));
    }

    [Theory]
    [InlineData("Naam;Mobiel;Telefoon\nAn;0612345601;0612345602\n", "Telefoon", "0612345602", "+31612345601")]
    [InlineData("Naam;Telefoon;Telefoon 2\nAn;024-3228888;024-3228889\n", "Telefoon 2", "024-3228889", "+31243228888")]
    [InlineData("Naam;Mobiel;Telefoon\nAn;0612345601;0612345602 / 0612345603\n", "Telefoon", "0612345602 / 0612345603", "+31612345601")]
    public void Another_number_in_another_column_is_left_off_and_reported(string text, string column, string value, string became)
    {
        var problem = Assert.Single(Assert.Single(ListText.Rows(text)).Problems);

        Assert.Equal((column, ProblemCodes.PhoneMore, value, became), (problem.Column, problem.Code, problem.Value, problem.Became));
    }
}
