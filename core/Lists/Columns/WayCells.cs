using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>
/// Columns of the way in which somebody wants to be reached: "Contactvoorkeur", "Kanaal". Who chose paper, or none, may have chosen against messages; who chose among
/// messages and calls has not.
/// </summary>
internal static class WayCells
{
    /// <param name="header">Of a column that is about contact.</param>
    public static bool IsIn(string header) => AreAllOf(header) || Header.IsMatch(Headers.Compact(header)) || Headers.Words(header).LastOrDefault() is "via" or "per" or "by" or "digitaal" or "digital";

    /// <summary>"Mail/app/post", "Brief of mail", "Manier".</summary>
    public static bool AreAllOf(string header)
    {
        var words = Headers.Words(header).ToList();
        return words is ["manier" or "wijze" or "methode" or "method" or "weise" or "way"] || (words.Count(word => Way.IsMatch(word)) > 1 && Ways.IsMatch(string.Join(' ', words)));
    }

    /// <summary>All are names of ways, or say that none is wanted: whatever the column is called, it says how somebody wants to be reached.</summary>
    public static bool NameWaysAndNone(IEnumerable<string> cells)
    {
        var texts = cells.Where(cell => cell.Any(char.IsLetter)).Select(Headers.Spaced).ToList();
        return texts.Exists(text => None.IsMatch(text)) && texts.Exists(text => Way.IsMatch(text)) && texts.TrueForAll(text => Ways.IsMatch(text));
    }

    /// <summary>Nearly all are names of ways, and some are paper, none, or one way alone.</summary>
    public static bool MaySayNo(IEnumerable<string> cells)
    {
        var texts = cells.Where(cell => cell.Any(char.IsLetter)).Select(Headers.Spaced).ToList();
        return texts.Exists(text => Against.IsMatch(text)) && texts.Count(text => !Ways.IsMatch(text)) * 4 < texts.Count;
    }

    private static readonly Regex Header = new("communic|kommunik|voorkeur|preferen|preferred|bevorzug|wijze|manier|method|kanaal|kanalen|channel|kanal|hoebenader|hoebereik|digitaal|digital");

    private static readonly Regex Against = new("\\b(?:post|postal|brief|brieven|papier|papieren|paper|schriftelijk|letters?|briefpost|geen|none|niemand|nobody|niets|niet|nee|neen|no|nein|nicht|keine?|kein|nooit|never|alleen|uitsluitend|enkel|only|nur)\\b(?! (?:voorkeur|preference|bevorzugung|praferenz))");

    private static readonly Regex Ways = new("^(?:(?:e ?mails?|mails?|mailen|sms|sms ?jes|smsen|post|postal|brief|brieven|papier|papieren|paper|schriftelijk|letters?|briefpost|telefo(?:on|nisch|n)|telefonisch|phone|tel|bellen|call|calls|anruf|mobiel|mobile|whats ?app|app|appen|signal|deur|door|huisbezoek|persoonlijk|digitaal|digital"
        + "|geen|none|niemand|nobody|niets|niet|nee|neen|no|nein|nicht|keine?|nooit|never|alleen|uitsluitend|enkel|only|nur|any|alle|alles|all|beide|both|voorkeur|preference|maakt|uit|egal|ja|yes"
        + "|per|via|by|met|mit|op|aan|an|de|een|of|or|oder|en|and|und|liefst|liever|lieber|rather|graag|gerne|gewenst|gewunscht|wanted|sturen|senden|send|van|ik|mij|me|wil|bij|do|not|dont|don|t|contact|benaderen|contacteren|kontaktieren|kontakt|meer|mehr)(?: |$))+$");

    private static readonly Regex Way = new("^(?:(?:alleen|only|nur|per|via|by|graag|liefst|liever) )*(?:e ?mails?|mails?|mailen|sms|smsen|post|brief|brieven|papier|paper|schriftelijk|letters?|telefoon|telefonisch|telefon|phone|bellen|whats ?app|app|appen)\\b");

    private static readonly Regex None = new("^(?:geen(?: van beide| contact)?|none|niets|nothing|nichts|keine?s?|niet(?: meer)?|nooit|never|not at all|niets sturen)$");
}
