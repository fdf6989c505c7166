using System.Text;

namespace Outreach.Replies.Answers;

/// <summary>Every word of every language, numbered; a word means nothing here.</summary>
internal sealed class Lexicon
{
    public const int Unknown = -1;

    /// <summary>The name of the contact or of the person who writes.</summary>
    public const int Name = -4;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly Dictionary<string, int[]> _spelled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _singled = new(StringComparer.Ordinal);

    public int Add(string word)
    {
        if (_ids.TryGetValue(word, out var id))
            return id;
        id = _ids.Count;
        _ids.Add(word, id);
        _words.Add(word);
        var key = Shorten(word, drawnOut: 2, left: 1);
        if (!_singled.TryGetValue(key, out var alike))
            _singled.Add(key, alike = []);
        alike.Add(id);
        return id;
    }

    public string Text(int id) => _words[id];

    /// <summary>A word of a language file as bare words, most often one; a star at its head or end stays.</summary>
    public int[] Spelled(string word)
    {
        if (_spelled.TryGetValue(word, out var found))
            return found;
        var (head, end) = (word.StartsWith(AnswerLine.Any) ? "*" : "", word.EndsWith(AnswerLine.Any) ? "*" : "");
        return _spelled[word] = [.. AnswerWords.Of(word).Words.Select(bare => Add($"{head}{bare.Text}{end}"))];
    }

    /// <summary>The word itself, or what it is without its drawn-out letters: "jaaaa", "neeee", "stopppp".</summary>
    public int Find(string word)
    {
        if (_ids.TryGetValue(word, out var id))
            return id;
        if (char.IsAsciiDigit(word[0]))
            return Unknown;
        return _ids.TryGetValue(Shorten(word, drawnOut: 3, left: 2), out id) || _ids.TryGetValue(Shorten(word, drawnOut: 3, left: 1), out id)
            ? id
            : Unknown;
    }

    /// <summary>Words that are the same but for doubled letters: "stopen" and "stoppen".</summary>
    public IReadOnlyList<int> Alike(string word) => _singled.GetValueOrDefault(Shorten(word, drawnOut: 2, left: 1)) ?? [];

    /// <summary>Leaves <paramref name="left"/> of every letter that occurs <paramref name="drawnOut"/> times in a row or more.</summary>
    private static string Shorten(string word, int drawnOut, int left)
    {
        var shorter = new StringBuilder(word.Length);
        for (int at = 0, end; at < word.Length; at = end)
        {
            end = at + 1;
            while (end < word.Length && word[end] == word[at])
                end++;
            shorter.Append(word[at], end - at >= drawnOut ? left : end - at);
        }
        return shorter.ToString();
    }
}
