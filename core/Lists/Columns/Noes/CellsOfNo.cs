using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Lists.Columns.Noes;

/// <summary>
/// What a short cell says that is a no under any header: in a column of a round along the doors that has a name of its own, of a state, or where a number belongs. The
/// one place for it; what needs more than a few words to be a no is read with the notes.
/// </summary>
internal static partial class CellsOfNo
{
    // Whoever writes more says it in other words too, or writes about something else.
    private const int MaxLength = 80;

    /// <summary>Says no of a person, whatever the column is about: "geen interesse", "niet aanbellen", "eruit gestapt".</summary>
    public static bool IsPlain(string cell)
    {
        if (cell.Length is < 3 or > MaxLength || !cell.Any(char.IsLetter) || cell.Contains("://", StringComparison.Ordinal))
            return false;
        var text = Headers.Spaced(cell);
        if (PermissionWords.IsOrder(cell) || NotesOfNo.MayBe(cell) || NotThem.IsMatch(text) || Enough.IsMatch(text))
            return true;
        if (ShortNo.Is(cell))
            return Will.IsMatch(text);
        return (Ended.IsMatch(text) || Dead.IsMatch(text)) && !OptOutPhrases.IsOfAnother(cell);
    }

    /// <summary>A no that may also answer what a column asks: "hoeft niet" under "Lunch".</summary>
    public static bool IsWeak(string cell) =>
        cell.Length is > 2 and <= MaxLength && !Sticker().IsMatch(cell) && (ShortNo.Is(cell) || (PermissionWords.IsPlainNo(cell) && !IsBare(cell) && !IsFalse(cell)) || IsEnded(cell) || Headers.Compact(cell) is "verboden" or "verboten" or "forbidden" or "interdit" || IsNegative(cell));

    /// <summary>What somebody made of an answer that they got.</summary>
    public static bool IsNegative(string cell) => Headers.Compact(cell) is "negatief" or "afwijzend" or "ablehnend" or "negativ" or "negative";

    /// <summary>A program writes that of anything.</summary>
    public static bool IsFalse(string cell) => Headers.Compact(cell) is "false" or "onwaar" or "falsch";

    /// <summary>It may be about somebody else, and no letter goes to the dead.</summary>
    public static bool TellsOfDeath(string cell) => Headers.Spaced(cell) is var text && (Dead.IsMatch(text) || DeathBeside().IsMatch(text));

    [GeneratedRegex("\\b(?:in memoriam|r i p|rip|(?:is )?dood)$|\\bis er (?:helaas )?niet meer$")]
    private static partial Regex DeathBeside();

    private static bool IsEnded(string cell) => EndedSomething.IsMatch(Headers.Spaced(cell)) && !OptOutPhrases.IsOfAnother(cell);

    /// <summary>One word or one sign, that answers no to whatever was asked. A program writes "false" of anything.</summary>
    public static bool IsBare(string cell) =>
        PermissionWords.IsPlainNo(cell) && Headers.Compact(cell) is "nee" or "neen" or "nein" or "no" or "non" or "niet" or "nooit" or "never" or "";

