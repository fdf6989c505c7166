using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>The name before an e-mail address may show that the address is somebody else's, or a mailing list's.</summary>
public sealed class DisplayNameTests
{
    [Theory]
    [InlineData("Piet Pot", "Marie Pot <marie@voorbeeld.nl>")]
    [InlineData("Jan Jansen", "Els de Wit <els@voorbeeld.nl>")]
    [InlineData("Jansen, Jan", "Jansen, Els <els@voorbeeld.nl>")]
    [InlineData("P. Pot", "M. Pot <m@voorbeeld.nl>")]
    [InlineData("Jan Bakker", "Els Jansen <els@voorbeeld.nl>")]
    [InlineData("Jan Jansen", "Secretariaat Wijkraad <wijkraad@voorbeeld.nl>")]
    public void Another_name_before_an_address_is_reported(string name, string cell)
    {
        var row = Row(name, cell);

        Assert.NotNull(row.Candidate!.Email);
        Assert.Equal((ProblemCodes.EmailDoubtful, "e-mail", cell), Assert.Single(row.Problems) is var p ? (p.Code, p.Column, p.Value) : default);
    }

    [Theory]
    [InlineData("Piet Pot", "Piet Pot <piet@voorbeeld.nl>")]
    [InlineData("Piet Pot", "Pot, Piet <piet@voorbeeld.nl>")]
    [InlineData("Piet Pot", "P. Pot <piet@voorbeeld.nl>")]
    [InlineData("P. Pot", "Piet Pot <piet@voorbeeld.nl>")]
    [InlineData("Piet Pot", "Pieter Pot <piet@voorbeeld.nl>")]
    [InlineData("Marie Pot", "Marie de Vries <marie@voorbeeld.nl>")]
    [InlineData("Piet Pot", "Piet en Marie Pot <pot@voorbeeld.nl>")]
    [InlineData("Piet Pot", "Fam. Pot <pot@voorbeeld.nl>")]
    [InlineData("Piet Pot", "PIET <piet@voorbeeld.nl>")]
    [InlineData("Zoë Pot", "Zoe Pot <zoe@voorbeeld.nl>")]
    [InlineData("Piet Pot", "werk <piet@voorbeeld.nl>")]
    [InlineData("", "Piet Pot <piet@voorbeeld.nl>")]
    public void Their_own_name_before_an_address_says_nothing(string name, string cell)
    {
        var row = Row(name, cell);

        Assert.NotNull(row.Candidate!.Email);
        Assert.Empty(row.Problems);
    }

    [Fact]
    public void A_name_in_two_columns_is_compared_too()
    {
        var rows = ListText.Rows("voornaam;achternaam;e-mail\nPiet;Pot;Marie Pot <marie@voorbeeld.nl>\nPiet;Pot;Piet Pot <piet@voorbeeld.nl>\n");

        Assert.Equal([1, 0], rows.Select(row => row.Problems.Count));
    }

    [Theory]
    [InlineData("'Yb Twee' via Buurtlijst <buurtlijst@voorbeeld.nl>")]
    [InlineData("Yb Twee via Google Groups <buurtlijst@voorbeeld.nl>")]
    public void The_address_of_a_mailing_list_is_refused(string cell)
    {
        var row = Row("Yb Twee", cell);

        Assert.Equal((ProblemCodes.EmailInvalid, "e-mail", cell, true), Assert.Single(row.Problems) is var p ? (p.Code, p.Column, p.Value, p.Rejected) : default);
    }

    [Theory]
    [InlineData("tim@voorbeeld.nl;0612345678", 2)]
    [InlineData("tim@voorbeeld.nl;", 1)]
    [InlineData(";0612345678", 1)]
    public void Columns_that_may_be_swapped_are_named_as_such(string cells, int problems)
    {
        var row = Assert.Single(ListText.Rows($"mobiel;e-mail\n{cells}\n"));

        Assert.Null(row.Candidate);
        Assert.Equal(problems, row.Problems.Count(problem => problem.Message.Contains("verwisseld", StringComparison.Ordinal)));
    }

    private static ListRow Row(string name, string cell) => Assert.Single(ListText.Rows($"naam;e-mail\n\"{name}\";\"{cell}\"\n"));
}
