using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A cell with a number or an address never leads to somebody else.</summary>
public sealed class OtherPersonCellTests
{
    [Theory]
    [InlineData("o’brien65@voorbeeld.nl")]
    [InlineData("piet,jansen63@voorbeeld.nl")]
    [InlineData("jan;72@voorbeeld.nl")]
    [InlineData("a70:b70@voorbeeld.nl")]
    public void A_sign_inside_an_address_does_not_make_another_of_its_end(string cell) =>
        Assert.Equal((ProblemCodes.EmailInvalid, cell, true), Assert.Single(Row("e-mail", cell).Problems) is var p ? (p.Code, p.Value, p.Rejected) : default);

    [Theory]
    [InlineData("a@voorbeeld.nl;b@voorbeeld.nl", "a@voorbeeld.nl")]
    [InlineData("a@voorbeeld.nl,b@voorbeeld.nl", "a@voorbeeld.nl")]
    [InlineData("a@voorbeeld;b@voorbeeld.nl", "b@voorbeeld.nl")]
    [InlineData("Jansen, b@voorbeeld.nl", "b@voorbeeld.nl")]
    [InlineData("e-mail:b@voorbeeld.nl (thuis)", "b@voorbeeld.nl")]
    [InlineData("'a28@voorbeeld.nl'; 'b@voorbeeld.nl'", "a28@voorbeeld.nl")]
    public void Two_addresses_stay_two(string cell, string address)
    {
        var row = Row("e-mail", cell);

        Assert.Equal(address, row.Candidate!.Email?.Value);
        Assert.Equal(ProblemCodes.EmailMore, Assert.Single(row.Problems).Code);
    }

    [Theory]
    [InlineData("'a28@voorbeeld.nl'")]
    [InlineData("‘a28@voorbeeld.nl’")]
    [InlineData("“a28@voorbeeld.nl”")]
    [InlineData("<'a28@voorbeeld.nl'>")]
    public void The_quotes_of_a_mail_program_are_no_part_of_an_address(string cell)
    {
        var row = Row("e-mail", cell);

        Assert.Equal("a28@voorbeeld.nl", row.Candidate!.Email?.Value);
        Assert.Empty(row.Problems);
    }

    [Theory]
    [InlineData("oud: 0612345601 nieuw: 0612345602", "+31612345602")]
    [InlineData("oud 0612345601 nieuw 0612345602", "+31612345602")]
    [InlineData("0612345601 (oud) 0612345602", "+31612345602")]
    [InlineData("0612345601 (oud) / 0612345602 (nieuw)", "+31612345602")]
    [InlineData("0612345601, nieuw: 0612345602", "+31612345602")]
    [InlineData("0612345601 (dochter), 0612345602", "+31612345602")]
    [InlineData("0612345601 of buurvrouw 0612345602", "+31612345601")]
    [InlineData("0612345601 (alleen via WhatsApp)", "+31612345601")]
    [InlineData("0612345601, zie ook opmerking", "+31612345601")]
    public void Of_several_numbers_the_one_that_is_new_and_their_own_is_used(string cell, string number)
    {
        var row = Row("mobiel", cell);

        Assert.Equal(number, row.Candidate!.Mobile?.Value);
        Assert.Equal((ProblemCodes.PhoneMore, cell), Assert.Single(row.Problems) is var p ? (p.Code, p.Value) : default);
    }

    [Theory]
    [InlineData("mobiel", "0612345601 (oud)", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "oud: 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 fout nummer", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 klopt niet", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 NIET MEER IN GEBRUIK", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 oud 0612345602", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "zie dochter 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "nummer van buurvrouw 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 (zoon)", ProblemCodes.PhoneInvalid)]
    [InlineData("e-mail", "a@voorbeeld.nl (oud)", ProblemCodes.EmailInvalid)]
    [InlineData("e-mail", "zie dochter: a@voorbeeld.nl", ProblemCodes.EmailInvalid)]
    public void What_a_cell_calls_old_or_wrong_or_somebody_elses_is_refused(string column, string cell, string code) =>
        Assert.Equal((code, column, cell, true), Assert.Single(Row(column, cell).Problems) is var p ? (p.Code, p.Column, p.Value, p.Rejected) : default);

    [Theory]
    [InlineData("a@voorbeeld.nl (oud) b@voorbeeld.nl")]
    [InlineData("oud: a@voorbeeld.nl, nieuw: b@voorbeeld.nl")]
    public void Of_several_addresses_the_old_one_is_not_used(string cell) => Assert.Equal("b@voorbeeld.nl", Row("e-mail", cell).Candidate!.Email?.Value);

    [Theory]
    [InlineData("a@gmial.com", "gmail.com")]
    [InlineData("a@gmai.com", "gmail.com")]
    [InlineData("a@hotmial.com", "hotmail.com")]
    [InlineData("a@hotmail.con", "hotmail.com")]
    [InlineData("a@outlok.com", "outlook.com")]
    [InlineData("a@ziggo.nk", "ziggo.nl")]
    [InlineData("a@kpnmail.nk", "kpnmail.nl")]
    public void A_domain_that_is_one_typing_error_away_is_asked_about_and_used_as_it_stands(string cell, string likely)
    {
        var row = Row("e-mail", cell);

        Assert.Equal(cell, row.Candidate!.Email?.Value);
        Assert.Equal((ProblemCodes.EmailDoubtful, cell, false), Assert.Single(row.Problems) is var p ? (p.Code, p.Value, p.Rejected) : default);
        Assert.Contains(likely, row.Problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a@gmail.com")]
    [InlineData("a@ymail.com")]
    [InlineData("a@mail.com")]
    [InlineData("a@hotmail.nl")]
    [InlineData("a@outlook.be")]
    [InlineData("a@live.nl")]
    [InlineData("a@voorbeeld.nl")]
    public void Any_other_domain_is_not_asked_about(string cell) => Assert.Empty(Row("e-mail", cell).Problems);

    private static ListRow Row(string column, string cell) => Assert.Single(ListText.Rows($"naam;{column}\nAn;\"{cell}\"\n"));
}
