using System.Text.RegularExpressions;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>A note that a number, an address for mail or a house is not, or no longer, that of the person: "nummer klopt niet", "mail komt terug", "woont hier niet meer".</summary>
internal static class NotesOfWrong
{
    private const int MaxNote = 300;

    /// <summary>The ways by which somebody else would be reached, or nobody.</summary>
    public static Ways Of(string note)
    {
        if (note.Length is < 4 or > MaxNote)
            return Ways.None;
        var text = Headers.Spaced(note);
        return (Phone.IsMatch(text) || OfAnother.IsMatch(text) ? Ways.Sms | Ways.Call : Ways.None) | (Mail.IsMatch(text) ? Ways.Email : Ways.None) | (House.IsMatch(text) ? Ways.Post : Ways.None);
    }

    /// <summary>The same in words of ours, as it may be kept of a note. Null when it says nothing of the kind.</summary>
    public static string? Bare(string note)
    {
        var ways = Of(note);
        string[] said = [.. new[] { (Ways.Sms, "nummer klopt niet"), (Ways.Email, "mailadres klopt niet"), (Ways.Post, "adres klopt niet") }.Where(way => ways.HasFlag(way.Item1)).Select(way => way.Item2)];
        return said.Length == 0 ? null : string.Join(", ", said);
    }

    private const string Number = "(?:(?:tel(?:efoon)?|mobiele?|vaste?|06|gsm|phone|mobile|cell|handy|telefon|mobil) ?)?(?:nummer|nr|number|numero)|telefoonnummer|telefoonnr|telnr|telefoon|telefon|telefonnummer|handynummer|mobielnummer|mobiel|mobile|06|phone|gsm|telephone|portable";

    private const string Mailbox = "(?:e ?)?mail ?(?:adres(?:se)?|address)?|courriel|adresse (?:e ?)?mail";

    private const string Home = "(?:woon ?|huis ?|post ?|straat ?)?adres|huisnummer|huisnr|straat|postcode|(?:home |postal |street )?address|house number|postal code|street|(?:wohn)?anschrift|adresse|hausnummer|hausnr|strasse|postleitzahl|plz|numero de maison|code postal";

    // Many a note has an old street or another postcode in it.
    private const string HomeItself = "(?:woon ?|huis ?|post ?)?adres|huisnummer|huisnr|(?:home |postal )?address|house number|(?:wohn)?anschrift|adresse|hausnummer|hausnr";

    // Words that may stand between what is wrong and that it is: "nummer van hem is helaas onjuist".
    private const string Between = "(?: (?:is|zijn|was|lijkt|blijkt|helaas|nu|al|toch|ook|dat|dit|het|we|hebben|van|hem|haar|hen|deze|persoon|staat|seems?|appears?|are|has|been|of|his|her|the|this|ist|war|scheint|leider|von|ihm|ihr|est|semble|de|ne|n)){0,4} ";

    private const string NotRight = "(?:(?:klopt|kloppen|werkt|bestaat|doet het) (?:\\w+ )?niet|(?:niet|nicht|not|no longer|pas|plus)(?: meer| mehr| langer| longer| any ?more)? (?:juist|correct|goed|kloppend|geldig|in gebruik|actief|bestaand|van (?:hem|haar|hen)|right|valid|in (?:use|service)|working|active|theirs|his|hers|richtig|korrekt|gultig|vergeben|in betrieb|bon|bonne|valide|valable|attribue|actif)"
        + "|onjuist|incorrecte?|fout(?:ief)?|verkeerd|ongeldig|afgesloten|opgeheven|vervallen|buiten gebruik|verouderd|wrong|invalide?|disconnected|out of (?:service|date|order)|(?:do|does)(?: not|n t|nt) (?:work|exist)|doesn t (?:work|exist)|isn t (?:right|valid|theirs)|out ?dated|falsch|ungultig|veraltet|abgeschaltet|abgemeldet|stimmt (?:\\w+ )?nicht|existiert nicht|fausse?|errone?e?|hors service|perimee?|existe pas)";

    private const string Bad = "(?:verkeerde?|foute?|foutief|foutieve|onjuiste?|ongeldige?|wrong|incorrect|invalid|falsche?s?|ungultige?s?|mauvaise?|fausse?|faux)";

    // "Heeft een nieuw nummer": the one in the list is the old one.
    private const string HasNew = "(?:heeft|hebben|kreeg|has|have|got|hat|haben|a) (?:nu |inmiddels |now |jetzt |maintenant )?(?:een |a |an |ein |eine |un |une )?(?:nieuwe?|andere?|new|different|another|neue?s?|anderes?|nouvel|nouveau|nouvelle|autre) ";

