namespace Outreach.PlainLanguage;

/// <summary>What makes a sentence hard: its length, nobody who acts, saying no twice.</summary>
internal static class PlainSentenceRules
{
    private const int HintAbove = 15;
    private const int MarkAbove = 20;
    private const int FarthestParticiple = 8;
    private const int FarthestNegation = 5;

    public static IEnumerable<PlainFinding> TooLong(PlainText text) =>
        from sentence in text.Sentences
        where sentence.Words > HintAbove
        let weight = sentence.Words > MarkAbove ? PlainWeight.Mark : PlainWeight.Hint
        select new PlainFinding(sentence.Start, sentence.End - sentence.Start, PlainKind.LongSentence, weight, Count: sentence.Words);

    public static IEnumerable<PlainFinding> Passive(PlainText text, PlainWords words)
    {
        for (var verb = 0; verb < text.Tokens.Count; verb++)
        {
            if (!words.PassiveVerbs.Contains(text.Tokens[verb].Lower))
                continue;

            if (ParticipleAfter(text, words, verb) is { } participle)
            {
                yield return text.Span(verb, participle, PlainKind.Passive, PlainWeight.Hint);
                verb = participle;
            }
            else if (words.File.PassiveFarApart && verb > 0 && SameClause(text, verb - 1, verb) && IsParticiple(text, words, verb - 1))
            {
                yield return text.Span(verb - 1, verb, PlainKind.Passive, PlainWeight.Hint);
            }
        }
    }

    public static IEnumerable<PlainFinding> DoubleNegation(PlainText text, PlainWords words)
    {
        for (var first = 0; first < text.Tokens.Count; first++)
        {
            if (!words.Negations.Contains(text.Tokens[first].Lower))
                continue;

            if (SecondNegation(text, words, first) is { } second)
            {
                yield return text.Span(first, second, PlainKind.DoubleNegation, PlainWeight.Mark);
                first = second;
            }
        }
    }

    private static int? ParticipleAfter(PlainText text, PlainWords words, int verb)
    {
        for (var at = verb + 1; at <= verb + FarthestParticiple && at < text.Tokens.Count && SameClause(text, verb, at); at++)
        {
            if (IsParticiple(text, words, at))
                return at;
            if (!words.File.PassiveFarApart && !MayStandBetween(text.Tokens[at].Lower, words))
                return null;
        }

        return null;
    }

    // "is being made", "is not made", "is usually made".
    private static bool MayStandBetween(string word, PlainWords words) =>
        words.PassiveVerbs.Contains(word) || words.Negations.Contains(word) || word is "also" || word.EndsWith("ly", StringComparison.Ordinal);

    private static bool IsParticiple(PlainText text, PlainWords words, int at)
    {
        var word = text.Tokens[at].Lower;
        if (words.Participles.Contains(word))
            return true;
        return word.Length is >= 6 and <= 16
            && words.File.ParticipleEnds.Any(end => word.EndsWith(end, StringComparison.Ordinal))
            && words.File.ParticipleStarts.Any(start => word.StartsWith(start, StringComparison.Ordinal))
            && !words.NotParticiples.Contains(word)
            && !words.Articles.Contains(text.Tokens[at - 1].Lower)
            && (!words.File.PassiveFarApart || !(words.IsCommon(word) || words.IsCommonCompound(word)));
    }

    private static int? SecondNegation(PlainText text, PlainWords words, int first)
    {
        for (var at = first + 1; at <= first + FarthestNegation && at < text.Tokens.Count && SameClause(text, first, at); at++)
        {
            var word = text.Tokens[at].Lower;
            if (words.Negations.Contains(word) || words.NegatedWords.Contains(word))
                return at;
            if (words.ClauseWords.Contains(word))
                return null;
        }

        return null;
    }

    private static bool SameClause(PlainText text, int one, int other) => text.Tokens[one].Clause == text.Tokens[other].Clause;
}
