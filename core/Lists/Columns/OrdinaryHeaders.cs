using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>
/// Columns in which a word of contact or of a wish stands and that are about something else: what was done ("Mail gestuurd"), what people have ("Heeft e-mail"), what they join in
/// ("Eet mee"). Their yes and no is about that.
/// </summary>
internal static class OrdinaryHeaders
{
    public static bool Are(string header)
    {
        var text = Headers.Spaced(header);
        return (Done.IsMatch(text) || Has.IsMatch(text)) && !Wish.IsMatch(text) || JoinIn.IsMatch(text) || Wants.IsMatch(text) || Counts.IsMatch(text) || SayWhatIsNot(text) || AreOfThings(header);
    }

    /// <summary>What has not been done yet, and what people have not got: "Nog niet gebeld", "Niet bereikt", "Zonder mail". Nobody has refused it.</summary>
    public static bool SayWhatIsNot(string text) => NotYet.IsMatch(text) || HaveNone.IsMatch(text);

    /// <summary>Things that somebody got, which are not messages, and how a street is reached.</summary>
    public static bool AreOfThings(string header) => Headers.Spaced(header) is var text && (Received.IsMatch(text) || IsPaperOrBill(text) || Traffic.IsMatch(text));

    /// <summary>A paper or a bill that somebody gets: the way it comes says nothing of messages.</summary>
    public static bool IsPaperOrBill(string text) => Thing.IsMatch(text);

    // "Sms ontvangen" may be what somebody wants.
    private static readonly Regex Done = new("^(?:\\w+ ){0,3}(?:gestuurd|verstuurd|verzonden|gehad|bezorgd|afgegeven|teruggebeld|gesproken|bereikt|aangetroffen|bekend|sent|reached|delivered|verschickt|gesendet|erhalten|erreicht|angetroffen|bekannt)$");

    private static readonly Regex Has = new("^(?:heeft|hebt|has|hat) (?!\\w*(?:toestemming|akkoord|consent|bezwaar|interesse))");

    private static readonly Regex Wish = new("\\b(?:wil|wilt|willen|mag|mogen|wenst|graag|niet|geen|toestemming|akkoord|worden|want|wants|may|mochte|moechte|will|darf)\\b");

    // "Nog niet uitnodigen" says what is to be done, and that is nothing.
    private static readonly Regex NotYet = new("^(?:(?:nog|noch) (?:niet|nicht)(?: (?:telefonisch|persoonlijk|per (?:sms|mail|telefoon)))? (?:ge\\w+|be(?:zocht|reikt|naderd|taald|zorgd|antwortet)|uitgenodigd|aangeschreven|aangebeld|opgebeld|ein ?geladen|an(?:gerufen|geschrieben)|kontaktiert|erreicht)"
        + "|not yet \\w+(?:ed|en|t)|(?:niet|nicht|not) (?:bereikt|erreicht|reached|aangetroffen|thuis|gesproken|angetroffen|zuhause|at home)|niet (?:telefonisch )?bereikbaar|geen gehoor|nicht erreichbar|not reachable)$");

    private static readonly Regex HaveNone = new("^(?:(?:nog )?niet in (?:de )?(?:\\w*app(?: ?groep)?)|not in (?:the )?\\w*app(?: group)?|(?:zonder|without|ohne) (?:e ?mails?|mail|telefoon|mobiel|mobiele telefoon|whats ?app|app|phone|mobile|handy|telefon)(?: ?(?:adres|address|adresse|nummer|number))?)$");

    private static readonly Regex Received = new("^(?:reactie|antwoord|\\w*bevestiging|aanmelding|inschrijving|flyers?|folders?|response|reply|answer|confirmation|antwort|bestatigung|\\w*pakket(?:je)?|\\w*sleutels?|betaling|formulier|\\w*kaart|pas|\\w*bon|cadeau|contributie|geld|machtigingsformulier|package|parcel|key|payment|form|card) (?:al )?(?:ontvangen|gekregen|opgehaald|received|erhalten)$");

    private static readonly Regex Traffic = new("^bereikbaarheid (?:met |per )?(?:ov|openbaar vervoer|auto|fiets)$|^(?:ov|auto) ?bereikbaarheid$");

    private static readonly Regex JoinIn = new("^(?:eet|eten|rijdt|rijden|fietst|loopt|wandelt|speelt|kookt|zingt|danst|reist) (?:ook )?mee$|^wil (?:graag |ook )?(?:rijden|helpen|koken|eten|meehelpen|meerijden|meefietsen|meelopen|bakken|schenken|klussen|vervoer|lunch)$|^mee ?eten$|^neemt u .* mee$|^wilt u (?:helpen|vervoer|meehelpen|meerijden)\\b.*$|^wil (?:graag |ook )?(?:oppassen|taalles|les|bijles|computerles)$|^terug ?bellen$|^bezoek gewenst$|^interesse (?:in )?(?:warmtenet|zonnepanelen|isolatie|moestuin|\\w*cursus|taalles)$|^in (?:de )?\\w*app(?:groep)?$|^digitaal vaardig(?:heid)?$|^digitale vaardigheden$");

    // Whoever wants no coffee refuses coffee.
    private static readonly Regex Wants = new("^(?:wil|wilt u|wil je|willen|wants?|would you like|mochte|mochten sie) (?:graag |ook |een |some |a )*(?:koffie|thee|koffie (?:(?:en|of) )?thee|coffee|tea|kaffee|tee|lift|mitfahrgelegenheid|taart|gebak|soep|borrel|bbq|barbecue|maaltijd|diner|vega(?:n|nistisch)?|vegetarisch|halal|mee ?(?:eten|rijden|fietsen|lopen|wandelen|koken|zingen|tuinieren)|sporten|wandelen|fietsen|dansen|zingen|tuinieren|(?:moes)?tuin|spelletjes|parkeerplaats|sleutel|rondleiding|workshop|\\w*cursus|\\w+les)$");

    private static readonly Regex Counts = new("^(?:aantal|number of|anzahl) (?:contact(?:en|momenten)?|contacts|kontakte|(?:huis)?bezoeken|gesprekken|telefoontjes|(?:bel)?pogingen|berichten|mails|brieven|reacties|uitnodigingen|calls|messages|letters|visits|replies)$");

    private static readonly Regex Thing = new("^(?:ontvangt )?(?:factuur|factuurwijze|facturen|rekening|nota|invoice|clubblad|wijkkrant|buurtkrant|krant|ledenblad|magazine|tijdschrift|jaarverslag|rechnung|zeitung)\\b");
}
