using System.Text.RegularExpressions;
using Outreach.Tests.Infra;

namespace Outreach.Tests.Architecture;

/// <summary>The layout of the tables of people, meetings, lists, doors and the inbox is to be seen in one file.</summary>
public sealed partial class KeysTests
{
    private const string Layout = "core/Records/Keys.cs";

    [Fact]
    public void No_other_file_spells_a_key()
    {
        var known = PrefixesIn(Layout).ToHashSet();
        var spelled =
            from folder in (string[])["core", "functions"]
            from file in Repository.Files(folder, "*.cs")
            where file != Layout
            from prefix in PrefixesIn(file)
            where folder is "core" || known.Contains(prefix)
            select $"{file} spells {prefix}";

        Assert.Superset(new HashSet<string> { "person", "inv", "msg", "contact", "tally", "outbox", "meeting", "mailing", "list", "door", "open" }, known);
        Assert.Empty(spelled);
    }

    private static IEnumerable<string> PrefixesIn(string file) => Prefix().Matches(Repository.Read(file)).Select(match => match.Groups["prefix"].Value);

    [GeneratedRegex("""
        "(?<prefix>[a-z]+)\|(?!\{group\})(["{]|[a-z]+\|["{])
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Prefix();
}
