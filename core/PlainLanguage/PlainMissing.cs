using System.Text.RegularExpressions;

namespace Outreach.PlainLanguage;

/// <summary>What an invitation has to say and neither the text nor the frame says. Lenient: a wrong "it is not there" annoys more than it helps.</summary>
internal static partial class PlainMissing
{
    private const int NameWithin = 3;

    public static IEnumerable<PlainFinding> In(PlainText text, PlainWords words, MustHaves? supplied)
    {
        if (supplied is null || !words.AreKnown)
            yield break;

        var end = text.Text.Length;
        var number = Number().Match(text.Text);
        if (!supplied.Place && !words.Places.OccurIn(text) && !Postcode().IsMatch(text.Text))
            yield return new PlainFinding(end, 0, PlainKind.MissingPlace);
        if (!supplied.Time && !words.Days.OccurIn(text) && !DayNumbers().IsMatch(text.Text))
            yield return new PlainFinding(end, 0, PlainKind.MissingDay);
        if (!supplied.Time && !words.Hours.OccurIn(text) && !Clock.IsMatch(text.Text))
            yield return new PlainFinding(end, 0, PlainKind.MissingTime);
        if (!supplied.Contact && !HasName(text, words, number))
            yield return new PlainFinding(end, 0, PlainKind.MissingName);
        if (!supplied.Contact && !number.Success && !text.Tokens.Any(token => token.IsLink && token.Lower.Contains('@', StringComparison.Ordinal)))
            yield return new PlainFinding(end, 0, PlainKind.MissingNumber);
    }

    // A capital soon after "bel" or "groeten", or just before the number: "Bel gerust Fatma", "Fatma, 06-12345678".
    private static bool HasName(PlainText text, PlainWords words, Match number)
    {
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            var token = text.Tokens[at];
            if (!text.IsCapitalised(token) || words.NameCues.Contains(token.Lower))
                continue;
            if (number.Success && token.End <= number.Index && WordsBetween(text, at, number.Index) < NameWithin)
                return true;
            if (FollowsCue(text, words, at))
                return true;
        }

        return false;
    }

    private static bool FollowsCue(PlainText text, PlainWords words, int name)
    {
        for (var cue = Math.Max(0, name - NameWithin); cue < name; cue++)
        {
            if (words.NameCues.Contains(text.Tokens[cue].Lower) && !FullStopBetween(text, text.Tokens[cue], text.Tokens[name]))
                return true;
        }

        return false;
    }

    private static int WordsBetween(PlainText text, int token, int index) =>
        text.Tokens.Skip(token + 1).TakeWhile(next => next.Start < index).Take(NameWithin).Count();

    private static bool FullStopBetween(PlainText text, PlainToken one, PlainToken other) =>
        text.Text.AsSpan(one.End, other.Start - one.End).IndexOfAny(".!?") >= 0;

    // 19.30, 19:30, 19u30, 7 uur, 7pm. An amount of money is not a time.
    private static readonly Regex Clock = new(@"(?<![€£$\d]\s?)\b(?:(?:[01]?\d|2[0-3])[.:hu][0-5]\d|\d{1,2}\s?(?:uur|u|am|pm|a\.m\.|p\.m\.))(?!\w)", RegexOptions.IgnoreCase);

    // 12-3, 12/03/2027.
    [GeneratedRegex(@"\b\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?\b")]
    private static partial Regex DayNumbers();

    [GeneratedRegex(@"\b[1-9]\d{3}\s?[A-Z]{2}\b")]
    private static partial Regex Postcode();

    // 06-12345678, +31 6 12 34 56 78, (026) 123 45 67, 14 026. Not a date.
    [GeneratedRegex(@"(?<!\d)(?!\d{1,2}[-/.]\d{1,2}[-/.]\d)(?:\+\d{1,3}|\(?0)\d?(?:[\s().-]*\d){7,12}|\b14\s?0\d{2,3}\b")]
    private static partial Regex Number();
}
