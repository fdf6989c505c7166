using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Outreach.Records;

namespace Outreach.Lists.Columns.Noes;

/// <summary>What a cell of a column says that is about being written to.</summary>
/// <remarks>
/// Which class says that a text is a no depends on where the text stands. A no that is plain in any text: <see cref="OptOutPhrases"/>, which asks no other class, so extend it for a phrase
/// that can mean nothing else. Under a header about being written to: this class. Under any other header: <see cref="CellsOfNo"/> for a few words, <see cref="NotesOfNo"/> for a note,
/// <see cref="ShortNo"/> for both where nothing else is said, <see cref="LabelsOfNo"/> for tags and groups. In the place of a number or an address: <see cref="NoInPlace"/>; beside one, or
/// beside a name: <see cref="BesideContact"/> and <see cref="BesideName"/>. Above people: <see cref="TitlesOfNo"/>. <see cref="ColumnMap.Said"/> picks among them by the column.
/// </remarks>
internal static partial class PermissionWords
{
    private static readonly FrozenSet<string> Yes = WordSet.Of(
        "ja j jazeker yes y yep true waar wahr 1 x v ok oke okay akkoord vinkje checked aangevinkt aan on ein granted given enabled ingeschakeld gegeven akkoordgegeven toestemminggegeven optin optedin subscribed toegestaan allow allowed toestaan "
        + "zulassen autoriser erlaubt erteilt einverstanden evet oui vrai si tak");

    private static readonly FrozenSet<string> No = WordSet.Of("nee n neen no nope nein false onwaar falsch 0 unchecked uitgevinkt uit off aus geen niet none not disabled uitgeschakeld uitgezet hayir non faux nie keine");

    private static readonly FrozenSet<string> NoConsent = WordSet.Of(
        "nooit never denied geweigerd nietgegeven nietakkoord geentoestemming nichterlaubt nichteinverstanden verweigert ingetrokken withdrawn revoked widerrufen refused declined weigert weigering abgelehnt notgiven noconsent notallowed notsubscribed niettoestaan donotallow nichtzulassen nepasautoriser");

    private static readonly FrozenSet<string> Well = WordSet.Of(
        "actief active aktiv subscribed ingeschreven aangemeld angemeldet lid member mitglied allow allowed toestaan toegestaan zulassen erlaubt nvt na confirmed bevestigd optin optedin nieuw new neu open valid geldig subscriber notoptedout "
        + "marketingcontact marketingkontakt nietafgemeld null leeg leer empty blank");

    private static readonly string[] Doubts =
    [
        "inactie", "inactive", "inaktiv", "pending", "afwacht", "bounce", "onbevestigd", "unconfirmed", "ausstehend", "verhuisd", "moved", "verzogen", "umgezogen", "vertrokken", "oudlid", "exlid", "former", "ehemalig",
        "geroyeerd", "expelled", "rejected", "cancelled", "canceled", "afgewezen", "geannuleerd", "nietactief", "notactive", "nietmeerlid", "geenlid", "nolonger", "gepauz", "paused", "onhold", "verwijderd", "deleted", "removed", "archiv", "verlopen", "expired", "beeindigd", "beendet", "geeninteresse", "nointerest", "notinterested",
        "nietgeinteresseerd", "keininteresse", "verwijder", "loschen", "geloscht", "schrappen", "geschrapt", "doorhalen", "doorgehaald", "annuleer", "annuleren", "weigert", "weigeraar", "geweigerd", "afmeld", "uitgevallen", "afgevallen", "vervallen", "afgehaakt", "afgezien",
        "blokkeer", "blokkeren", "oudbewoner", "gestorven", "geenbelangstelling", "nonactief", "uitbestand", "uithetbestand", "afgevoerd", "stopgezet", "opzegging", "uitgetreden", "teruggetrokken",
        "ausgetret", "austritt", "gekundigt", "gekuendigt", "kundigung", "kuendigung", "widerruf", "lehntab", "abgelehnt", "nichtaktiv", "keinmitglied", "nichtmitglied", "resign", "lapsed", "unmailable", "nonsubscribed", "nonmarketing", "nonmember", "royement", "nietleden", "geenleden", "inactif", "desabonn", "desinscri", "demission",
    ];

