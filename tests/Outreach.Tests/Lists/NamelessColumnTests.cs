using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A column that has no name can say no all the same.</summary>
public sealed class NamelessColumnTests
{
    [Theory]
    [InlineData("Naam;Mobiel;\nAn;0612345601;nee\nBo;0612345602;ja\n", "kolom C")]
    [InlineData("Naam;Mobiel\nAn;0612345601;niet!\nBo;0612345602\n", "kolom C")]
    [InlineData("Naam;;Mobiel\nAn;x;0612345601\nBo;;0612345602\n", "kolom B")]
    public void Its_answers_are_asked_about_under_the_name_that_a_spreadsheet_gives_it(string text, string column)
    {
        using var list = ListText.Open(text);

        Assert.Equal(column, Assert.Single(list.Questions).Column);
    }

    [Fact]
    public void What_an_organiser_says_of_it_holds()
    {
        var rules = ListRules.Dutch with { Answers = new Dictionary<string, ColumnMeaning> { ["kolom C"] = ColumnMeaning.Consent } };
        using var list = ListText.Open("Naam;Mobiel;\nAn;0612345601;nee\nBo;0612345602;ja\n"u8.ToArray(), rules);

        Assert.Empty(list.Questions);
        Assert.Equal([Permission.Refused, Permission.Given], list.Rows().Select(row => row.Candidate!.Permissions.Sms));
    }

    [Fact]
    public void A_no_among_other_things_holds_that_person_alone_also_when_the_list_is_read_again()
    {
        using var list = ListText.Open("Naam;Mobiel\nAn;0612345601;nee\nBo;0612345602;hoekhuis\n");
        using var copy = CleanCopy.Of(list);

        Assert.Empty(list.Questions);
        Assert.Equal([Permission.Unproven, Permission.Unsaid], ListText.Rows(copy.ToArray()).Select(row => row.Candidate!.Permissions.Sms));
        Assert.DoesNotContain("hoekhuis", System.Text.Encoding.UTF8.GetString(copy.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(";Naam;Mobiel\n0;An;0612345601\n1;Bo;0612345602\n")]
    [InlineData("Naam;Mobiel;\nAn;0612345601;hoekhuis\nBo;0612345602;\n")]
    public void Numbers_of_rows_and_other_words_raise_no_question(string text)
    {
        using var list = ListText.Open(text);

        Assert.Empty(list.Questions);
        Assert.All(list.Rows(), row => Assert.Equal(default, row.Candidate!.Permissions));
    }

    [Theory]
    [InlineData("niet meer")]
    [InlineData("hoeft niet")]
    [InlineData("geen interesse")]
    [InlineData("nee, niet meer")]
    public void A_no_under_an_empty_header_is_read(string cell)
    {
        foreach (var text in (string[])[$"Naam;;Mobiel\nBob Kok;{cell};0612345601\nBo Bal;hoekhuis;0612345602\n", $"Naam;Mobiel;\nBob Kok;0612345601;{cell}\nBo Bal;0612345602;hoekhuis\n"])
            Assert.Equal([Permission.Unproven, Permission.Unsaid], ListText.Rows(text).Select(row => row.Candidate!.Permissions.Sms));
    }
}
