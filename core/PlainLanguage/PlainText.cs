using System.Globalization;

namespace Outreach.PlainLanguage;

/// <param name="Clause">Changes at every comma, colon, bracket and end of a sentence.</param>
/// <param name="IsLink">A web or e-mail address: a word that is not read aloud.</param>
internal readonly record struct PlainToken(int Start, int Length, string Lower, int Sentence, int Clause, bool IsLink)
{
    public int End => Start + Length;
}

internal readonly record struct PlainSentence(int Start, int End, int FirstToken, int Words);

/// <summary>A text cut into words and sentences, each with its place.</summary>
internal sealed class PlainText
{
    // The full stops of Latin, Arabic, Urdu, Ethiopic, Devanagari and Chinese script.
    private const string SentenceEnds = ".!?…؟۔።।。！？";
    private const string ClauseEnds = ",;:()–—،؛";
    private const int MaxLinkLength = 500;
    private const string Closers = "\"'”’»)";

    private readonly List<PlainToken> _tokens = [];
    private readonly List<PlainSentence> _sentences = [];
    private readonly PlainWords _words;
    private int _clause;
    private int _firstToken;

    private PlainText(string text, PlainWords words) => (Text, _words) = (text, words);

    public string Text { get; }

    public IReadOnlyList<PlainToken> Tokens => _tokens;

    public IReadOnlyList<PlainSentence> Sentences => _sentences;

    public static PlainText Read(string text, PlainWords words)
    {
        var read = new PlainText(text, words);
        for (var at = 0; at < text.Length;)
            at = read.Step(at);
        read.EndSentence();
        return read;
    }

    public bool IsCapitalised(PlainToken token) => char.IsUpper(Text[token.Start]);

    public bool StartsSentence(int token) => token == 0 || _tokens[token - 1].Sentence != _tokens[token].Sentence;

    public PlainFinding Span(int from, int to, PlainKind kind, PlainWeight weight, string? rewrite = null) =>
        new(_tokens[from].Start, _tokens[to].End - _tokens[from].Start, kind, weight, rewrite);

    private int Step(int at)
    {
        var character = Text[at];
        if (IsWordCharacter(character))
            return ReadWord(at);
        if (character == '\n' ? EndsLine(at) : SentenceEnds.Contains(character) && EndsHere(at + 1))
            EndSentence();
        if (ClauseEnds.Contains(character))
            _clause++;
        return at + 1;
    }

    private int ReadWord(int start)
    {
        var end = LinkEnd(start);
        var isLink = end > 0;
        if (!isLink)
            end = WordEnd(start);

        var lower = Text[start..end].ToLowerInvariant().Replace('’', '\'');
        var dotted = !isLink && end < Text.Length && Text[end] == '.' && IsAbbreviation(lower, start, end);
        if (dotted)
            (lower, end) = (lower + ".", end + 1);

        _tokens.Add(new PlainToken(start, end - start, lower, _sentences.Count, _clause, isLink));
        if (dotted && _words.EndingAbbreviations.Contains(lower) && StartsNewSentence(end))
            EndSentence();
        return end;
    }

    // "www.buurt.example/x" and "fatma@buurt.example" are one word, without the full stop that ends the sentence. 0 for an ordinary word.
    private int LinkEnd(int start)
    {
        var end = start;
        while (end < Text.Length && end < start + MaxLinkLength && !char.IsWhiteSpace(Text[end]))
            end++;
        var run = Text.AsSpan(start, end - start).TrimEnd(".,;:!?)\"'");
        return run.Contains('@') || run.Contains("://", StringComparison.Ordinal) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            ? start + run.Length
            : 0;
    }

    private int WordEnd(int start)
    {
        var end = start + 1;
        while (end < Text.Length && (IsWordCharacter(Text[end]) || JoinsWord(end)))
            end++;
        return end;
    }

    // Inside a word: "foto's", "e-mail", "19.30", "3,50" and the dots of "i.s.m.".
    private bool JoinsWord(int at)
    {
        if (at + 1 >= Text.Length || !IsWordCharacter(Text[at + 1]))
            return false;
        var (before, after) = (Text[at - 1], Text[at + 1]);
        return Text[at] switch
        {
            '\'' or '’' or '-' => true,
            ',' or ':' => char.IsDigit(before) && char.IsDigit(after),
            '.' => char.IsDigit(before) ? char.IsDigit(after) : at < 2 || !IsWordCharacter(Text[at - 2]),
            _ => false,
        };
    }

    private bool IsAbbreviation(string lower, int start, int end)
    {
        var isInitial = end - start == 1 && char.IsUpper(Text[start]);
        var hasDots = lower.Contains('.', StringComparison.Ordinal) && !char.IsDigit(lower[0]);
        return isInitial || hasDots || _words.DottedAbbreviations.Contains(lower + ".");
    }

    private bool EndsHere(int next) => next >= Text.Length || char.IsWhiteSpace(Text[next]) || Closers.Contains(Text[next]);

    // A line that goes on with a small letter was only wrapped; any other new line is a new item.
    private bool EndsLine(int at) =>
        _tokens.Count > _firstToken && (StartsNewSentence(at + 1) || Text.AsSpan(at + 1).TrimStart(" \t\r").StartsWith("\n"));

    private bool StartsNewSentence(int at)
    {
        while (at < Text.Length && char.IsWhiteSpace(Text[at]))
            at++;
        return at >= Text.Length || !char.IsLower(Text[at]);
    }

    private void EndSentence()
    {
        _clause++;
        if (_tokens.Count == _firstToken)
            return;
        _sentences.Add(new PlainSentence(_tokens[_firstToken].Start, _tokens[^1].End, _firstToken, _tokens.Count - _firstToken));
        _firstToken = _tokens.Count;
    }

    private static bool IsWordCharacter(char character) =>
        char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
