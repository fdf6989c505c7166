using System.Text.RegularExpressions;
using Outreach.Tests.Infra;

namespace Outreach.Tests.Architecture;

public sealed partial class GlossaryTests
{
    private static readonly IReadOnlyList<string> Links = [.. Link().Matches(Repository.Read("core/README.md")).Select(link => link.Groups["file"].Value)];

    [Fact]
    public void Every_word_of_the_glossary_is_where_it_says() =>
        Assert.Empty(Links.Select(file => $"core/{file}").Except(Repository.Files("core", "*.cs")));

    [Fact]
    public void The_glossary_says_nothing_twice()
    {
        var words = Word().Matches(Repository.Read("core/README.md")).SelectMany(line => line.Groups["words"].Value.Split(", ")).Where(word => word is not ("word" or "---")).ToArray();

        Assert.NotEmpty(words);
        Assert.Equal(words.Distinct(), words);
    }

    [GeneratedRegex(@"\]\((?<file>[^)]+\.cs)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\| (?<words>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Word();
}
