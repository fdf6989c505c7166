using Outreach.Lists.Files;

namespace Outreach.Lists.Columns;

/// <summary>
/// Headers of columns that must not be read: what the GDPR calls special categories (art. 9 and 10), the citizen service number (UAVG art. 46) and dates of birth.
/// Rather one column too many than one too few: such a column is only ignored, and said so.
/// </summary>
internal static class SensitiveHeaders
{
    // Anywhere in the header, so that Dutch compounds are found too (jeugdzorg, ziektebeeld, geboorteland).
    private static readonly string[] Special =
    [
        "gezond", "zorg", "ziek", "diagnos", "medic", "medisch", "ggz", "psych", "handicap", "beperking", "verslav", "behandel", "therap", "allerg", "wmo", "clientnummer",
        "dementie", "hulpverlen", "huisarts", "rolstoel", "lichamelijk", "klachten", "health", "illness", "disease", "disab", "addict", "patient", "treatment", "mentalstate",
        "herkomst", "afkomst", "ethnic", "etnic", "etnisch", "nationalit", "geboorteland", "geboorteplaats", "landvangeboorte", "countryofbirth", "placeofbirth",
        "birthplace", "birthcountry", "countryoforigin", "migratie", "migrant", "migration", "vluchteling", "refugee", "asiel", "asylum", "verblijfsstatus", "statushouder",
        "geloof", "religi", "godsdienst", "kerkgenootschap", "levensovertuiging", "religion", "belief", "moskee", "moslim", "islam", "christen", "joods", "huidskleur", "skincolo",
        "politiek", "political", "partijlid", "vakbond", "tradeunion", "seksu", "sexual", "geaardheid", "strafblad", "justitie", "criminal",
        .. SensitiveStems.Health, .. SensitiveStems.Origin, .. SensitiveStems.Belief,
    ];

    // Words in which those stems stand by chance.
    private static readonly string[] NotSpecial = ["nieuwmo", "bezorg", "muziek", "uitgezonder", "amendement", "contactbeperking", "belbeperking", "mailbeperking", "verstrekkingsbeperking"];

    private static readonly string[] SpecialWords = ["arts", "doctor", "gp", "care", "ras", "race", "origin", "kerk", "church", "faith", "medicine", "medication", .. SensitiveStems.Words];
    private static readonly string[] Identity = ["bsn", "burgerservice", "sofinummer", "sofinr", "socialsecurity", "nationalid", "paspoort", "passport", "rijksregister", "identiteitsbewijs", .. SensitiveStems.Identity];
    private static readonly string[] IdentityWords = ["ssn", "sofi", "burgernummer", "insz", "niss", "rrn", "nhs", "nino", "steuernr", "vnummer", "vnr", "anummer"];
    private static readonly string[] Birth = ["geboorte", "geboren", "gebdat", "gebjaar", "dateofbirth", "birthd", "birthyear", "yearofbirth", "geburt", "jahrgang", "naissance", "leeftijd"];
    private static readonly string[] BirthWords = ["dob", "geb", "birth", "born", "age", "alter", "verjaardag"];
    private static readonly string[] Notes = ["opmerk", "notitie", "notiz", "toelichting", "bijzonderhe", "aantekening", "bemerk", "anmerk", "hinweis", "remark", "remarq", "comment", "kommentar"];
    private static readonly string[] NotesWords = ["note", "notes", "memo", "opm", "bijz", "bem", "anm"];

    // Nine digits, and three separators at most.
    private const int MaxBsnLength = 12;

    public static IgnoreReason? ReasonOf(string header)
    {
        var compact = NotSpecial.Aggregate(Headers.Compact(header), (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        var words = Headers.Words(header).ToArray();
        if (Matches(Identity, IdentityWords))
            return IgnoreReason.IdentityNumber;
        if (Matches(Special, SpecialWords) || SensitiveStems.Alone.Contains(compact))
            return IgnoreReason.Sensitive;
        if (Matches(Birth, BirthWords))
            return IgnoreReason.BirthDate;
        return Matches(Notes, NotesWords) || Matches(SensitiveStems.Circumstances, []) ? IgnoreReason.Notes : null;

        bool Matches(string[] stems, string[] whole) =>
            stems.Any(stem => compact.Contains(stem, StringComparison.Ordinal)) || whole.Any(word => compact == word || words.Contains(word));
    }

    /// <summary>The 11-test: 9 digits weighted 9 to 2 and -1 sum to a multiple of 11.</summary>
    /// <param name="cell">Marks on it, as of what is struck through, are looked past, and so are the full stops and blanks of "1112.22.333".</param>
    public static bool LooksLikeBsn(string cell)
    {
        var text = CrossedOut.Unmarked(CommentedNo.Without(cell)).Trim();
        if (text.Length is > 9 and <= MaxBsnLength && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]))
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (text.Length != 9 || text.AsSpan().ContainsAnyExceptInRange('0', '9') || text.AsSpan().TrimStart('0').IsEmpty)
            return false;
        var sum = -(text[8] - '0');
        for (var i = 0; i < 8; i++)
            sum += (9 - i) * (text[i] - '0');
        return sum % 11 == 0;
    }
}
