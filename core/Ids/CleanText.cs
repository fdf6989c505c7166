using System.Buffers;
using System.Globalization;
using System.Text;

namespace Outreach.Ids;

/// <summary>
/// Text from outside, as every list, answer, form and call passes here on its way in: valid Unicode in composed form, without characters that nobody sees,
/// with plain spaces and hyphens. What it says stays the same in every language.
/// </summary>
public static class CleanText
{
    // Printable ASCII, line ends, and the accented letters of Latin: most text is nothing else, and is taken as it is.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. "\t\n\r", .. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range('À', 'ɏ' - 'À' + 1)).Select(code => (char)code)]);

    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                at++;
                continue;
            }

            if (Cleaned(rune, text, at) is { } clean)
                result.Append(clean);
            at += rune.Utf16SequenceLength;
        }

        return result.ToString().Normalize();
    }

    public static string? OrNull(string? text) => text is null ? null : Of(text);

    /// <summary>Letters and their marks apart, to compare without accents. Unlike the system's, it never throws.</summary>
    public static string Decomposed(string text) => Of(text).Normalize(NormalizationForm.FormD);

    /// <summary>Null when nothing of the character is kept.</summary>
    private static Rune? Cleaned(Rune rune, string text, int at)
    {
        if (rune.Value is NonJoiner or Joiner)
            return IsWithinWord(text, at) ? rune : null;
        if (rune.Value is '\t' or '\n' or '\r')
            return rune;
        if (IsHyphen(rune.Value))
            return new Rune('-');
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator => new Rune(' '),
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => new Rune('\n'),
            UnicodeCategory.Control => rune.Value is '\u0085' or '\v' or '\f' ? new Rune('\n') : null,
            UnicodeCategory.Format => IsVisibleFormat(rune.Value) ? rune : null,
            UnicodeCategory.OtherNotAssigned when IsNoCharacter(rune.Value) => null,
            _ => IsInvisibleLetter(rune.Value) ? null : rune,
        };
    }

    // Between two letters of Persian, Arabic and their like a joiner decides what is read, and between two pictures which one is shown. Elsewhere it does nothing.
    private static bool IsWithinWord(string text, int at) =>
        at > 0 && at + 1 < text.Length
        && Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var before, out _) is OperationStatus.Done && IsShapedByJoiners(before)
        && Rune.DecodeFromUtf16(text.AsSpan(at + 1), out var after, out _) is OperationStatus.Done && IsShapedByJoiners(after);

    private static bool IsShapedByJoiners(Rune rune) => rune.Value >= '\u0590' && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;

    // The longer dashes are punctuation.
    private static bool IsHyphen(int value) => value is (>= '\u2010' and <= '\u2012') or '\u2043' or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D';

    // Signs of Arabic around a number.
    private static bool IsVisibleFormat(int value) => value is (>= '\u0600' and <= '\u0605') or '\u06DD' or '\u08E2';

    private static bool IsNoCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= '\uFDD0' and <= '\uFDEF';

    // The joiner of graphemes, Hangul fillers, a blank of Braille, and the place of an object.
    private static bool IsInvisibleLetter(int value) => value is '\u034F' or '\u3164' or '\uFFA0' or '\u2800' or '\uFFFC';
}
