using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Outreach.Ids;

namespace Outreach.Lists.Columns;

/// <summary>What a column of a list can hold that we use.</summary>
internal enum Field
{
    Name,
    FirstName,
    Initials,
    Infix,
    LastName,
    Mobile,
    Phone,
    OtherPhone,
    Email,
    OtherEmail,
    Language,
    Street,
    HouseNumber,
    HouseLetter,
    Addition,

    /// <summary>Opposite the house or beside it, as the register of persons says it.</summary>
    Beside,
    Postcode,
    City,
}

/// <summary>The headers we know, in Dutch, English and German. Case, accents, dots, hyphens and blanks do not count.</summary>
internal static partial class Headers
{
    private static readonly (Field Field, string Known)[] Spellings =
    [
        (Field.Name, "naam name volledigenaam fullname naamvolledig naambewoner naamdeelnemer contactpersoon naamcontactpersoon displayname"),
        (Field.FirstName, "voornaam voornamen roepnaam firstname givenname forename first vorname rufname"),
        (Field.Initials, "voorletters voorletter initialen initials"),
        (Field.Infix, "tussenvoegsel tussenvoegsels voorvoegselgeslachtsnaam voorvoegselsgeslachtsnaam voorvoegsel voorvoegsels tussenv tv infix middlename middelstenaam weiterevornamen"),
        (Field.LastName, "achternaam familienaam geslachtsnaam lastname surname familyname last nachname familienname"),
        (Field.Mobile, "mobiel mobielnummer mobielnr mobielenummer mobielenr mobieltelefoonnummer mobieletelefoon mobieltelefoon mobieletelefoonnummer mob mobnr "
            + "telefoonmobiel telefoonnummermobiel telmobiel 06 06nummer 06nr gsm gsmnummer gsmnr sms smsnummer whatsapp whatsappnummer "
            + "mobile mobilephone mobilenumber mobileno mobilenr mobilephonenumber phonemobile cell cellphone cellnumber cellphonenumber handy handynummer mobil mobilnummer mobiltelefon mobilfunk"),
        (Field.Phone, "telefoon telefoonnummer telefoonnr telnummer telnr tel phone phonenumber phoneno phonenr telephone telephonenumber telephoneno "
            + "telefoon1 telefoonnummer1 phone1 tel1 contactnummer contactnumber telefoonprive phone1value telefoon1waarde telefon1wert primaryphone haupttelefon"),
        (Field.OtherPhone, "telefoon2 telefoonnummer2 phone2 tel2 vast vastnummer vastenummer vastetelefoon vastelijn telefoonvast telefoonnummervast telvast "
            + "vastetelefoonnummer telefoonthuis telefoonnummerthuis telthuis thuistelefoon huistelefoon landline landlinenumber homephone phonehome fixedline "
            + "phone2value telefoon2waarde telefon2wert telefon telefonnummer telefonprivat festnetz"),
        (Field.Email, "email emailadres emailaddress mail mailadres mailaddress emailprive priveemail email1 emailadres1 emailadresprive "
            + "email1value email1waarde email1wert emailadres1waarde primaryemail emailadresse mailadresse"),
        (Field.Language, "taal voorkeurstaal taalvoorkeur spreektaal moedertaal communicatietaal taalcode taalcommunicatie language preferredlanguage languagecode "
            + "languagepreference lang sprache"),
        (Field.Street, "straat straatnaam adres straatenhuisnummer straathuisnummer straatennummer straatnummer woonadres huisadres adresregel1 "
            + "street streetname address streetaddress addressline1 address1 homeaddress "
            + "address1street homestreet homeaddressstreet huisadresstraat straatthuis straatprive straatnr straatennr straathuisnr straatenhuisnr adres1straat adres1straat1 address1street1 mailingstreet openbareruimte openbareruimtenaam naamopenbareruimte straße strasse straßeprivat strasseprivat adresse anschrift"),
        (Field.HouseNumber, "huisnummer huisnr hsnr hnr housenumber houseno housenr hno huisnummerentoevoeging hausnummer hausnr"),
        (Field.HouseLetter, "huisletter huisltr huislt hltr hslt hsltr houseletter"),
        (Field.Addition, "toevoeging toev huisnummertoevoeging huisnrtoevoeging huisnrtoev huisnummertoev busnummer bus addition housenumberaddition "
            + "housenumbersuffix apartment flat unit"),
        (Field.Beside, "aanduidingbijhuisnummer aanduidinghuisnummer aanduidingbijnummer"),
        (Field.Postcode, "postcode postkode pc postalcode postcode6 zip zipcode plz postleitzahl "
            + "address1postalcode homepostalcode homeaddresspostalcode homezip huisadrespostcode postcodethuis postcodeprive adres1postcode address1zippostalcode mailingpostalcode mailingzippostalcode mailingzip mailingpostcode homezipcode postleitzahlprivat"),
        (Field.City, "plaats woonplaats plaatsnaam stad dorp city town placeofresidence locality ort wohnort "
            + "address1city homecity homeaddresscity huisadresplaats huisadreswoonplaats plaatsthuis woonplaatsthuis plaatsprive adres1plaats mailingcity woonplaatsnaam huisadresstad ortprivat"),
    ];

