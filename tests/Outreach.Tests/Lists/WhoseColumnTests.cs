using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>What a column says of whose the number beside it is counts as if it stood in the cell of the number.</summary>
public sealed class WhoseColumnTests
{
    [Theory]
    [InlineData("naam;mobiel;Van wie", "An Proef;0612345678;dochter")]
    [InlineData("naam;mobiel;Nummer van", "An Proef;0612345678;zoon Piet")]
    [InlineData("naam;mobiel;Soort telefoon", "An Proef;0612345678;mobiel zoon")]
    [InlineData("Name;Phone 1 - Label;Phone 1 - Value", "An Proef;Zoon;0612345678")]
    public void The_number_of_a_child_is_not_used(string header, string cells)
    {
        using var list = ListText.Open($"{header}\n{cells}\n");

        Assert.Equal(ProblemCodes.PhoneInvalid, Assert.Single(Assert.Single(list.Rows()).Problems).Code);
    }

    [Fact]
    public void The_address_of_a_child_is_not_used_and_the_number_of_the_person_is()
    {
        var row = Assert.Single(ListText.Rows("Name;Phone 1 - Label;Phone 1 - Value;E-mail 1 - Label;E-mail 1 - Value\nAn Proef;Mobile;0612345678;Dochter;d@voorbeeld.nl\n"));

        Assert.Equal(("+31612345678", null), (row.Candidate!.Mobile?.Value, row.Candidate.Email?.Value));
        Assert.Equal(ProblemCodes.EmailInvalid, Assert.Single(row.Problems).Code);
    }

    [Theory]
    [InlineData("Van wie", "zelf")]
    [InlineData("Van wie", "An")]
    [InlineData("Soort telefoon", "Samsung")]
    [InlineData("Soort telefoon", "werk")]
    public void Their_own_is_used_without_a_word(string header, string cell)
    {
        var row = Assert.Single(ListText.Rows($"naam;mobiel;{header}\nAn Proef;0612345678;{cell}\n"));

        Assert.Equal(("+31612345678", 0), (row.Candidate!.Mobile?.Value, row.Problems.Count));
    }

    [Fact]
    public void The_name_of_another_beside_a_number_is_said() =>
        Assert.Equal("0612345678 (Piet Jansen)", Assert.Single(Assert.Single(ListText.Rows("naam;mobiel;Van wie\nAn Proef;0612345678;Piet Jansen\n")).Problems).Value);

    [Fact]
    public void Kept_without_its_words_the_column_says_the_same()
    {
        using var list = ListText.Open("naam;mobiel;Van wie\nAn Proef;0612345678;dochter\nBob Proef;0612345679;zelf\n");

        var kept = string.Join('\n', list.KeptRows().Select(row => string.Join(';', row.Cells)));

        Assert.DoesNotContain("dochter", kept, StringComparison.Ordinal);
        Assert.Equal([null, "+31612345679"], ListText.Rows(kept + "\n").Select(row => row.Candidate?.Mobile?.Value));
    }
}
