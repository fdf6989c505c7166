using System.Buffers;
using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Lists.Columns.Noes;

/// <summary>Words by which somebody wants to be left alone, and by which way. Case, accents, hyphens and underscores do not count.</summary>
internal static partial class OptOutPhrases
{
    // In a cell that answers whether somebody may be written to. In a note they may be about something else: a meeting can be "verzet", a mail in the "spam".
    private static readonly string[] Answers =
    [
        "afgemeld", "uitgeschreven", "unsub", "optout", "optedout", "abgemeldet", "abbestellt", "ausgetragen", "geblokkeerd", "blocked", "gesperrt", "blacklist", "cleaned", "complain", "spam", "opgezegd",
        "overleden", "deceased", "verstorben", "wilniet", "niettoestaan", "nichtzulassen", "donotallow", "nepasautoriser", "suppress", "bezwaar", "widerspr", "verzet", "dnc", "gestopt", "stopped", "nietgebruiken", "donotuse",
    ];

    private static readonly string[] NotStops = ["not", "nog", "nietafgemeld", "nietuitgeschreven", "nietgeblokkeerd", "geenbezwaar", "keinwiderspr"];

    // Most cells have none of these, and need no closer look.
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "niet", "nooit", "nicht", "niemals", "nie ", "do not", "do-not", "do_not", "donot", "don", "never", "not ", "n't", "n’t", "geen", "kein", "no ", "no-", "no_", "nosms", "nomail", "noemail", "nocall", "nocontact", "notext", "nomore",
            "nomessage", "nomarketing", "nottobe", "zonder", "without", "stop", "afgemeld", "afmeld", "uitgeschr", "unsub", "opt", "abgemeldet", "abmeld", "abbestellt", "ausgetragen", "austrag", "overl", "deceased", "verstorben", "widerspr", "zwarte", "blacklist",
            "dnc", "nt want", "nt wish", "weigert", "toestemming", "consent", "bezwaar", "verwijder", "uitschrijven", "lijst", "list", "bestand", "systeem", "remove", "delete", "niets", "niks", "nichts", "nothing", "met rust", "in ruhe", "alone", "losch", "loesch", "unerw", "ongewenst",
            "gestorben", "passed away", "prijs", "asked", "withdr", "refus", "revoke", "denie", "request", "verzoek", "wunsch", "antrag", "vergetel", "forgotten", "vergessen", "verteiler", "kartei", "datenbank", "schrappen", "streich", "einwilligung",
            "alleen ", "uitsluitend ", "enkel ", "only", "nur ", "ovl", "heengegaan", "take ", "ne plus", "ne pas", "ne-p", "ne_p", "pas-d", "pas_d", "ne jamais", "ne souh", "ne veu", "ne desir", "pas d", "plus d", "desinscri", "desabonn", "decede", "gestorven", "uitvaart", "begrafenis", "crematie", "ist tot", "†", "✝", "✞", "⛔", "🚫", "📵", "🔕", "🛑",
            .. HintsInOtherLanguages,
        ], StringComparison.OrdinalIgnoreCase);

    /// <summary>A no in any text: a note, a tag, behind a name.</summary>
    public static bool Contains(string text)
    {
        text = Accents.Without(text);
        if (!text.AsSpan().ContainsAny(Hints))
            return IsYearOfDeath(text);
        var words = WordsOf(text);
        return words is "stop" || ShoutedStop.IsMatch(text) || NotToBeDone.IsMatch(words) || NotWanted.IsMatch(words) || Nothing.IsMatch(words) || LeftAlone.IsMatch(words) || Removal.IsMatch(words)
            || Left.IsMatch(words) || OtherWay.IsMatch(words) || IsOtherStop(text, words) || InOtherLanguages.IsMatch(words);
    }

    /// <summary>"+ 2024", and nothing else.</summary>
    public static bool IsYearOfDeath(string text) => text is ['+', ..] && YearOfDeath().IsMatch(text);

    /// <summary>Whoever takes no part any more: where it stands over people or beside a name it may be a no, and in a text it may be about one evening.</summary>
    public static bool IsOutOfIt(string text) => OutOfIt.IsMatch(WordsOf(text));

    /// <summary>About a husband, a mother, a child.</summary>
    public static bool IsOfAnother(string text) => OtherPerson.IsMatch(WordsOf(text));

    /// <summary>A no in a cell that answers whether somebody may be written to.</summary>
    public static bool IsStop(string cell)
    {
        var word = Headers.Compact(cell);
        return word is "dood" or "stop" || Contains(cell) || (!Array.Exists(NotStops, start => word.StartsWith(start, StringComparison.Ordinal)) && IsAnswer(word) && !IsForOnce(cell));
    }

    /// <summary>Somebody who signed off for one evening, or for as long as they are ill.</summary>
    public static bool IsForOnce(string text) => SignedOffOnce.IsMatch(WordsOf(text));

    /// <summary>A name that says that its bearer is dead. "Van Wijlen" and "van Erven" are names of the living.</summary>
    public static bool IsOfTheDead(string name) => LateName().IsMatch(name) || LateBehind().IsMatch(name);

    public const string OfAllWays = "opt-out";

    /// <summary>"Alleen per post": a no for people who are known, and the name of a list of others.</summary>
    public static bool NamesAnotherWay(string text) => OtherWay.IsMatch(WordsOf(text));

    private static string WordsOf(string text) => Headers.Spaced(WhatsApp().Replace(Address().Replace(text, ""), "whatsapp"));

    private static bool IsAnswer(string word) => Array.Exists(Answers, stop => word.Contains(stop, StringComparison.Ordinal));

    // In an address for mail or of a page words stand side by side that belong to nobody.
    [GeneratedRegex(@"[^\s@]{1,64}@\S+|\b(?:https?://|www\.)\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // The capital in the middle begins no word.
    [GeneratedRegex(@"\bwhat['’]?s[ -]?app", RegexOptions.IgnoreCase)]
    private static partial Regex WhatsApp();

    private static readonly Regex ShoutedStop = new(@"\bSTOP\b|[†✝✞⛔]|🚫|📵|🔕|🛑");

    [GeneratedRegex(@"^(?:wijlen|erven|nabestaanden) [^,]", RegexOptions.IgnoreCase)]
    private static partial Regex LateName();

    // Behind the name it is not a surname: that has a capital.
    [GeneratedRegex(@"\p{Lu}\p{Ll}.*(?<!\b(?:van|de|der|den|ter|te|Van|De|Der|Den|Ter|Te))[\s,(/\-]+(?:wijlen|WIJLEN)\W*\z")]
    private static partial Regex LateBehind();

    // When not to: "niet bellen voor 10 uur", "op zondag". A date is not an hour.
    private const string AtAnHour = "(?! (?:voor|na|tussen|vanaf|before|after|between|vor|nach|zwischen|ab)(?: (?:de|het|circa|half|kwart|the))* (?:[0-2]?[0-9](?: [0-5][0-9])?(?:u|h|am|pm)?\\b(?! (?:[0-9]+\\b(?! ?(?:u|uur|h|uhr)\\b)|" + MonthNames.Usual + ")\\b)|zes\\b|zeven\\b|acht\\b|negen\\b|tien\\b|elf\\b|twaalf\\b|werk|eten|school|noon|lunch)"
        + "| (?:op|on|am) (?:\\w+dag(?:en|s)?|weekend\\w*|\\w+days?|\\w+tags?)\\b| (?:tijdens|during|wahrend|overdag|tagsuber|s (?:ochtends|morgens|middags|avonds|nachts)|in (?:het weekend|de (?:ochtend|middag|avond)|the (?:morning|evening|weekend)))\\b)";

    // Not to be done: "niet benaderen", "bel niet". What has not been done, "niet benaderd", or not yet, is something else, and so is "mail niet ontvangen".
    private static readonly Regex NotToBeDone = new("(?<!nog |noch )\\b(?:niet|nooit|nicht|niemals|nie|do ?not|don ?t|never)(?: ?(?:meer|mehr|langer|verder|te|zu|per|via|any|more|telefonisch|hem|haar|hen|mij|me|us|ons))* ?"
        + "(?:(?:berichten|appjes|smsjes|brieven|nachrichten) )?(?:benaderen|approach|lastig ?vallen|e ?mailen|mailen|opbellen|bellen|telefoneren|telefonieren|appen|whatsapp(?:en)?|berichten|benachrichtigen|zenden|senden|schicken|send|message|phone(?! n)|ring(?! (?:\\w+ )?(?:door)?bell)|smss?en|contacteren|aanschrijven|schrijven|uitnodigen|storen|sturen|sms|contact|call|e ?mail|mail|text|invite|write|disturb|anrufen|kontaktieren|anschreiben|einladen)\\b(?! wel$)" + AtAnHour
        + "|(?<!\\b(?:de|een|deur|voordeur|the) )\\b(?:bel|benader|contacteer)(?: (?:me|mij|hem|haar|hen|ons|aub|svp|a u b|s v p))? (?:niet|nooit)\\b(?! (?:meer )?(?:na|voor|op|tussen|s|tijdens|overdag|te|vroeg|in orde|gehoord|goed|gevonden|aangesloten|aanwezig|gerepareerd|gemaakt|ok|oke|functioneel|(?:maar |wel )?(?:aan)?klop(?:pen)?|\\w+(?:zaam|baar|end))\\b)"
        + "|(?<!\\b(?:e|(?:leest|lees|lezen|checkt|bekijkt|opent|krijgt|ontvangt|ziet|heeft|gebruikt|kent|kan|snapt|begrijpt|beantwoordt|volgt|vindt)(?: (?:de|het|een|die|deze|onze|zijn|haar|hun|mijn|z n|d r|e))?) )\\b(?:mail|app|sms|stuur)(?: (?:me|mij|hem|haar|hen|ons|aub|svp|a u b|s v p))? (?:niet|nooit)(?= (?:meer|langer|aub|svp|a u b|s v p|graag|alstublieft)\\b|$)|\\bnottobecontacted\\b"
        + "|(?<!\\b(?:kan|kon|kunnen|konden) )\\b(?:bellen|mailen|appen|sms ?en)(?: (?:mag|mogen))? (?:niet|nooit)(?= (?:meer|aub|svp|graag|toegestaan|gewenst)\\b|$)"
        + "|\\b(?:nicht mehr|niet meer) melden\\b|\\bstop (?:contacting|calling|e ?mailing|mailing|texting|messaging)\\b");

    // "Wil niet gebeld worden". "Kon niet gebeld worden" is what happened.
    private static readonly Regex NotWanted = new("\\b(?:wil|wilt|willen|wenst|wensen|mag|mogen|liever|moet) (?:\\w+ ){0,2}(?:niet|nooit)(?: \\w+){0,3} " + Done + "\\b"
        + "|(?<!nog |kon |konden |kan |was |is )\\b(?:niet|nooit)(?: \\w+){0,2} " + Done + " (?:te |willen )?(?:worden|word)\\b"
        + "|(?<!could |can |couldn |be )\\b(?:not|t|never) (?:(?:want|wish|like|wants|wishes) )?(?:to )?be (?:contacted|called|e ?mailed|mailed|texted|invited|approached|disturbed)\\b"
        + "|\\b(?:mochte|moechte|will|darf|soll) (?:\\w+ )?nicht(?: \\w+){0,2} (?:kontaktiert|angerufen|angeschrieben|eingeladen)\\b|\\b(?:wil|willen) (?:het |dit )?niet(?: meer)?(?: mee ?doen| deelnemen)?$|\\bniet (?:meer|langer) (?:mee ?willen ?doen|willen (?:mee ?doen|deelnemen))\\b"
        + "|\\b(?:wil|wilt|willen|wenst|wensen|mag|hoeft|mochte|moechte)(?: \\w+){0,2} (?:niets|niks|nichts|(?:geen|keine?n?) (?:mail|" + Message + "))(?: \\w+){0,3} (?:horen|hoeren|weten|ontvangen|krijgen|erhalten|bekommen)\\b"
        + "|\\b(?:stuur|zend|schick|send)(?: \\w+){0,2} (?:niets|niks|nichts|nothing)\\b|\\b(?:niets|niks|nichts) (?:meer|mehr) (?:sturen|zenden|schicken|senden)\\b"
        + "|\\b(?:(?:does|do|did) not|(?:doesn|don|didn) t|doesnt|dont|didnt) (?:want|wish)(?: (?:to|receive|get|have|any|more|further|our|your))* " + Message + "\\b"
        + "|\\bstelt(?: \\w+)? (?:geen|niet) prijs op(?: \\w+)? " + Message + "\\b|\\b" + Message + " (?:\\w+ )?(?:wordt|worden) niet op prijs gesteld\\b"
        + "|\\b(?:niets|niks|nichts|nothing) (?:meer |mehr |more )?(?:met|mit|with) (?:ons|jullie|uns|euch|us|you) (?:te maken|zu tun|to do)\\b|\\basked (?:\\w+ ){0,2}to (?:stop(?! by)|be (?:removed|left alone|taken off)|unsubscribe)\\b"
        + "|^(?:\\w+ )?(?:wilden?|wou) niet meer$|\\b(?:mochte|moechte|will|wollte) nicht(?: mehr)?(?: (?:mit ?machen|teilnehmen))?$");

    private const string Done = "(?:benaderd|gebeld|opgebeld|ge ?e?mail(?:d|ed)|ge ?whatsapp ?t|ge ?app ?t|ge ?sms ?t|gecontacteerd|aangeschreven|uitgenodigd|gestoord|lastiggevallen)";

    private const string Message = "(?:contact|kontakt|sms|smsjes|appjes?|apps?|whatsapps?|(?:app|sms|tekst|mail) ?berichten|phone ?calls?|telefonate|e ?mails?|mailtjes|mailings?|calls?|texts?|bericht(?:en|jes?)?|messages?|nachrichten?|anrufe?|uitnodiging(?:en)?|invites?|invitations?|einladung(?:en)?"
        + "|telefoontjes|communicatie|correspondentie|nieuwsbrie(?:f|ven)|newsletters?|marketing|reclame|toestemming|consent|einwilligung)";

    // "Geen sms". "Heeft geen e-mail", "geen e-mail bekend" and "geen contact gehad" say that there is none.
    private static readonly Regex Nothing = new("(?<!heeft |hebben |hebt |heb |has |have |hat |had |gebruikt |gebruik |gebruiken |leest |lees |lezen |ziet |zien |kent |snapt |begrijpt |uses |use |reads |read |nutzt |liest )\\b(?:geen|keine?n?|no|zonder|without|stop met)(?: ?(?:meer|verdere|further|more|weitere|enkel))* ?"
        + Message + "\\b" + AtAnHour + "(?! (?:in (?:de |het )?(?:brieven ?)?bus|op de deur)\\b)"
        + "(?! (?:meer )?(?:bekend|known|bekannt|adres|address|gehad|gekregen|kunnen|mogelijk|possible|yet|ontvangen|received|nummer|number|beschikbaar|available|opgenomen|gelukt|nodig|needed|required|vorhanden|aanwezig|ingevuld|opgegeven|provided|persoon|person|gegevens|account|geldig))");

    private const string Relative = "(?:" + RelativeWords.Family + "|" + RelativeWords.Neighbours + "|man|vrouw|mann|frau|kind|oma|opa|hond|kat|dog|cat|hund|katze)";

    // An evening, a school, a doctor: anything but what we send.
    private const string ForAnEvening = " (?:voor|bij|van|uit) (?!(?:(?:de|het|alle|onze|deze|verdere) )*(?:\\w*lijst|nieuwsbrie\\w+|e ?mail\\w*|mail\\w*|sms\\w*|\\w*app\\w*|berichten|contact|uitnodiging\\w*|post|updates|deelname|ons|jullie|vereniging|groep|club|lidmaatschap|alles|bestand|systeem))";

    // Whoever is ill comes the next time.
    private const string ForOnce = " (?:(?:wegens|ivm|i v m|vanwege|door|met|want|is|was|helaas) )*(?:ziek\\w*|griep|corona|covid|koorts|vakantie|verhinderd|eenmalig|vanavond|vandaag|morgen|(?:dit|deze|een|1) (?:keer|maal|avond|week))\\b";

    private static readonly Regex SignedOffOnce = new("\\bafgemeld(?:" + ForAnEvening + "|" + ForOnce + ")");

    // That somebody else died says nothing of this person, and neither does an objection to a plan.
    private static readonly Regex Left = new("(?<!\\b(?:niet|nicht|not|geen|keine?|never|nooit) )(?<!\\b(?:vorige|laatste|deze) (?:keer|week|maand|avond) )\\b(?:afgemeld(?!" + ForAnEvening + "|" + ForOnce + ")|afmelders?\\b|uitgeschr(?!\\w*" + ForAnEvening + ")|unsub|opt(?:ed)? ?out|abgemeldet|abbestellt|ausgetragen|widerspr|zwarte ?lijst|blacklist|dnc\\b"
        + "|(?:bezwaar gemaakt|maakt bezwaar|heeft bezwaar)(?! (?:gemaakt )?tegen (?!(?:\\w+ )?(?:contact|sms|e ?mail|mail|nieuwsbrie|post\\b|app(?:s|jes|en|berichten)?\\b|brieven|reclame|marketing|bericht|bellen|benader|uitnodig|gebruik|verwerk|bewaren|opslag))))"
        + "|(?<!\\b" + Relative + "(?: (?:is|was|has|had|ist|hat|zijn|vorig|vorige|dit|deze|afgelopen|jaar|maand|week|zomer|winter|in|net|pas|kort|geleden|onlangs|recent|al|ook|helaas|plotseling|last|year|recently|[0-9]+)){0,5} )\\b(?:overleden|heengegaan|overl\\b|ovl\\b|gestorven|gestorben|deceased|verstorben|passed away|overleed\\b|leeft niet meer\\b|niet meer (?:in leven|levend)\\b|ist tot$|(?:uitvaart|begrafenis|crematie) (?:was|is) (?:(?:op )?[0-9]|gisteren|vorige))"
        + "|\\beinwilligung (?:\\w+ )?(?:widerrufen|verweigert|entzogen|zuruckgezogen)\\b|\\b(?:withdrew|withdraws?|revoked|refuse[sd]|denie[sd]) (?:\\w+ ){0,2}consent\\b|\\b(?:(?:do|does|did|has|have) not|(?:don|doesn|didn|hasn|haven) t) (?:\\w+ )?consent(?:ed)?\\b"
        + "|\\btr(?:ok|ekt) (?:\\w+ )?toestemming(?: \\w+)? in\\b|\\brecht op vergetelheid\\b|\\bright to be forgotten\\b|\\brecht auf vergessen"
        + "|\\btoestemming (?:is )?(?:ingetrokken|geweigerd)|\\bconsent (?:is |was )?(?:withdrawn|revoked|refused|denied)|\\bweigert (?:contact|toestemming)"
        + "|\\b(?:contact|kontakt|sms|(?:e ?)?mails?|anrufe?) (?:is |ist )?(?:ongewenst|niet gewenst|unerwunscht|unerwuenscht|nicht (?:erwunscht|gewunscht)|not wanted)\\b");

    private static readonly Regex LeftAlone = new("\\bmet rust (?:te )?(?:ge)?laten\\b|\\blaat(?: \\w+)? met rust\\b|\\bin ruhe (?:ge|zu )?lassen\\b|\\b(?:leave|left)(?: (?:me|us|him|her|them))? alone\\b(?! at)");

    private static readonly Regex Removal = new("\\b(?:van|uit) (?:de |het |onze |ons |deze |dit )?\\w*(?:lijst|bestand|systeem) (?:af\\b|halen|gehaald|verwijder|schrappen|geschrapt)|\\b(?:verzoekt?|vraagt?|wenst|wil) (?:\\w+ ){0,2}verwijdering\\b(?! van (?!(?:\\w+ )?(?:\\w*gegevens|data|adres|nummer|\\w*lijst|bestand|systeem|naam)\\b))|\\bgegevens (?:\\w+ )?(?:verwijderen|wissen)\\b"
        + "|\\b(?:graag|wil|wilt|gelieve|verzoek|svp|aub|please|pls|plz)(?: \\w+){0,2} (?:verwijder(?:en|d)?|removed?|deleted?|uitschrijven|afmelden)\\b|\\bverwijder (?:mij|me|ons)\\b|\\bremove (?:me|us|from)\\b"
        + "|\\b(?:take|taken|remove|removed|delete|deleted)(?: \\w+)? (?:off|from)(?: (?:the|this|our|your))?(?: mailing)? ?list\\b|\\b(?:bitte|daten) (?:\\w+ ){0,2}(?:loschen|loeschen|austragen|abmelden)\\b"
        + "|\\b(?:wil|wilt|wants?|mag|moet)(?: \\w+)? (?:van|uit|off) (?:de|het|onze|deze|the|our|your|this)(?: mailing)? ?\\w*(?:lijst|list|bestand|systeem)\\b(?! (?:staan|blijven|gebruik|krijg|ontvang|met|van))"
        + "|\\b(?:verwijderen|uitschrijven|afmelden|schrappen|streichen|loschen|loeschen|austragen|abmelden|remove|delete|unsubscribe) (?:aub|svp|a u b|s v p|graag|please|pls|plz|bitte|alstublieft)\\b"
        + "|\\b(?:aus|von) (?:der|dem|unserer|unserem|eurer|eurem) \\w*(?:liste|verteiler|kartei|datenbank|bestand) (?:\\w+ )?(?:streichen|gestrichen|loschen|geloscht|loeschen|geloescht|nehmen|genommen|entfernen|entfernt|austragen)\\b"
        + "|(?<!\\b(?:boom|bomen|struik|struiken|bank|paal|lamp|graffiti|afval|container|heg|haag) )\\b(?:verwijderd|removed|deleted|geloscht|geloescht|geschrapt) (?:\\w+ ){0,2}(?:op|at|on|auf) (?:\\w+ ){0,2}(?:verzoek|request|wunsch|antrag)\\b");

    // "Alleen bellen na zes uur" is about the hour, and "heeft alleen telefoon" about what somebody has.
    private static readonly Regex OtherWay = new("(?<!\\b(?:heeft|hebben|has|have|hat|haben) )\\b(?:alleen|uitsluitend|enkel|only|nur)(?: (?:nog|maar|noch))?(?: (?:per|via|by|met|mit|een|aan|de))* (?:(?<post>post|brief|brieven|letters?)|telefoon|telefonisch|bellen|anrufen|huisbezoek|deur)\\b(?! \\w)|^(?:(?:by|via) )?(?:(?<post>post|letters?)|phone|calls?) only$");

    private static readonly Regex OutOfIt = new("\\b(?:geen|no|keine?) (?:interess?(?:e|t)|belangstelling)\\b|\\bniet (?:meer|langer) (?:lid|actief|geabonneerd)\\b|\\b(?:niet|not|nicht) (?:meer )?(?:geinteresseerd|interested|interessiert)\\b|\\bdoe[nt]? niet (?:meer )?mee\\b|\\bniet (?:meer|langer)(?: mee ?doen)?$|\\bwillen? niet\\b");

    private static readonly Regex OtherPerson = new("\\b" + Relative + "\\b");

    [GeneratedRegex(@"^\+ ?(?:[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ])?(?:19|20)[0-9]{2}\z")]
    private static partial Regex YearOfDeath();
}