    private static readonly FrozenDictionary<string, Field> Known = Spellings
        .SelectMany(entry => entry.Known.Split(' ').Select(spelling => KeyValuePair.Create(spelling, entry.Field)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    // What a form puts around a name: "Wat is je mobiele nummer?".
    private static readonly FrozenSet<string> Fillers = WordSet.Of("wat is je jouw uw mijn het de welk welke hoe luidt what the your my");

    // What may stand in brackets behind a name. Anything else may say whose it is: "Mobiel (mantelzorger)".
    private static readonly FrozenSet<string> Hints =
        WordSet.Of("06 verplicht verplichtveld optioneel required optional mandatory indien als bekend aanwezig van toepassing bv bijv bijvoorbeeld");

    public static Field? FieldOf(string header) =>
        Known.TryGetValue(Compact(header), out var field) || Known.TryGetValue(string.Concat(Words(Hint().Replace(header, WithoutHint)).Where(word => !Fillers.Contains(word))), out field) ? field : null;

    /// <summary>A number or an e-mail address.</summary>
    public static bool IsContact(Field? field) => field is Field.Mobile or Field.Phone or Field.OtherPhone or Field.Email or Field.OtherEmail;

    /// <summary>A name, or the part of one by which somebody is known.</summary>
    public static bool IsName(Field? field) => field is Field.Name or Field.FirstName or Field.LastName;

    /// <summary>Another column says the same and better: the name that somebody goes by beside those in their passport, street and number apart beside both together.</summary>
    public static bool IsOutdone(IReadOnlyList<string> header, int index) => Compact(header[index]) switch
    {
        "voornaam" or "voornamen" or "firstname" or "vorname" or "vornamen" => Has(header, "roepnaam", "rufname", "callname"),
        "adres" or "address" or "adresse" => Has(header, "straat", "straatnaam", "street", "strasse") && Has(header, "huisnummer", "huisnr", "housenumber", "hausnummer", "hausnr"),
        "plaats" => Has(header, "woonplaats"),
        _ => false,
    };

    /// <summary>"Adres": all of it may stand in one cell. A street has its postcode elsewhere.</summary>
    public static bool NamesAddress(string header) => Compact(header) is var name && (name.Contains("adres", StringComparison.Ordinal) || name.Contains("address", StringComparison.Ordinal) || name is "anschrift");

    /// <summary>"Nr." counts rows, unless it stands behind the street and no other column is the house number.</summary>
    public static Field? NumberBehindStreet(IReadOnlyList<string> header, int index) =>
        index > 0 && Compact(header[index]) is "nr" or "no" or "nummer" or "number" or "num"
        && FieldOf(header[index - 1]) is Field.Street && !header.Any(other => FieldOf(other) is Field.HouseNumber)
            ? Field.HouseNumber
            : null;

    /// <summary>"SMS" beside "Mobiel" is not a second number, and "Mail" beside "E-mail" not a second address: they may say who wants one.</summary>
    public static bool MayHoldAnswers(IReadOnlyList<string> header, int index)
    {
        var name = Compact(header[index]);
        if (name is not ("sms" or "whatsapp" or "mail" or "email"))
            return false;
        return Enumerable.Range(0, header.Count).Any(other => other != index && FieldOf(header[other]) is { } field && (name is "mail" or "email"
            ? field is Field.Email && (name is "mail" || Compact(header[other]) is not ("mail" or "email"))
            : field is Field.Mobile or Field.Phone or Field.OtherPhone));
    }

    private static bool Has(IReadOnlyList<string> header, params string[] names) => header.Any(other => names.Contains(Compact(other)));

    private static string WithoutHint(Match hint) =>
        Compact(hint.Value) is "nietverplicht" || Words(hint.Value).All(word => Hints.Contains(word) || (word.Length > 3 && word.All(char.IsAsciiDigit))) ? "" : hint.Value;

    [GeneratedRegex(@"[(\[][^()\[\]]*[)\]]|\*")]
    private static partial Regex Hint();

    /// <summary>Small letters and digits only, without accents: "E-mail adres." is "emailadres".</summary>
    public static string Compact(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in CleanText.Decomposed(text))
        {
            if (char.IsLetterOrDigit(c))
                result.Append(c == 'ı' ? 'i' : char.ToLowerInvariant(c));
        }

        return result.ToString();
    }

    /// <summary>The words of a text with a blank between them, for a pattern: "Geb.datum" is "geb datum".</summary>
    public static string Spaced(string text) => string.Join(' ', Words(text));

    /// <summary>The words of a header, as in "Land van herkomst", "dateOfBirth" and "geb.datum".</summary>
    public static IEnumerable<string> Words(string header)
    {
        header = Accents.Without(header);
        var start = 0;
        for (var i = 1; i <= header.Length; i++)
        {
            var ends = i == header.Length || !char.IsLetterOrDigit(header[i]) || (char.IsUpper(header[i]) && char.IsLower(header[i - 1]));
            if (!ends)
                continue;
            if (Compact(header[start..i]) is { Length: > 0 } word)
                yield return word;
            start = i;
        }
    }
}
