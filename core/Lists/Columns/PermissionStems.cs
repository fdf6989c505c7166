using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>The words by which <see cref="PermissionHeaders"/> knows a column. Stems are found anywhere in a header, so that compounds are found too; words only by themselves.</summary>
internal static class PermissionStems
{
    public static readonly string[] Stops =
    [
        "optout", "optedout", "optingout", "afgemeld", "afmeld", "uitgeschreven", "uitschrijv", "uitschrijf", "opgezegd", "opzeg", "unsub", "abgemeldet", "abmeld", "abbestell", "ausgetragen",
        "blacklist", "blocklist", "zwartelijst", "blokkeer", "blokkeren", "blokkering", "blokkad", "geblokkeerd", "blocked", "blocking", "gesperrt", "sperre", "sperrvermerk", "sperrung", "suppress", "overleden", "deceased", "verstorben", "bezwaar", "verzet", "widerspr", "objected", "objection",
        "uitgesloten", "uitsluiten", "excluded", "ausgeschlossen", "unerwuenscht", "unerwunscht", "ongewenst", "belmeniet", "donotcontact", "donotdisturb", "removeme", "removefrom", "withdrawn", "ingetrokken", "widerrufen", "revoked", "geweigerd", "refused", "weigert", "weigeraar",
    ];

    public static readonly string[] StopWords = ["dnc", "dnd", "dnm", "stop", "stopt", "gestopt", "stopped", "robinson", "bmnr", "bloque", "bloquee", "bloques", "bloquees", "bloctel"];

    public static readonly string[] Consents =
    [
        "toestem", "toegestaan", "akkoord", "accoord", "instem", "goedgevonden", "consent", "permission", "permit", "optin", "optedin", "gdpr", "dsgvo", "einwillig", "zustimm", "einverst",
        "erlaub", "allow", "accepts", "accepted",
    ];

    public static readonly string[] ConsentWords = ["avg", "dse", "mag", "mogen", "may", "darf", "duerfen", "durfen", "toestaan", "izin", "onay", "zgoda", "zgody", "згода", "согласие", "согласіе", "разрешение", "موافقة", "رضایت", "اجازه", "ogolaansho", "oggolaansho", "ፍቓድ"];

    public static readonly string[] Negations =
        ["niet", "geen", "not", "dont", "don", "donot", "nicht", "kein", "keine", "keinen", "never", "nooit", "nie", "non", "ne", "zonder", "without", "ohne", "sans"];

    public static readonly string[] Channels =
    [
        "benader", "contact", "kontakt", "bereik", "bellen", "bel", "mail", "sms", "schrijv", "schreib", "uitnodig", "invit", "einlad", "post", "brief", "app", "call", "anruf", "phone", "telefo",
        "marketing", "newsletter", "nieuwsbrief", "mailing", "communic", "kommunik", "bericht", "message", "nachricht", "text", "reclame", "werbung", "solicit", "storen", "email",
    ];

    // Words of contact in any way.
    public static readonly string[] Contacting = ["benader", "contact", "kontakt", "uitnodig", "uitgenodigd", "invit", "einlad", "eingelad", "storen", "schrijv", "schreven", "schreib", "schrieb", "gestoord", "disturb"];

    public static readonly string[] Wishes =
    [
        "nieuwsbrief", "newsletter", "mailing", "marketing", "subscri", "subskri", "wenst", "wensen", "ontvang", "receive", "erhalt", "privacy", "reclame", "werbung", "verwijder", "datenschutz", "dataprotection",
    ];

    public static readonly string[] Deaths = ["overleden", "overlijd", "deceased", "verstorben", "gestorv", "gestorben", "passedaway", "decede", "death"];

