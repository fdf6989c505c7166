using Outreach.Lists.Rows;
using Outreach.Records;
using static Outreach.Lists.Columns.PermissionStems;

namespace Outreach.Lists.Columns.Noes;

/// <summary>A cell of a column of those who want no message.</summary>
internal static partial class PermissionWords
{
    // What is kept of words that must not be.
    private const string Something = "…";

    /// <summary>Whatever stands there and is not a plain no is taken for a yes to being left alone. A date is when they said so; a reason may be about something else, and stops nobody for good.</summary>
    /// <param name="header">Where it says no itself, "niet" below it says so again: "Niet mailen: niet". The French "non" is an answer.</param>
    /// <param name="isPlain">False when it should be said how the cell was read.</param>
    public static Permission InOptOut(string cell, string header, out bool isPlain)
    {
        isPlain = true;
        if (NeverOptedOut.Is(cell) || (NeverOptedOut.IsHour(cell) && Headers.Words(header).Any(Negations.Contains)))
            return Permission.Unsaid;
        var word = Headers.Compact(cell);
        var (isStop, isAgain) = (OptOutPhrases.IsStop(cell), SaysTheHeaderAgain(word, header));
        // That they never did so, or that nobody may ever again.
        if (word is "nooit" or "never" or "niemals" or "jamais" && !isAgain)
            return Permission.Unproven;
        if (!isStop && !IsDoubted(cell) && (Well.Contains(word) || (IsNo(cell, word) && !isAgain)))
            return Permission.Unsaid;
        isPlain = isStop || IsTick(cell) || Yes.Contains(word) || NoConsent.Contains(word) || NeverOptedOut.IsDay(cell);
        if (isPlain || isAgain || PoliteYes.IsMatch(cell) || YesInWords.Is(cell))
            return Permission.OptedOut;
        var isUnclear = IsDoubted(cell) || BeginsWithNo(cell) || Unknown.Is(cell) || !word.Any(char.IsLetter);
        return isUnclear && cell is not Something ? Permission.Unproven : Permission.Refused;
    }

    private static bool SaysTheHeaderAgain(string word, string header) => Negations.Contains(word) && word is not "non" && Headers.Words(header).Any(Negations.Contains);
}
