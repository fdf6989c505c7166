using System.Text;

namespace Outreach.Replies;

/// <summary>Every word of every language, numbered; a word means nothing here.</summary>
internal sealed class Lexicon
{
    public const int Unknown = -1;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> singled = new(StringComparer.Ordinal);

    public int Add(string word)
    {
        if (ids.TryGetValue(word, out var id))
            return id;
        id = ids.Count;
        ids.Add(word, id);
        var key = Shorten(word, longest: 1);
        if (!singled.TryGetValue(key, out var alike))
            singled.Add(key, alike = []);
        alike.Add(id);
        return id;
    }

    /// <summary>The word itself, or what it is without its drawn-out letters: "jaaaa", "neeee", "stopppp".</summary>
    public int Find(string word)
    {
        if (ids.TryGetValue(word, out var id))
            return id;
        if (char.IsAsciiDigit(word[0]))
            return Unknown;
        var doubled = Shorten(word, longest: 2);
        if (doubled.Length < word.Length && (ids.TryGetValue(doubled, out id) || ids.TryGetValue(Shorten(word, longest: 1), out id)))
            return id;
        return Unknown;
    }

    /// <summary>Words that are the same but for doubled letters: "stopen" and "stoppen".</summary>
    public IReadOnlyList<int> Alike(string word) => singled.GetValueOrDefault(Shorten(word, longest: 1)) ?? [];

    internal static string Shorten(string word, int longest)
    {
        var run = 0;
        var shorter = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            run = at > 0 && word[at] == word[at - 1] ? run + 1 : 1;
            if (run <= longest)
                shorter.Append(word[at]);
        }
        return shorter.ToString();
    }
}
