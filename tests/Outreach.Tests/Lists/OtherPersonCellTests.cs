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
    [InlineData("0612345601 -> 0612345602", "+31612345602")]
    [InlineData("0612345601 → 06 12345602", "+31612345602")]
    [InlineData("0612345601 wordt 0612345602", "+31612345602")]
    [InlineData("0612345601 > 0612345602", "+31612345602")]
    [InlineData("0612345601 becomes 0612345602", "+31612345602")]
    [InlineData("0612345601, nu 0612345602", "+31612345602")]
    [InlineData("0612345602 (was 0612345601)", "+31612345602")]
    [InlineData("ex: 0612345601, 0612345602", "+31612345602")]
    [InlineData("0612345601, niet 0612345602", "+31612345601")]
    [InlineData("0612345601, 0612345602 (huisarts)", "+31612345601")]
    [InlineData("0612345601 (tot 17 uur) 0612345602 (vanaf 17:00)", "+31612345601")]
    [InlineData("0612345601 (vanaf 9-17 uur)", "+31612345601")]
    [InlineData("0612345601 (tot 17.30)", "+31612345601")]
    [InlineData("0612345601 (bereikbaar vanaf 17.00)", "+31612345601")]
    [InlineData("0612345601 (niet na zes uur)", "+31612345601")]
    [InlineData("0612345601 (van haar zelf)", "+31612345601")]
    [InlineData("0612345601 wordt vaak niet gehoord", "+31612345601")]
    [InlineData("mevrouw Bakker 0612345601", "+31612345601")]
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
    [InlineData("mobiel", "0612345601 vanaf 1-1 0612345602", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 tot 1 mei, daarna 0612345602", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 from 3 March", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "ab 1. Mai 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 was 0612345602", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 (was)", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "ex: 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 (huisarts)", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 van mijn vrouw", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 van m'n Els", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 (partner)", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 (man)", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 (husband)", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "Ehefrau: 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "noodnummer 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "ICE 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 verzorgster", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "hulp 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 (tolk)", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "kleinkind 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "contactpersoon: 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 niet", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "0612345601 (niet!)", ProblemCodes.PhoneInvalid)]
    [InlineData("mobiel", "geen 0612345601", ProblemCodes.PhoneInvalid)]
    [InlineData("e-mail", "a@voorbeeld.nl (partner)", ProblemCodes.EmailInvalid)]
    [InlineData("e-mail", "a@voorbeeld.nl (oud)", ProblemCodes.EmailInvalid)]
    [InlineData("e-mail", "zie dochter: a@voorbeeld.nl", ProblemCodes.EmailInvalid)]
    public void What_a_cell_calls_old_or_wrong_or_somebody_elses_is_refused(string column, string cell, string code) =>
        Assert.Equal((code, column, cell, true), Assert.Single(Row(column, cell).Problems) is var p ? (p.Code, p.Column, p.Value, p.Rejected) : default);

    [Theory]
    [InlineData("a@voorbeeld.nl (oud) b@voorbeeld.nl")]
    [InlineData("oud: a@voorbeeld.nl, nieuw: b@voorbeeld.nl")]
    [InlineData("a@voorbeeld.nl -> b@voorbeeld.nl")]
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