    // Alone in a cell that is about something else they say what is to be done with somebody, or what somebody did.
    private static readonly FrozenSet<string> Orders = WordSet.Of(
        "verwijderen verwijder loschen delete remove schrappen doorhalen doorgehaald blokkeren blokkeer geblokkeerd opgezegd opzegging weigert weigeraar geweigerd heeftgeweigerd afmelding afmelden "
        + "uitschrijven wissen gewist streichen tobedeleted toberemoved eruit eruithalen erafhalen royeren niettoestaan donotallow nichtzulassen nepasautoriser");

    // What people are, and what was done, beside a state of being written to.
    private static readonly FrozenSet<string> Roles = WordSet.Of(
        "groen green grun vert huidigehuurder kandidaathuurder kandidaat passief passiv rustend recreant prospect inprogress nogbellen geengehoor ingepland afgerond huurder eigenaar koper bewoner buur buurtbewoner vrijwilliger bestuur bestuurslid erelid jeugdlid gezinslid seniorlid proeflid aspirant aspirantlid donateur sponsor gast bezoeker deelnemer contact klant belangstellend geinteresseerd "
        + "resident tenant owner volunteer board guest visitor participant customer lead interested mieter eigentumer bewohner gast teilnehmer ehrenmitglied gebeld gemaild gesproken bezocht uitgenodigd benaderd called invited visited lopend "
        + "komt aanwezig afwezig betaald onbetaald wachtlijst partner ingezetene bewoonster huurster buurvrouw buurman vrijwilligster inbehandeling openstaand toegezegd bevestigd nieuw kind volwassene student gezin alleenstaand aangemaakt geregistreerd registered registriert bestaand existing current huidig ok goed compleet complete verified geverifieerd");

    private static readonly string[] NotWell = ["niet", "nicht", "not"];

    private const int MaxOrder = 40;

    private static readonly FrozenSet<string> Gone = WordSet.Of("weg eruit eraf uit off left dood isdood rip quit tot lidaf nietlid");

    private static readonly FrozenSet<string> Channels = WordSet.Of("sms email mail post brief telefoon telefonisch phone bellen whatsapp app alle alles all any both beide");

    /// <summary>Anything but a plain yes is not consent: consent has to be provable.</summary>
    public static Permission InConsent(string cell)
    {
        if (IsTick(cell))
            return Permission.Given;
        if (OptOutPhrases.IsStop(cell))
            return Permission.OptedOut;
        var word = Headers.Compact(cell);
        if (Yes.Contains(word) || PoliteYes.IsMatch(cell) || YesInWords.Is(cell))
            return IsDoubted(cell) ? Permission.Unproven : Permission.Given;
        return NoConsent.Contains(word) || IsNo(cell, word) || IsCross(cell) ? Permission.Refused : Permission.Unproven;
    }

    /// <summary>Under "akkoord: nee" a no says the same as a tick; only a box that is left open says nothing.</summary>
    public static Permission InRefusal(string cell) =>
        CellsOfNo.IsFalse(cell) || Headers.Compact(cell) is "faux" or "0" || IsOpen(cell) ? Permission.Unsaid : Permission.Refused;

    public static Permission InStatus(string cell)
    {
        var word = Headers.Compact(cell);
        if (OptOutPhrases.IsStop(cell))
            return Permission.OptedOut;
        if (!IsDoubted(cell) && (Well.Contains(word) || Roles.Contains(word) || Yes.Contains(word) || IsTick(cell) || Member.IsMatch(word)))
            return Permission.Unsaid;
        return NoConsent.Contains(word) || IsNo(cell, word) ? Permission.Refused : Permission.Unproven;
    }

