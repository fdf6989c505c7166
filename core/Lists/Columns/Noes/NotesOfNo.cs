using System.Buffers;
using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns.Noes;

/// <summary>What may be a no in a note or a reply, and is too little to be one for certain: "zegt nee", "mail: nee", "gebeld: geen interesse". Only a person can tell.</summary>
internal static partial class NotesOfNo
{
    // In a longer note such words may be about anything.
    private const int MaxWords = 6;

    private const int MaxClause = 40;

    // Most notes have none of these, and need no closer look.
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "nee", "nein", "no", "niet", "nicht", "nie ", "never", "n't", "n’t", "geen", "kein", "afm", "afgem", "uitschr", "opgez", "opzeg", "weiger", "refus", "declin", "wider", "ausget", "austr", "gek", "abgel", "able", "sperr", "datenl", "geroy",
            "afgeh", "uitgetr", "blokke", "eraf", "er af", "eruit", "er uit", "lehn",
            "alleen", "uitsluitend", "enkel", "slechts", "only", "nur ", "seulement", "uniquement", "pas d", "beschw", "klacht", "klaagd", "complain", "uitgezet", "uitgeschakeld", "lijst", "laat maar", "stopt", "stoppen", "wijst", " af", "vanaf", "van af", "mag niet", "met rust", "gezet", "ermee", "er mee", "overslaan", "skip", "negeren", "weghalen", "afvoeren",
        ], StringComparison.OrdinalIgnoreCase);

    public static bool MayBe(string note)
    {
        note = Accents.Without(note);
        var words = Headers.Words(note).ToList();
        var text = string.Join(' ', words);
        if (IsPlain(note) || WholeNote.IsMatch(text) || BeginsWithNo(note) || IsInShort(text))
            return true;
        if (!note.AsSpan().ContainsAny(Hints))
            return false;
        if (AnsweredNo.IsMatch(note))
            return true;
        if (text.Length > 0 && (NoConsent.IsMatch(text) || OnlyThisWay.IsMatch(text) || NoWay.IsMatch(text) || SaidNo.IsMatch(text)))
            return true;
        return words.Count <= MaxWords && (OutOfIt.IsMatch(text) || Left.IsMatch(text) || Enough.IsMatch(text));
    }

    /// <summary>"Wil niet. Boze man.": what follows takes nothing back.</summary>
    private static bool BeginsWithNo(string note) =>
        ClauseEnd().Match(note, 0, Math.Min(note.Length, MaxClause)) is { Success: true } end && Headers.Spaced(note[..end.Index]) is var clause
        && WishOfNo.IsMatch(clause) && (ShortNo.Is(clause) || PermissionWords.IsPlainNo(clause));

    /// <summary>Whether a column that is not called notes often holds what people answered, "Reactie", or what somebody wrote down of it, "Info"; null when it does not.</summary>
    public static bool? IsOfReplies(string header)
    {
        var words = Headers.Words(header).ToList();
        return words.Exists(PermissionStems.Replies.Contains) || words.Exists(word => OfTalks.IsMatch(word)) ? true : words.Exists(word => Loose.IsMatch(word)) ? false : null;
    }

    /// <param name="isReply">There a plain no is read where it is known whether all cells are answers.</param>
    public static bool InReply(string cell, bool isReply) =>
        MayBe(cell) || (PermissionWords.IsAllOfANote(cell) && !(isReply && PermissionWords.IsPlainNo(cell))) || ShortNo.Is(cell) || Stopped().IsMatch(Accents.Without(cell)) || CellsOfNo.IsNegative(cell);

    private static readonly Regex AnsweredNo = new(@"\b(?:sms(?:je)?|whats ?app|app|e-?mails?|mail|tel(?:efoon|efonisch)?|phone|bellen|gebeld|gesproken|gevraagd|called|asked|contact|kontakt|nieuwsbrief|newsletter|toestemming|akkoord|avg|gdpr|dsgvo|consent|permission"
        + @"|einwilligung|zustimmung|uitnodig\w*|einlad\w*|invit\w*|bericht(?:en|jes?)?|message|nachricht|reactie|antwoord|answer|reply|antwort|deelname|teilnahme|[0-9][0-9./-]{0,20})\s*[:=]\s*(?:(?:nee|neen|nein)\b|no\b(?=\W*(?:\z|[,;.)/|])))", RegexOptions.IgnoreCase);

    // That none is needed says nothing, and neither does one that is about a plan.
    private static readonly Regex NoConsent = new(@"\b(?:avg|gdpr|dsgvo|rgpd|privacy|toestemming|akkoord|consent|permission|einwilligung|zustimmung|einverstanden)(?: (?:is|was|ist|werd|wurde|has|been|verklaring|formulier))* "
        + @"(?:nee|neen|nein|niet|geen|not|nicht|keine?|non|none|no)\b(?! (?:nodig|vereist|required|needed|necessary|applicable|van toepassing|erforderlich|notig|verplicht|probleem|problemen|problem|problems|bezwaar|bezwaren|bijzonder\w*|vraag|vragen|opmerking\w*|allerg\w*|dieet\w*|haast))"
        + @"|(?<!\bnog )\b(?:niet|nicht|not|geen|keine?n?|no) (?:\w+ )?(?:akkoord|accoord|agreed?|einverstanden|zugestimmt|toegestemd|ingestemd)\b(?! (?:\w+ )?(?:met|with|mit|over|about) (?!(?:\w+ ){0,2}(?:avg|contact|sms|e|mail|privacy|berichten|bewaren|gegevens)))");

    // "Alleen bellen na zes uur" is about the hour, and "heeft alleen mail" about what somebody has.
    private static readonly Regex OnlyThisWay = new(@"(?<!\b(?:heeft|hebben|has|have|hat|haben|niet|not|nicht) )\b(?:alleen|uitsluitend|enkel|slechts|only|nur|seulement|uniquement)(?: (?:nog|maar|noch|te|bereikbaar|bereiken|benaderen|contact|wil|graag))*(?: (?:per|via|by|met|mit|een|aan|de|het|through|uber|par))*"
        + @" (?:(?<=(?:via|through|uber) (?:(?:de|haar|zijn|mijn|her|his|the) )?)(?!(?:achter|voor)\w*\b|zij(?:deur|ingang|kant)\b|trap|lift|poort|tuin|steeg|intercom|ingang|deur|garage|bel\b|de\b)\w+|(?:e ?)?mail(?:s|en|tjes?)?|gemaild|app|appen|appjes|geappt|whats ?app(?:en)?|sms(?:en|jes)?|post|brief|brieven|letters?|schriftelijk|telefo(?:on|nisch|n)|gebeld|bellen|phone|call|anrufen|huisbezoek|deur|courrier|courriel|telephone)\b"
        + @"(?! (?:na|voor|tussen|vanaf|tot|op|in|om|s|overdag|bij|als|after|before|between|on|if|nach|vor|zwischen|am|wenn|bekend|known|bekannt|bereikbaar|wanneer|indien|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|adres|address|nummer|number|ontvangen|gekregen|van|geprobeerd)\b)");

    // "Sms nee, mail ja". A mailbox that somebody has not got is "geen mail" too.
    private static readonly Regex NoWay = new(@"\b(?:sms|app|whats ?app|e ?mail|mail|post|brief|bellen|tel|telefoon|nieuwsbrief|contact) (?:nee|neen|nein|(?:liever|beter|lieber|rather) (?:niet|geen|nicht|not))\b|^(?:geen|no|keine?) mails?$|^pas d ?e? (?:e ?)?(?:mails?|courriels?)$"
        + @"|\b(?:sms|app|whats ?app|e ?mail|mail|mails|berichten|nieuwsbrief|meldingen) (?:is |zijn |heeft |laten )?(?:uitgezet|uitgeschakeld|stopgezet|afgezet)\b"
        + @"|\b(?:vraagt|vroeg|verzoekt|wil|wilt|wenst|graag|moet|mag)(?: \w+){0,2} van (?:de |deze |onze |jullie |uw |die )?\w*lijst\b(?! (?:staan|blijven|gebruik|met|van))");

    private static readonly Regex Enough = new(@"^(?:(?:svp|aub|s v p|a u b|graag|please|pls) )*(?:overslaan|skip|skippen|negeren|weghalen|eraf|afvoeren)(?: (?:svp|aub|s v p|a u b|graag|please|pls))*$|^(?:ach |nou |zegt |zei )*laat(?: het)? maar(?: (?:zitten|hoor|even))*$|\b(?:stopt|stoppen|houdt|kapt)(?: \w+)? (?:ermee|er mee)(?: op)?\b|\b(?:geen|keine?|no) (?:zin|behoefte|animo|trek|lust|gedoe|bedarf)(?: (?:in|meer|an|hoor|mehr|er|aan))*$|\bgeen (?:gedoe|nieuws) meer\b|\bgeen zin\b"
        + @"|\b(?:wil|wilt|willen) van (?:ons|jullie|me|mij) af\b|\bmet rust$|\bwijst (?:\w+ ){0,2}af\b|\b(?:hat sich|haben sich) (?:\w+ )?beschwert\b(?! (?:uber|wegen|ueber))|\b(?:heeft|hebben) (?:zich )?(?:\w+ )?(?:geklaagd|beklaagd)\b(?! over)"
        + @"|\bklacht (?:ingediend|gehad)\b(?! over)|\b(?:has )?complained\b(?! (?:about|of))|\bniet meer onder ons\b|\bno longer wish\w*\b");

    private static readonly Regex SaidNo = new(@"\b(?:zegt|zei|zegde|zeggen|zeiden|said|says|sagt|sagte|sagten)(?: \w+){0,2} (?:nee|neen|nein|no(?! (?:problem|idea|more|one)))\b|\b(?:nee|neen|nein) (?:\w+ )?(?:gezegd|gesagt|geantwoord)\b"
        + @"|^(?=(?:\w+ ){0,5}\w+$).*\b(?:gebeld|aangebeld|gesproken|sprak|gevraagd|called|spoke|angerufen|gesprochen|[0-9]+)\b.*(?<!\b(?:geen|keine?) )\b(?:nee|neen|nein)$");

    private static readonly Regex OutOfIt = new(@"\b(?:geen|no|keine?) (?:\w+ )?(?:interess?(?:e|t)|belangstelling)\b|\b(?:niet|not|nicht) (?:meer |langer |mehr )?(?:geinteresseerd|interested|interessiert)\b"
        + @"|\bdoe[nt]? niet (?:meer |langer )?mee\b|\bmacht nicht (?:mehr )?mit\b|\bnimmt nicht (?:mehr )?teil\b|\b(?:does not|doesn t) (?:want to )?(?:take part|participate|join)\b"
        + @"|\b(?:liever|absoluut|beslist|echt|zeker|pertinent|absolutely|definitely|lieber) (?:niet|not|nicht)$|\bauf keinen fall\b|\b(?:nooit meer|never again|nie wieder|nie mehr)$|\bwilde?n? niet$"
        + @"|\bziet er ?van ?af\b|\bmaar (?:toch )?(?:nee|liever niet)(?: (?:bedankt|hoor|dank je|dank u))?$|^(?:(?:hij|zij|ze) )?mag niet van (?:(?:haar|zijn|de|het|hun|z n|d r) )?\w+$|\b(?:wil|moet|mag|graag) (?:\w+ )?(?:eraf|er af|eruit|er uit)\b|\blehn(?:t|te|en) (?:\w+ ){0,3}ab$");

    // A tenancy, a job or a paper is given up too.
    private static readonly Regex Left = new(@"(?<!\b(?:niet|nicht|not|nog|geen|keine?|never|nooit) )(?<!\b(?:huur|baan|krant|abonnement|contract|job|wohnung|miete|vertrag)(?: \w+)? )\b(?:afgem|afmeld(?:en|ing)|uitschrijven|uitschrijving|opgezegd|opzegging|opzeggen"
        + @"|weiger(?:t|de|en|aar|ing)|geweigerd|refus(?:es?|ed|al)|declined|declines|widerruf(?:en|t)?|widerspr\w+|ausgetreten|austritt|gekundigt|abgelehnt|ablehnung|gesperrt|sperrvermerk|datenl(?:o|oe)schung|geroyeerd|afgehaakt"
        + @"|uitgetreden|geblokkeerd|blokkeren)\b");

    [GeneratedRegex(@"^\W*(?:(?:is )?gestopt|stopped|hort auf|aufgehort)\W*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Stopped();

    private static readonly Regex Loose = new("^(?:info|informatie|information|groep|groepen|gruppe|group|groups|uitkomst|resultaat|resultat|result|uitslag|outcome|ergebnis)$");

    private static readonly Regex OfTalks = new("^(?:gesprek(?:ken)?|gespreksverslag|gesprach|conversation|(?:bel|deur|huis)?rondes?|deur|deuren|bezocht|(?:huis)?bezoek|contactmoment(?:en)?|aangebeld|gesproken|terugkoppeling|bevindingen|feedback)$");

    [GeneratedRegex(@"[.;!?,(\n]|\s[-–—]\s")]
    private static partial Regex ClauseEnd();

    private static readonly Regex WishOfNo = new("^(?:\\w+ )?(?:wil|wilt|willen|wou|wilde|wilden|wenst|will|wants?|mochte|moechte|liever|lieber|rather)\\b");

    // Alone they say it; beside other words they may be about anything.
    private static readonly Regex WholeNote = new("^(?:de )?(?:wijlen|erven|nabestaanden)(?: van)?$|^(?:is )?(?:blocked|unsubscribed|blacklisted)$|^(?:refus|refuse|refusee)(?: (?:net|categorique|ferme|total|poli|par telephone|[0-9]+))*$|^(?:(?:droit d|fait|exerce son droit d) )?opposition(?: (?:rgpd|recue|[0-9]+))*$|^(?:a ete )?radiee?s?(?: (?:le|[0-9]+))*$|^keine werbung(?: (?:bitte|mehr))?$");
}
