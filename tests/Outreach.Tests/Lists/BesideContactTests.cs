using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A no beside a number or an address in its own cell counts as it does beside a name.</summary>
public sealed class BesideContactTests
{
    [Theory]
    [InlineData("mobiel", "0612345601 nee")]
    [InlineData("mobiel", "0612345601 (stop)")]
    [InlineData("mobiel", "0612345601 (nee)")]
    [InlineData("mobiel", "06-12345601: Nee")]
    [InlineData("mobiel", "nee 0612345601")]
    [InlineData("telefoon", "0201234567 - nooit")]
    [InlineData("handy", "0612345601 (nein)")]
    [InlineData("mobile", "0612345601 no")]
    [InlineData("mobile", "0612345601, no thanks")]
    [InlineData("e-mail", "an@voorbeeld.nl nee")]
    [InlineData("e-mail", "an@voorbeeld.nl (nee)")]
    [InlineData("e-mail", "An <an@voorbeeld.nl> nee bedankt")]
    public void A_plain_no_is_a_no(string column, string cell)
    {
        var said = Row(column, cell).Candidate!.Permissions;

        Assert.True(said.Sms >= Permission.Refused && said.Email >= Permission.Refused);
    }

    [Theory]
    [InlineData("mobiel", "0612345601 niet meer")]
    [InlineData("mobiel", "0612345601 (niet voor sms)")]
    [InlineData("mobiel", "0612345601 niet bedoeld om te appen")]
    [InlineData("mobiel", "0612345601 (alleen voor noodgevallen)")]
    [InlineData("mobile", "0612345601 (not for texts)")]
    [InlineData("handy", "0612345601 (nicht für SMS)")]
    [InlineData("mobiel", "0612345601 (pas pour sms)")]
    [InlineData("mobiel", "0612345601 (geen interesse)")]
    [InlineData("mobiel", "0612345601 verwijderen")]
    [InlineData("mobiel", "0612345601 ✗")]
    [InlineData("mobiel", "0612345601 nee, 0612345602")]
    [InlineData("mobile", "0612345601 (not interested)")]
    [InlineData("handy", "0612345601 kein Interesse")]
    [InlineData("e-mail", "niet meer: an@voorbeeld.nl")]
    [InlineData("e-mail", "an@voorbeeld.nl wil geen mail")]
    [InlineData("e-mail", "an@voorbeeld.nl (niet mailen)")]
    [InlineData("e-mail", "an@voorbeeld.nl (no mail)")]
    public void What_may_be_a_no_holds(string column, string cell)
    {
        var row = Row(column, cell);

        Assert.True(row.Candidate!.Permissions is { Sms: >= Permission.Unproven, Email: >= Permission.Unproven });
        Assert.Contains(row.Problems, problem => problem.Column == column && problem.Code is ProblemCodes.ConsentUnknown or ProblemCodes.Adjusted);
    }

    [Theory]
    [InlineData("mobiel", "0612345601")]
    [InlineData("mobiel", "tel no. 0612345601")]
    [InlineData("mobiel", "No 0612345601")]
    [InlineData("mobiel", "0612345601 (man overleden)")]
    [InlineData("mobiel", "0612345601 (na zes uur)")]
    [InlineData("mobiel", "0612345601 (werk)")]
    [InlineData("mobiel", "0612345601 (ook voor sms)")]
    [InlineData("mobiel", "0612345601 (niet voor zes uur)")]
    [InlineData("mobiel", "0612345601 alleen 's avonds")]
    [InlineData("mobiel", "0612345601 wordt vaak niet gehoord")]
    [InlineData("mobiel", "nieuw: 0612345601")]
    [InlineData("e-mail", "nee@voorbeeld.nl")]
    [InlineData("e-mail", "Piet Nee <piet@voorbeeld.nl>")]
    [InlineData("e-mail", "an@voorbeeld.nl (privé)")]
    public void Anything_else_says_nothing_of_it(string column, string cell)
    {
        var row = Row(column, cell);

        Assert.Equal(default, row.Candidate!.Permissions);
        Assert.DoesNotContain(row.Problems, problem => problem.Code is ProblemCodes.ConsentUnknown);
    }

    [Theory]
    [InlineData("0612345601 werkt niet meer")]
    [InlineData("0612345601 bestaat niet meer")]
    [InlineData("0612345601 doet het niet meer")]
    public void A_number_that_is_dead_says_nothing_of_the_address_for_mail(string cell)
    {
        var candidate = Assert.Single(ListText.Rows($"naam;mobiel;e-mail\nAn;{cell};an@voorbeeld.nl\n")).Candidate!;

        Assert.Equal((null, "an@voorbeeld.nl", default), (candidate.Mobile?.Value, candidate.Email?.Value, candidate.Permissions));
    }

    private static ListRow Row(string column, string cell) => Assert.Single(ListText.Rows($"naam;{column};telefoon 2\nAn;\"{cell}\";0302345678\n"));
}
