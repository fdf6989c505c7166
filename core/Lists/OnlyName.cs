using System.Text.RegularExpressions;
using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;

namespace Outreach.Lists;

/// <summary>
/// Whether what somebody wrote as the name of another is only a name: "Fatima, ill, lives alone, 3rd floor" tells of her health and her home. Whoever writes it is
/// there to mend it, so in doubt it is not.
/// </summary>
public static partial class OnlyName
{
    /// <summary>More small words than this beside a name are a sentence.</summary>
    private const int MaxSmallWords = 2;

    /// <summary>In a name that is written without any capital.</summary>
    private const int MaxWithoutCapitals = 5;

    private const int MaxWordsBeside = 3;

    public static bool Is(string name)
    {
        if (BesideName.WithoutSensitive(name, "") != name)
            return false;
        var parts = Apart().Split(name).Where(part => !string.IsNullOrWhiteSpace(part)).ToList();
        var words = WordsOf(name);
        var small = words.Where(word => char.IsLower(word[0])).ToList();
        return parts.Count <= 2
            && parts.Skip(1).All(IsOfAName)
            && !small.Exists(word => SensitiveWords.AreIn(word) || Situation.IsMatch(word))
            && small.Count(word => !Infix.IsMatch(word)) <= (words.Exists(word => char.IsUpper(word[0])) ? MaxSmallWords : MaxWithoutCapitals);
    }

    /// <summary>"Jansen, Jan", "Vries, P. de" or "Fatima (Fa)". A script without capitals shows no difference, and has no such names.</summary>
    private static bool IsOfAName(string part) =>
        WordsOf(part) is { Count: > 0 and <= MaxWordsBeside } words && !part.Any(char.IsDigit) && words.All(word => (char.IsUpper(word[0]) || Infix.IsMatch(word)) && !SensitiveWords.AreIn(word));

    private static List<string> WordsOf(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[,;:/|()\[\]{}،؛]|\s[-–—*]+\s")]
    private static partial Regex Apart();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’.-]*")]
    private static partial Regex Word();

    private static readonly Regex Infix = new(@"^(?:van|de|der|den|het|'t|ter|ten|te|op|in|aan|von|zu|du|des|da|di|do|dos|das|del|della|la|le|les|el|al|ul|ad|ait|ben|bin|bint|ibn|abu|abd|af|av|y|e|i|en|et|und|and)\.?\z");

    private static readonly Regex Situation = new(@"^(?:alleen|eenzaam|woont|wonen|verdieping|etage|weduwe|weduwnaar|gescheiden|werkloos|bijstand|uitkering|schulden|bejaarde?|hulpbehoevende?|spreekt|heeft|lives?|living|alone|lonely|floor|widow|widower|"
        + @"divorced|unemployed|elderly|speaks|needs|seule?|veuve|veuf|divorcée?|habite|allein|einsam|wohnt|witwer?|geschieden|arbeitslos)\z");
}
