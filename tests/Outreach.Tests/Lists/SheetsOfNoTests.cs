using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

public sealed class SheetsOfNoTests
{
    private static readonly string[][] Invited = [["naam", "mobiel"], ["Jan Jansen", "0611223344"], ["Piet Pot", "0611223345"]];

    [Theory]
    [InlineData("naam;mobiel;opmerking\nJan Jansen;0611223344;wil geen sms", "naam", "Jan Jansen")]
    [InlineData("Naam;Status\nJan Jansen;afgemeld", "Naam", "Jan Jansen")]
    [InlineData("Name;Mobile;Consent\nJan Jansen;0611223344;no", "Name", "Jan Jansen")]
    [InlineData("Nachname;Handy;Bemerkung\nJansen;0611223344;keine Nachrichten mehr", "Nachname", "Jansen")]
    [InlineData("nom;portable;remarque\nJansen;0611223344;ne plus contacter", "nom", "Jansen")]
    [InlineData("Jan Jansen belde: wil geen berichten meer", "column A", "Jan Jansen")]
    [InlineData("0611223344;niet bellen", "column A", "0611223344")]
    [InlineData("Niet benaderen\nJan Jansen\nPiet Pot", "column A", "Jan Jansen")]
    public void A_no_on_a_sheet_that_is_not_read_holds_the_list(string other, string column, string value)
    {
        foreach (var isHidden in (bool[])[false, true])
        {
            using var list = ListText.Open(ListText.Named(ListText.Xlsx(Invited, Cells(other)), 2, "Archief", isHidden), ListText.English);

            var refusal = Assert.IsType<RowProblem>(list.Refusal);
            Assert.Equal((ProblemCodes.PeopleWhoSaidNo, column, value), (refusal.Code, refusal.Column, refusal.Value));
            Assert.Contains("Archief", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_no_on_a_sheet_before_the_list_or_in_a_hidden_row_of_another_holds_it_too()
    {
        var before = ListText.Xlsx(Cells("Naam;Notitie\nJan Jansen;wil geen berichten"), Invited);
        var hidden = ListText.Hidden(ListText.Named(ListText.Named(ListText.Xlsx(Cells("Naam;Notitie\nEls Eik;belde terug\nJan Jansen;wil geen berichten"), Invited), 1, "Oud"), 2, "Lijst"), 3);

        Assert.All((byte[][])[before, hidden], workbook =>
        {
            using var list = ListText.Open(workbook);
            Assert.Equal(ProblemCodes.PeopleWhoSaidNo, list.Refusal?.Code);
        });
    }

    [Theory]
    [InlineData("Code;Betekenis\nW;wil geen sms\nGeen Contact;niet bellen")]
    [InlineData("ja\nnee\ngeen contact")]
    [InlineData("naam;mobiel;komt\nKees Kan;0611223399;nee\nMia Mol;0611223398;ja")]
    [InlineData("naam;mobiel;opmerking\nKees Kan;0611223399;neemt taart mee\nMia Mol;0611223398;niet thuis op maandag")]
    [InlineData("Deze lijst is van de wijkraad\nVragen? Els de Wit, 0611223397")]
    public void Another_sheet_on_which_nobody_says_no_holds_nothing(string other)
    {
        Assert.Equal(2, ListText.Rows(ListText.Xlsx(Invited, Cells(other))).Count(row => row.Candidate is not null));
    }

    [Theory]
    [InlineData("A;actief\nC;wil geen contact", "C = wil geen contact")]
    [InlineData("groen;mag\nrood;niet benaderen", "rood = niet benaderen")]
    [InlineData("Kleur;Betekenis\ngeel;wil geen sms", "geel = wil geen sms")]
    [InlineData("Notities\nAfgemeld: Bo Bakker", "Bo Bakker")]
    public void A_key_on_another_sheet_of_which_a_code_means_a_no_holds_the_list(string other, string value)
    {
        using var list = ListText.Open(ListText.Named(ListText.Xlsx(Cells("naam;mobiel;soort x\nJan Jansen;0611223344;C\nPiet Pot;0611223345;rood"), Cells(other)), 2, "Legenda"), ListText.English);

        Assert.Equal((ProblemCodes.PeopleWhoSaidNo, value), (list.Refusal?.Code, list.Refusal?.Value));
    }

    [Fact]
    public void A_key_in_a_last_row_of_which_a_code_means_a_no_holds_the_list()
    {
        using var list = ListText.Open("Naam;Mobiel;E-mail;Code\nPiet Pot;0611223344;;NB\nLegenda;;;NB = niet benaderen\n");

        Assert.Equal((ProblemCodes.PeopleWhoSaidNo, "NB = niet benaderen"), (list.Refusal?.Code, list.Refusal?.Value));
    }

    [Theory]
    [InlineData("Niet gebruiken")]
    [InlineData("Archief")]
    [InlineData("Prullenbak")]
    [InlineData("Oud")]
    public void A_first_sheet_that_was_put_away_is_not_read_as_the_list(string name)
    {
        using var list = ListText.Open(ListText.Named(ListText.Xlsx(Invited, Invited), 1, name), ListText.English);

        Assert.Equal((ProblemCodes.PeopleWhoSaidNo, name), (list.Refusal?.Code, list.Refusal?.Value));
    }

    private static string[][] Cells(string sheet) => [.. sheet.Split('\n').Select(row => row.Split(';'))];
}
