using System.Text.RegularExpressions;
using Outreach.Functions.Web.Organisers;
using Outreach.Languages;

namespace Outreach.Tests.Web;

public sealed partial class OrganiserWordsTests
{
    [Fact]
    public void Both_languages_say_the_same_things() =>
        Assert.Equal(OrganiserWords.All[0].Texts.Keys.Order(StringComparer.Ordinal), OrganiserWords.All[1].Texts.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_have_the_same_values_in_a_text()
    {
        foreach (var (key, text) in OrganiserWords.All[0].Texts)
            Assert.Equal(Values(text), Values(OrganiserWords.All[1].Texts[key]));
    }

    [Fact]
    public void A_file_that_is_gone_is_told_without_how_long_it_was_kept_for_that_is_set_by_the_owner() =>
        Assert.All(OrganiserWords.All, words => Assert.DoesNotContain(words["list.gone"], char.IsDigit));

    [Fact]
    public void One_open_question_is_not_told_as_many() =>
        Assert.All(OrganiserWords.All, words => Assert.NotEqual(words.Count("frame.open", 1), words.Count("frame.open", 2)));

    private static IEnumerable<string> Values(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
