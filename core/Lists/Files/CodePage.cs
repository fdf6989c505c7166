using System.Buffers;
using System.Globalization;
using System.Text;

namespace Outreach.Lists.Files;

/// <summary>
/// Which of the old 8-bit encodings a text is in: the one in which its words look like words. Windows-1252, which most lists have, is only given up for a
/// better one when it shows something that is not part of any word.
/// </summary>
internal static class CodePage
{
    private const int MaxWords = 2_000;
    private const int MaxWordBytes = 40;

    // The worth of a letter that a list here has often, of one that it may have, and of what cannot stand in a word.
    private const int Usual = 2;
    private const int Possible = -1;
    private const int Never = -8;

    private const string West = "éèëêïîíìöôóòüûúùäâáàãåçñõßøæœÉÈËÊÏÎÍÖÔÓÜÛÚÄÂÁÀÅÇÑØÆ";
    private const string East = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻčšžďťňřěůőűăşţČŠŽéáíýúöüäëôç";
    private const string Turkish = "şŞıİğĞçÇöÖüÜâîûé";

    private static readonly (int Page, string Usual)[] Candidates =
    [
        (1252, West), (850, West), (437, West), (10000, West),
        (1250, East), (852, East), (28592, East), (10029, East),
        (1254, Turkish), (857, Turkish), (10081, Turkish),
        (1251, ""), (866, ""), (21866, ""), (10007, ""),
        (1256, "éèêàçôûùîïâ"), (720, ""),
    ];

    /// <summary>Words with bytes beyond ASCII, as many as tell one encoding from another.</summary>
    internal sealed class Sample
    {
        private readonly HashSet<string> _words = new(StringComparer.Ordinal);
        private readonly StringBuilder _word = new();
        private bool _isForeign;

        public IReadOnlyCollection<string> Words => _words;

        /// <summary>The bytes as characters of the same value, until they are decoded.</summary>
        public void Take(ReadOnlySpan<byte> bytes)
        {
            if (_words.Count >= MaxWords)
                return;
            foreach (var one in bytes)
            {
                if (one >= 0x80 || char.IsAsciiLetter((char)one) || one is (byte)'\'')
                    Add((char)one);
                else if (_word.Length > 0)
                    End();
            }
        }

        public void End()
        {
            if (_isForeign && _words.Count < MaxWords)
                _words.Add(_word.ToString());
            _word.Clear();
            _isForeign = false;
        }

        private void Add(char one)
        {
            if (_word.Length >= MaxWordBytes)
                return;
            _word.Append(one);
            _isForeign |= one >= 0x80;
        }
    }

    /// <returns>The encoding, and whether there is any doubt about it.</returns>
    public static (Encoding Encoding, bool IsGuessed) Of(Sample sample)
    {
        var words = sample.Words.Select(Encoding.Latin1.GetBytes).ToList();
        var western = Score(words, ListFormat.Windows1252, West);
        if (western.Impossible == 0)
            return (ListFormat.Windows1252, false);

        var best = Candidates
            .Select(candidate => (candidate.Page, Result: Score(words, CodePagesEncodingProvider.Instance.GetEncoding(candidate.Page)!, candidate.Usual)))
            .MaxBy(candidate => candidate.Result.Total);
        // One odd sign in a long list is a typo, not another encoding.
        return best.Page == 1252 || best.Result.Total - western.Total <= words.Count / 4
            ? (ListFormat.Windows1252, true)
            : (CodePagesEncodingProvider.Instance.GetEncoding(best.Page)!, true);
    }

    private static (int Total, int Impossible) Score(List<byte[]> words, Encoding encoding, string usual)
    {
        var letters = SearchValues.Create(usual);
        var (total, impossible) = (0, 0);
        foreach (var word in words)
        {
            var text = encoding.GetString(word);
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] < 0x80)
                    continue;
                var worth = Worth(text, i, letters);
                total += worth;
                impossible += worth == Never ? 1 : 0;
            }
        }

        return (total, impossible);
    }

    private static int Worth(string text, int at, SearchValues<char> usual)
    {
        var c = text[at];
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        // A quotation mark, an apostrophe or a dash between words stands in many texts of Windows.
        if (c is '’' or '´' or '\u200C')
            return 0;
        if (c is '‘' or '“' or '”' or '„' or '–' or '—' or '€' or '\u00A0' or '·' or '…' or '°')
            return char.IsLetter(before) && char.IsLetter(after) ? Never : 0;
        if (!char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            return char.IsLetter(before) || char.IsLetter(after) || char.IsControl(c) || c == '\uFFFD' ? Never : Possible;
        if (!SameScript(c, before) || !SameScript(c, after) || (char.IsUpper(c) && char.IsLetter(before) && (char.IsLower(before) || char.IsLower(after))))
            return Never;
        if (c is >= '\u0370')
            return Usual;
        if (c is 'ð' or 'Ð' or 'þ' or 'Þ' or 'ª' or 'º' or 'µ' or 'ƒ' || IsLongRun(text, at))
            return Never;
        return usual.Contains(c) ? Usual : Possible;
    }

    // Words of Latin letters have some plain ones.
    private static bool IsLongRun(string text, int at) => at >= 3 && text.AsSpan(at - 3, 4).IndexOfAnyInRange('\0', '\x7F') < 0;

    private static bool SameScript(char letter, char beside) => !char.IsLetter(beside) || Script(letter) == Script(beside);

    private static int Script(char letter) => letter switch
    {
        < '\u0370' => 0,
        < '\u0400' => 1,
        < '\u0530' => 2,
        < '\u0600' => 3,
        < '\u0700' => 4,
        _ => 5,
    };
}
