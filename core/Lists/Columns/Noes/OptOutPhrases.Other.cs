using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns.Noes;

/// <summary>The same in French, and a no to more mail or post. A mailbox that somebody has not got is "geen mail" too, and post that nobody wants is "geen post".</summary>
internal static partial class OptOutPhrases
{
    private static bool IsOtherStop(string text, string words) =>
        French.IsMatch(words) || WayRefused.IsMatch(ClausesOf(text)) || NoMoreMail.IsMatch(words) || StopPlease.IsMatch(words) || TagOfNo.IsMatch(text);

    private const string Papers = "(?:mails?|mailtjes|post|poststukken|brieven|briefe|letters?|folders?|flyers?)";

    private const string Please = "(?:please|pls|plz|aub|svp|a u b|s v p|bitte|graag|alstublieft|alsjeblieft)";

    private static readonly Regex WayRefused = new(WayAndNo);

    private static readonly Regex NoMoreMail = new("(?<!\\b(?:leest|lees|lezen|opent|ziet|heeft) )\\b(?:geen|keine?n?|no) " + Papers + " (?:meer|mehr|more)\\b(?! (?:gehad|gekregen|ontvangen|bekommen|received))|\\b(?:geen|no) (?:verdere|more|further) " + Papers + "\\b"
        + "|\\b(?:wil|wilt|willen|wenst|wensen|mochte|moechte|will|wunscht|wants?)(?: \\w+){0,2} (?:geen|keine?n?|no) " + Papers + "\\b"
        + "|\\b" + Please + " (?:geen|keine?n?|no) " + Papers + "\\b|\\b(?:geen|keine?n?|no) " + Papers + " (?:sturen|schicken|senden|zenden|" + Please + ")\\b"
        + "|^(?:(?:hoeft|hoef|hoeven) )?(?:geen|keine|no) (?:post|brieven|briefe|letters|folders|flyers)(?: meer)?$|\\b(?:geen|niet) prijs (?:meer )?(?:te )?(?:stellen )?op(?: \\w+)? " + Message + "\\b");

    // "Please stop by" is an invitation.
    private static readonly Regex StopPlease = new("\\b" + Please + " stop\\b(?! (?:by|in|at|langs|met (?!(?:contact|sms|mail|mailen|appen|bellen|berichten)\\b)))|\\b" + Please + " stoppen$|\\bstop " + Please + "\\b|\\btake (?:me|us|him|her|them) off\\b(?! \\w)"
        + "|\\b(?:verwijderen|wissen|delete|remove|loschen) (?:\\w+ ){0,2}(?:op|at|on|auf) (?:\\w+ ){0,2}(?:verzoek|request|wunsch|antrag)\\b");

    private static readonly Regex French = new("\\bne (?:plus|pas|jamais) (?:(?:me|m|la|l|le|les|nous|lui|leur|du|tout) )*(?:re)?(?:contacter|appeler|telephoner|ecrire|envoyer|deranger|inviter|solliciter)\\b(?! (?:apres|avant|entre) [0-9]| le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|week)| pendant| la nuit)"
        + "|\\bne (?:souhaiten?t?|veut|veux|veulent|desiren?t?) (?:pas|plus)(?: \\w+){0,2} (?:etre (?:\\w+ )?(?:re)?(?:contacte|appele|sollicite|derange|invite)e?s?|recevoir|de contact|de sms|de messages?)\\b|\\bne (?:souhaiten?t?|veut|veux|veulent) plus$"
        + "|\\b(?:pas|plus) de? (?:sms|appels?|contacts?|messages?|courriers?|whatsapp|invitations?)\\b(?! (?:connus?|possibles?|encore|recus?))|\\bplus d(?:e|) ?(?:e ?mails?|mails?|courriels?)\\b"
        + "|(?<!\\bpas )\\b(?:desinscri(?:te?s?|re|ption)|desabonn(?:e|ee|es|ees|er|ement))\\b"
        + "|(?<!\\b(?:" + Relative + "|mari|femme|chien|chat)(?: (?:est|recemment|aussi))* )\\bdecedee?s?\\b");

    // Nobody writes in a tag that somebody has none.
    private static readonly Regex TagOfNo = new(@"(?:^|[\s,;|:])(?:geen|no|keine?)[-_](?:mails?|post|brief|brieven)(?=\z|[\s,;|])", RegexOptions.IgnoreCase);
}
