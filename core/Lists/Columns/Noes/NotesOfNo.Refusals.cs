using System.Buffers;
using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Lists.Columns.Noes;

/// <summary>How people break with a group, and how they take a consent back, as volunteers tell it. Only a person can tell.</summary>
internal static partial class NotesOfNo
{
    // Most cells have none of these, and need no closer look.
    private static readonly SearchValues<string> RefusalHints = SearchValues.Create(
        [
            "af", "bedankt", "hebben", "gehad", "klaar", "mailing", "administratie", "adresboek", "bestand", "lijst", "zien", "spreken", "gewenst", "nicht mehr", "vertrokken", "weg bij", "geschorst", "deur", "komen", "gewist",
            "toestemming", "akkoord", "consent", "permission", "einwilligung", "bezwaar", "recht", "verget", "vergeet", "avg", "privacy", "gdpr", "🙅", "✗", "✘", "❌", "✖",
        ], StringComparison.OrdinalIgnoreCase);

    private static bool Refuses(string cell, string text) =>
        cell.AsSpan().ContainsAny(RefusalHints) && (Breaks.IsMatch(text) || OutOfTheFiles.IsMatch(text) || TakesBack.IsMatch(text) || Objects.IsMatch(text) || Crossed.IsMatch(cell) || OptOutPhrases.IsForOnce(cell));

    private const string Us = "(?:ons|jullie|mij|me|uns|de groep|de club|de vereniging|het|alles|dit)";

    // A door may stand open, and a resident may be done with the garden.
    private static readonly Regex Breaks = new("\\bwil(?:len)? (?:\\w+ )?(?:er ?van ?af|er vanaf|ervan af)\\b|\\bzie[nt]? (?:er ?van |er van )?af(?: van (?:deelname|contact|verdere \\w+|uitnodiging\\w*|berichten|meedoen))?$|\\bafgezien van (?:deelname|verder contact)$"
        + "|^(?:(?:mevrouw|mevr|meneer|dhr|hij|zij|ze|is|hebben|heeft) )+(?:(?:er ?voor|er voor|voor de eer|vriendelijk|beleefd|hartelijk) )*bedankt$"
        + "|\\bmoe(?:t|ten) (?:\\w+ )?(?:niets|niks) (?:meer )?(?:van|met) " + Us + " (?:hebben|te maken hebben)\\b|\\bheeft het (?:\\w+ )?gehad(?: met " + Us + ")?$|^(?:\\w+ ){0,2}is (?:er |het )?(?:\\w+ )?klaar (?:mee|met " + Us + ")$"
        + "|\\b(?:afgemeld|uitgeschreven) (?:voor|bij|van)\\b|\\b(?:vorige|laatste|deze) (?:keer|week|maand|avond) afgemeld\\b|\\bwil(?:len)? " + Us + " (?:niet|nooit)(?: meer| weer)? (?:zien|spreken|horen)\\b|\\b(?:rust|afstand) (?:is )?gewenst\\b|\\bnicht mehr dabei\\b|^(?:is )?(?:vertrokken|weg) bij " + Us + "$"
        + "|^(?:\\w+ ){0,3}deur (?:(?:werd|is|meteen|hard|direct|gelijk|ging|weer) )*(?:dicht|dichtgegooid|dichtgeslagen|dichtgedaan|dichtgeknald)(?: (?:gegooid|gedaan|geslagen|geknald))?$|^niet (?:meer|weer) (?:terug ?)?komen(?: (?:aub|svp|graag))?$");

    private const string Files = "(?:\\w*mailing(?:s|lijst)?|\\w*administratie|adresboek|\\w*bestand|\\w*lijst|\\w*systeem|database|contacten|verzendlijst)";

    private const string Politely = "(?:graag|svp|aub|mag|kan|moet|wil|wilt|halen|verwijderen|verwijderd|verwijder|schrappen|wissen|afvoeren|worden|weg|hem|haar|hen|mij|me|a|u|b|s|v|p)";

    // "Uit ledenlijst" may be where a name comes from.
    private static readonly Regex OutOfTheFiles = new("^(?:" + Politely + " )+(?:uit|van) (?:(?:de|het|ons|onze|jullie|deze) )?" + Files + "(?: " + Politely + ")*$|^(?:uit|van) (?:(?:de|het|ons|onze|jullie|deze) )?" + Files + "(?: " + Politely + ")+$|^uit (?:de|het|ons|onze) " + Files + "$");

    private const string Consent = "(?:toestemming|akkoord|consent|permission|einwilligung|zustimmung)";

    private const string Back = "(?:ingetrokken|teruggetrokken|teruggenomen|herroepen|vervallen|verlopen|opgezegd|beeindigd|intrekken|terugtrekken|withdrawn|expired|lapsed|revoked|widerrufen|erloschen|abgelaufen)";

    private static readonly Regex TakesBack = new("\\b" + Consent + "(?: (?:is|was|werd|has|been|ist|inmiddels|per|op|dd|weer|later|[0-9]+|" + MonthNames.Usual + "))* " + Back + "\\b|\\b(?:intrekking|herroeping|beeindiging|withdrawal|widerruf)(?: (?:van|of|der|de|zijn|haar))* " + Consent + "\\b|\\btrekt? (?:\\w+ )?" + Consent + " in\\b");

    private const string OurUse = "(?:contact|sms\\w*|e ?mail\\w*|mail\\w*|app(?:s|jes|en|berichten)?|nieuwsbrie\\w+|brie\\w+|post|berich\\w+|bellen|benader\\w*|uitnodig\\w*|gebruik|verwerk\\w*|opslag|bewaren|reclame|marketing|\\w*gegevens|profilering)";

    private static readonly Regex Objects = new("\\b(?:avg|privacy|gdpr|dsgvo|rgpd) ?bezwaar\\b|\\bbezwaar (?:\\w+ )?(?:tegen|op) (?:\\w+ ){0,2}?" + OurUse + "\\b|\\brecht (?:van|op|tot) (?:bezwaar|verwijdering|wissing|vergetelheid)\\b|\\b(?:wil|wilt|wenst|graag|verzoekt) (?:\\w+ )?vergeten (?:te )?worden\\b|^(?:\\w+ )?vergeet (?:mij|me)(?: (?:aub|svp|maar|graag|dan))*$");

    private static readonly Regex Crossed = new(@"🙅|[✗✘❌✖]\uFE0F?\s*(?:e-?mail|mail|sms|app|whatsapp|bellen|post|brief|contact|call)\b|\b(?:e-?mail|mail|sms|app|whatsapp|bellen|post|brief|contact|call)\s*:?\s*[✗✘❌✖]|\b(?:toestemming|akkoord|consent|avg)\s*:\s*(?:[-–—✗✘❌✖]|0)\s*(?:\z|[,;.])", RegexOptions.IgnoreCase);
}
