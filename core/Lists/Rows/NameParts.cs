using System.Text.RegularExpressions;
using Outreach.Lists.Columns;

namespace Outreach.Lists.Rows;

/// <summary>One name of the parts that a row gives. A column "Naam" holds all of it, or, in one word, what its neighbours leave: the surname beside a first name.</summary>
internal static partial class NameParts
{
    /// <param name="name">Of the column that is called just "name".</param>
    /// <param name="first">The first name, or initials.</param>
    public static string? Join(string? name, string? first, string? infix, string? last)
    {
        if (name is null)
            return Once(first, infix, last);
        if (Family().IsMatch(name) || WordsOf(name).Count > 1)
            return name;
        if (last is not null && !IsSame(name, last))
            return Together(name, infix, last);
        return Together(first is null || IsSame(name, first) ? null : first, infix is null || name.StartsWith(infix + " ", StringComparison.OrdinalIgnoreCase) ? null : infix, name);
    }

    private static string? Together(params string?[] parts) => parts.Any(part => part is not null) ? string.Join(' ', parts.Where(part => part is not null)) : null;

    /// <summary>Without what one part repeats of another: "van" + "van Dijk", "Piet Jansen" + "Jansen", "Piet" + "Piet Jansen". It is certain what the name is.</summary>
    private static string? Once(string? first, string? infix, string? last)
    {
        if (last is not null && Turned.Match(last) is { Success: true } turned && (infix is null || Same(infix, turned.Groups["infix"].Value)))
            (infix, last) = (turned.Groups["infix"].Value, turned.Groups["name"].Value);
        if (infix is not null && last is not null && last.StartsWith(infix + " ", StringComparison.OrdinalIgnoreCase))
            infix = null;
        var surname = Together(infix, last);
        if (first is null || surname is null || first.Length == surname.Length)
            return Together(first, surname);
        if (first.EndsWith(" " + surname, StringComparison.OrdinalIgnoreCase))
            return first;
        return surname.StartsWith(first + " ", StringComparison.OrdinalIgnoreCase) ? surname : Together(first, surname);

        static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }

    // "Dijk, van".
    private static readonly Regex Turned = new(@"^(?<name>[^,]+?),? *(?:, *|\()(?<infix>(?:(?:van|de|der|den|het|'t|ter|ten|te|von|zu|la|le|el|al|di|da) ?)+)\)?\z", RegexOptions.IgnoreCase);

    private static bool IsSame(string name, string part) => WordsOf(name).SequenceEqual(WordsOf(part));

    /// <summary>Without the small words of surnames, unless there are no others: "Ben" is a first name too.</summary>
    private static List<string> WordsOf(string name) => Headers.Words(name).Where(word => !Small.IsMatch(word)).ToList() is { Count: > 0 } words ? words : [.. Headers.Words(name)];

    private static readonly Regex Small = new("^(?:van|de|der|den|het|t|ter|ten|te|von|zu|la|le|el|al|bin|ben|di|da|dos)$");

    [GeneratedRegex(@"^(?:fam|familie|family)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Family();
}
