using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>
/// Headers that are a field only where no other column is it already: what is less plain ("Lid"), what says whose it is ("Mobiel (privé)"), and what is the addition of
/// a house because it stands right behind its number ("Etage"). Two columns of one field would be asked about.
/// </summary>
internal static partial class OtherSpellings
{
    private static readonly (Field Field, string Known)[] Spellings =
    [
        (Field.Name, "voorenachternaam voorenachter naamvoorenachter naamvoornaamenachternaam naamvoornaamachternaam naamenachternaam naamvoorachter namevorundnachname namefirstandlast namefirstandlastname naamenvoornaam naamvoornaam naamvoorenachternaam voornaamachternaam voornaamenachternaam achternaamvoornaam achternaamenvoornaam voornaamnaam voornaamennaam naamenvoorletters "
            + "naamvoorletters naambewoners naamhuurder naamlid naamleerling naamvrijwilliger vorundnachname vorundzuname vornamenachname vornameundnachname namevorname nachnamevorname nameundvorname namemieter "
            + "namemitglied firstandlastname firstnamelastname nameofresident residentname tenantname membername nomprenom nometprenom nomcomplet prenomnom bewoner deelnemer huurder lid leerling mieter mitglied huurders tenant"),
        (Field.FirstName, "vnaam voornaamroepnaam roepnaamvoornaam voornaamofroepnaam roepnaamofvoornaam prenom prenoms voornaamen firstnames"),
        (Field.Initials, "voorl voorlett initiaal"),
        (Field.Infix, "voorv vv tsv tussen tussenvgsl voorvgsl tussenvoegs voorvoegselachternaam tussenvoegselachternaam"),
        (Field.LastName, "famnaam gezinsnaam anaam achternamen achternaamincltussenvoegsel achternaaminclusieftussenvoegsel zuname nom nomdefamille"),
        (Field.Mobile, "whatsappnr mobtel mobnummer telmob telgsm gsmtel telefoongsm telefoonmob telefonmobil telmobil mobilnr mobilnum handynr mobieltel mobielnum portable telephoneportable gsmnum numerogsm mobielegsm smsphone smsphonenumber"),
        (Field.Phone, "telefoonnummerthuisofmobiel telefoon06 telefoonoverdag belnummer contacttelefoon rufnummer telefoonummer telefonnummermobil telefoonnummers telnummers telefoons telefoonnum numerodetelephone"),
        (Field.OtherPhone, "telefonnr telefoonnrthuis telefonnummern telefoonavond"),
        (Field.Email, "primairemailadres emailadress emailadresss courriel adresseemail adressemail adresmail emailadressen emails emailwerk werkemail emailzakelijk workemail emailwork emailaddresswork emailadreswerk"),
        (Field.Language, "voertaal thuistaal taalthuis gesprokentaal muttersprache korrespondenzsprache languagespoken spokenlanguage langue languematernelle mothertongue"),
        (Field.Street, "adresregel correspondentieadres straßenr strassenr straßeundhausnummer strasseundhausnummer straßehausnummer strassehausnummer straßeundnr strasseundnr straßehausnr strassehausnr adresnr adresenhuisnummer adresennr adresenhuisnr adreshuisnr adreshuisnummer adresmethuisnummer adresmethuisnr adresinclhuisnummer adresinclhuisnr adresinclusiefhuisnummer adresstraatenhuisnummer adresstraathuisnummer adresstraatennummer adresstraatenhuisnr adresstraathuisnr straatnaamenhuisnummer straatnaamhuisnummer straatnaamennummer straatnaamenhuisnr straatnaamhuisnr straatnaamnr streetandnumber streetandhousenumber streetnameandnumber addressandhousenumber addressandnumber addressstreetandnumber adressestrasseundhausnummer adressestraßeundhausnummer anschriftstraßeundhausnummer adresseundhausnummer adressehausnummer adresseundhausnr adressehausnr anschriftstrasseundhausnummer adresseetnumero adresserueetnumero adresstraatnr "
            + "rue rueetnumero adresse1 adressepostale"),
        (Field.HouseNumber, "huisnum woningnummer nrbus huisnrbus huisnummerbus nrenbus"),
        (Field.Postcode, "pc6 postnr postnummer pcode postc codepostal postcodeenplaats postcodeplaats postcodewoonplaats postcodeenwoonplaats postcodeengemeente postcodegemeente postcodestad pcwoonplaats pcplaats pcenwoonplaats pcenplaats plzort plzundort plzwohnort plzundwohnort "
            + "postleitzahlort postleitzahlundort postcodeandcity postcodecity postcodetown zipcity codepostalville codepostaletville codepostallocalite"),
        (Field.City, "gemeente wpl woonpl ville localite towncity"),
        (Field.HouseLetter, "huisl huisnummerletter lettertoevoeging"),
        (Field.Addition, "toevoegsel huisnummertoevoegsel hnrtoev toevhuisnr toevhuisnummer nrtoevoeging nrtoev hausnummerzusatz hausnrzusatz busnr boite bte wohnungsnr wohnungsnummer appartementsnummer"),
    ];

