using System.Text.RegularExpressions;
using static Outreach.Lists.Columns.PermissionStems;

namespace Outreach.Lists.Columns;

/// <summary>
/// What a header stops. A word of stopping says no for certain where it stands alone, or beside words that say what is stopped or when: "Afgemeld op", "SMS opt-out". Beside other
/// words only the organiser knows: somebody may have signed off for one evening. A tenancy, a parcel or a building plan is nothing of ours.
/// </summary>
internal static class StopHeaders
{
    public static bool AreOfThings(string text) => Thing.IsMatch(text) && !Ours.IsMatch(text);

    /// <param name="words">Of the header, in order.</param>
    public static bool AreCertain(IReadOnlyList<string> words) =>
        words is not ["stop"] && !EndsOpen.IsMatch(words[^1]) && words.All(SaysWhatIsStopped) && (!words.Contains("ingetrokken") || words.Any(IsOurs));

    private static bool SaysWhatIsStopped(string word) =>
        IsHarmless(word) || DateWords.Contains(word) || Negations.Contains(word) || StopWords.Contains(word) || IsOurs(word) || Beside.IsMatch(word) || IsStopOfOurs(word);

    private static bool IsOurs(string word) => Has(word, Channels) || Has(word, Contacting) || Has(word, Wishes) || Has(word, Consents) || ConsentWords.Contains(word);

    /// <summary>"Werbesperre", "opzegdatum". A "huuropzegging" stops a tenancy, and a "bezwaarschrift" is about what a town hall decided.</summary>
    private static bool IsStopOfOurs(string word)
    {
        var at = Stops.Concat(Endings).Select(stem => word.IndexOf(stem, StringComparison.Ordinal)).Where(start => start >= 0).DefaultIfEmpty(-1).Min();
        return at >= 0 && !word.EndsWith("schrift", StringComparison.Ordinal) && (at == 0 || word[..at] is var before && (IsHarmless(before) || IsOurs(before) || Before.IsMatch(before)));
    }

    // What somebody stopped for follows in the cells.
    private static readonly Regex EndsOpen = new("^(?:voor|bij|tegen|for|against|gegen|fur|fuer|bei)$");

    private static readonly Regex Before = new("^(?:werbe|daten|lid|lidmaatschap|mitglied|deelname|vrijwillige|definitief|alle|user)$");

    private static readonly Regex Beside = new("^(?:out|outs|opting|opt|ed|do|does|donot|is|was|are|has|have|had|not|disturb|bel|zwarte|lijst|black|list|block|remove|me|from|user|users|global|hard|soft|all|alle|alles|bulk|status|flag|lid|lids?maatschap|leden|ledenlijst|member|membership|mitglied|mitgliedschaft|vereniging|club|groep|group|verein|deelname|deelnemer|deelnemers|bewoner|bewoners"
        + "|persoon|person|people|adres|e|ons|jullie|uns|definitief|permanent|gemaakt|made|gemacht|aangetekend|ingediend|ontvangen|vanaf|per|since|ab|zich|zelf|al|reeds|meer|inmiddels|jaar|year|dag|day|tijdstip|reden|reason|grund|wijze|manier|actief|man|vrouw|mann|frau|tegen|verwerking|gegevens|data|profilering|dm|direct|n|t|m|dit|deze|wil|wilt|wenst|recht|van|of|systeem|bestand|verteiler|registered|geregistreerd|on|at|datetime|timestamp|by|count|aantal|lists?|lijsten|nr|id|ja|nee|j|y|x|en|and|und|or)$");

    private const string Objects = "(?:\\w*huur\\w*|miete|mietvertrag|\\w*contract(?:en)?|vertrag|\\w*pakket\\w*|pakje|paket|parcel|\\w*parkeer\\w*|parking|parkplatz|\\w*school|scholen|schule|\\w*energie\\w*|stroom|gas|internet|kap|\\w*kapvergunning|bomen|boom|boomkap|\\w*windmolens?|windturbines?|zonnepark|\\w*bouw|bouwplan\\w*|nieuwbouw|\\w*vergunning(?:en)?|bestemmingsplan|omgevingsplan"
        + "|\\w*verzekering|versicherung|woning|wohnung|baan|dienstverband|arbeidsovereenkomst|job|offerte|factuur|\\w*incasso|betaling|bestelling|order|subsidie|\\w*aanvraag|aanslag|woz|beschikking|belasting\\w*|\\w*opvang|bso|kita|\\w*schrift|tuin|garage|berging|lift|sleutels?|toegangspas|bankrekening)";

    private static readonly Regex Thing = new("\\b" + Objects + "\\b|\\b(?:huur|energie|contract|miet)\\w*(?:opzeg|kundig)\\w*");

    private static readonly Regex Ours = new("\\b(?:contact|kontakt|benader\\w*|bericht\\w*|sms\\w*|e ?mail\\w*|mail\\w*|nieuwsbrief|newsletter|uitnodig\\w*|toestemming|akkoord|consent|overleden|deceased|app(?:en|jes)?|bellen)\\b");
}
