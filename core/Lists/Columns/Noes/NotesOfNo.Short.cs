using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Lists.Columns.Noes;

/// <summary>A no as volunteers note it down, in words cut short: about a way, the list, somebody's data, or that it has to wait. Only a person can tell.</summary>
internal static partial class NotesOfNo
{
    private const int MaxShort = 120;

    /// <param name="text">The words of a note.</param>
    private static bool IsInShort(string text) =>
        text.Length is > 2 and <= MaxShort && (IsCutShort(text) || OfAWay.IsMatch(text) || Asked.IsMatch(text) || NoMember.IsMatch(text) || OfTheList.IsMatch(text) || NotNow.IsMatch(text) || InOtherLanguages.IsMatch(text) || Curt.IsMatch(text) || IsMisspelt(text));

    /// <summary>A no of a few letters: "afm.", "opgez. 1-1", "gn int.". Beside a name it is one too.</summary>
    public static bool IsCutShort(string text) => CutShort.IsMatch(text);

    private static readonly Regex CutShort = new("^(?:is )?(?:afm|afgem|opgez|opz|uitschr|uitgeschr|afgew|weig|(?:geen|gn) (?:int|intr?|inter)|gn (?:sms|app|appjes|mail|mails|post|contact|bericht|berichten|bezoek)|n(?:iet)? (?:meer )?ge ?int(?:er)?|abgem|abgel|gekund)(?: (?:per|dd|d d|op|am|zum|[0-9]+|" + MonthNames.Usual + "))*$");

    // A consent that has not come yet is not one.
    private static readonly Regex Asked = new("^(?:(?:graag|svp|aub) )?niet (?:meer |weer |nog eens )?vragen$|\\b(?:said|says|asked|told|wants)(?: us| me)? not to (?:write|call|text|mail|e ?mail|contact|ring|come|visit|phone|send)\\b|^(?:(?:graag|svp|aub) )?sla (?:(?:hem|haar|hen|deze|dit adres) )?over$|^(?:(?:heeft|als|mail als) )?spam (?:gemeld|gemarkeerd)$|^reported (?:us )?(?:as )?spam$"
        + "|\\bgenoeg van (?:al )?(?:die|de|onze|jullie|deze) (?:mail\\w*|e ?mails?|sms\\w*|app\\w*|berich\\w*|brie\\w+|post|uitnodiging\\w*)\\b|\\b(?:toestemming|consent|permission|einwilligung|zustimmung)(?: (?:is|was))? (?:ontbreekt|missing|fehlt|(?:nog niet|not yet|noch nicht) (?:ontvangen|gegeven|gekregen|binnen|received|given|erhalten|erteilt))\\b");

    private static readonly Regex NoMember = new("^(?:(?:is|was) )?(?:oud|ex|former|ehemaliges?) ?(?:lid|member|mitglied)$|^(?:is )?(?:niet meer lid|geen lid meer|no longer (?:a )?member|not a member any ?more|nicht mehr mitglied|kein mitglied mehr)$|^(?:(?:has|hat) )?resigned(?: [0-9 ]+)?$"
        + "|\\bbedankt (?:als lid|voor (?:het|zijn|haar) lidmaatschap)\\b|^(?:kundigung|kuendigung|austritt)(?: (?:zum|per|am|vom|[0-9]+))*$");

    private const string Way = "(?:sms|app|whats ?app|wa|e ?mail|mail|tel|telefoon|bellen|post|brief|nieuwsbrief|contact)";

    // "Geen tel" says that there is none, and "geen telefoon meer" too, unless somebody asks for it.
    private static readonly Regex OfAWay = new("\\b(?:geen|niet|no|keine?) (?:uitn|uitnod|uitnodig|uitn\\w*)\\b|\\bgeen (?:whats ?app ?jes|wa|digitale?|digitaal)(?: meer)?\\b|\\bgeen (?:tel|telefoon) (?:meer )?(?:aub|svp|a u b|s v p|graag)\\b|^niet bel$|\\bbelt? (?:u |me |mij |ons |hem |haar )*niet meer$"
        + "|\\b" + Way + " n\\b(?! v t| v\\b)|\\b(?:alleen|uitsluitend|enkel)(?: op| per| via)? (?:papier|schriftelijk)\\b|\\bliever (?:een |per |met |via |op |graag )*(?:kaart\\w*|post|brief|brieven|papier)\\b"
        + "|\\b(?:niet|nicht|not) (?:per|via|by|mit) (?:telefoon|telefonisch|sms|e ?mail|mail|app|whats ?app|phone|text|telefon)\\b|\\bno txts?\\b|^dn[cdm]$|\\bwa nee\\b|^nooit weer$|^(?:is )?niet meer actief$|\\bons ontvallen\\b|^bedankt voor de eer$|^no ?go$|^persona non grata$");

