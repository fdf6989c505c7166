using System.Buffers;
using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns.Noes;

/// <summary>A no in so many words that a column of any name may hold it: about contact, about the list, about somebody's data, or to go through another person.</summary>
internal static partial class NotesOfNo
{
    private const int MinPlain = 4;

    // Whoever writes more than this says it in other words too.
    private const int MaxPlain = 2000;

    private const string Contact = "(?:contact|kontakt|post|berichten?|nachrichten?|sms\\w*|e ?mails?|mails?|telefoontjes|uitnodiging(?:en)?|bezoek|benadering|toenadering|nieuws(?:brief|brieven)?|info|informatie|bijeenkomsten|activiteiten|messages?|visits?|besuche?)";

    private const string Them = "(?:mij|me|ons|hem|haar|hen)";

    private const string Softly = "(?: (?:maar|dus|echt|liever|voortaan|er|aub|svp|a u b|s v p|alsjeblieft|alstublieft|gewoon|graag))*";

    // A neighbour who passes things on speaks for nobody.
    private const string Behind = "(?:" + RelativeWords.Family + "|" + RelativeWords.Helpers + "|begeleid\\w+|hulpverlen\\w+|mantelzorg\\w*|betreuer\\w*|familie|advocaat|anwalt|lawyer|solicitor|tuteur)";