    // On a letter box.
    [GeneratedRegex(@"^\s*(?:nee|ja)\s*[-/]\s*(?:nee|ja)(?:[\s-]*sticker)?\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Sticker();

    private static readonly Regex Will = new("\\b(?:wil|wilt|willen|wou|wilde|wilden|wenst|mochte|moechte|will|wants?|doe|doet|doen)\\b");

    // An hour, a bell and a door are about how to come, and not that nobody may.
    private const string About = "(?! (?:voor|na|tussen|op|overdag|bij|als|met|in|om|wegens|ivm|i v m|want|bel|de|maar|s|tijdens|before|after|vor|nach|zwischen|if|wenn)\\b)";

    private static readonly Regex NotThem = new("(?<!\\b(?:avonds|ochtends|morgens|middags|nachts|overdag|zondags?|zaterdags?|weekend|uur|voordeur|hier|kan|kon|konden|kunnen|can|could|kann|konnte) )\\b(?:niet|nicht|not|nooit|never|nie)(?: (?:meer|mehr|langer|any more|weer|nog eens))* (?:welkom|aanbellen|langskomen|langs komen|langsgaan|langs gaan|aankloppen|aanspreken|bezoeken|welcome|willkommen|klingeln|vorbeikommen)\\b" + About
        + "|^(?:(?:dit|deze|nummer|adres|gegevens|mag|this|number|address) )*(?:niet|not|nicht) (?:meer |mehr )?(?:gebruiken|gebruikt worden|use|verwenden)$|\\b(?:straat|huis|buurt|wijk|gebieds|contact|toegangs)verbod\\b|\\b(?:wil|wilt|willen|wenst|wensen)(?: \\w+)? (?:anoniem|geen (?:\\w+ )?(?:bezoek|huisbezoek|gesprek|praatje|aanloop|volk|gedoe|gezeur))\\b"
        + "|\\b(?:wil|wilt|willen|wenst)(?: \\w+){0,2} niet(?: \\w+){0,2} (?:delen|geven|afgeven|kwijt|doorgeven|verstrekken)\\b|^(?:\\w+ ){0,2}kom(?:t|en) niet meer$|\\b(?:wil|willen) (?:er |hier )?(?:niet|nooit) (?:meer )?(?:bij horen|bij zijn|aan mee ?doen)\\b");

    private static readonly Regex Enough = new("\\bgenoeg van (?:ons|jullie|de groep)$|\\bklaar met (?:ons|jullie|de groep)$|^(?:is )?(?:niks|niets|nichts) (?:voor|fur) (?:mij|hem|haar|hen|ons|me|mich)$|\\bniet op prijs$|\\bbuiten (?:gehouden|gelaten)(?: worden)?$"
        + "|\\b(?:geen|keine?|no) (?:inter?e?s\\w*|intr|belangst\\w*|animo)(?: (?:meer|mehr|hoor|helaas|in (?:ons|contact|deelname|de groep)))*$|\\bhoud?t? (?:er )?(?:mee )?op(?: (?:met|ermee)\\b.*)?$|\\bhaakte?n?(?: \\w+)? af\\b"
        + "|^(?:\\w+ ){0,2}stop (?:ermee|er mee|e ?mails?|mail|sms|sms jes|appjes|contact|met (?:bellen|mailen|appen|sms\\w*|berichten|sturen|contact))$|\\bstopt (?:ermee|er mee|per(?: [0-9]+| " + Months + ")+)$");

    private const string Months = "(?:" + MonthNames.Usual + ")";

    private const string Around = "(?:(?:bewoner|bewoonster|mevrouw|mevr|meneer|dhr|hij|zij|ze|is|zijn|heeft|hebben|zich|zelf|al|inmiddels|definitief|helaas|per|op|dd|d d|sinds|vanaf|in|boos|agressief|beleefd|vriendelijk|klem|aan|de|deur|direct|meteen|telefonisch|per mail|per sms|weer|opnieuw|lid|deelname|deelnemer|bezoek|contact|door|ons|sorry|dus|ja|[0-9]+|" + Months + ") )*";

    private const string Behind = "(?: (?:per|op|dd|sinds|vanaf|in|aan|de|deur|door|ons|bewoner|helaas|inmiddels|definitief|weer|meteen|direct|telefonisch|deelname|contact|bezoek|lid|[0-9]+|" + Months + "))*";

    // Somebody may also have given up smoking, or a tenancy.
    private static readonly Regex EndedSomething = new("^" + Around + "(?:afgewezen|gestopt|afgevallen|verwijderd|gewist|opgezegd|zegt op|zegde op|rejected|quit|abgelehnt)" + Behind + "$");

    private static readonly Regex Ended = new("^" + Around + "(?:weigering|weigert|weigerde|geweigerd|afgehaakt|uitgevallen|afgevoerd|geschrapt|geschorst|blokkeert|blokkeerde|geblokkeerd|eruit|eraf|er uit|er af|royement|geroyeerd"
        + "|(?:eruit|er uit|uit (?:de |onze |het )?\\w*(?:app|groep|chat|lijst|vereniging)) (?:gestapt|gegaan|gehaald|gezet)|opgestapt|uitgestapt|uitgetreden|refused|declined|dropped out|ausgestiegen|ausgetreten)" + Behind + "$"
        + "|\\b(?:contact|relatie|lidmaatschap|deelname|kontakt) (?:\\w+ ){0,2}(?:beeindigd|stopgezet|verbroken|gestopt|abgebrochen|beendet)$");

    private static readonly Regex Dead = new("\\bin memoriam\\b|^(?:r i p|rip)\\b|^(?:is )?(?:begraven|gecremeerd)(?: [0-9 ]+| op\\b.*)?$|^(?:gest|died|dead)(?: (?:op|in|on|[0-9]+|" + Months + "))*$|^(?:\\w+ )?is er (?:(?:helaas|nu|al|sinds \\w+) )*niet meer$");
}
