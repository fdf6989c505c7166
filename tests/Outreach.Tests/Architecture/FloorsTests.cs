using System.Text.RegularExpressions;
using Outreach.Tests.Infra;

namespace Outreach.Tests.Architecture;

/// <summary>The house has floors: a folder of core uses what is below it, and never what is above.</summary>
public sealed partial class FloorsTests
{
    private static readonly string[] FromTheGroundUp =
    [
        "Storage", "Ids", "Languages", "PlainLanguage", "Contacts", "Records", "Team",
        "People", "Meetings", "OptOuts", "Lists", "Texts", "Privacy", "Sending", "Nominations", "Replies", "Doors", "Calls", "Reminders", "Welcome", "Funnel", "Operating",
    ];

    [Fact]
    public void Every_folder_of_core_has_its_floor() =>
        Assert.Equal(FromTheGroundUp.Order(StringComparer.Ordinal), Repository.Files("core", "*.cs").Select(Folder).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_folder_uses_only_what_is_below_it()
    {
        var upwards =
            from file in Repository.Files("core", "*.cs")
            from Match use in Use().Matches(Repository.Read(file))
            where Floor(use.Groups["folder"].Value) > Floor(Folder(file))
            select $"{file} uses {use.Groups["folder"].Value}";

        Assert.Empty(upwards);
    }

    [Fact]
    public void The_readme_shows_the_floors_in_their_order()
    {
        var shown = FloorInReadme().Matches(Repository.Read("README.md")).Select(line => line.Groups["folder"].Value);

        Assert.Equal(FromTheGroundUp.Reverse(), shown);
    }

    private static string Folder(string file) => file.Split('/')[1];

    private static int Floor(string folder) => Array.IndexOf(FromTheGroundUp, folder);

    [GeneratedRegex(@"^using Outreach\.(?<folder>\w+)|\bOutreach\.(?<folder>\w+)\.\w", RegexOptions.Multiline)]
    private static partial Regex Use();

    [GeneratedRegex(@"^\| \d+ \| `(?<folder>\w+)/` \|", RegexOptions.Multiline)]
    private static partial Regex FloorInReadme();
}
