using System.Text.RegularExpressions;
using Outreach.Lists.Columns;

namespace Outreach.Lists.Rows;

/// <summary>The name that a mail program puts before an address, "Els de Wit &lt;els@…&gt;". It may be another one than that of the row.</summary>
internal static partial class DisplayName
{
    private const int MinPrefix = 3;

    // "Jan" is the beginning of "Jansen".
    private const int MaxMore = 2;

    private static readonly Field[] NameFields = [Field.Name, Field.FirstName, Field.Initials, Field.LastName];

    /// <summary>Mail to a list comes "via" it, and so the list's address stands behind the name of whoever wrote.</summary>
    public static bool IsOfList(string text) => text.Contains('<', StringComparison.Ordinal) && Before().Match(text) is { Success: true } name && Via().IsMatch(name.Value);

    /// <summary>Whoever has the surname of the row and another first name is another person; whoever has the first name may have married.</summary>
    public static bool IsOfAnother(string text, RowCells cells)
    {
        if (!text.Contains('<', StringComparison.Ordinal) || Before().Match(text) is not { Success: true } before || before.Value.Contains('@', StringComparison.Ordinal))
            return false;
        var shown = WordsOf(before.Value);
        var row = NameFields.Select(cells.Text).Where(cell => cell is not null).SelectMany(cell => WordsOf(cell!)).ToList();
        if (shown.Count == 0 || row.Count == 0)
            return false;
        var first = FirstNames(cells, row);
        if (shown.Count == 1 || first.Count == 0)
            return !shown.Exists(word => row.Exists(other => AreOne(word, other)));
        // The surname that both have does not stand for an initial: "P. Pot" is not "M. Pot".
        var others = shown.Except(row.Except(first)).ToList();
        return others.Count > 0 && !others.Exists(word => first.Exists(other => AreOne(word, other)));
    }

    private static List<string> FirstNames(RowCells cells, List<string> row)
    {
        var own = new[] { Field.FirstName, Field.Initials }.Select(cells.Text).Where(cell => cell is not null).SelectMany(cell => WordsOf(cell!)).ToList();
        if (own.Count > 0 || cells.Text(Field.Name) is not { } name)
            return own;
        // "Jansen, Jan".
        if (name.IndexOf(',', StringComparison.Ordinal) is var comma and > 0 && WordsOf(name[(comma + 1)..]) is { Count: > 0 } turned)
            return turned;
        return row.Count < 2 || Family().IsMatch(name) ? row : row[..^1];
    }

    // "P." and "Piet" are one, and so are "Piet" and "Pieter".
    private static bool AreOne(string one, string other)
    {
        if (!one.StartsWith(other, StringComparison.Ordinal) && !other.StartsWith(one, StringComparison.Ordinal))
            return false;
        var (shorter, more) = (Math.Min(one.Length, other.Length), Math.Abs(one.Length - other.Length));
        return more == 0 || shorter == 1 || (shorter >= MinPrefix && more <= MaxMore);
    }

    private static List<string> WordsOf(string name) => [.. Headers.Words(NoName.Replace(name, " "))];

    [GeneratedRegex(@"^[^<>]*\p{L}[^<>]*(?=<[^<>]+>\s*[;,]?\s*\z)")]
    private static partial Regex Before();

    [GeneratedRegex(@"\bvia\b", RegexOptions.IgnoreCase)]
    private static partial Regex Via();

    [GeneratedRegex(@"^(?:fam|familie|family|familie)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Family();

    // Titles, the small words of surnames, and what an address is for.
    private static readonly Regex NoName = new(@"(?<![\p{L}'’])(?:van|de|der|den|het|'t|ter|ten|te|von|zu|la|le|el|al|fam|familie|family|dhr|mevr|mw|mvr|heer|mevrouw|meneer|mr|mrs|dr|drs|ir|ing|e-?mail|mail|priv[eé]|werk|work|home|thuis|privat|nieuw|new)(?![\p{L}'’])", RegexOptions.IgnoreCase);
}
