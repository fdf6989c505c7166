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

    private static IEnumerable<string> Values(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
