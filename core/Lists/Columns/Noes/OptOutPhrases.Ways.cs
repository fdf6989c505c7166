using System.Text.RegularExpressions;
using Outreach.Records;

namespace Outreach.Lists.Columns.Noes;

/// <summary>Which ways such a no is about, and what may be kept of it.</summary>
internal static partial class OptOutPhrases
{
    private static readonly (Ways Way, string Phrase)[] OfOneWay = [(Ways.Call, "niet bellen"), (Ways.Post, "geen post"), (Ways.Sms, "geen sms"), (Ways.Email, "niet mailen")];

    /// <summary>"Ja, maar geen sms" is about SMS alone, and "alleen per post" about all but post; any other stop is about all.</summary>
    public static Ways WaysOf(string cell)
    {
        var words = WordsOf(cell);
        if (OtherWay.Match(words) is { Success: true } other)
            return other.Groups["post"].Success ? Ways.All & ~Ways.Post : Ways.Sms | Ways.Email;
        // "Graag mail, niet bellen" is not "mail niet".
        if (ClausesOf(cell) is var clauses && OneWay.IsMatch(clauses))
            words = clauses;
        // "Niet bellen, wil geen contact": what is left says no too.
        if (IsAnswer(Headers.Compact(cell)) || OneWay.Count(words) is 0 || ShoutedStop.IsMatch(cell) || Contains(OneWay.Replace(words, " ")))
            return Ways.All;
        return OneWay.Matches(words).SelectMany(match => match.Groups["way"].Captures).Aggregate(Ways.None, (ways, way) => ways | WayOf(way.Value));
    }

    /// <summary>The ways that a no to others leaves: "niet bellen, wel mailen", "geen sms, mail mag wel".</summary>
    public static Ways LeftBy(string cell) => WaysOf(cell) is var no and not Ways.All
        ? Still.Matches(ClausesOf(cell)).Select(match => WayOf(match.Groups["way"].Value)).Aggregate(Ways.None, (ways, way) => ways | (way is (Ways.Call | Ways.Sms) ? Ways.Call : way))
        : Ways.None;

    /// <summary>What may be kept of a text that says no: that it does, and about which ways.</summary>
    public static string Bare(string text)
    {
        if (OtherWay.Match(WordsOf(text)) is { Success: true } other)
            return other.Value;
        if (IsOfMailAlone(text))
            return "geen e-mail";
        var ways = WaysOf(text);
        // A number that is not to be called is not written to either.
        var said = ways.HasFlag(Ways.Call) ? ways & ~Ways.Sms : ways;
        return ways is Ways.All or Ways.None ? OfAllWays : string.Join(", ", OfOneWay.Where(one => said.HasFlag(one.Way)).Select(one => one.Phrase));
    }

    /// <summary>The words of a text, with a comma between its clauses.</summary>
    private static string ClausesOf(string text) => string.Join(" , ", ClauseEnd().Split(text).Select(WordsOf).Where(clause => clause.Length > 0));

    /// <summary>Somebody has no e-mail, or wants none: nothing is said of other ways.</summary>
    public static bool IsOfMailAlone(string text) => NoEmail().IsMatch(WordsOf(text));

    public static Ways WayOf(string way) => way[0] switch
    {
        's' or 'w' or 'a' => Ways.Sms,
        'e' or 'm' or 'n' => Ways.Email,
        'p' when way[1] is 'o' => Ways.Post,
        'l' or 'f' => Ways.Post,
        'b' when way[1] is 'r' => Ways.Post,
        't' when way is "text" => Ways.Sms,
        // A phone number that is not to be called is not written to either.
        _ => Ways.Call | Ways.Sms,
    };

    private const string Way = "(?<way>sms|whats ?app|app(?!el|art)|text|e ?mail|mail|nieuwsbrie|newsletter|post(?!code)|brie|letter|folder|flyer|bellen|opbellen|gebeld|beld|telefo|phone|call|anruf)\\w*";

    private static readonly Regex OneWay = new("\\b(?:niet|nooit|nicht|do ?not|don ?t|never|geen|keine?n?|no ?more|no)(?: ?(?:meer|mehr|more|langer|verdere?|further|any|te|zu|per|via|by|aub|svp|graag|send|receive))* ?(?:ge ?)?" + Way
        + "(?:(?:(?: ,)? " + Way + ")*(?: ,)? (?:of|or|en|and|noch|und|oder|nor) (?:(?:geen|per|via|no|niet) )?" + Way + ")?"
        + "|\\b(?<way>bel|bellen|mail|mailen|app|appen|sms|smsen|sms en)(?: (?:mag|mogen|me|mij|hem|haar|hen|ons|aub|svp|a u b|s v p))? (?:niet|nooit)\\b"
        + "|" + WayAndNo);

    private const string NotRefused = "(?<!\\b(?:niet|geen|nooit|not|no|nicht|kein|keine|meer|per|via|of|en|te|ge) )\\b";

    private static readonly Regex Still = new(NotRefused + Way + " (?:(?:is|mag|kan|may|darf) )*(?:wel|prima|toegestaan)\\b(?! (?:niet|nooit|" + Way + ")\\b)|" + NotRefused + "(?:wel|graag|liever|alleen|but|aber) (?:(?:per|via|een|met) )*" + Way + "\\b(?! (?:niet|nooit|ontvangen|gehad|gekregen|gestuurd|bekend|adres)\\b)"
        + "|" + NotRefused + Way + " (?:mag|kan|may|darf)(?= ,|$)");

    // "Sms niet, bellen wel".
    private const string WayAndNo = "(?<=^|, )(?:per |via )?" + Way + "(?: (?:graag|dus|svp|aub))* (?:niet|nooit)(?: meer)?(?= ,|$)";

    [GeneratedRegex(@"[,;/|\n]|\.\s")]
    private static partial Regex ClauseEnd();

    [GeneratedRegex("^(?:geen|keine?|no|pas d) e ?mails?$")]
    private static partial Regex NoEmail();
}
