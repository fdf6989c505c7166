namespace Outreach.PlainLanguage;

/// <summary>
/// How hard a text reads, by a published formula on the average sentence length (words a sentence) and word length (syllables a word).
/// Dutch: Flesch-Douma, 206.84 - 0.93 × sentence length - 77 × word length (W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960).
/// English: Flesch Reading Ease, 206.835 - 1.015 × sentence length - 84.6 × word length
/// (R. Flesch, A new readability yardstick, Journal of Applied Psychology 32, 1948).
/// The bounds of A2, B1 and B2 ("easeA2" and so on in the word lists) are the project's own, set on forty short texts of its own; the formulas know no levels.
/// </summary>
internal static class PlainReadability
{
    // Below this one long word decides everything.
    private const int MinWords = 8;

    // Dutch vowel letters that sound as one syllable together, longest first.
    private static readonly string[] DutchSounds =
        ["aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "oe", "eu", "ui", "ie", "ei", "ou", "au", "ij"];

    public static (PlainLevel? Level, double? Ease) Of(PlainText text, PlainWords words)
    {
        // Numbers, links and addresses are not read as words.
        var spoken = text.Tokens.Where(token => !token.IsLink && token.Lower.Any(char.IsLetter)).ToList();
        if (!words.AreKnown || spoken.Count < MinWords)
            return (null, null);

        var isDutch = words == PlainWords.For("nl");
        var sentenceLength = (double)spoken.Count / spoken.Select(token => token.Sentence).Distinct().Count();
        var wordLength = (double)spoken.Sum(token => isDutch ? DutchSyllables(token.Lower) : EnglishSyllables(token.Lower)) / spoken.Count;
        var ease = isDutch
            ? 206.84 - (0.93 * sentenceLength) - (77 * wordLength)
            : 206.835 - (1.015 * sentenceLength) - (84.6 * wordLength);
        return (LevelOf(ease, words.File), Math.Round(ease, 1));
    }

    /// <summary>One for each vowel sound; other vowels side by side part ("idea-al", "radi-o"), and a trema always parts ("ide-eën").</summary>
    public static int DutchSyllables(string word)
    {
        var syllables = 0;
        for (var at = 0; at < word.Length;)
        {
            var isVowel = IsVowel(word[at]);
            at += isVowel ? SoundLength(word.AsSpan(at)) : 1;
            syllables += isVowel ? 1 : 0;
        }

        return Math.Max(1, syllables);
    }

    /// <summary>
    /// One for each group of vowels; "ia", "io", "eo" and "ua" part except in "-tion", "-cial" and their like;
    /// a last e, and the e of "-es" and "-ed", is silent unless its consonant needs it.
    /// </summary>
    public static int EnglishSyllables(string word)
    {
        var syllables = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (IsVowel(word[at]) && (at == 0 || !IsVowel(word[at - 1]) || Parts(word, at)))
                syllables++;
        }

        return Math.Max(1, HasSilentEnd(word) ? syllables - 1 : syllables);
    }

    private static int SoundLength(ReadOnlySpan<char> rest)
    {
        foreach (var sound in DutchSounds)
        {
            if (rest.StartsWith(sound, StringComparison.Ordinal))
                return sound.Length;
        }

        return 1;
    }

    private static PlainLevel LevelOf(double ease, PlainWordFile bounds) =>
        ease >= bounds.EaseA2 ? PlainLevel.A2
        : ease >= bounds.EaseB1 ? PlainLevel.B1
        : ease >= bounds.EaseB2 ? PlainLevel.B2
        : PlainLevel.C1;

    private static bool Parts(string word, int second) =>
        word.AsSpan(second - 1, 2) is "ia" or "io" or "eo" or "ua" && (second < 2 || word[second - 2] is not ('t' or 's' or 'c' or 'g' or 'q'));

    private static bool HasSilentEnd(string word) => word switch
    {
        [.., var before, 'l', 'e'] => IsVowel(before),
        [.., var before, 'e'] => !IsVowel(before),
        [.., 'c' or 's' or 'z' or 'x' or 'g' or 'h', 'e', 's'] => false,
        [.., var before, 'e', 's'] => !IsVowel(before),
        [.., 't' or 'd', 'e', 'd'] => false,
        [.., var before, 'e', 'd'] => !IsVowel(before),
        _ => false,
    };

    private static bool IsVowel(char character) => "aeiouyàáâäèéêëìíîïòóôöùúûü".Contains(character);
}
