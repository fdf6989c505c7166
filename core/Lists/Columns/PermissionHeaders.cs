using Outreach.Records;

namespace Outreach.Lists.Columns;

internal enum PermissionKind
{
    /// <summary>Yes means that they may be written to.</summary>
    Consent,

    /// <summary>Yes means that they may not.</summary>
    OptOut,

    /// <summary>One of its words may mean that they may not: "afgemeld" among "actief".</summary>
    Status,

    /// <summary>A status of something else, most of the time.</summary>
    AnyStatus,

    /// <summary>It may hold a no, and only the organiser knows.</summary>
    Asked,
}

/// <param name="Ways">What a yes is about, or a no.</param>
internal sealed record PermissionColumn(PermissionKind Kind, Ways Ways)
{
    /// <summary>The column after an organiser said what it means; null when it means nothing.</summary>
    public static PermissionColumn? Of(ColumnMeaning meaning) => meaning switch
    {
        ColumnMeaning.NoSms => new(PermissionKind.OptOut, Ways.Sms),
        ColumnMeaning.NoEmail => new(PermissionKind.OptOut, Ways.Email),
        ColumnMeaning.NoContact => new(PermissionKind.OptOut, Ways.All),
        ColumnMeaning.Consent => new(PermissionKind.Consent, Ways.All),
        _ => null,
    };
}

/// <summary>
/// Headers of columns that say whether somebody may be written to, as address books and CRM exports in Dutch, English and German word them. What looks like one
/// and is not clear is asked: a no that is passed over cannot be taken back.
/// </summary>
internal static class PermissionHeaders
{
    // Anywhere in the header, so that compounds are found too.
    private static readonly string[] OptOuts =
    [
        "optout", "optedout", "optingout", "afgemeld", "afmeld", "uitgeschreven", "uitschrijv", "uitschrijf", "opgezegd", "opzeg", "unsub", "abgemeldet", "abmeld", "abbestell", "ausgetragen",
        "blacklist", "blocklist", "zwartelijst", "blokkeer", "blokker", "blokkad", "geblokkeerd", "blocked", "blocking", "gesperrt", "sperre", "sperrvermerk", "sperrung", "suppress", "overleden", "deceased", "verstorben", "bezwaar", "verzet", "widerspr", "objected", "objection",
        "uitgesloten", "uitsluiten", "excluded", "ausgeschlossen", "unerwuenscht", "unerwunscht", "ongewenst", "belmeniet", "donotcontact", "donotdisturb", "removeme", "removefrom", "withdrawn", "ingetrokken", "widerrufen", "revoked", "geweigerd", "refused",
    ];

    private static readonly string[] OptOutWords = ["dnc", "dnd", "dnm", "stop", "stopt", "gestopt", "stopped", "robinson"];

    private static readonly string[] Consents =
    [
        "toestem", "toegestaan", "akkoord", "accoord", "instem", "goedgevonden", "consent", "permission", "permit", "optin", "optedin", "gdpr", "dsgvo", "einwillig", "zustimm", "einverst",
        "erlaub", "allow", "accepts", "accepted", "machtiging",
    ];

    private static readonly string[] ConsentWords = ["avg", "mag", "mogen", "may", "darf", "duerfen", "dürfen", "toestaan"];

    private static readonly string[] Negations = ["niet", "geen", "not", "dont", "don", "donot", "nicht", "kein", "keine", "keinen", "never", "nooit", "nie", "zonder", "without", "ohne"];

    private static readonly string[] Contacts =
    [
        "benader", "contact", "kontakt", "bereik", "bellen", "bel", "mail", "sms", "schrijv", "schreib", "uitnodig", "invit", "einlad", "post", "brief", "app", "call", "anruf", "phone", "telefo",
        "marketing", "newsletter", "nieuwsbrief", "mailing", "communic", "kommunik", "bericht", "message", "nachricht", "text", "reclame", "werbung", "solicit", "storen", "email",
    ];

    private static readonly string[] Wishes =
    [
        "nieuwsbrief", "newsletter", "mailing", "marketing", "abonn", "subscri", "subskri", "wenst", "wensen", "ontvang", "receive", "erhalt", "privacy", "reclame", "werbung", "verwijder", "datenschutz", "dataprotection",
    ];

    // Who is no longer there, or whom nothing reaches: it may hold a no, in words of its own.
    private static readonly string[] Standings =
        ["bounce", "onbestelbaar", "undeliver", "unzustellbar", "verhuisd", "verzogen", "umgezogen", "vertrokken", "teruggetrokken", "mailbaar", "belbaar", "aanschrijfbaar", "benaderbaar", "bereikbaar", "contacteerbaar", "contactable", "kontaktierbar"];

    private static readonly string[] StandingWords =
        ["actief", "inactief", "active", "inactive", "aktiv", "inaktiv", "moved", "interesse", "interested", "geinteresseerd", "uitnodigen", "aanschrijven", "benaderen", "mailen", "bellen", "appen", "einladen", "anschreiben"];

