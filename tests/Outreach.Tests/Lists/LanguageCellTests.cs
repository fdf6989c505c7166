using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A language that is understood only in part is used, and said.</summary>
public sealed class LanguageCellTests
{
    [Theory]
    [InlineData("UK", "uk")]
    [InlineData("Koerdisch/Turks", "tr")]
    [InlineData("Spaans, Engels", "en")]
    [InlineData("Russisch/Oekraïens", "uk")]
    [InlineData("Turks / Nederlands", "tr")]
    [InlineData("Nederlands (beetje), Arabisch", "ar")]
    [InlineData("Deutsch (gut), Türkisch", "tr")]
    [InlineData("English (some), Polish", "en")]
    public void Of_several_the_one_that_is_used_is_reported(string cell, string code)
    {
        var row = Row(cell);

        Assert.Equal(code, row.Candidate!.Language);
        Assert.Equal((ProblemCodes.Adjusted, cell, code), Assert.Single(row.Problems) is var p ? (p.Code, p.Value, p.Became) : default);
    }

    [Theory]
    [InlineData("nl (slecht)")]
    [InlineData("Nederlands (geen)")]
    [InlineData("Dutch (poor)")]
    public void One_that_they_hardly_speak_is_not_used(string cell)
    {
        var row = Row(cell);

        Assert.Null(row.Candidate!.Language);
        Assert.Equal(ProblemCodes.LanguageUnknown, Assert.Single(row.Problems).Code);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("uk")]
    [InlineData("UA")]
    [InlineData("nl-BE")]
    [InlineData("Dutch (Netherlands)")]
    [InlineData("Arabisch (Syrisch)")]
    [InlineData("Farsi/Perzisch/Dari")]
    [InlineData("Farsi (Dari)")]
    [InlineData("Engels;")]
    public void One_that_is_wholly_understood_is_taken_without_a_word(string cell)
    {
        var row = Row(cell);

        Assert.NotNull(row.Candidate!.Language);
        Assert.Empty(row.Problems);
    }

    private static ListRow Row(string cell) => Assert.Single(ListText.Rows($"mobiel;taal\n0612345678;\"{cell}\"\n"));
}
