using System.Text.RegularExpressions;

namespace Outreach.PlainLanguage;

/// <summary>What makes single words hard or loud.</summary>
internal static partial class PlainWordRules
{
    private const int LoudAlone = 5;
    private const int LoudTogether = 4;

    public static IEnumerable<PlainFinding> HardWords(PlainText text, PlainWords words, IReadOnlyList<PlainFinding> alreadyFound)
    {
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            var token = text.Tokens[at];
            if (token.Length < words.File.RareWordLetters || alreadyFound.Any(finding => finding.Covers(token.Start)) || IsNameOrLink(text, at))
                continue;
            if (HardKind(MaxPartLength(token.Lower), words) is { } kind)
                yield return text.Span(at, at, kind, PlainWeight.Hint);
        }
    }

    /// <summary>A long word in capitals, or several words of which one is not an abbreviation. Words to answer with (JA, STOP) may be in capitals.</summary>
    public static IEnumerable<PlainFinding> Shouting(PlainText text, PlainWords words)
    {
        for (var first = 0; first < text.Tokens.Count; first++)
        {
            var last = first;
            while (last < text.Tokens.Count && text.Tokens[last].Sentence == text.Tokens[first].Sentence && IsLoud(text, words, last))
                last++;
            if (last == first)
                continue;

            var longest = text.Tokens.Skip(first).Take(last - first).Max(token => token.Length);
            if (longest >= (last - first > 1 ? LoudTogether : LoudAlone))
                yield return text.Span(first, last - 1, PlainKind.Shouting, PlainWeight.Mark, Quietly(text, first, last - 1));
            first = last - 1;
        }
    }

    public static IEnumerable<PlainFinding> Exclamations(PlainText text) =>
        from Match match in Repeated().Matches(text.Text)
        where match.Value.Contains('!', StringComparison.Ordinal)
        let rewrite = match.Value.Contains('?', StringComparison.Ordinal) ? "?" : "!"
        select new PlainFinding(match.Index, match.Length, PlainKind.Exclamations, Rewrite: rewrite);

    private static PlainKind? HardKind(string word, PlainWords words)
    {
        if (word.Length < words.File.RareWordLetters || word.Any(char.IsDigit) || words.IsCommon(word))
            return null;
        if (word.Length >= words.File.LongWordLetters)
            return PlainKind.LongWord;
        return words.IsCommonCompound(word) ? null : PlainKind.RareWord;
    }

    private static bool IsNameOrLink(PlainText text, int at) =>
        text.Tokens[at].IsLink || (text.IsCapitalised(text.Tokens[at]) && !text.StartsSentence(at));

    private static string MaxPartLength(string word) =>
        word.Contains('-', StringComparison.Ordinal) ? word.Split('-').MaxBy(part => part.Length)! : word;

    private static bool IsLoud(PlainText text, PlainWords words, int at)
    {
        var token = text.Tokens[at];
        return !words.ReplyWords.Contains(token.Lower)
            && IsInCapitals(text.Text.AsSpan(token.Start, token.Length));
    }

    private static string Quietly(PlainText text, int first, int last)
    {
        var quiet = text.Text[text.Tokens[first].Start..text.Tokens[last].End].ToLowerInvariant();
        return text.StartsSentence(first) ? char.ToUpperInvariant(quiet[0]) + quiet[1..] : quiet;
    }

    private static bool IsInCapitals(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsUpper(character) && character is not ('-' or '\'' or '’'))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"[!?！？](?:\s?[!?！？])+")]
    private static partial Regex Repeated();
}
