using System.Text.RegularExpressions;

namespace Outreach.Lists.Rows;

/// <summary>What the words around a number or an address in a cell say of it: "06… (oud)", "nieuw: 06…", "zie dochter 06…".</summary>
internal static partial class Belonging
{
    /// <summary>Without those that the cell says are old, wrong or somebody else's, and only the new ones where it calls some new.</summary>
    /// <param name="found">Where they stand, in their order.</param>
    public static List<T> Usable<T>(string text, IReadOnlyList<(Range Where, T Value)> found)
    {
        var usable = new List<(bool IsNew, T Value)>();
        for (var i = 0; i < found.Count; i++)
        {
            var (start, end) = (found[i].Where.Start.Value, found[i].Where.End.Value);
            var before = text[(i == 0 ? 0 : found[i - 1].Where.End.Value)..start];
            var behind = text[end..(i + 1 == found.Count ? text.Length : found[i + 1].Where.Start.Value)];
            var words = $"{(i == 0 ? before : OfNext(before))}\n{(i + 1 == found.Count ? behind : OfEarlier(behind))}";
            if (!NotToUse().IsMatch(words))
                usable.Add((New().IsMatch(words), found[i].Value));
        }

        return [.. usable.Where(one => one.IsNew || !usable.Exists(other => other.IsNew)).Select(one => one.Value)];
    }

    // Words between two of them belong to both, unless a character says to which: "06… (oud) 06…", "06… nieuw: 06…".
    private static string OfEarlier(string between) =>
        Cut().Match(between) is { Success: true } cut ? between[..cut.Index] : between.TrimEnd().EndsWith(':') ? "" : between;

    private static string OfNext(string between) =>
        Cut().Match(between) is { Success: true } cut ? between[(cut.Index + cut.Length)..] : between;

    [GeneratedRegex(@"[)\];,/|\n]|\s(?:of|or|en|and|und|oder)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Cut();

    [GeneratedRegex(@"\b(?:nieuwe?|new|neue?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex New();

    [GeneratedRegex(@"\b(?:oude?|old|alte?|vorige|voormalig|vroeger|previous|former|foute?|foutief|verkeerde?|onjuist|klopt niet|niet juist|wrong|incorrect|falsche?|ongeldig|invalid|ungültig|bounced?|gebounced|onbestelbaar|undeliverable|unzustellbar|vervallen|opgeheven|afgesloten|verlopen|defect|kapot|buiten gebruik|"
        + @"(?:niet|nicht|not|no longer)(?: meer| mehr| langer)? (?:in (?:gebruik|use|dienst|betrieb)|gebruiken|use|bereikbaar|geldig|actief|valid|active|van (?:hem|haar))|(?:werkt|bestaat) niet|doet het niet|"
        + @"(?:zie|siehe)(?! (?:ook|auch|opm|notitie|bemerk))|via(?! (?:de )?(?:whats?app|app|sms|e?-?mail|telefoon|signal))|p/a|c/o|(?:nummer|nr|tel|telefoon|mobiel|mail|e-mail|adres|number) (?:van|of|von)(?! (?:hem|haar)?zelf)|"
        + @"(?:schoon)?(?:dochter|zoon|moeder|vader|zus(?:ter)?|broer)|buurvrouw|buurman|buren|buur|kleinzoon|kleindochter|neef|tante|oom|mantelzorger|begeleider|begeleidster|bewindvoerder|"
        + @"daughter|son|mother|father|sister|brother|neighbou?rs?|tochter|sohn|mutter|nachbar(?:in)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotToUse();
}