    // People who are dead, or asked to be forgotten, left out or kept secret.
    public static readonly string[] Endings =
    [
        .. Deaths, "sterbe", "onhold", "beeindig", "spamklacht", "opschort", "geheim", "datumvertrek", "vertrekdatum", "uitgeschr", "forget", "forgotten", "delet", "erasure", "restrict", "anonimis", "anonymis", "exclude", "overslaan",
        "complain", "verbod", "verboten", "forbid", "uitgezonder", "contactbeperk", "belbeperk", "mailbeperk", "verstrekkingsbeperk", "desinscri", "cleantime", "afgehaakt", "afgezien", "doorhal", "doorgehaald", "loschen", "loeschen", "metrustlaten", "buitenbeschouwing", "einddatumcontact",
        "weiger", "declin", "refus", "reject", "withdr", "removed", "removal", "geschrapt", "schrappen", "doorgestreept", "sterfdat", "sterfte", "sterfjaar", "todesdat", "todestag", "todesjahr", "todesfall",
        "afgevoerd", "uitgetred", "afvaller", "afwijz", "afgewezen", "negeren", "leavealone", "objector", "widerruf", "ablehn", "abgelehn", "lehntab", "austritt", "ausgetret", "gekundigt", "gekuendigt", "kundigung", "kuendigung",
        "robinson", "geloscht", "geloescht", "datenlosch", "datenloesch", "streichen", "gestrichen", "supprim", "rgpd", "autoris", "eindelidmaatschap", "einddatumlid", "einddatumvanlid", "lidmaatschaptot", "lidmaatschapeind", "exitdat", "ontslagdat", "uitdienst", "redeneinde", "vergetel", "membershipend", "endofmembership", "memberuntil", "mitgliedbis",
    ];

    public static readonly string[] EndingWords = ["overl", "died", "dood", "afm", "erase", "mute", "muted", "spam", "opposition", "oppose", "opposee", "opt", "eruit", "inactief", "inactive", "inaktiv", "inactif", "skip", "oudlid", "exlid", "lidaf", "lidtot", "lidtm", "eindelid", "vandelijst", "offlist", "offthelist", "toest", "akk", "accord", "ovl", "gest", "rip", "dod", "dead", "inleven", "leeftnog", "nogleven", "nogleeft", "eraf", "afgem", "opgez", "opz", "uitschr", "datumuit", "uitdatum", "datumaf", "afdatum", "exit", "afper", "uitper", "listerouge", "slaover", "stopdatum", "stoplijst", "afhaker", "afhakers", "radiation", "radie", "radiee"];

    // "Afgemeld via link": not a link to do so, but that it was done.
    public static readonly string[] SaidBefore = ["afgemeld", "uitgeschr", "opgezegd", "optedout", "unsubscribed", "abgemeldet"];

    // Beside a word of leaving they name what it is done with, or how long it takes.
    public static readonly string[] AboutLeaving = ["link", "url", "termijn", "frist", "procedure", "noticeperiod"];

    // Before a no they tell that somebody gave it.
    public static readonly string[] SayWords = ["zei", "zegt", "zegde", "said", "says", "sagt", "sagte"];

    /// <summary>Columns of what people answered.</summary>
    public static readonly string[] Replies =
        ["reactie", "antwoord", "response", "reply", "ruckmeldung", "rueckmeldung", "antwort", "lidmaatschap", "mitgliedschaft", "membership", "deelname", "teilnahme", "participation"];

    // Beside words of contact, what a column of answers is called.
    public static readonly string[] Answers = ["abonn", "bereikbaar", "opdehoogte", "erwuns", "erwuens", "gewuns", "gewuens", "voorkeur", "preference", "notif", "alert", "bereid", "bewaren", "blijftopdelijst", "blijftoplijst", "blijvenopdelijst", "blijvenoplijst", "blijvenvolgen", "noglid", "blijftlid", "stayonlist", "stayonthelist", "kanaal", "channel"];

    public static readonly string[] AnswerWords = ["wil", "wilt", "want", "wants", "stuur", "sturen", "send", "nieuws", "news", "machtiging", "animo", "belangstelling", "intresse", "interest", "interesse", "interested", "geinteresseerd", "passief", "passive", "slapend", "geldig", "retour", "wissen", "royement", "vergeetverzoek", "ok", "j", "y", "af", "uit", "weg", "rust", "mee", "verteiler", "uitn", "behouden", "aanhouden", "keep", "retain", "behalten", "digitaal", "digital", "meedoen", "deelnemen", "nieuwsbr", "nwsbrf", "nwsbr", "updates", "meldingen", "archief", "archived", "gearchiveerd", "archiviert", .. Replies];

    // Beside a way to reach somebody they say whether it works.
    public static readonly string[] Works = ["valid", "invalid", "bad", "wrong", "works", "correct", "incorrect", "klopt", "geldig", "ongeldig", "juist", "onjuist", "fout", "werkt", "bruikbaar", "gultig", "ungultig", "richtig", "falsch"];

