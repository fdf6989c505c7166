using System.Text.RegularExpressions;

namespace Outreach.Lists.Files;

/// <summary>
/// Text that somebody struck through. It is marked in the text itself, "~~06 12345678~~ 06 87654321", so that a file which is kept without its formatting still says so.
/// </summary>
public static partial class CrossedOut
{
    public static string Mark(string text) => string.IsNullOrWhiteSpace(text) || Has(text) ? text : $"~~{text}~~";

    public static bool Has(string text) => text.Contains("~~", StringComparison.Ordinal) && Struck().IsMatch(text);

    /// <summary>What was not struck through.</summary>
    public static string Left(string text) => Struck().Replace(text, " ").Trim();

    /// <summary>Something was struck through, and nothing else stands there.</summary>
    public static bool IsAll(string text) => Has(text) && Left(text).Length == 0;

    /// <summary>The same text without the marks.</summary>
    public static string Unmarked(string text) => Has(text) ? Struck().Replace(text, "${text}") : text;

    [GeneratedRegex("~~(?<text>.+?)~~", RegexOptions.Singleline)]
    private static partial Regex Struck();
}
