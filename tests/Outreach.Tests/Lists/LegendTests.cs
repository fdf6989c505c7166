using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>
/// A no that stands in nobody's own row, in a key to codes and colours, a loose sentence or a comment on a column, is not about whoever is in that row, and whom it is
/// about nobody can see: the list waits.
/// </summary>
public sealed class LegendTests
{
    [Theory]
    [InlineData("Naam;Mobiel;;\nAn Aas;0612345671;;rood = niet bellen\n", 2, "rood = niet bellen")]
    [InlineData("Naam;Mobiel;;;\nAn Aas;0612345671;;rood;niet benaderen\nBo Bal;0612345672;;groen;oké\n", 2, "rood = niet benaderen")]
    [InlineData("Naam;Mobiel;Code;Legenda\nAn Aas;0612345671;NB;NB = niet benaderen\n", 2, "NB = niet benaderen")]
    [InlineData("Naam;Mobiel;Code\nAn Aas;0612345671;NB\nNB;niet benaderen;\n", 3, "NB = niet benaderen")]
    [InlineData("Naam;Mobiel\nAn* Aas;0612345671\n* = niet bellen;\n", 3, "* = niet bellen")]
    [InlineData("Naam;Mobiel\nAn Aas;0612345671\nrood: niet bellen;\n", 3, "rood: niet bellen")]
    [InlineData("Naam;Mobiel;;rood = niet bellen\nAn Aas;0612345671\n", 1, "rood = niet bellen")]
    [InlineData("Naam;Mobiel;;Afgemeld: Bo Bal\nAn Aas;0612345671\nBo Bal;0612345672\n", 1, "Afgemeld: Bo Bal")]
    [InlineData("Naam;Mobiel;;\nAn Aas;0612345671;;Afgemeld: Bo Bal\nBo Bal;0612345672\n", 2, "Afgemeld: Bo Bal")]
    public void A_key_or_a_sentence_beside_the_list_holds_it(string text, int row, string value)
    {
        using var list = ListText.Open(text);

        Assert.Equal((ProblemCodes.PeopleWhoSaidNo, row, value), (list.Refusal?.Code, list.Refusal?.Row, list.Refusal?.Value));
        Assert.Contains("in hun eigen rij", list.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Naam;Mobiel;Code\nAn Aas;0612345671;NB\nXY;niet benaderen;\n")]
    [InlineData("Naam;Mobiel;;\nAn Aas;0612345671;;groen = mag\n")]
    [InlineData("Naam;Mobiel;;\nAn Aas;0612345671;NB;niet bellen\nBo Bal;0612345672;NB;\n")]
    [InlineData("Naam;Mobiel;Code;\nAn Aas;0612345671;NB;niet bellen\nBo Bal;0612345672;NB;\n")]
    [InlineData("Naam;Mobiel;;\nAn Aas;0612345671;;Let op: belt graag\n")]
    [InlineData("Naam;Mobiel;Opmerking\nAn Aas;0612345671;NB: belt graag\n")]
    [InlineData("Naam;Mobiel;Status (x = niet bellen)\nAn Aas;0612345671;x\n")]
    [InlineData("Naam;Mobiel;\nAn Aas;0612345671;Buurvrouw: Bo Bal\n")]
    public void What_says_no_of_nobody_does_not(string text)
    {
        using var list = ListText.Open(text);

        Assert.Null(list.Refusal);
    }

    [Theory]
    [InlineData("A1", "rood = niet bellen")]
    [InlineData("B1", "deze nummers niet bellen")]
    public void A_comment_on_the_name_of_a_column_holds_it(string place, string comment)
    {
        using var list = ListText.Open(ListText.Commented(ListText.Xlsx([["Naam", "Mobiel"], ["An Aas", "0612345671"]]), (place, $"<x:t>{comment}</x:t>")));

        Assert.Equal(ProblemCodes.PeopleWhoSaidNo, list.Refusal?.Code);
    }
}