    public static readonly string[] NumberWords = ["nummer", "number", "nr", "mobiel", "mobile", "tel", "gsm", "cell", "handy", "adres", "address", "adresse"];

    // A word of contact stands in them, and they are about something else: who looks after a street, a round that somebody makes, a mark of Hubspot.
    public static readonly string[] OnlySoundLikeContact = ["contactpersoon", "contactperson", "kontaktperson", "postronde", "belronde", "contactunworked", "belasting", "belang", "compost", "poster", "appel", "stopcontact", "textiel", "bereikbaarheidov", "ovbereikbaarheid", "appartement", "deurbel", "apparaat", "dubbel", "kabel", "meubel"];

    // A second number or address and the date of a call are not answers.
    public static readonly string[] PlaceWords =
        ["postcode", "postbus", "postal", "werk", "work", "zakelijk", "business", "office", "thuis", "home", "prive", "adres", "address", "nummer", "number", "nr", "persoon", "person", "laatste", "last", "eerste", "first", "datum", "date", "time", "tijd", "zeit", "sinds", "since", "seit", "bron", "source", "label", "type", "1", "2", "3", "4"];

    public static readonly string[] MailingWords = ["street", "city", "state", "province", "country", "zip", "postal", "postcode", "address"];

    // People who are no longer there, or whom nothing reaches: such a column may hold a no, in words of its own.
    public static readonly string[] Standings =
        ["bounce", "onbestelbaar", "undeliver", "unzustellbar", "verhuisd", "verzogen", "umgezogen", "vertrokken", "teruggetrokken", "mailbaar", "belbaar", "aanschrijfbaar", "benaderbaar", "contacteerbaar", "contactable", "kontaktierbar"];

    public static readonly string[] StandingWords =
        ["actief", "active", "aktiv", "moved", "uitnodigen", "aanschrijven", "benaderen", "mailen", "bellen", "appen", "einladen", "anschreiben"];

    // The date of a yes says neither yes nor no.
    public static readonly string[] DateWords = ["datum", "date", "time", "tijd", "ip", "bron", "source", "door", "by", "zeit", "op", "wanneer", "when", "am", "sinds", "since", "seit", "note", "opmerking", "opmerkingen", "toelichting"];

    // A consent that is only needed or asked for was not given, and not refused either.
    public static readonly string[] OnlyAskedFor = ["nodig", "vereist", "gevraagd", "required", "needed", "necessary", "requested", "asked", "erforderlich", "notig", "angefragt"];

    public static readonly string[] YesWords = ["ja", "yes", "oui", "j", "y"];

    public static readonly string[] NoWords = ["nee", "no", "nein", "neen", "non", "n"];

    // A header of nothing else, "Ja/Nee/Misschien", does not say to what.
    public static readonly string[] BothAnswers = [.. YesWords, .. NoWords, "of", "or", "en", "oder", "misschien", "maybe", "vielleicht", "onbekend"];

    /// <summary>Beside a word of consent these leave it what it is. A word that is not here may turn it round, or make it consent to something else.</summary>
    public static bool IsHarmless(string word) => Harmless.IsMatch(word);

    /// <summary>A whole word by which a title calls people who said no. A stem is not enough: "Blokker" is a name, and many a street is called after the "verzet".</summary>
    public static bool IsOfNo(string word) => OfNo.IsMatch(word);

    /// <summary>When something ends, and beside columns of a membership that does.</summary>
    public static bool IsEnd(string compact) => compact is "einddatum" or "datumeinde" or "einde" or "enddate" or "enddatum" or "tot" or "totdatum" or "until";

    public static bool IsOfMembership(string compact) => Has(compact, ["lidmaatschap", "lidnr", "lidnummer", "lidsinds", "lidvanaf", "mitglied", "member", "relatienummer"]);

    /// <summary>A bank may collect money: nobody has agreed to be written to.</summary>
    public static bool IsOfBank(string compact) => Has(compact, ["iban", "bank", "incasso", "contributie", "rekening", "lastschrift", "sepa", "kenmerk"]);

    /// <summary>"Bewoners zonder afmeldingen" are the others.</summary>
    public static bool LeavesOut(string word) => word is "zonder" or "excl" or "exclusief" or "min" or "minus" or "without" or "excluding" or "ohne";

    public static bool Has(string compact, string[] stems) => Array.Exists(stems, stem => compact.Contains(stem, StringComparison.Ordinal));