    /// <summary>Of a status that is mostly about something else: only what is plain counts.</summary>
    public static Permission InAnyStatus(string cell)
    {
        var word = Headers.Compact(cell);
        if (OptOutPhrases.IsStop(cell))
            return Permission.OptedOut;
        if (NoConsent.Contains(word) || IsPlainNo(cell))
            return Permission.Refused;
        // A single letter may be any code.
        var mayBeNo = word is "n" || Gone.Contains(word) || IsNotWell(word) || HasDoubt(word) || BeginsWithNo(cell) || CellsOfNo.IsPlain(cell) || CellsOfNo.IsWeak(cell) || OptOutPhrases.IsOutOfIt(cell);
        return mayBeNo ? Permission.Unproven : Permission.Unsaid;
    }

    /// <summary>An order or an end that stands alone in a column of any kind: "verwijderen", "opgezegd".</summary>
    public static bool IsOrder(string cell) => cell.Length <= MaxOrder && Orders.Contains(Headers.Compact(Please.Replace(Accents.Without(cell), "")));

    /// <summary>Says that somebody left, in a column of what people are.</summary>
    public static bool MayHaveLeft(string cell)
    {
        var word = Headers.Compact(cell);
        return Gone.Contains(word) || HasDoubt(word) || OptOutPhrases.IsStop(cell);
    }

    /// <summary>The note says nothing but no, or what may be one: "nee", "niet meer", "geen interesse". In a longer note such words may be about anything.</summary>
    public static bool IsAllOfANote(string note)
    {
        var word = Headers.Compact(note);
        return word is "nietmeer" or "nope" or "geeninteresse" or "nietgeinteresseerd" || NoConsent.Contains(word) || Gone.Contains(word) || IsPlainNo(note) || BeginsWithNo(note);
    }

    /// <summary>A plain no, and not only that there is nothing: "geen" under a number means that there is none.</summary>
    public static bool IsPlainNo(string cell) => Headers.Compact(cell) is "nee" or "neen" or "nein" or "no" or "non" or "niet" or "nooit" or "never" || CellsOfNo.IsFalse(cell) || IsCross(cell) || PoliteNo.IsMatch(Accents.Without(cell));

    public static bool IsPlainYes(string cell) => Yes.Contains(Headers.Compact(cell)) || IsTick(cell) || PoliteYes.IsMatch(cell);

    /// <summary>Nothing stands there but yes, no, ticks and none; a way to be reached may stand among them.</summary>
    public static bool AreAnswers(IEnumerable<string> cells)
    {
        var filled = cells.Where(cell => cell.Trim() is not ("" or "-" or "–" or "—")).ToList();
        // One odd answer among many, "weet niet", leaves them answers.
        return filled.Exists(IsAnswer) && filled.Count(cell => !IsAnswer(cell) && !Channels.Contains(Headers.Compact(cell))) * 4 < filled.Count;
    }

    /// <summary>Answers below no name. Numbers that are all different count rows.</summary>
    public static bool AreNamelessAnswers(IReadOnlyList<string> cells) =>
        AreAnswers(cells) && (cells.Any(cell => !cell.All(char.IsAsciiDigit)) || cells.Distinct().Count() < cells.Count);

    /// <summary>What may be kept of an answer whose column must not be: the yes or no, and none of its words.</summary>
    public static string Bare(string cell) =>
        cell.Length == 0 || (cell.Length <= 12 && (IsAnswer(cell) || TrafficLights.IsOne(cell))) || IsOrder(cell) ? cell : OptOutPhrases.IsStop(cell) ? OptOutPhrases.OfAllWays : Something;

    // "Nee, nog niet gevraagd" is not plain.
    private static bool BeginsWithNo(string cell) => FirstNo.IsMatch(Accents.Without(cell));

