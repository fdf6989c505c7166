using System.Text.RegularExpressions;

namespace Outreach.Tests.Infra;

/// <summary>
/// What our own Bicep files declare, read line by line: they are written with one declaration a line and two spaces a level. Not a compiler;
/// it finds what a hand easily gets wrong.
/// </summary>
internal sealed partial record BicepFile(string Path, string Text)
{
    public static BicepFile Read(string path) => new(path, Repository.Read(path));

    public static IReadOnlyList<BicepFile> All => [.. Repository.Files("infra", "*.bicep*").Select(Read)];

    public IEnumerable<BicepParameter> Parameters =>
        ParameterLine().Matches(Text).Select(line => new BicepParameter(line.Groups["name"].Value, line.Groups["secure"].Success));

    public IEnumerable<(string Type, string Version)> Resources =>
        ResourceLine().Matches(Text).Select(line => (line.Groups["type"].Value, line.Groups["version"].Value));

    /// <summary>The text literals of <c>var NAME = [ … ]</c>.</summary>
    public IEnumerable<string> List(string variable)
    {
        var list = Regex.Match(Text, $@"^var {variable} = \[\n(?<items>.*?)^\]$", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(list.Success, $"{Path} has no list {variable}.");
        return Item().Matches(list.Groups["items"].Value).Select(item => item.Groups["text"].Value);
    }

    [GeneratedRegex(@"(?<secure>^@secure\(\)\n)?^param (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex ParameterLine();

    [GeneratedRegex(@"^resource \w+ '(?<type>[\w./]+)@(?<version>[\w-]+)'", RegexOptions.Multiline)]
    private static partial Regex ResourceLine();

    [GeneratedRegex(@"^  '(?<text>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex Item();
}

internal sealed record BicepParameter(string Name, bool IsSecure);
