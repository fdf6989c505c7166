using System.Buffers;
using System.Text.RegularExpressions;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>Words by which somebody wants to be left alone, and by which way. Case, accents, hyphens and underscores do not count.</summary>
internal static partial class OptOutPhrases
{
    // In a cell that answers whether somebody may be written to. In a note they may be about something else: a meeting can be "verzet", a mail in the "spam".
    private static readonly string[] Answers =
    [
        "afgemeld", "uitgeschreven", "unsub", "optout", "optedout", "abgemeldet", "abbestellt", "ausgetragen", "geblokkeerd", "blocked", "gesperrt", "blacklist", "cleaned", "complain", "spam", "opgezegd",
        "overleden", "deceased", "verstorben", "wilniet", "niettoestaan", "nichtzulassen", "suppress", "bezwaar", "widerspr", "verzet", "dnc", "gestopt", "stopped", "nietgebruiken", "donotuse",
    ];

    private static readonly string[] NotStops = ["not", "nog", "nietafgemeld", "nietuitgeschreven", "nietgeblokkeerd", "geenbezwaar", "keinwiderspr"];

    // Most cells have none of these, and need no closer look.
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "niet", "nooit", "nicht", "niemals", "nie ", "do not", "do-not", "do_not", "donot", "don", "never", "not ", "n't", "n’t", "geen", "kein", "no ", "no-", "no_", "nosms", "nomail", "noemail", "nocall", "nocontact", "notext", "nomore",
            "nomessage", "nomarketing", "nottobe", "zonder", "without", "stop", "afgemeld", "afmeld", "uitgeschr", "unsub", "opt", "abgemeldet", "abbestellt", "ausgetragen", "overl", "deceased", "verstorben", "widerspr", "zwarte", "blacklist",
            "dnc", "weigert", "toestemming", "consent", "bezwaar", "verwijder", "uitschrijven", "lijst", "remove", "delete", "†", "✝", "✞", "⛔", "🚫", "📵", "🔕", "🛑",
        ], StringComparison.OrdinalIgnoreCase);

    /// <summary>A no in any text: a note, a tag, behind a name.</summary>
    public static bool Contains(string text)
    {
        if (!text.AsSpan().ContainsAny(Hints))
            return false;
        var words = string.Join(' ', Headers.Words(Address().Replace(text, "")));
        return words is "stop" || ShoutedStop().IsMatch(text) || NotToBeDone().IsMatch(words) || NotWanted().IsMatch(words) || Nothing().IsMatch(words) || Left().IsMatch(words);
    }

    /// <summary>A no in a cell that answers whether somebody may be written to.</summary>
    public static bool IsStop(string cell)
    {
        var word = Headers.Compact(cell);
        return word is "dood" or "stop" || Contains(cell) || (!Array.Exists(NotStops, start => word.StartsWith(start, StringComparison.Ordinal)) && IsAnswer(word));
    }

    /// <summary>A name that says that its bearer is dead. "Van Wijlen" and "van Erven" are names of the living.</summary>
    public static bool IsOfTheDead(string name) => LateName().IsMatch(name);

    /// <summary>"Ja, maar geen sms" is about SMS alone; any other stop is about all.</summary>
    public static Ways WaysOf(string cell)
    {
        var word = Headers.Compact(cell);
        return IsAnswer(word) || OneWay().Count(word) is 0
            ? Ways.All
            : OneWay().Matches(word).Select(match => match.Groups["way"].Value).Aggregate(Ways.None, (ways, way) => ways | WayOf(way));
    }

    private static Ways WayOf(string way) => way[0] switch
    {
        's' or 'w' or 'a' or 't' => Ways.Sms,
        'e' or 'm' or 'n' => Ways.Email,
        'p' => Ways.Post,
        // A phone number that is not to be called is not written to either.
        _ => Ways.Call | Ways.Sms,
    };

    private static bool IsAnswer(string word) => Array.Exists(Answers, stop => word.Contains(stop, StringComparison.Ordinal));

    // In an address for mail words stand side by side that belong to nobody.
    [GeneratedRegex(@"[^\s@]{1,64}@\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\bSTOP\b|[†✝✞⛔]|🚫|📵|🔕|🛑")]
    private static partial Regex ShoutedStop();

    [GeneratedRegex(@"^(?:wijlen|erven|nabestaanden) [^,]", RegexOptions.IgnoreCase)]
    private static partial Regex LateName();

    // Not to be done: "niet benaderen", "bel niet". What has not been done, "niet benaderd", or not yet, is something else, and so is "mail niet ontvangen".
    [GeneratedRegex("(?<!nog |noch )\\b(?:niet|nooit|nicht|niemals|nie|do ?not|don ?t|never)(?: ?(?:meer|mehr|langer|verder|te|zu|per|via|any|more|telefonisch|hem|haar|hen|mij|me|us|ons))* ?"
        + "(?:benaderen|e ?mailen|mailen|bellen|appen|smss?en|contacteren|aanschrijven|schrijven|uitnodigen|storen|sturen|sms|contact|call|e ?mail|mail|text|invite|write|disturb|anrufen|kontaktieren|anschreiben|einladen)\\b"
        + "|\\b(?:bel|benader|contacteer)(?: (?:me|mij|hem|haar|hen|ons|aub|svp))? (?:niet|nooit)\\b(?! (?:na|voor|op|tussen|s|tijdens|overdag|te|vroeg))"
        + "|(?<!\\be )\\b(?:mail|app|sms|stuur)(?: (?:me|mij|hem|haar|hen|ons|aub|svp))? (?:niet|nooit)(?= (?:meer|langer|aub|svp|a u b|s v p|graag|alstublieft)\\b|$)|\\bnottobecontacted\\b")]
    private static partial Regex NotToBeDone();

    // "Wil niet gebeld worden". "Kon niet gebeld worden" is what happened.
    [GeneratedRegex("\\b(?:wil|wilt|willen|wenst|wensen|mag|mogen|liever|moet) (?:\\w+ ){0,2}(?:niet|nooit)(?: \\w+){0,3} " + Done + "\\b"
        + "|(?<!nog |kon |konden |kan |was |is )\\b(?:niet|nooit)(?: \\w+){0,2} " + Done + " (?:te )?(?:worden|word)\\b"
        + "|(?<!could |can |couldn |be )\\b(?:not|t|never) (?:(?:want|wish|like|wants|wishes) )?(?:to )?be (?:contacted|called|e ?mailed|mailed|texted|invited|approached|disturbed)\\b"
        + "|\\b(?:mochte|moechte|will|darf|soll) (?:\\w+ )?nicht(?: \\w+){0,2} (?:kontaktiert|angerufen|angeschrieben|eingeladen)\\b|\\bwil (?:het )?niet(?: meer)?$")]
    private static partial Regex NotWanted();

    private const string Done = "(?:benaderd|gebeld|ge ?e?maild|geappt|gesmst|gecontacteerd|aangeschreven|uitgenodigd|gestoord|lastiggevallen)";

    // "Geen sms". "Heeft geen e-mail", "geen e-mail bekend" and "geen contact gehad" say that there is none.
    [GeneratedRegex("(?<!heeft |hebben |hebt |heb |has |have |hat |had )\\b(?:geen|keine?n?|no|zonder|without|stop met)(?: ?(?:meer|verdere|further|more|weitere|enkel))* ?"
        + "(?:contact|kontakt|sms|smsjes|appjes?|apps?|whatsapps?|e ?mails?|mailtjes|mailings?|calls?|texts?|bericht(?:en|jes?)?|messages?|nachrichten?|anrufe?|uitnodiging(?:en)?|invites?|invitations?|einladung(?:en)?|telefoontjes|nieuwsbrie(?:f|ven)|newsletters?|marketing|reclame|toestemming|consent|einwilligung)\\b"
        + "(?! (?:meer )?(?:bekend|known|bekannt|adres|address|gehad|gekregen|kunnen|mogelijk|possible|yet|ontvangen|received|nummer|number|beschikbaar|available|opgenomen|gelukt|nodig|needed|required|vorhanden|aanwezig|ingevuld|opgegeven|provided|persoon|person|gegevens|account|geldig))")]
    private static partial Regex Nothing();

    // That somebody else died says nothing of this person.
    [GeneratedRegex("(?<!\\b(?:niet|nicht|not|geen|keine?|never|nooit) )\\b(?:afgemeld|afmelders?\\b|uitgeschr|unsub|opt(?:ed)? ?out|abgemeldet|abbestellt|ausgetragen|widerspr|zwarte ?lijst|blacklist|dnc\\b|bezwaar gemaakt|maakt bezwaar|heeft bezwaar)"
        + "|(?<!\\b(?:man|vrouw|echtgenoot|echtgenote|partner|moeder|vader|zoon|dochter|kind|broer|zus|oma|opa|husband|wife|mother|father|son|daughter|brother|sister)(?: is| was)? )\\b(?:overleden|overl\\b|deceased|verstorben)"
        + "|\\btoestemming (?:is )?(?:ingetrokken|geweigerd)|\\bconsent (?:is |was )?(?:withdrawn|revoked|refused|denied)|\\bweigert (?:contact|toestemming)|\\bvan de (?:\\w*)lijst (?:af\\b|halen|verwijder)"
        + "|\\b(?:graag|wil|wilt|gelieve|verzoek|svp|aub|please)(?: \\w+){0,2} (?:verwijder(?:en|d)?|removed?|deleted?|uitschrijven|afmelden)\\b|\\bverwijder (?:mij|me|ons)\\b|\\bremove (?:me|us|from)\\b")]
    private static partial Regex Left();

    [GeneratedRegex("(?:niet|nooit|nicht|donot|dont|never|geen|keine?n?|nomore|no)(?:meer|mehr|langer|te|zu)*(?<way>sms|whatsapp|app|text|e?mail|nieuwsbrie|newsletter|post(?!code)|bellen|call|anruf)")]
    private static partial Regex OneWay();
}