    private static bool IsAnswer(string cell)
    {
        var word = Headers.Compact(cell);
        if (Yes.Contains(word) || NoConsent.Contains(word) || IsNo(cell, word) || IsTick(cell) || IsCross(cell))
            return true;
        return PoliteNo.IsMatch(Accents.Without(cell)) || PoliteYes.IsMatch(cell);
    }

    // "Niet ingeschreven", "not OK".
    private static bool IsNotWell(string word) =>
        word is "nok" || Array.Exists(NotWell, not => word.StartsWith(not, StringComparison.Ordinal) && (Well.Contains(word[not.Length..]) || Yes.Contains(word[not.Length..])));

    private static bool HasDoubt(string word) => !NoBounce.IsMatch(word) && Array.Exists(Doubts, doubt => word.Contains(doubt, StringComparison.Ordinal));

    private static readonly Regex NoBounce = new("^(?:(?:hard|soft)?bounces?0|(?:0|geen|no)(?:hard|soft)?bounces?)$");

    private static bool IsTick(string cell) => cell.Trim() is "✓" or "✔" or "✔️" or "☑" or "☑️" or "✅" or "√" or "🗹" or "🗸" or "ü" or "þ" or "👍";

    private static bool IsNo(string cell, string word) => No.Contains(word) || IsOpen(cell);

    // Nothing, or a box that nobody ticked.
    private static bool IsOpen(string cell) => cell.Trim() is "-" or "–" or "—" or "☐" or "⬜" or "[ ]" or "[]" or "( )" or "()";

    // "Ja?" is not a yes, and neither is one that was crossed out.
    private static bool IsDoubted(string cell) => cell.AsSpan().ContainsAny('?', '¿', '؟') || cell.AsSpan().ContainsAnyInRange('\u0335', '\u0338');

    /// <summary>A pattern: crosses that say no beside something else.</summary>
    public const string Crosses = "[✗✘❌✖×☒]|👎";

    // Where a yes is a yes to being left alone, a cross may be that yes.
    private static bool IsCross(string cell) => cell.Trim() is "❌" or "✗" or "✘" or "×" or "✖" or "☒" or "👎";

    private static readonly Regex FirstNo = new(@"^\s*(?:(?:nee|neen|nein)\b(?!\W*(?:nee|ja)\W*sticker)|no\W+(?:more|longer)\b|(?:niet|nicht)\W+(?:meer|mehr|langer)\W*\z)", RegexOptions.IgnoreCase);

    // "Spelend lid". An "oudlid" has left, and "invalid" is none.
    private static readonly Regex Member = new("^(?!(?:oud|ex|geen|non|voormalig|former|ehemalig|niet(?!spelend|leidend|werkend|actief|betalend)|kein|slapend|geschorst|geroyeerd|op?gezegd))\\w{3,}(?:(?<!va|so)lid|mitglied|member)$");

    private static readonly Regex PoliteNo = new(@"^\s*(?:(?:nee|neen|nein|no|non)\W+(?:hoor|sorry|liever niet|bedankt|dank\w*|danke|thanks?|thank|merci)\b(?:\W+(?:je|u|wel|schon|you))*|liever niet|rather not|lieber nicht)\W*\z", RegexOptions.IgnoreCase);

    private static readonly Regex PoliteYes = new(@"^\s*(?:ja|yes|oui)\W+(?:hoor|graag|prima|leuk|gerne?|bitte|please|natuurlijk|zeker|dank\w*|thanks?|merci|volontiers|avec plaisir|bien s[uû]r)\b(?:\W+(?:je|u|wel|you))*\W*\z", RegexOptions.IgnoreCase);

    private static readonly Regex Please = new(@"^\W*(?:a\.?u\.?b|s\.?v\.?p|graag|please|pls|plz|bitte|gelieve)\b\W*|\W+(?:a\.?u\.?b|s\.?v\.?p|graag|please|pls|plz|bitte)\W*\z", RegexOptions.IgnoreCase);
}
