using System.Text.RegularExpressions;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>Words in a cell by which somebody wants to be left alone, and by which way. They come compact: small letters without blanks.</summary>
internal static partial class OptOutPhrases
{
    private static readonly string[] Known =
    [
        "afgemeld", "uitgeschreven", "unsub", "optout", "optedout", "abgemeldet", "abbestellt", "ausgetragen", "geblokkeerd", "blocked", "gesperrt", "blacklist", "cleaned", "complain", "spam", "opgezegd",
        "overleden", "deceased", "verstorben", "wilniet", "niettoestaan", "nichtzulassen", "suppress", "bezwaar", "widerspr", "verzet", "dnc", "gestopt", "stopped",
    ];

    private static readonly string[] NotStops = ["not", "nog", "nietafgemeld", "nietuitgeschreven", "nietgeblokkeerd", "geenbezwaar", "keinwiderspr"];

    public static bool Contains(string word) => word is "stop" || (!IsNoStop(word) && (IsKnown(word) || LeaveAlone().IsMatch(word)));

    /// <summary>"Ja, maar geen sms" is about SMS alone; any other stop is about all.</summary>
    public static Ways WaysOf(string word) => IsKnown(word) || OneWay().Count(word) is 0
        ? Ways.All
        : OneWay().Matches(word).Select(match => match.Groups["way"].Value).Aggregate(Ways.None, (ways, way) => ways | WayOf(way));

    private static Ways WayOf(string way) => way[0] switch
    {
        's' or 'w' or 'a' or 't' => Ways.Sms,
        'e' or 'm' or 'n' => Ways.Email,
        'p' => Ways.Post,
        // A phone number that is not to be called is not written to either.
        _ => Ways.Call | Ways.Sms,
    };

    private static bool IsNoStop(string word) => word is not "nottobecontacted" && Array.Exists(NotStops, start => word.StartsWith(start, StringComparison.Ordinal));

    private static bool IsKnown(string word) => Array.Exists(Known, stop => word.Contains(stop, StringComparison.Ordinal));

    // Not to be done: "niet benaderen". What has not been done yet, "niet benaderd", is something else.
    [GeneratedRegex("(?:niet|nooit|nicht|niemals|donot|dont|never)(?:meer|mehr|langer|te|zu)*(?:benaderen|(?:e?mail|bell|app|smss?|contacter|aanschrijv|schrijv|uitnodig|stor|stur)en|sms|contact(?!ed|eerd)|call(?!ed)|e?mail(?!ed)|text(?!ed)|invite(?!d)|write|disturb(?!ed)|anrufen|kontaktieren|anschreiben|einladen)"
        + "|(?:geen|keine?n?|nomore|no|zonder|without)(?:meer)?(?:contact|kontakt|sms|app|e?mail|call|berichten|messages|nachrichten|uitnodig|invit)|nottobecontacted")]
    private static partial Regex LeaveAlone();

    [GeneratedRegex("(?:niet|nooit|nicht|donot|dont|never|geen|keine?n?|nomore|no)(?:meer|mehr|langer|te|zu)*(?<way>sms|whatsapp|app|text|e?mail|nieuwsbrie|newsletter|post(?!code)|bellen|call|anruf)")]
    private static partial Regex OneWay();
}
