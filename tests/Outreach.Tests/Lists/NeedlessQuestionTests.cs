using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A no to coffee, an answer that did not come and mail that never bounced are no noes to messages, and nobody is asked about them.</summary>
public sealed class NeedlessQuestionTests
{
    [Theory]
    [InlineData("Wil koffie", "ja", "nee")]
    [InlineData("Wil koffie?", "nee", "nee")]
    [InlineData("Wilt u koffie of thee?", "ja", "nee")]
    [InlineData("Wil lift", "nee", "")]
    [InlineData("Wil vegetarisch", "nee", "ja")]
    [InlineData("Wil mee-eten", "nee", "ja")]
    [InlineData("Wil kookles", "ja", "nee")]
    [InlineData("Reactie ontvangen", "ja", "nee")]
    [InlineData("Antwoord ontvangen", "nee", "nee")]
    [InlineData("Bevestiging ontvangen", "ja", "nee")]
    [InlineData("Flyer ontvangen", "ja", "nee")]
    [InlineData("Telefonisch bereikt", "ja", "nee")]
    [InlineData("Geen gehoor", "x", "")]
    [InlineData("Aantal contacten", "0", "3")]
    [InlineData("Bounces", "0", "0")]
    [InlineData("Hard bounces", "0", "")]
    [InlineData("Bounced", "nee", "nee")]
    [InlineData("Complaints", "0", "0")]
    [InlineData("Mobiel akkoord", "ja", "ja")]
    [InlineData("Akkoord mobiel", "ja", "")]
    public void A_column_about_something_else_needs_no_answer(string header, string one, string other)
    {
        using var list = ListText.Open(List(header, one, other));

        Assert.Empty(list.Questions);
        Assert.All(list.Rows(), row => Assert.False(row.Candidate!.Permissions.SayNo));
    }

    [Theory]
    [InlineData("Wil contact", "ja", "nee")]
    [InlineData("Wil sms", "ja", "nee")]
    [InlineData("Wil meedoen", "ja", "nee")]
    [InlineData("Wil niet", "x", "")]
    [InlineData("Bericht ontvangen", "ja", "nee")]
    [InlineData("Uitnodiging ontvangen", "ja", "nee")]
    [InlineData("Bounces", "0", "2")]
    [InlineData("Bounced", "ja", "nee")]
    [InlineData("Complaints", "0", "1")]
    public void One_that_may_hold_a_no_is_asked_about(string header, string one, string other)
    {
        using var list = ListText.Open(List(header, one, other));

        Assert.Equal(header, Assert.Single(list.Questions).Column);
    }

    [Fact]
    public void A_no_to_a_mobile_number_is_one_to_calls_and_sms()
    {
        var rows = ListText.Rows(List("Mobiel akkoord", "ja", "nee"));

        Assert.Equal(new Permissions().And(Ways.Call, Permission.Given), rows[0].Candidate!.Permissions);
        Assert.Equal(new Permissions().And(Ways.Call | Ways.Sms, Permission.Refused), rows[1].Candidate!.Permissions);
    }

    [Theory]
    [InlineData("Opmerkingen", "wil koffie")]
    [InlineData("Opmerkingen", "wil geen koffie")]
    [InlineData("Opmerkingen", "geen reactie ontvangen")]
    [InlineData("Opmerkingen", "Bounces: 0")]
    [InlineData("Opmerkingen", "mobiel akkoord")]
    [InlineData("Status", "0 bounces")]
    [InlineData("Status", "geen bounce")]
    public void A_note_about_it_says_nothing(string header, string cell) => Assert.False(ListText.Rows(List(header, cell, ""))[0].Candidate!.Permissions.SayNo);

    private static string List(string header, string one, string other) => $"Naam;Mobiel;{header}\nAn Aas;0612345601;{one}\nBo Bal;0612345602;{other}\n";
}