    // Most cells have none of these, and need no closer look.
    private static readonly SearchValues<string> PlainHints = SearchValues.Create(
        [
            "geen", "kein", "niet", "nooit", "nicht", "not ", "n't", "n’t", "nt want", "never", "no longer", "wants out", "off", "te stoppen", "aufzuh", "arreter", "maar", "schrijf", "haal", "hou", "meld m", "meld o", "wis", "verwijder", "losch",
            "loesch", "erase", "erasure", "deletion", "gdpr", "avg", "verlaten", "gestapt", "gegaan", "verlassen", "left the", "quitte", "beeindigd", "stopgezet", "withdrawn", "complaint", "klacht", "retir", "supprim", "ray", "demand", "pas ", "plus ",
            "abmeld", "austrag", "contactverbod", "kontaktverbot", "contact order", "restraining", "interdiction", "via ", "bedacht", "ingetrokken", "nader inzien", "gewenst", "gedachten", "mind", "anders uberlegt", "d'avis", "d’avis",
        ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Only a person can tell, and it is worth asking.</summary>
    public static bool IsPlain(string cell)
    {
        cell = Accents.Without(cell);
        if (cell.Length is < 2 or > MaxPlain)
            return false;
        var text = Headers.Spaced(cell);
        if (Refuses(cell, text))
            return true;
        if (cell.Length < MinPlain || !cell.AsSpan().ContainsAny(PlainHints))
            return false;
        return NoContact.IsMatch(text) || NotToBeAsked.IsMatch(text) || OffTheList.IsMatch(text) || NotTheirData.IsMatch(text) || ToldUs.IsMatch(text) || LeftUs.IsMatch(text)
            || ThroughAnother.IsMatch(text) || TakenBack.IsMatch(text) || PlainFrench.IsMatch(text);
    }

    // "Geen behoefte aan vervoer" is about transport, and information about a thing about that thing.
    private static readonly Regex NoContact = new("\\b(?:geen|keine?n?|no) (?:\\w+ )?(?:behoefte|bedarf|need) (?:\\w+ )?(?:aan|an|for|of) (?:\\w+ ){0,3}" + Contact + "\\b(?! (?:over|about|uber) )|\\b(?:wenst|wens|wensen|wil|wilt|willen) (?:\\w+ )?geen (?:(?:verdere|meer|enkele|enige) )?" + Contact + "\\b(?! (?:over|about|aan huis|van|met)\\b)"
        + "|\\b(?:stelt|stellen) (?:\\w+ )?(?:geen|niet) prijs op (?:\\w+ ){0,3}" + Contact + "\\b|^(?:\\w+ )?niet gewenst$|\\b" + Contact + " (?:is |wordt |zijn )?(?:niet (?:meer )?gewenst|ongewenst)\\b"
        + "|^geen (?:verdere )?(?:info|informatie|nieuws|mailings?) (?:meer|graag|aub|svp|sturen|a u b|s v p)$|\\bbel " + Them + "(?: (?:maar|dus|echt|liever|voortaan|gewoon))+ (?:niet|nooit)\\b"
        + "|\\b(?:mail|app|sms|stuur|schrijf|benader|nodig) " + Them + "(?: (?:maar|dus|echt|liever|voortaan|gewoon))+ (?:niet|nooit|niets|niks|geen)\\b");

    // "Wil niet gevraagd worden om te koken" is about cooking, and "kan niet meer langskomen" what somebody is able to.
    private static readonly Regex NotToBeAsked = new("\\b(?:hoeft|hoef|hoeven|wil|wilt|willen|wenst|wensen|mag|moet|liever) (?:\\w+ ){0,2}(?:niet|nooit) (?:\\w+ ){0,2}(?:uitgenodigd|gevraagd|benaderd|geinformeerd|bezocht|aangesproken|aangebeld)\\b(?! (?:te )?(?:worden )?(?:om|voor|als|of|over|naar|na|tijdens|wanneer|op|in|door|te)\\b)"
        + "|(?<!\\b(?:kan|kon|kunt|kunnen|konden|kunt|durft|zal|gaat) (?:\\w+ ){0,2})\\b(?:niet|nooit) (?:meer|langer) (?:langs ?komen|langs ?gaan|aanbellen|bezoeken|aan de deur(?: komen)?|benaderen|uitnodigen)\\b"
        + "|\\b(?:wil|wilt|willen|wenst|liever|graag) (?:\\w+ )?niet (?:meer )?(?:via|per) (?:de |een )?(?:app|whats ?app|sms|e ?mail|mail|telefoon|bericht|brief|post)\\b"
        + "|\\b(?:wil|wilt|willen|wenst|mochte|will) (?:\\w+ )?(?:niet|nicht) (?:meer )?(?:dat|dass) (?:we|wij|ze|jullie|er|ik|wir|man|u)\\b(?: \\w+){0,3} (?:bel\\w*|gebeld|mail\\w*|app\\w*|schrijv\\w*|langs ?kom\\w*|contact\\w*|benader\\w*|stur\\w*|anruf\\w*|kommen|schreib\\w*)"
        + "|\\b(?:does not|doesn t|do not|don t|doesnt|dont|did not|didn t|no longer) (?:want|wants|wish|wishes|like|care) (?:us )?to (?:hear(?=$| (?:from|anything|more|again)\\b)|be (?:informed|asked|involved|visited|included|part)\\b|(?<=us to )(?:call|write|text|visit)\\b)");

    // That somebody was not on a list is what we found.
    private static readonly Regex OffTheList = new("(?<!\\b(?:staat|stond|staan|stonden|is|was|waren|kwam|komt|nog|steht|stand|war|were|are) (?:\\w+ )?)\\b(?:niet|nooit|nicht) (?:meer |langer |mehr )?(?:op|auf) (?:de |onze |deze |jullie |die |der |unsere )?(?:mail|mailing|adres|contact|nieuwsbrief|bel|uitnodigings|namen)?(?:lijst|lijsten|liste)\\b"
        + "|^(?:\\w+ )?off (?:the|our|your|this) (?:mailing )?list$|^(?:please |pls )?take (?:me |him |her |them )?off(?: please| pls)?$|\\bwants? out(?:$| of (?:the|this|our|your) (?:\\w+ )?(?:list|group))"
        + "|\\bschrijf " + Them + Softly + " uit\\b|\\bhaal " + Them + Softly + " (?:van (?:de |jullie |deze |die |uw |je )?\\w*lijst|uit (?:het |de |jullie |uw |je )?(?:bestand|systeem|lijst)|eraf|af|eruit|weg)\\b"
        + "|\\bhoud? " + Them + Softly + " (?:er ?buiten|hier ?buiten|buiten)\\b|\\bmeld " + Them + Softly + " af\\b(?! (?:voor|van|bij) (?!(?:de |alle )?(?:berichten|nieuwsbrief|lijst|mails?)))");

    // A request to remove may be about a tree: nothing else may stand beside it.
    private static readonly Regex NotTheirData = new("\\b(?:adres|adresgegevens|persoonsgegevens|gegevens|nummer|telefoonnummer|mailadres|e ?mailadres|e mail|data|daten|nummer) (?:\\w+ )?(?:niet|nicht|not) (?:meer |mehr |langer |longer )?(?:te )?(?:gebruiken|bewaren|opslaan|verwerken|verwenden|nutzen|speichern|use|store|keep)\\b"
        + "|\\b(?:gegevens|persoonsgegevens|data|daten|personendaten|contactgegevens) (?:(?:zijn|is|laten|graag|aub|svp|bitte|moeten|please) )*(?:wissen|gewist|verwijder(?:en|d)|vernietigen|vernietigd|loschen|geloscht|loeschen|geloescht|erase|erased|deleted?)\\b|\\b(?:wis|verwijder|erase|delete) (?:\\w+ ){0,2}(?:persoons)?(?:gegevens|data)\\b"
        + "|^(?:(?:" + Around + ") )*(?:verwijder(?:ings)?verzoek|verzoek tot (?:verwijdering|wissing)|loschantrag|loeschantrag|loschersuchen|(?:erasure|deletion) request|request (?:for|to) (?:erasure|deletion|erase|delete)|abmeldung)(?: (?:" + Around + "))*$"
        + "|\\b(?:gdpr|avg|dsgvo|rgpd) (?:\\w+ )?(?:erase|erasure|delete|deletion|verwijder\\w*|wissen|loschung|loschen|effacement)\\b");

    private const string Around = "avg|gdpr|dsgvo|rgpd|privacy|heeft|deed|doet|een|ivm|i v m|op|ontvangen|binnen|gekregen|per|mail|e|brief|telefonisch|dd|d d|ingediend|gedaan|gehad|van|gegevens|data|persoonsgegevens|received|on|vom|am|erhalten|[0-9]+|jan\\w*|feb\\w*|mrt|maart|apr\\w*|mei|may|mai|jun\\w*|jul\\w*|aug\\w*|sep\\w*|okt\\w*|oct\\w*|nov\\w*|dec\\w*";

    // "Vraagt te stoppen met roken" is about smoking.
    private static readonly Regex ToldUs = new("\\b(?:gevraagd|verzocht|vraagt|vroeg|verzoekt|vragen) (?:\\w+ )?(?:om )?te stoppen(?:$| (?:met|mit) (?:\\w+ )?(?:bellen|mailen|appen|contact|sms\\w*|berichten|mails?|post|sturen|uitnodig\\w*))|\\bbittet (?:\\w+ )?aufzuhoren$|^(?:complaint|klacht) stop(?:pen)?$");

    private static readonly Regex LeftUs = new("\\blidmaatschap (?:\\w+ )?(?:beeindigd|stopgezet|gestopt)\\b|\\buit (?:de |onze |deze )?(?:groep|app ?groep|buurtgroep|buurtapp|whatsappgroep|whats ?app ?groep|vereniging) (?:gestapt|gegaan|verwijderd|gehaald|getreden)\\b"
        + "|\\b(?:groep|app ?groep|buurtgroep|buurtapp|vereniging|gruppe|verein) (?:verlaten|verlassen)\\b|\\bleft the (?:group|list|association|club|chat)\\b|\\ba quitte (?:le|notre|l) (?:groupe|association|liste)\\b|^(?:has |have )withdrawn$|^withdrawn$");

    private static readonly Regex ThroughAnother = new("\\b(?:niet|nooit|nicht|not|never) (?:rechtstreeks|direct|direkt|directly) (?:\\w+ )?(?:benaderen|bellen|mailen|contacteren|aanschrijven|schrijven|appen|aanspreken|kontaktieren|ansprechen|anrufen|anschreiben|contact(?:ed)?|approach(?:ed)?|call|write)\\b"
        + "|\\b(?:contact|kontakt|communicatie|alles) (?:(?:loopt|verloopt|gaat|moet|mag|altijd|alleen|uitsluitend|graag|liever|enkel|lauft|nur|only|goes|is) )*(?:via|uber) (?:(?:de|zijn|haar|een|hun|mijn|den|die|her|his|the|ihren|seinen) )*" + Behind + "\\b"
        + "|\\bcontact ?verbod\\b|\\bkontakt ?verbot\\b|\\bno contact order\\b|\\brestraining order\\b|\\binterdiction de contact\\b");

    // Somebody also moves in with a son, or withdraws a complaint.
    private static readonly Regex TakenBack = new("^(?:(?:toestemming|akkoord|inschrijving|deelname|aanmelding|weer|later|is|heeft|het|dit|toch|inmiddels|" + Around + ") )*ingetrokken(?: (?:" + Around + "))*$|\\bheeft zich (?:\\w+ )?bedacht$|\\bbedacht zich$|\\bvan gedachten veranderd$|\\bchanged (?:his|her|their|my) mind$"
        + "|\\bsich anders uberlegt$|\\bchange d avis$|\\bbij nader inzien (?:\\w+ )?(?:niet|nee|geen)\\b(?! (?:met|op|in|voor)\\b)");

    private static readonly Regex PlainFrench = new("\\ba (?:retirer|supprimer|rayer|enlever|desinscrire|radier|effacer)(?: (?:de la |du |de notre )?(?:liste|fichier|base)| svp| s v p)?$|\\b(?:retire[rz]?|retiree?s?|supprime[rz]?|supprimee?s?|raye[rz]?|rayee?s?|enlever|effacer) (?:\\w+ )?(?:de la|de notre|des|du) (?:liste|listes|fichier|fichiers|base)\\b"
        + "|\\bdemande (?:a|d) (?:etre (?:retire|supprime|raye|efface|desinscrit|radie)e?s?|(?:ne )?plus (?:etre|recevoir))\\b|\\b(?:pas|plus) interessee?s?(?:$| par (?:nos|vos)\\b)");
}
