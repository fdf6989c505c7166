using System.Text.RegularExpressions;
using Outreach.Lists.Columns;

namespace Outreach.Lists.Rows;

/// <summary>One name of the parts that a row gives. A column "Naam" holds all of it, or what its neighbours leave: the surname beside a first name.</summary>
internal static partial class NameParts
{
    /// <param name="name">Of the column that is called just "name".</param>
    /// <param name="first">The first name, or initials.</param>
    public static string? Join(string? name, string? first, string? infix, string? last)
    {
        if (name is null)
            return Together(first, infix, last);
        if (Family().IsMatch(name))
            return name;
        var (before, after) = (first is not null && !Holds(name, first) ? first : null, last is not null && !Holds(name, last) ? last : null);
        if (after is not null)
            return Together(name, infix, after);
        var isSurname = WordsOf(name).Count == 1;
        return before is not null || isSurname ? Together(before, infix is null || Holds(name, infix, all: true) ? null : infix, name) : name;
    }

    private static string? Together(params string?[] parts) => parts.Any(part => part is not null) ? string.Join(' ', parts.Where(part => part is not null)) : null;

    /// <summary>"Jan" stands in "Jan de Boer", and in "J. de Boer" as well.</summary>
    private static bool Holds(string name, string part, bool all = false)
    {
        var (whole, words) = (Headers.Words(name).ToList(), all ? [.. Headers.Words(part)] : WordsOf(part));
        return words.Count == 0 || words.Exists(word => whole.Exists(other => other == word || (whole.Count > 1 && (other.Length == 1 || word.Length == 1) && other[0] == word[0])));
    }

    /// <summary>Without the small words of surnames.</summary>
    private static List<string> WordsOf(string name) => [.. Headers.Words(name).Where(word => !Small().IsMatch(word))];

    [GeneratedRegex("^(?:van|de|der|den|het|t|ter|ten|te|von|zu|la|le|el|al|bin|ben|di|da|dos)$")]
    private static partial Regex Small();

    [GeneratedRegex(@"^(?:fam|familie|family)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Family();
}