    private static readonly FrozenDictionary<string, Field> Known = Spellings
        .SelectMany(entry => entry.Known.Split(' ').Select(spelling => KeyValuePair.Create(spelling, entry.Field)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    // Behind the number of a house they tell its doors apart; elsewhere they may be about anything.
    private static readonly FrozenSet<string> BehindNumber =
        WordSet.Of("letter ltr suffix etage verdieping box kamer zusatz adresszusatz wohnung appartement apt zimmer stockwerk floor");

    private const string Now = "nieuw nieuwe nieuwste huidig huidige actueel actuele new newest current neu neue neuer neues aktuell aktuelle nouveau nouvelle";

    /// <summary>What came after another: "Nieuw mobiel".</summary>
    public static readonly FrozenSet<string> Newer = WordSet.Of(Now);

    // Whose it is: theirs.
    private static readonly FrozenSet<string> Owners =
        WordSet.Of(Now + " prive privat priv personlich persoonlijk personal personnel lid bewoner huurder deelnemer mieter mitglied resident tenant member");

    // What may stand in brackets behind a name that no other column has.
    private static readonly FrozenSet<string> Hints =
        WordSet.Of("voor achter voornaam achternaam en of and or und incl inclusief including tussenvoegsel tussenvoegsels nr nummer number huisnummer huisnr straat straatnaam prive privat private werk work thuis home liefst bij voorkeur mobiel mobile mob vast mag leeg blijven laten evt eventueel nl be ab xx");

    [GeneratedRegex(@"\s*[(\[][^()\[\]]*[)\]]")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^\s*[0-9]{1,2}[.)]\s*(?=\p{L})")]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\s*(?:huis)?(?:nummer|nr)\.?\s*(?:[+/&]|\(\s*\+|en)\s*(?:toev\w*|bus\w*)\.?\s*\)?\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex HouseWithAddition();

    // In these lists the numbers are those of somebody else. Only parents count: somebody with a partner is not a pupil.
    private static readonly Regex Parents = new("\\b(?:" + RelativeWords.Parents + "|ouder|ouder1|parent|verzorger|guardian)\\b");

    public static Field? FieldOf(IReadOnlyList<string> header, int index)
    {
        if (OwnFieldOf(header, index) is { } field && !Enumerable.Range(0, header.Count).Any(other => other != index && IsSame(other, field)))
            return field;
        return SecondOf(header, index) is { } second && !header.Where((other, at) => Headers.FieldOf(other) == second || (at < index && SecondOf(header, at) == second)).Any() ? second : null;

        // Of two such columns the first is taken.
        bool IsSame(int other, Field field) => Headers.FieldOf(header[other]) is { } plain
            ? !ColumnsOfOthers.Has(header, other) && (plain == field || (field is Field.Name && plain is Field.FirstName or Field.LastName))
            : other < index && OwnFieldOf(header, other) == field;
    }

    /// <summary>"Huisnummer + toevoeging", where no other column is the number.</summary>
    public static Field? HouseOf(IReadOnlyList<string> header, int index) =>
        HouseWithAddition().IsMatch(header[index]) && !header.Where((other, at) => at != index && (Headers.FieldOf(other) is Field.HouseNumber || Headers.NumberBehindStreet(header, at) is not null)).Any() ? Field.HouseNumber : null;

    private static Field? OwnFieldOf(IReadOnlyList<string> header, int index)
    {
        var name = Headers.Compact(header[index]);
        if (name is "leerling" or "naamleerling" && header.Any(other => Parents.IsMatch(Headers.Spaced(other))))
            return null;
        if (Known.TryGetValue(name, out var field) || IsCounted(header, index, name, out field))
            return field;
        // "N°" counts rows, unless it stands behind the street.
        if (name is "n" or "no" or "nr" or "numero" && index > 0 && PlainOrOwn(header, index - 1) is Field.Street)
            return Field.HouseNumber;
        if (BehindNumber.Contains(name) && index > 0 && PlainOrOwn(header, index - 1) is Field.HouseNumber or Field.HouseLetter or Field.Addition)
            return Field.Addition;
        if (HouseOf(header, index) is { } house)
            return house;
        if (WithoutHint(header[index]) is { } bare && bare != header[index])
            return Headers.FieldOf(bare) ?? (Known.TryGetValue(Headers.Compact(bare), out var hinted) ? hinted : null);
        var words = Headers.Words(header[index]).ToList();
        if (FormQuestions.FieldOf(header[index]) is { } asked)
            return asked;
        var own = string.Concat(words.Where(word => !Owners.Contains(word)));
        return own.Length == name.Length || own is "" or "sms" or "whatsapp" or "mail" or "vast" or "first" or "last" or "bus" ? null : Headers.FieldOf(own) ?? (Known.TryGetValue(own, out var owned) ? owned : null);
    }

    /// <summary>Without a number before the name, and without what says in brackets how to fill it in. What says whose it is stays.</summary>
    private static string? WithoutHint(string header)
    {
        var left = Counted().Replace(Bracket().Replace(header, hint => Headers.Words(hint.Value).All(word => Hints.Contains(word) || word.All(char.IsAsciiDigit)) ? "" : hint.Value), "").Trim();
        return left.Length == 0 ? null : left;
    }

    /// <summary>"Mobiel (2)", "Naam 1". Behind the name of a second person a second number is that person's.</summary>
    private static bool IsCounted(IReadOnlyList<string> header, int index, string name, out Field field)
    {
        field = default;
        if (SplitCount(name) is not (var plain, var count) || Headers.FieldOf(plain) is not { } counted)
            return false;
        field = counted;
        if (count == '1')
            return Headers.IsContact(counted) || Headers.IsName(counted);
        return Headers.IsContact(counted) && ColumnsOfOthers.PersonCounted(header, count) is null;
    }

    /// <summary>"mobiel2": the name, and its number from 1 to 3. Null for any other name, such as "adres12".</summary>
    public static (string Plain, char Count)? SplitCount(string name) =>
        name.Length > 1 && name[^1] is >= '1' and <= '3' && !char.IsAsciiDigit(name[^2]) ? (name[..^1], name[^1]) : null;

    private static Field? PlainOrOwn(IReadOnlyList<string> header, int index) =>
        Headers.FieldOf(header[index]) ?? Headers.NumberBehindStreet(header, index) ?? OwnFieldOf(header, index);
}
