namespace Outreach.PlainLanguage;

/// <summary>Finds the words and phrases of the lists in a text, with their inflections; the longest wins.</summary>
internal sealed class PlainPhrases
{
    private readonly Dictionary<string, List<Phrase>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly List<(string Part, bool AtStart, Phrase Phrase)> _partial = [];
    private readonly PlainWords _words;
    private readonly (string From, string To)[] _endings;

    public PlainPhrases(PlainWords words)
        : this(words, words.File.Endings)
    {
        var file = words.File;
        Add(file.Labels, PlainKind.Label);
        Add(file.Jargon, PlainKind.Jargon);
        Add(file.Formal, PlainKind.Formal);
        Add(file.Abbreviations, PlainKind.Abbreviation);
        Sort();
    }

    private PlainPhrases(PlainWords words, IReadOnlyList<string> endings) =>
        (_words, _endings) = (words, [.. endings.Select(PlainWords.EndingRule)]);

    /// <summary>A plain list without rewrites and endings, to ask whether any of it occurs.</summary>
    public static PlainPhrases Of(PlainWords words, IReadOnlyList<string> forms)
    {
        var phrases = new PlainPhrases(words, []);
        foreach (var form in forms)
            phrases.AddForm(form, new Phrase([], PlainKind.Jargon, ""));
        phrases.Sort();
        return phrases;
    }

    public bool OccurIn(PlainText text) => FindIn(text).Count > 0;

    public List<PlainFinding> FindIn(PlainText text)
    {
        var found = new List<PlainFinding>();
        for (var at = 0; at < text.Tokens.Count;)
        {
            if (MatchAt(text, at) is not { } phrase)
            {
                at++;
                continue;
            }

            var length = Math.Max(1, phrase.Words.Length);
            found.Add(text.Span(at, at + length - 1, phrase.Kind, PlainWeight.Mark, phrase.Rewrite));
            at += length;
        }

        return found;
    }

    private Phrase? MatchAt(PlainText text, int at)
    {
        var first = text.Tokens[at].Lower;
        if (_byFirstWord.TryGetValue(first, out var candidates))
        {
            foreach (var phrase in candidates)
            {
                if (Follows(text, at, phrase.Words))
                    return phrase;
            }
        }

        foreach (var (part, atStart, phrase) in _partial)
        {
            if (atStart ? first.StartsWith(part, StringComparison.Ordinal) : first.EndsWith(part, StringComparison.Ordinal))
                return phrase;
        }

        return null;
    }

    private static bool Follows(PlainText text, int at, string[] words)
    {
        if (at + words.Length > text.Tokens.Count || text.Tokens[at + words.Length - 1].Sentence != text.Tokens[at].Sentence)
            return false;
        for (var next = 1; next < words.Length; next++)
        {
            if (text.Tokens[at + next].Lower != words[next])
                return false;
        }

        return true;
    }

    private void Add(IReadOnlyDictionary<string, string> entries, PlainKind kind)
    {
        var endings = kind is PlainKind.Abbreviation ? [] : _endings;
        foreach (var (forms, rewrite) in entries)
        {
            foreach (var form in forms.Split('|'))
            {
                var phrase = new Phrase([], kind, rewrite);
                AddForm(form, phrase);
                foreach (var (from, to) in endings.Where(rule => form.EndsWith(rule.From, StringComparison.Ordinal)))
                    AddForm(form[..^from.Length] + to, phrase);
            }
        }
    }

    private void AddForm(string form, Phrase phrase)
    {
        if (form.Contains('*', StringComparison.Ordinal))
        {
            // An ending put behind "part*" falls under the star.
            var atStart = form[0] != '*';
            _partial.Add((atStart ? form[..form.IndexOf('*', StringComparison.Ordinal)] : form[1..], atStart, phrase));
            return;
        }

        string[] words = [.. PlainText.Read(form, _words).Tokens.Select(token => token.Lower)];
        if (!_byFirstWord.TryGetValue(words[0], out var phrases))
            _byFirstWord[words[0]] = phrases = [];
        phrases.Add(phrase with { Words = words });
    }

    // Stable: of phrases with equal length the one that was listed first stays in front.
    private void Sort()
    {
        foreach (var first in _byFirstWord.Keys)
            _byFirstWord[first] = [.. _byFirstWord[first].OrderByDescending(phrase => phrase.Words.Length)];
    }

    private sealed record Phrase(string[] Words, PlainKind Kind, string Rewrite);
}