    // What people agree to besides.
    private static readonly string[] Others =
        ["foto", "photo", "video", "beeld", "delen", "share", "sharing", "huisregel", "regels", "voorwaard", "terms", "incasso", "betal", "debit", "kind", "child", "medisch", "derden", "third", "cookie"];

    // The date of a yes says neither yes nor no.
    private static readonly string[] DateWords = ["datum", "date", "time", "tijd", "ip", "bron", "source", "door", "by", "zeit", "op", "wanneer", "when", "am", "sinds", "since", "seit", "note", "opmerking", "opmerkingen", "toelichting"];

    private static readonly string[] ChannelNames = ["sms", "whatsapp", "app", "mail", "email", "mailing", "smsok", "mailok", "emailok"];

    /// <param name="header">Of a column that is not a contact point, not a name, and may be read.</param>
    public static PermissionColumn? Of(string header)
    {
        var compact = Headers.Compact(header);
        if (compact.Length is 0 or > 120)
            return null;
        var inOrder = Headers.Words(header).ToList();
        var words = inOrder.ToHashSet(StringComparer.Ordinal);
        if (words.Contains("fax"))
            return null;
        var ways = WaysOf(compact, words);
        // "Contact no" is a number.
        var isNegated = Negations.Any(words.Contains) || inOrder is ["no", _, ..] || compact.Contains("donot", StringComparison.Ordinal) || IsShortNo(compact);
        var isOptOut = Has(compact, OptOuts) || OptOutWords.Any(word => words.Contains(word) || compact == word);
        var isConsent = Has(compact.Replace("sms", "", StringComparison.Ordinal), Consents) || ConsentWords.Any(words.Contains);
        var isStatus = words.Contains("status") || compact.EndsWith("status", StringComparison.Ordinal);

        if (isOptOut && isNegated && !compact.Contains("donot", StringComparison.Ordinal))
            return new(PermissionKind.Asked, ways);
        if (isOptOut)
            return new(PermissionKind.OptOut, OrAll(ways));
        var isStanding = Has(compact, Standings) || (StandingWords.Any(words.Contains) && !DateWords.Any(words.Contains));
        if (isNegated)
            return isConsent || Has(compact, Contacts) ? new(PermissionKind.OptOut, OrAll(ways)) : isStanding ? new(PermissionKind.Asked, ways) : null;
        if (isConsent)
            return IsClear(compact, words, ways) ? new(PermissionKind.Consent, OrAll(ways)) : new(PermissionKind.Asked, ways);
        if (isStatus)
            return Has(compact, Contacts) || Has(compact, Wishes) ? new(PermissionKind.Status, OrAll(ways)) : new(PermissionKind.AnyStatus, Ways.All);
        return isStanding || Has(compact, Wishes) || ChannelNames.Contains(compact) ? new(PermissionKind.Asked, ways) : null;
    }

    /// <summary>A title over people who want no message: "Afmeldingen 2026", "Niet benaderen".</summary>
    public static bool IsTitleOfNo(string title)
    {
        // Many a street and quarter is named after the resistance.
        var compact = Headers.Compact(title).Replace("verzets", "", StringComparison.Ordinal);
        return Has(compact, OptOuts) || OptOutPhrases.Contains(compact);
    }

    /// <summary>A phone number that is not to be called is not written to either; who may not be sent an SMS may be called.</summary>
    public static Ways WaysOf(string compact, IReadOnlySet<string> words)
    {
        var ways = Ways.None;
        if (Has(compact, ["sms", "whatsapp", "tekstbericht", "textmessage", "appen"]) || words.Contains("app") || words.Contains("apps") || words.Contains("text") || words.Contains("texts"))
            ways |= Ways.Sms;
        if (Has(compact, ["mail", "nieuwsbrief", "newsletter"]))
            ways |= Ways.Email;
        if (Has(compact, ["bellen", "gebeld", "belme", "telefo", "phone", "anruf", "mobiel", "mobile", "handy"]) || words.Contains("bel") || words.Contains("call") || words.Contains("calls") || compact is "donotcall" or "nocall")
            ways |= Ways.Call | Ways.Sms;
        if (words.Contains("post") || words.Contains("brief") || words.Contains("brieven") || words.Contains("letter") || words.Contains("letters"))
            ways |= Ways.Post;
        return ways;
    }

    private static Ways OrAll(Ways ways) => ways is Ways.None ? Ways.All : ways;

    // "Toestemming foto's", "Akkoord huisregels": a yes to something else must not count as a yes to being written to.
    private static bool IsClear(string compact, HashSet<string> words, Ways ways) =>
        !DateWords.Any(words.Contains) && !Has(compact, Others) && (ways is not Ways.None || Has(compact, Contacts) || Has(compact, Consents) || words.Contains("avg"));

    // "nomail", "NoSMS".
    private static bool IsShortNo(string compact) =>
        compact is "nomail" or "noemail" or "nosms" or "nocall" or "nocontact" or "nomailing" or "nomarketing" or "nopost" or "donotmail";

    private static bool Has(string compact, string[] stems) => Array.Exists(stems, stem => compact.Contains(stem, StringComparison.Ordinal));
}