    private static readonly Regex Phone = new("\\b(?:" + Number + ")" + Between + NotRight + "\\b|\\b" + Bad + " (?:" + Number + ")\\b|\\b(?:oude?|old|alte?|vorige?|former) (?:" + Number + ")\\b(?! (?:\\w+ )?[0-9])|\\b" + HasNew + "(?:\\w* ?)(?:nummer|nr|number|numero)\\b|\\b(?:kein|geen|no|pas d) (?:anschluss|aansluiting)\\b.*\\b(?:nummer|number)\\b"
        + "|\\b(?:nummer|nr|number|telefoon|mobiel|numero|06)(?: (?!gekregen|gehad|via|[0-9])\\w+)? (?:is |ist |est )?(?:nu |now |jetzt )?(?:van|of|von|belongs to|gehort|de|du) (?:\\w+ ){0,2}(?:iemand anders|ander|ex|ex man|ex vrouw|een ander|ander persoon|someone else|somebody else|another person|jemand anderem|jemand anders|quelqu un d autre|" + Relative + ")\\b");

    private const string Helper = RelativeWords.Helpers + "|begeleiding|thuiszorg|zorginstelling|instelling|wijkverpleging|verpleegkundige";

    // "Tel. van partner", "06 is van de thuiszorg", "nummer hoort bij buurman".
    private static readonly Regex OfAnother = new("\\b(?:tel(?:efoon)?(?: ?(?:nummer|nr))?|nummer|nr|number|mobiel|06|gsm)(?: (?:is|was|staat|van))? (?:(?:van|hoort bij|hoort aan|behoort aan|behoort toe aan|op naam van) )?(?:(?:de|het|een|haar|zijn|hun|mijn) )*(?:(?<=(?:van|bij|aan) (?:(?:de|het|een|haar|zijn|hun|mijn) )*)(?:" + Helper + "|" + Relative + ")|(?<=(?:haar|zijn|hun) )(?:man|vrouw|kind))\\b"
        + "|\\bverkeerd verbonden\\b|\\b(?:via|bij) (?:(?:de|haar|zijn|hun|een) )*(?:" + Helper + "|" + Relative + ") te bereiken\\b");

    // "Nummer van de man" may be that of the person.
    private const string Relative = RelativeWords.Family + "|" + RelativeWords.Neighbours;

    private static readonly Regex Mail = new("\\b(?:" + Mailbox + ")" + Between + NotRight + "\\b|\\b" + Bad + " (?:" + Mailbox + ")\\b|\\b" + HasNew + "(?:e ?)?mail ?(?:adres|address|adresse)\\b"
        + "|\\b(?:e ?)?(?:mail|mails|mailadres)(?: \\w+){0,2} (?:bounce[dst]?|gebounced|bouncet|kom(?:t|en) (?:niet aan|terug|retour)|kwam (?:niet aan|terug|retour)|kommt zuruck|kam zuruck|onbestelbaar|undeliverable|unzustellbar|revient|revenu)\\b|\\bbounce[dst]?\\b|^(?:hard )?bounce$"
        + "|\\b(?:" + Mailbox + ")(?: (?:is|was|hoort|gaat|loopt|staat))? (?:van|bij|naar|via|op naam van) (?:(?:de|het|een|haar|zijn|hun|mijn) )*(?:" + Helper + "|" + Relative + ")\\b");

    // Who came from another place lives here now: "hierheen verhuisd". A plan to move is none yet.
    private static readonly Regex House = new("(?<!mail ?)\\b(?:" + Home + ")" + Between + NotRight + "\\b|\\b" + Bad + " (?:" + HomeItself + ")\\b|\\b" + HasNew + "(?:" + HomeItself + ")\\b"
        + "|\\bwoo?n(?:t|en|de|den)? (?:er |hier |daar |hij |zij |ze |helaas )*niet(?: meer)?(?: (?:hier|daar|op dit adres|op het adres))?$|\\bniet (?:meer )?(?:woonachtig|wonend)\\b|\\bwohn(?:t|en) (?:hier |dort |da )?nicht(?: mehr)?\\b|\\b(?:no longer lives?|does(?: not|n t) live|doesn t live|not living)(?: (?:here|there|at))?\\b|\\bn ?habite (?:plus|pas)\\b"
        + "|(?<!\\b(?:hierheen|hiernaartoe|niet|nog niet|pas hier|here|hierher|ici) )\\b(?:verhuisd|verzogen|moved (?:away|out|house)|has moved|umgezogen|weggezogen|ausgezogen|demenagee?)\\b(?! (?:naar (?:deze|dit|ons|onze|hier)|hier|here|in (?:de|onze) (?:wijk|buurt|straat)))"
        + "|\\b(?:post|brief|brieven|poststuk|letter|mailing) (?:\\w+ )?(?:retour|teruggekomen|terug(?:gestuurd)?|kwam terug|returned|came back|zuruck)\\b|\\bretour afzender\\b|\\breturn to sender\\b|(?:\\bvertrokken(?: onbekend| naar \\w+)?$)|\\bunbekannt verzogen\\b|\\bonbekend op (?:dit )?adres\\b|\\bunknown at (?:this )?address\\b|\\bnpai\\b");
}
