using System.Globalization;
using System.Text;
using Outreach.Ids;

namespace Outreach.Replies.Answers;

/// <summary>
/// A text as bare words: lower case, without diacritics, vowel signs and marks that cannot be seen, digits of every
/// script as 0-9. The language files go through the same, so that a translator writes words as they are spelled.
/// </summary>
internal sealed class AnswerWords
{
    private const string Breaks = ".!?,;…\n\r–—،؛؟۔።፣፤፥፧";
    private const string QuestionMarks = "?؟፧";

    /// <summary>Between two digits these make one word that is not a party size: 19:00, 12-5, 2/3.</summary>
    private const string DigitJoiners = ":.,/-⁄٫٬";

    private const char Minus = '-';

    /// <summary>Between two words a space; with a space after it, a comma.</summary>
    private const char WordSpace = '፡';

    private readonly List<AnswerWord> _words = [];
    private readonly StringBuilder _word = new();
    private bool _broken;
    private bool _startsCapital;
    private bool _hasCapitalAfter;
    private bool _hasSmallAfter;

    private AnswerWords() { }

    public IReadOnlyList<AnswerWord> Words => _words;

    public bool Asks { get; private set; }

    /// <summary>"Yes, sure...": what is left unsaid?</summary>
    public bool TrailsOff { get; private set; }

    public static AnswerWords Of(string text)
    {
        var read = new AnswerWords();
        var plain = Normal(text);
        for (var at = 0; at < plain.Length;)
        {
            Rune.DecodeFromUtf16(plain.AsSpan(at), out var rune, out var length);
            var next = at + length < plain.Length ? plain[at + length] : '\0';
            read.Take(rune, next);
            at += length;
        }
        read.EndWord();
        read.TrailsOff = plain.TrimEnd().EndsWith("..", StringComparison.Ordinal);
        return read;
    }

    /// <summary>The words, or one word when it was spelled out: "s t o p", "S.T.O.P.".</summary>
    public IReadOnlyList<AnswerWord> Joined() =>
        _words.Count is >= 2 and <= 16 && _words.SkipLast(1).All(word => word.Text.Length == 1) && _words.All(word => IsOneLetter(word.Text))
            ? [new AnswerWord(string.Concat(_words.Select(word => word.Text)), false, false)]
            : _words;

    private static bool IsOneLetter(string text) => char.IsLetter(text[0]) && text.All(letter => letter == text[0]);

    private static string Normal(string text) => CleanText.Of(text).Replace('´', '\'').Normalize(NormalizationForm.FormKD);

    private void Take(Rune rune, char next)
    {
        if (Rune.IsLetter(rune))
            TakeLetter(rune);
        else if (Rune.IsDigit(rune))
            TakeDigit((char)('0' + (int)Rune.GetNumericValue(rune)));
        else if (rune.Value is '-' or '−' && _word.Length == 0 && char.IsDigit(next))
            _word.Append(Minus);     // "-5" is not a number of people
        else if (rune.IsBmp && InDigits && DigitJoiners.Contains((char)rune.Value) && char.IsDigit(next))
            _word.Append(rune.Value is '⁄' ? '/' : (char)rune.Value);
        else
            TakeSign(rune, next);
    }

    private bool InDigits => _word.Length > 0 && char.IsAsciiDigit(_word[^1]);

    private void TakeLetter(Rune rune)
    {
        if (rune.Value is 'ـ' or 'ʼ' or 'ʹ')     // the stretch in an Arabic word and the apostrophe count as letters
            return;
        if (InDigits)
            EndWord();
        if (_word.Length == 0)
            (_startsCapital, _hasCapitalAfter, _hasSmallAfter) = (Rune.IsUpper(rune), false, false);
        else
            (_hasCapitalAfter, _hasSmallAfter) = (_hasCapitalAfter || Rune.IsUpper(rune), _hasSmallAfter || Rune.IsLower(rune));
        var folded = Fold(Rune.ToLowerInvariant(rune));
        Span<char> chars = stackalloc char[2];
        _word.Append(chars[..folded.EncodeToUtf16(chars)]);
    }

    private void TakeDigit(char digit)
    {
        if (_word.Length > 0 && !InDigits && _word[^1] is not Minus && !(_word.Length > 1 && DigitJoiners.Contains(_word[^1])))
            EndWord();
        _word.Append(digit);
    }

    private void TakeSign(Rune rune, char next)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (IsUnseen(category) || rune.Value is '\'' or '’' or '‘' or '′')
            return;
        EndWord();
        if (rune.Value is '+' or '&')
            Add(rune.ToString(), isSymbol: false);
        else if (category is UnicodeCategory.OtherSymbol)
            Add(rune.ToString(), isSymbol: true);
        if (!rune.IsBmp)
            return;
        _broken |= Breaks.Contains((char)rune.Value) || rune.Value is WordSpace && char.IsWhiteSpace(next);
        if (!QuestionMarks.Contains((char)rune.Value))
            return;
        Asks = true;
        if (_words.Count > 0)
            _words[^1] = _words[^1] with { IsAsked = true };
    }

    // Accents, vowel signs, direction marks, zero-width joiners, skin tones.
    private static bool IsUnseen(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol;

    private void EndWord()
    {
        if (_word.Length > 0)
            Add(_word.ToString(), isSymbol: false);
        _word.Clear();
    }

    private void Add(string text, bool isSymbol)
    {
        _words.Add(new AnswerWord(text, _broken, isSymbol, _startsCapital && !_hasCapitalAfter && char.IsLetter(text[0]), _startsCapital && _hasCapitalAfter && !_hasSmallAfter));
        _broken = isSymbol;     // a picture ends a sentence, as a full stop does
    }

    // Letters that people exchange for one another and that Unicode does not take apart.
    private static Rune Fold(Rune letter) => (Rune)(letter.Value switch
    {
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ґ' => 'г',
        'ى' or 'ی' or 'ې' => 'ي',
        'ک' => 'ك',
        'ة' or 'ہ' or 'ە' => 'ه',
        'ሐ' or 'ኀ' => 'ሀ',
        'ሑ' or 'ኁ' => 'ሁ',
        'ሒ' or 'ኂ' => 'ሂ',
        'ሓ' or 'ኃ' => 'ሃ',
        'ሔ' or 'ኄ' => 'ሄ',
        'ሕ' or 'ኅ' => 'ህ',
        'ሖ' or 'ኆ' => 'ሆ',
        'ሠ' => 'ሰ',
        'ሡ' => 'ሱ',
        'ሢ' => 'ሲ',
        'ሣ' => 'ሳ',
        'ሤ' => 'ሴ',
        'ሥ' => 'ስ',
        'ሦ' => 'ሶ',
        'አ' or 'ዐ' or 'ዓ' => 'ኣ',
        'ዑ' => 'ኡ',
        'ዒ' => 'ኢ',
        'ዔ' => 'ኤ',
        'ዕ' => 'እ',
        'ዖ' => 'ኦ',
        'ፀ' => 'ጸ',
        'ፁ' => 'ጹ',
        'ፂ' => 'ጺ',
        'ፃ' => 'ጻ',
        'ፄ' => 'ጼ',
        'ፅ' => 'ጽ',
        'ፆ' => 'ጾ',
        var same => same,
    });
}
