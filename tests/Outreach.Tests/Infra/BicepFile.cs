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
        ParameterLine().Matches(Text).Select(line => new BicepParameter(line.Groups["name"].Value, line.Groups["value"].Success, line.Groups["secure"].Success));

    public IEnumerable<string> Variables => VariableLine().Matches(Text).Select(line => line.Groups["name"].Value);

    public IEnumerable<string> Outputs => OutputLine().Matches(Text).Select(line => line.Groups["name"].Value);

    public IEnumerable<(string Type, string Version)> Resources =>
        ResourceLine().Matches(Text).Select(line => (line.Groups["type"].Value, line.Groups["version"].Value));

    public IEnumerable<BicepModule> Modules => ModuleBlock().Matches(Text).Select(block => new BicepModule(
        block.Groups["name"].Value,
        Join(block.Groups["path"].Value),
        [.. ModuleParameter().Matches(block.Groups["params"].Value).Select(line => line.Groups["name"].Value)]));

    /// <summary>The text literals of <c>var NAME = [ … ]</c>.</summary>
    public IEnumerable<string> List(string variable)
    {
        var list = Regex.Match(Text, $@"^var {variable} = \[\n(?<items>.*?)^\]$", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(list.Success, $"{Path} has no list {variable}.");
        return Item().Matches(list.Groups["items"].Value).Select(item => item.Groups["text"].Value);
    }

    /// <summary>Null when every bracket and quotation mark has its partner; else what is wrong and where.</summary>
    public string? Imbalance()
    {
        var open = new Stack<char>();
        for (var i = 0; i < Text.Length; i++)
        {
            var inText = open.TryPeek(out var top) && top == '\'';
            if (inText ? WrongInText(open, ref i) : WrongInCode(open, ref i))
                return $"{Path}, line {1 + Text.AsSpan(0, i).Count('\n')}: '{Text[i]}' does not fit '{(open.TryPeek(out top) ? top : ' ')}'";
        }

        return open.Count is 0 ? null : $"{Path}: '{open.Peek()}' is never closed";
    }

    private bool WrongInText(Stack<char> open, ref int i)
    {
        switch (Text[i])
        {
            case '\n':
                return true;
            case '\\':
                i++;
                break;
            case '\'':
                open.Pop();
                break;
            case '$' when Text[i + 1] is '{':
                i++;
                open.Push('{');
                break;
        }

        return false;
    }

    private bool WrongInCode(Stack<char> open, ref int i)
    {
        switch (Text[i])
        {
            case '/' when Text[i + 1] is '/':
                i = Text.IndexOf('\n', i);
                break;
            case '\'' or '{' or '[' or '(':
                open.Push(Text[i]);
                break;
            case '}' or ']' or ')':
                return !open.TryPop(out var partner) || partner != (Text[i] switch { '}' => '{', ']' => '[', _ => '(' });
        }

        return false;
    }

    private string Join(string path) => Path[..(Path.LastIndexOf('/') + 1)] + path;

    [GeneratedRegex(@"(?<secure>^@secure\(\)\n)?^param (?<name>\w+)(?: \w+)?(?<value> = )?", RegexOptions.Multiline)]
    private static partial Regex ParameterLine();

    [GeneratedRegex(@"^var (?<name>\w+) =", RegexOptions.Multiline)]
    private static partial Regex VariableLine();

    [GeneratedRegex(@"^output (?<name>\w+) \w+ =", RegexOptions.Multiline)]
    private static partial Regex OutputLine();

    [GeneratedRegex(@"^resource \w+ '(?<type>[\w./]+)@(?<version>[\w-]+)'", RegexOptions.Multiline)]
    private static partial Regex ResourceLine();

    [GeneratedRegex(@"^module (?<name>\w+) '(?<path>[^']+)' = [^\n]*\{\n(?:(?!^\}$)[^\n]*\n)*?  params: \{\n(?<params>.*?)^  \}\n.*?^\}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ModuleBlock();

    [GeneratedRegex(@"^    (?<name>\w+):", RegexOptions.Multiline)]
    private static partial Regex ModuleParameter();

    [GeneratedRegex(@"^  '(?<text>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex Item();
}

internal sealed record BicepParameter(string Name, bool HasValue, bool IsSecure);

/// <param name="Path">From the root of the repository.</param>
internal sealed record BicepModule(string Name, string Path, IReadOnlyList<string> Parameters);
