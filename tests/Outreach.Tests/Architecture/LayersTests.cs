using System.Text.RegularExpressions;
using Outreach.Tests.Infra;

namespace Outreach.Tests.Architecture;

/// <summary>The house has floors: a folder of core uses what is below it, and never what is above.</summary>
public sealed partial class LayersTests
{
    private static readonly string[] FromTheGroundUp =
    [
        "Storage", "Ids", "Languages", "PlainLanguage", "Contacts", "Records", "Team",
        "People", "Meetings", "OptOuts", "Lists", "Texts", "Privacy", "Sending", "Nominations", "Replies", "Doors", "Calls", "Reminders", "Welcome", "Funnel", "Operating",
    ];

    /// <summary>The types that each folder declares.</summary>
    private static readonly ILookup<string, string> Types = Repository.Files("core", "*.cs")
        .SelectMany(file => Declaration().Matches(Repository.Read(file)).Select(type => (Folder: Folder(file), Name: type.Groups["type"].Value)))
        .ToLookup(type => type.Folder, type => type.Name);

    [Fact]
    public void Every_folder_of_core_has_its_floor() =>
        Assert.Equal(FromTheGroundUp.Order(StringComparer.Ordinal), Repository.Files("core", "*.cs").Select(Folder).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_folder_uses_only_what_is_below_it()
    {
        var upwards =
            from file in Repository.Files("core", "*.cs")
            from folder in FoldersUsedIn(Repository.Read(file))
            where Floor(folder) > Floor(Folder(file))
            select $"{file} uses {folder}";

        Assert.Empty(upwards);
    }

    [Theory]
    [InlineData("using Outreach.Records;", "Records")]
    [InlineData("Outreach.Records.Shard shard", "Records")]
    [InlineData("number % Records.Shard.Count", "Records")]
    [InlineData("""<see cref="Records.Shard"/>""", "Records")]
    [InlineData("if (Records.Count > 0)", null)]
    [InlineData("writer.Records.Shard", null)]
    public void Every_way_to_name_a_type_of_another_folder_is_seen(string text, string? folder) =>
        Assert.Equal(folder is null ? [] : [folder], FoldersUsedIn(text));

    [Fact]
    public void The_readme_shows_the_floors_in_their_order()
    {
        var shown = FloorInReadme().Matches(Repository.Read("README.md")).Select(line => line.Groups["folder"].Value);

        Assert.Equal(FromTheGroundUp.Reverse(), shown);
    }

    private static IEnumerable<string> FoldersUsedIn(string text) =>
        Use().Matches(text).Select(use => use.Groups["folder"].Value)
            .Concat(ByPartOfItsName().Matches(text).Where(use => Types[use.Groups["folder"].Value].Contains(use.Groups["type"].Value)).Select(use => use.Groups["folder"].Value));

    private static string Folder(string file) => file.Split('/')[1];

    private static int Floor(string folder) => Array.IndexOf(FromTheGroundUp, folder);

    [GeneratedRegex(@"^using Outreach\.(?<folder>\w+)|\bOutreach\.(?<folder>\w+)\.\w", RegexOptions.Multiline)]
    private static partial Regex Use();

    [GeneratedRegex(@"(?<![\w.])(?<folder>[A-Z]\w+)\.(?<type>[A-Z]\w+)")]
    private static partial Regex ByPartOfItsName();

    [GeneratedRegex(@"\b(?:class|record|struct|enum|interface) (?<type>[A-Z]\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\| \d+ \| `(?<folder>\w+)/` \|", RegexOptions.Multiline)]
    private static partial Regex FloorInReadme();
}
