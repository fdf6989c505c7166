using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>Headers of columns that name another person than the one of the row: who is called when something is wrong, who cares for them, who filled the form in.</summary>
internal static class OtherPeople
{
    /// <summary>
    /// Not a number or an address of such a person, which says itself whose it is, and not a column that says who wants no message: "Partner overleden". Numbers
    /// and addresses behind it are theirs.
    /// </summary>
    public static bool IsOne(string header)
    {
        if (header.Length is 0 or > ListRules.MaxCellCharacters)
            return false;
        var words = Headers.Spaced(header);
        return (Helper.IsMatch(words) || MayHelp.IsMatch(words) || Relative.IsMatch(words)) && !NoPerson.IsMatch(words) && Headers.FieldOf(header) is null && PermissionHeaders.Of(header) is null;
    }

    /// <summary>In a list of couples or families a number behind their name may well be the one of the household.</summary>
    public static bool IsRelative(string header) => Headers.Spaced(header) is var words && Relative.IsMatch(words) && !Helper.IsMatch(words);

    /// <summary>Such a column may also say what somebody is, or belongs to: only names in its cells tell.</summary>
    public static bool MayBeOne(string header) => Headers.Spaced(header) is var words && MayHelp.IsMatch(words) && !Helper.IsMatch(words) && !Relative.IsMatch(words);

    /// <summary>What such a person is to the one of the row stands between their name and their number.</summary>
    public static bool IsRelation(string header) =>
        Headers.Compact(header) is "relatie" or "soortrelatie" or "relatietot" or "verwantschap" or "relation" or "relationship" or "beziehung" or "verhaltnis" or "relatiemetdeelnemer";

    /// <summary>By whom the person of the row came to the list: the number behind it is theirs.</summary>
    public static bool BroughtThem(string header) => Brought.IsMatch(Headers.Spaced(header));

    private static readonly Regex Brought = new("^(?:via|bron|herkomst|source|origin|quelle|via wie|contact met|gesproken met|(?:uitgenodigd|genoemd|voorgedragen|aangebracht|geworven|gesproken|benaderd|uitgereikt|toegevoegd|invited|nominated|added|eingeladen) (?:door|by|von))$");

    /// <summary>Whoever rents a house, or lives in it: then its owner is another.</summary>
    public static bool IsResident(string header) => Resident.IsMatch(Headers.Spaced(header));

    private static readonly Regex Resident = new("^(?:naam )?(?:huurders?|bewoner|deelnemer|tenant|resident|mieter)(?: naam| name)?$");

    private static readonly Regex MayHelp = new(@"\b(?:eigena(?:ar|ren|resse)|owner|eigentumer|proprietaire|(?:wijk|gebieds|welzijns|jongeren|budget|taal)?coach|consulent|ouderling|predikant|wijkpastor|buddy|(?:taal)?maatje|(?:hoofd)?trainer|team ?leider|leidinggevende"
        + "|aanspreekpunt|verantwoordelijke|sleutelhouder|straathoofd|straatvertegenwoordiger|bezorger|" + RelativeWords.Neighbours + @"|manager|vrijwilligers?|volunteer|ehrenamtliche[rn]?|aanmelder|invuller|melder)\b");

    private static readonly Regex Helper = new(@"\b(?:contactpers\w*|noodcontact\w*|noodgeval\w*|nood(?: contact(?:persoon)?)?|bij nood|ice|notfall\w*|emergency|next of kin|naaste|kontaktperson\w*|contact persoon|contact person|ansprechpartner\w*|"
        + "(?:" + RelativeWords.Helpers + ")s?|huisarts|hausarzt|bewind|gp|"
        + @"(?:door)?verwijzers?|referrer|beheerder|huismeester|verhuurder|landlord|vermieter|hausmeister|hausverwaltung|caretaker|"
        + @"(?:aangemeld|opgegeven|ingevuld|ingeschreven|gebeld|bezocht|toegewezen|(?:door)?verwezen|filled (?:in|out)|submitted|referred|signed up|called|visited|assigned) (?:door|by|aan|to)|(?:ausgefullt|angemeldet|uberwiesen) (?:von|durch))\b");

    // In a list of neighbours a column of that name holds the people of the rows.
    private static readonly Regex Relative = new("\\b(?:" + RelativeWords.Family + "|echtgeno|ouders?[12]?|parents?[12]?|elternteil)\\b");

    // Their number, how many there are, and what is asked about them.
    private static readonly Regex NoPerson = new(@"\b(?:tel|telefoon\w*|telnr|mobiel\w*|mob|gsm|sms|mail|email\w*|e mail|phone|mobile|cell|number|nummer|nr|noodnummer|telefon\w*|handy|adres|address|adresse|straat|street|postcode|aantal|overleden|overlijden|deceased|verstorben|gestorben|leeftijd|datum|date|ouders? dan|heeft|hebt|has|have|hat|wonen|wonend|organisatie|id|code)\b");
}
