using System.Text;
using System.Text.RegularExpressions;

namespace Outreach.Languages;

/// <summary>What an organiser may write between double brackets: <c>((voornaam))</c> or <c>((firstname))</c>.</summary>
/// <param name="Fact">What the language files call it.</param>
public sealed record Placeholder(string Dutch, string English, string Fact)
{
    public string NameIn(string language) => language == "nl" ? Dutch : English;

    /// <summary>All there are. Both names are understood in a text of any language.</summary>
    public static readonly IReadOnlyList<Placeholder> All =
    [
        new("voornaam", "firstname", "firstName"),
        new("naam", "name", "name"),
        new("bijeenkomst", "meeting", "title"),
        new("wanneer", "when", "when"),
        new("dag", "day", "day"),
        new("tijd", "time", "time"),
        new("waar", "where", "place"),
        new("contact", "contact", "contact"),
        new("telefoon", "phone", "phone"),
        new("groep", "group", "group"),
        new("link", "link", "link"),
        new("code", "code", "code"),
    ];

    public static Placeholder? Find(string name) =>
        All.FirstOrDefault(known => Is(known.Dutch, name) || Is(known.English, name));

    private static bool Is(string known, string name) => string.Equals(known, name.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads the double brackets in an organiser's text.</summary>
internal static partial class Placeholders
{
    /// <summary>The first place that cannot be read: brackets around something we do not know, or that stay open.</summary>
    /// <returns>Null when all is well.</returns>
    public static (string Found, int At)? FirstUnknown(string text)
    {
        foreach (Match match in Brackets().Matches(text))
        {
            if (!match.Groups["name"].Success || Placeholder.Find(match.Groups["name"].Value) is null)
                return (match.Value, match.Index);
        }

        return null;
    }

    /// <summary>Words and the facts between them. A fact that is not known of somebody is left out with the space before it: "Dag ((voornaam))!" greets all the same.</summary>
    public static IEnumerable<(string Words, string? Fact)> Cut(string text, IReadOnlyDictionary<string, Fact> known)
    {
        var (from, words) = (0, new StringBuilder());
        foreach (Match match in Brackets().Matches(text))
        {
            words.Append(text, from, match.Index - from);
            from = match.Index + match.Length;
            if (Placeholder.Find(match.Groups["name"].Value) is { } found && known.ContainsKey(found.Fact))
            {
                yield return (words.ToString(), found.Fact);
                words.Clear();
            }
            else if (words.Length > 0 && words[^1] == ' ')
            {
                words.Length--;
            }
        }

        yield return (words.Append(text, from, text.Length - from).ToString(), null);
    }

    /// <summary>As long as the text, with a short name in each place, so that what a check reports is at the same place.</summary>
    public static string Masked(string text) => Brackets().Replace(text, match => "Jan".PadRight(match.Length)[..match.Length]);

    [GeneratedRegex(@"\(\((?:(?<name>[^()]{1,40})\)\)|[^\s()]*)")]
    private static partial Regex Brackets();
}
