using System.Text.RegularExpressions;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>
/// Columns of the way in which somebody wants to be reached: "Contactvoorkeur", "Kanaal". Who chose paper, or none, may have chosen against messages; who chose among
/// messages and calls has not.
/// </summary>
internal static class WayCells
{
    /// <param name="header">Of a column that is about contact.</param>
    public static bool IsIn(string header) => AreAllOf(header) || AskForOne(header) || Header.IsMatch(Headers.Compact(header)) || Headers.Words(header).LastOrDefault() is "via" or "per" or "by" or "digitaal" or "digital";

    /// <summary>Asks by which way, in words of its own: "Hoe wilt u benaderd worden?", "Liefst via", "Verzendwijze".</summary>
    public static bool AskForOne(string header) => Asks.IsMatch(Headers.Spaced(header));

    /// <summary>The ways that a cell names behind a header that leaves them open: "Niet benaderen via".</summary>
    public static Ways NamedBehind(string header, string cell)
    {
        var words = Headers.Words(header).ToList();
        if (words.Count == 0 || words[^1] is not ("via" or "per" or "by") || !words.Exists(PermissionStems.Negations.Contains))
            return Ways.None;
        var named = Headers.Words(cell).ToHashSet(StringComparer.Ordinal);
        return OnlyWays.IsMatch(Headers.Spaced(cell)) ? PermissionHeaders.WaysOf(string.Concat(named), named) : Ways.None;
    }

    /// <summary>"Mail/app/post", "Brief of mail", "Manier".</summary>
    public static bool AreAllOf(string header)
    {
        var words = Headers.Words(header).ToList();
        return words is ["manier" or "wijze" or "methode" or "method" or "weise" or "way"] || (words.Count(word => Way.IsMatch(word)) > 1 && WordsOfWays.IsMatch(string.Join(' ', words)));
    }

    /// <summary>All are names of ways, or say that none is wanted: whatever the column is called, it says how somebody wants to be reached.</summary>
    public static bool NameWaysAndNone(IEnumerable<string> cells)
    {
        var texts = cells.Where(cell => cell.Any(char.IsLetter)).Select(Headers.Spaced).ToList();
        return texts.Exists(text => NoneOfThem.IsMatch(text)) && texts.Exists(text => Way.IsMatch(text)) && texts.TrueForAll(text => WordsOfWays.IsMatch(text));
    }

    /// <summary>Nearly all are names of ways, and some are paper, none, or one way alone.</summary>
    public static bool MaySayNo(IEnumerable<string> cells)
    {
        var texts = cells.Where(cell => cell.Any(char.IsLetter)).Select(Headers.Spaced).ToList();
        return texts.Exists(text => Against.IsMatch(text)) && texts.Count(text => !WordsOfWays.IsMatch(text)) * 4 < texts.Count;
    }

    private static readonly Regex Header = new("communic|kommunik|voorkeur|preferen|preferred|bevorzug|wijze|manier|method|kanaal|kanalen|channel|kanal|hoebenader|hoebereik|digitaal|digital");

    private const string Reached = "(?:\\w*benader\\w*|uitgenodigd|uitnodig\\w*|bereik\\w*|gecontacteerd|contact\\w*|contacteren|geinformeerd|informeren|(?:op de )?hoogte|bericht\\w*|horen|gevraagd|aangeschreven|ontvangen|invited?|reach(?:ed)?|contact(?:ed)?|informed|notified|hear|told|eingeladen|erreich\\w*|kontaktiert|informiert|benachrichtigt)";

    private static readonly Regex Asks = new("^(?:hoe|how|wie|op welke (?:wijze|manier)|in which way) (?:(?:het )?(?:liefst|beste?) )?(?:wil|wilt|wilde|wenst|mogen|mag|kunnen|kan|moeten|zullen|zou|would|should|can|may|do|shall|mochten|mochtest|durfen|konnen|sollen)\\b.*\\b" + Reached + "\\b"
        + "|^(?:het )?(?:liefst|liever|graag|bij voorkeur|beste?|info(?:rmatie)?|bericht(?:en)?|uitnodig\\w*|benaderen|bereiken|contact|preferably|am liebsten|lieber) (?:\\w+ )?(?:via|per|by|uber)$|^(?:best|preferred) (?:way|method)\\b|^beste? (?:manier|wijze)\\b"
        + "|^(?:uitnodigings?|contact|verzend|communicatie|benader(?:ings)?|bericht|verzendings?) ?(?:vorm|wijze|methode|weg|kanaal|medium|type)$|^(?:medium|media|contact method|delivery method|kontaktweg|kontaktart|versandart|versandweg)$");

    private static readonly Regex OnlyWays = new("^(?:(?:(?:e ?)?mails?|mailen|sms|sms ?jes|post|brief|brieven|papier|letters?|telefo(?:on|nisch|n)|phone|tel|bellen|calls?|anruf|mobiel|whats ?app|app|appen|en|of|and|or|und|oder|via|per|de|het)(?: |$))+$");

    private static readonly Regex Against = new("\\b(?:post|postal|brief|brieven|papier|papieren|paper|schriftelijk|letters?|briefpost|geen|none|niemand|nobody|niets|niet|nee|neen|no|nein|nicht|keine?|kein|nooit|nergens|never|alleen|uitsluitend|enkel|only|nur)\\b(?! (?:voorkeur|preference|bevorzugung|praferenz))");

    private static readonly Regex WordsOfWays = new("^(?:(?:e ?mails?|mails?|mailen|sms|sms ?jes|smsen|post|postal|brief|brieven|papier|papieren|paper|schriftelijk|letters?|briefpost|telefo(?:on|nisch|n)|telefonisch|phone|tel|bellen|call|calls|anruf|mobiel|mobile|whats ?app|app|appen|signal|deur|door|huisbezoek|persoonlijk|digitaal|digital"
        + "|geen|none|niemand|nobody|niets|niet|nee|neen|no|nein|nicht|keine?|nooit|nergens|helemaal|never|deze|beide|alleen|uitsluitend|enkel|only|nur|any|alle|alles|all|beide|both|voorkeur|preference|maakt|uit|egal|ja|yes"
        + "|per|via|by|met|mit|op|aan|an|de|een|of|or|oder|en|and|und|liefst|liever|lieber|rather|graag|gerne|gewenst|gewunscht|wanted|sturen|senden|send|van|ik|mij|me|wil|bij|do|not|dont|don|t|contact|benaderen|contacteren|kontaktieren|kontakt|meer|mehr)(?: |$))+$");

    private static readonly Regex Way = new("^(?:(?:alleen|only|nur|per|via|by|graag|liefst|liever) )*(?:e ?mails?|mails?|mailen|sms|smsen|post|brief|brieven|papier|paper|schriftelijk|letters?|telefoon|telefonisch|telefon|phone|bellen|whats ?app|app|appen)\\b");

    private static readonly Regex NoneOfThem = new("^(?:(?:helemaal )?(?:geen|niet|niets)(?: van (?:beide|deze|die)| contact)?|geen enkele?|nergens|none(?: of (?:these|them))?|niets|nothing|nichts|keine?s?|niet(?: meer)?|nooit|never|not at all|niets sturen)$");
}
