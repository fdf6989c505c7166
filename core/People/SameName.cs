using System.Globalization;
using System.Text;
using Outreach.Ids;

namespace Outreach.People;

/// <summary>
/// Can two names be those of one person? Case, accents, initials, order and a letter more or less make nobody else, and neither does a title, unless it is a man's on one side and a
/// woman's on the other.
/// </summary>
public static class SameName
{
    private const int LongEnoughForSlip = 5;

    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "dhr", "heer", "mevr", "mevrouw", "mw", "mvr", "meneer", "fam", "familie", "mr", "mrs", "ms", "miss", "dr", "ir", "drs", "prof", "herr", "frau", "family",
        "de", "den", "der", "het", "te", "ten", "ter", "van", "von", "zu", "en", "e", "o", "t", "v", "d",
    };

    // Of two people of one name they say which.
    private static readonly HashSet<string> Generations = new(StringComparer.Ordinal) { "jr", "sr", "jun", "sen", "junior", "senior", "zoon", "dochter", "vader", "moeder", "son", "daughter", "sohn", "tochter", "ii", "iii" };

    /// <summary>False for two names that no one person goes by, or that may well be those of two: "Jan Bos" and "Jan Bos jr.". Somebody without a name may be anybody.</summary>
    public static bool MayBeOne(string? one, string? other) => AreAlike(one, other) && (one is null || other is null || (FirstNames.AreOfOneSex(WordsIn(one), WordsIn(other)) && IsOfGeneration(one) == IsOfGeneration(other) && ShareMoreThanASlip(one, other)));

    /// <summary>The same for whoever must not be missed, such as somebody who said no: what may be two people may be one.</summary>
    public static bool AreAlike(string? one, string? other)
    {
        if (one is null || other is null || string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
            return true;
        var (fewer, more) = (Words(one), Words(other));
        if (fewer.Count > more.Count)
            (fewer, more) = (more, fewer);
        var left = more.ToList();
        return fewer.OrderByDescending(word => word.Length).All(word => Take(left, word));
    }

    /// <summary>The same for names that are the same word for word, in any order; null for a name of fewer than two telling words, that many people go by.</summary>
    public static string? KeyOf(string name) => Words(name) is { Count: > 1 } words ? string.Join(' ', words.Order(StringComparer.Ordinal)) : null;

    /// <summary>The closest of the words that are left.</summary>
    private static bool Take(List<string> left, string word)
    {
        var at = left.IndexOf(word);
        if (at < 0)
            at = left.FindIndex(other => IsInitial(word, other) || IsInitial(other, word));
        if (at < 0)
            at = left.FindIndex(other => IsSlip(word, other));
        if (at >= 0)
            left.RemoveAt(at);
        return at >= 0;
    }

    /// <summary>A letter that differs in the only word that both give makes another first name: "Fatima" and "Fatiha". Twice the same letter is a way to spell one: "Hasan" and "Hassan".</summary>
    private static bool ShareMoreThanASlip(string one, string other)
    {
        var (mine, theirs) = (Words(one), Words(other));
        return Math.Min(mine.Count, theirs.Count) > 1 || mine.Exists(word => theirs.Exists(another => Undoubled(word) == Undoubled(another) || IsInitial(word, another) || IsInitial(another, word)));
    }

    private static string Undoubled(string word) => string.Concat(word.Where((letter, i) => i == 0 || word[i - 1] != letter));

    private static bool IsOfGeneration(string name) => WordsIn(name) is { Length: > 1 } words && Array.Exists(words, Generations.Contains);

    private static bool IsInitial(string letter, string word) => letter.Length == 1 && word[0] == letter[0];

    /// <summary>One letter more, less or other, in a word that is long enough to know it by the rest.</summary>
    private static bool IsSlip(string one, string other)
    {
        if (Math.Min(one.Length, other.Length) < LongEnoughForSlip || Math.Abs(one.Length - other.Length) > 1)
            return false;
        if (IsOtherEnding(one, other))
            return false;
        var start = one.AsSpan().CommonPrefixLength(other);
        var rest = one.AsSpan(start);
        var otherRest = other.AsSpan(start);
        return rest.Length == otherRest.Length ? rest.Length == 0 || rest[1..].SequenceEqual(otherRest[1..])
            : rest.Length > otherRest.Length ? rest[1..].SequenceEqual(otherRest)
            : rest.SequenceEqual(otherRest[1..]);
    }

    /// <summary>Another vowel at the end, or an "a" or "e" more, makes another first name: "Maria" and "Mario", "Simon" and "Simone".</summary>
    private static bool IsOtherEnding(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter.Length == longer.Length
            ? "aeiou".Contains(shorter[^1], StringComparison.Ordinal) && "aeiou".Contains(longer[^1], StringComparison.Ordinal) && shorter[^1] != longer[^1] && shorter.AsSpan(0, shorter.Length - 1).SequenceEqual(longer.AsSpan(0, longer.Length - 1))
            : longer[^1] is 'a' or 'e' && longer.StartsWith(shorter, StringComparison.Ordinal);
    }

    /// <summary>The words that tell people apart; all of them where a name has no others.</summary>
    private static List<string> Words(string name)
    {
        var all = WordsIn(name);
        List<string> telling = [.. all.Where(word => !Passing.Contains(word))];
        return telling.Count == 0 ? [.. all] : telling;
    }

    private static string[] WordsIn(string name)
    {
        var words = new StringBuilder(name.Length);
        foreach (var character in CleanText.Decomposed(name).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
                words.Append(char.IsLetterOrDigit(character) ? Plain(character) : " ");
        }

        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Plain(char letter) => letter switch
    {
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => letter.ToString(),
    };
}
