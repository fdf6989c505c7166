using System.Text.RegularExpressions;
using Outreach.Records;

namespace Outreach.Lists.Columns.Noes;

/// <summary>
/// What stands beside a name in its cell and is not part of it: "An (nee)", "An - niet meer", "An ✗". It is read like an answer. A nickname, a maiden name or a number
/// in brackets says nothing.
/// </summary>
internal static partial class BesideName
{
    private const int MaxName = 200;

    /// <summary>Refused where it is plain, unproven where it may be a no.</summary>
    public static Permission Said(string name)
    {
        if (name.Length > MaxName)
            return Permission.Unsaid;
        if (OptOutPhrases.IsOfTheDead(name))
            return Permission.Refused;
        if (Alone.IsMatch(name))
            return Permission.Unproven;
        var said = Mark().IsMatch(name) ? Permission.Unproven : Permission.Unsaid;
        foreach (Match match in Apart().Matches(name))
        {
            if (SaidBy(match) is var answer && answer > said)
                said = answer;
        }

        return said is Permission.Unsaid && Words(name).Any(part => PermissionWords.InAnyStatus(part) is not Permission.Unsaid) ? Permission.Unproven : said;
    }

    /// <summary>The name, without what stands beside it and says something of that kind.</summary>
    public static string Without(string name) =>
        Said(name) is Permission.Unsaid || Mark().Replace(Apart().Replace(name, match => SaidBy(match) is Permission.Unsaid ? match.Value : " "), " ").Trim() is not { Length: > 0 } left ? name : left;

    /// <summary>The name, with something instead of what stands beside it of health, origin or belief.</summary>
    public static string WithoutSensitive(string name, string instead)
    {
        if (name.Length > MaxName || !SensitiveWords.AreIn(name) && !name.Contains(SensitiveWords.Shown, StringComparison.Ordinal))
            return name;
        var left = Apart().Replace(name, Instead);
        return (name.Any(char.IsLower) ? Unlike().Replace(left, Instead) : left).Trim();

        string Instead(Match match) => SensitiveWords.AreIn(match.Groups["part"].Value) ? instead : match.Value;
    }

    private static Permission SaidBy(Match match)
    {
        var part = match.Groups["part"].Value.Trim();
        // "(man overleden)" is said of somebody who lives.
        if (part.Length < 2 || OptOutPhrases.IsOfAnother(part))
            return Permission.Unsaid;
        if (Accents.IsMaidenName(part) || NotesOfNo.IsCutShort(Headers.Spaced(part)) || Headers.Compact(part) is "bedankt")
            return Permission.Unproven;
        var answer = PermissionWords.InAnyStatus(part);
        var said = answer is Permission.OptedOut ? Permission.Refused : answer;
        // Behind a dash it may be the other half of a surname: "Jansen - Stop".
        return said is Permission.Refused && match.Value.TrimStart()[0] is ('-' or '/' or '|') && Surname().IsMatch(part) ? Permission.Unproven : said;
    }

    /// <summary>Words that are written unlike the name beside them: "An NIET", "An verhuisd". They may be a surname all the same.</summary>
    private static IEnumerable<string> Words(string name) =>
        name.Any(char.IsLower) ? Unlike().Matches(Accents.WithMaidenName(name)).Select(match => match.Groups["part"].Value) : [];

    // What became of whoever lived there, instead of a name.
    private static readonly Regex Alone = new(@"^\W*(?:(?:is )?(?:verhuisd|vertrokken|verzogen|moved|umgezogen|weggezogen)|wil niet|weigert|geen contact|niet welkom)\W*\z", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"[(\[{](?<part>[^()\[\]{}]+)(?:[)\]}]|\z)|\s[-/|;:*]+\s*(?<part>[^()\[\]{}/|;:]+)|^(?<part>[^:]+):\s|[;,|/]\s*(?<part>\p{Ll}[^,;()/|]*)\z")]
    private static partial Regex Apart();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+\z")]
    private static partial Regex Surname();

    [GeneratedRegex(@"(?<!\b(?:van|de|der|den|het|ter|ten|DE|VAN|DER|DEN))(?:^|\s)(?<part>\p{Lu}{3,}(?:\s\p{Lu}{2,})*)(?=[\s!?.,]|\z)|(?<=\p{Lu}\S*\s)(?<part>\p{Ll}[\p{Ll} ]*)[!?.]*\z")]
    private static partial Regex Unlike();

    [GeneratedRegex(PermissionWords.Crosses + @"|☠|🪦|(?:^|\s)\+ ?(?:19|20)[0-9]{2}\b")]
    private static partial Regex Mark();
}