    private static readonly Regex OfTheList = new("^(?:graag |svp |aub )?(?:van|v d|vd|off|af van) (?:de |onze )?(?:mail|adres|bel|contact|verzend)?(?:lijst|list|liste)(?: (?:af|svp|aub|graag))*$|^lijst (?:eraf|er af|af|weg)$|\\b(?:mag|wil|wilt|willen|moet)(?: \\w+)? niet (?:meer )?(?:in|op) (?:het |de |ons |onze |een )?(?:bestand|systeem|lijst|\\w*app|\\w*groep)\\b"
        + "|\\b(?:mag|mogen) niet (?:meer )?(?:gebruikt|bewaard|opgeslagen)\\b|\\b(?:avg|gdpr|dsgvo|rgpd) ?(?:verzoek|request|antrag)\\b|\\bvergeet ?(?:mij|me) ?verzoek\\b|\\buit (?:de |onze |het )?\\w*(?:app|groep|chat) (?:gestapt|gegaan|gehaald|gezet)\\b"
        + "|\\b(?:heeft|hebben|has) (?:de |onze |the )?\\w*(?:app|groep|chat|group) (?:verlaten|left)\\b|\\bblokkeert (?:ons|me|mij|alle|het)\\b|\\b(?:contact|relatie) (?:is )?(?:beeindigd|stopgezet|verbroken)\\b|\\bzegt(?: \\w+)? op$"
        + "|^op (?:eigen |haar |zijn |hun )?(?:verzoek|vraag|wens) (?:(?:is|weg|verwijderd|gehaald|geschrapt|af) )*(?:van|uit) (?:de |onze |het |ons )?\\w*(?:lijst|bestand|systeem|administratie)(?: (?:af|gehaald|verwijderd|geschrapt))*$|\\b(?:wil|wilt|willen|vraagt|vragen)(?: of)? (?:dat )?(?:we|wij|jullie|ik) (?:\\w+ ){0,2}(?:stop\\w*|ophoud\\w*)\\b(?! (?:in|bij|voor|langs)\\b)");

    // "Niet definitief" is not sure yet, and "uit ledenlijst" may be where a name comes from.
    private static readonly Regex Curt = new("^(?:(?:graag|aub|svp|mag|kan|moet|wil|wilt|kunnen|deze|persoon|hij|zij) )+(?:weg|verwijderd?|verwijderen|weg ?gehaald|eraf|eruit)(?: (?:aub|svp|graag|worden|uit|van|de|het|onze|\\w*lijst|bestand|systeem))*$|^verwijderd worden$|^haal (?:\\w+ )?(?:af )?(?:van|uit) (?:de |het |onze )?\\w*(?:lijst|bestand|systeem)(?: (?:af|aub|svp))?$"
        + "|^uit (?:\\w*bestand|systeem)$|\\b(?:niet|nicht) (?:meer )?(?:benaderbaar|mailbaar|belbaar|aanschrijfbaar|contacteerbaar)\\b|^(?:heeft |maakt )?bezwaar(?: (?:ingediend|ontvangen|aangetekend|gemaakt))?$|\\bwil(?:t|len)? (?:\\w+ )?(?:er |hier )?(?:niets|niks) (?:meer )?(?:mee|van|ermee) (?:te maken|weten|hebben|horen)\\b|^(?:\\w+ )?definitief (?:nee|niet|nein)$|^nee definitief$"
        + "|\\bgeen (?:belletjes?|telefoontje|mailtje|sms je|app je|appje|berichtje)\\b(?! (?:\\w+ )?(?:gehad|ontvangen|gekregen|gehoord))|\\b(?:sms|e ?mail|mail|app|whats ?app|bellen|post|brief|contact) (?:mag|hoeft|moet|wil)(?: \\w+)? niet(?: meer)?$|^(?:sms|e ?mail|mail|app|whats ?app|post|text|texts|letters?) only$");

    private static bool IsMisspelt(string text) => Misspelt.Mended(text) is { } mended && OptOutPhrases.Contains(mended);

    private const string Reaching = "(?:benaderen|bellen|mailen|appen|contacteren|aanschrijven|uitnodigen|storen|contact)";

    private const string Named = "(?:" + MonthNames.Usual + "|zomer|winter|voorjaar|najaar|vakantie|kerst|volgend jaar|nader order)";

    private const string Until = "(?:" + Named + "|[0-9]+(?: [0-9]+)*)";

    private static readonly Regex NotNow = new("\\bniet (?:voor|tot|eerder dan|vanaf) (?:de |het |na |eind |begin )?" + Until + " " + Reaching + "\\b|\\btot (?:na |eind |begin )?(?:de |het )?" + Until + " niet(?: " + Reaching + ")?$|^pas (?:na|vanaf) (?:de |het )?(?:" + Until + " " + Reaching + "|" + Named + ")$|\\bniet (?:zomaar|zonder overleg) " + Reaching + "\\b"
        + "|\\beerst (?:\\w+ )?(?:overleg\\w*|bellen|vragen|toestemming|afstemmen)(?: \\w+)? (?:met|aan|bij|van|naar) (?:(?:de|zijn|haar|een|hun|mijn) )*" + Behind + "\\b|^(?:alles |contact )?(?:loopt|gaat|verloopt) via (?:(?:de|zijn|haar|een|hun|mijn) )*" + Behind + "$");

    private static readonly Regex InOtherLanguages = new("\\bnicht mehr (?:schreiben|anrufen|melden|kontaktieren|klingeln)\\b|^(?:er |sie )?hat abgesagt$|^(?:il |elle )?ne (?:veut|souhaite|desire) (?:pas|plus)$");
}