    private static readonly Regex OfNo = new("^(?:sms|whatsapp|app|e?mail|nieuwsbrief|newsletter|bel|post)?(?:"
        + "opt(?:ed)?outs?|afgemeld(?:e|en)?|afmeld(?:ing(?:en)?|ers?|lijst)|uitgeschreven(?:en)?|uitschrijv(?:ing(?:en)?|ers?)|opgezegd(?:e|en)?|opzegg(?:ing(?:en)?|ers?)|unsub(?:s|scribed?s?|scribers?)?|"
        + "abgemeldete?n?|abmeldung(?:en)?|abbestellt(?:e|en)?|abbestellung(?:en)?|ausgetragene?n?|blacklist(?:ed)?|blocklist|blokkeer(?:lijst|de|den)|blokkering(?:en)?|geblokkeerd(?:e|en)?|blocked|gesperrte?n?|"
        + "sperrliste|sperrvermerke?|suppress(?:ion|ions|ed)|overleden(?:en)?|deceased|verstorbene?n?|bezwa(?:ar|ren)|bezwaarmakers?|verzet|wider(?:spruch|spruche|sprochen|sprecher)|objected|objections?|"
        + "uitgesloten(?:en)?|uitsluiting(?:en)?|excluded|ausgeschlossene?n?|unerwuenscht|unerwunscht|ongewenst|belmeniet|donotcontact|donotdisturb|withdrawn|ingetrokken|widerruf(?:e|en)?|revoked|geweigerd(?:en)?|refus(?:ed|als?)|weiger(?:aars?|ing|ingen|lijst)|dnc|"
        + "(?:avg)?verwijderverzoek(?:en)?|verwijderingsverzoek(?:en)?|neezeggers?|neinsager|stoplijst(?:en)?|stoplist|suppressionlist|ausgetretene?n?|gekundigte?n?|gekuendigte?n?|kundigung(?:en)?|kuendigung(?:en)?|declined|nonsubscribed|gestorvene?n?|gestorbene?n?)[0-9]*$",
        RegexOptions.CultureInvariant);

    private static readonly Regex Harmless = new("^(?:"
        + "(?:toestem(?:ming)?|toegestaan|toestaan|akkoord|accoord|instem(?:ming)?|goedgevonden|consent|permission|permit(?:ted)?|optin|optedin|gdpr|dsgvo|avg|einwillig(?:ung)?|zustimm(?:ung)?|einverstanden|einverstandnis|"
        + "erlaub(?:nis)?|allow(?:ed)?|accept(?:ed)?|sms|whatsapp|e?mail(?:ing)?|telefo(?:on|n)|phone|contact|kontakt|marketing|nieuwsbrief|newsletter|reclame|werbung|bericht|message|nachricht|post)"
        + "(?:s|t|en|jes|isch)?)+$"
        + "|^(?:double|dubbele?|ge|t|de|het|een|en|of|and|or|the|an?|to|for|von|van|voor|om|te|tot|aan|met|via|per|in|und|oder|fur|fuer|zu|zum|zur|der|die|das|den|u|uw|je|jou|jouw|jij|ik|mij|mijn|me|my|i|we|wij|ons|onze|us|our|you|your|ihr|ihre|sie|wir|uns|ich|mich|"
        + "is|be|worden|wordt|word|werden|wird|heeft|hebben|has|hat|geeft|geef|geven|given|gives|gave|gegeven|verleend|granted|erteilt|gegeben|ontvangen|receive|receiving|erhalten|e|opt|opted|mag|mogen|may|darf|duerfen|durfen|kan|kunnen|can|could|"
        + "ok|oke|okay|wel|ja|nee|j|n|yes|no|y|nein|status|app|apps|appen|appjes|text|texts|texting|call|calls|calling|bel|bellen|gebeld|mailen|emailen|gemaild|geappt|emailing|benaderen|benaderd|contacted|contacting|contacteren|kontaktieren|kontaktiert|"
        + "schrijven|aanschrijven|aangeschreven|anschreiben|angeschrieben|anrufen|angerufen|uitnodigen|uitgenodigd|uitnodiging|uitnodigingen|invite|invited|invitations?|einladen|eingeladen|einladung|einladungen|sturen|gestuurd|stuur|send|sent|opnemen|brief|brieven|letters?|bulk|communicatie|communications?|berichtgeving)$",
        RegexOptions.CultureInvariant);
}
