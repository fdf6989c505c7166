using System.Buffers;
using System.Collections.Frozen;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>What a cell of a column says that is about being written to.</summary>
internal static class PermissionWords
{
    private static readonly FrozenSet<string> Yes = Set(
        "ja j jazeker yes y yep true waar wahr 1 x v ok oke okay akkoord vinkje aan on granted given gegeven akkoordgegeven toestemminggegeven optin optedin subscribed toegestaan allow allowed toestaan "
        + "zulassen erlaubt erteilt einverstanden evet oui si tak");

    private static readonly FrozenSet<string> No = Set("nee n neen no nope nein false onwaar falsch 0 uit off geen niet none not hayir non nie keine");

    private static readonly FrozenSet<string> NoConsent = Set(
        "nooit never denied geweigerd nietgegeven nietakkoord geentoestemming nichterlaubt nichteinverstanden verweigert ingetrokken withdrawn revoked widerrufen refused declined notgiven noconsent notallowed notsubscribed");

    private static readonly FrozenSet<string> Well = Set(
        "actief active aktiv subscribed ingeschreven aangemeld angemeldet lid member mitglied allow allowed toestaan toegestaan zulassen erlaubt nvt na confirmed bevestigd optin optedin nieuw new neu open valid geldig subscriber notoptedout "
        + "nonsubscribed nietafgemeld");

    private static readonly string[] Doubts =
    [
        "inactie", "inactive", "inaktiv", "pending", "afwacht", "bounce", "onbevestigd", "unconfirmed", "ausstehend", "verhuisd", "moved", "verzogen", "umgezogen", "vertrokken", "oudlid", "exlid", "former", "ehemalig",
        "geroyeerd", "expelled", "gepauz", "paused", "onhold", "verwijderd", "deleted", "removed", "archiv", "verlopen", "expired", "beeindigd", "beendet", "geeninteresse", "nointerest", "notinterested",
        "nietgeinteresseerd", "keininteresse",
    ];

    // What says no by itself, in a column of which we know nothing.
    private static readonly SearchValues<string> Anywhere = SearchValues.Create(
        [
            "afgemeld", "uitgeschreven", "unsubscribed", "opted out", "opt-out", "opt out", "geen sms", "geen mail", "geen e-mail", "geen email", "geen contact", "niet mailen", "niet bellen", "niet sms", "niet benaderen",
            "niet appen", "niet contact", "niet meer mailen", "niet meer bellen", "niet meer benaderen", "do not contact", "do not sms", "do not text", "do not email", "do not e-mail", "do not mail", "do not call", "don't contact",
            "don't call", "don't email", "don't text", "no sms", "no email", "no e-mail", "no contact", "abgemeldet", "nicht kontaktieren", "nicht anrufen", "keine e-mail", "keine sms", "keine mail", "kein kontakt",
        ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Anything but a plain yes is not consent: consent has to be provable.</summary>
    public static Permission InConsent(string cell)
    {
        if (IsTick(cell))
            return Permission.Given;
        var word = Headers.Compact(cell);
        if (OptOutPhrases.Contains(word))
            return Permission.OptedOut;
        return Yes.Contains(word) ? Permission.Given : NoConsent.Contains(word) || IsNo(cell, word) || IsCross(cell) ? Permission.Refused : Permission.Unproven;
    }

    /// <summary>Whatever stands there and is not a plain no is taken for a yes to being left alone: a date, a reason.</summary>
    /// <param name="isPlain">False when it should be said how the cell was read.</param>
    public static Permission InOptOut(string cell, out bool isPlain)
    {
        isPlain = true;
        var word = Headers.Compact(cell);
        if (!OptOutPhrases.Contains(word) && (Well.Contains(word) || IsNo(cell, word)))
            return Permission.Unsaid;
        isPlain = IsTick(cell) || Yes.Contains(word) || NoConsent.Contains(word) || OptOutPhrases.Contains(word);
        return Permission.OptedOut;
    }

    public static Permission InStatus(string cell)
    {
        var word = Headers.Compact(cell);
        if (OptOutPhrases.Contains(word))
            return Permission.OptedOut;
        if (Well.Contains(word) || Yes.Contains(word) || IsTick(cell))
            return Permission.Unsaid;
        return NoConsent.Contains(word) || IsNo(cell, word) ? Permission.Refused : Permission.Unproven;
    }

    /// <summary>Of a status that is mostly about something else: only what is plain counts.</summary>
    public static Permission InAnyStatus(string cell)
    {
        var word = Headers.Compact(cell);
        return OptOutPhrases.Contains(word) ? Permission.OptedOut : word is "left" || Array.Exists(Doubts, doubt => word.Contains(doubt, StringComparison.Ordinal)) ? Permission.Unproven : Permission.Unsaid;
    }

    /// <summary>A no in a column that we know nothing of, such as one of notes.</summary>
    public static bool IsNoByItself(ReadOnlySpan<char> cell) => cell.ContainsAny(Anywhere);

    private static bool IsTick(string cell) => cell.Trim() is "✓" or "✔" or "✔️" or "☑" or "☑️" or "✅" or "√" or "🗹" or "🗸" or "ü" or "þ";

    private static bool IsNo(string cell, string word) => No.Contains(word) || cell.Trim() is "-" or "–" or "—" or "☐" or "⬜";

    // Where a yes is a yes to being left alone, a cross may be that yes.
    private static bool IsCross(string cell) => cell.Trim() is "❌" or "✗" or "✘" or "×" or "✖" or "☒";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
