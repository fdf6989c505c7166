using System.Collections.Frozen;
using Outreach.Ids;

namespace Outreach.Replies.Answers;

/// <summary>The words of one language, and how far one may be misspelled.</summary>
internal sealed class Spelling(Lexicon lexicon)
{
    /// <summary>In a longer text misspelled words are left to the person who reads it.</summary>
    private const int MaxLengthForTypos = 40;

    /// <summary>In letters: a shorter word with a doubled letter is often another word or a name.</summary>
    private const int MinDoubled = 4;

    /// <summary>A word that occurs in phrases of these kinds alone is never a mere filling word.</summary>
    private static readonly long Heavy = new[]
    {
        PieceKind.No, PieceKind.Maybe, PieceKind.Proviso, PieceKind.Depends, PieceKind.NextTime, PieceKind.Regret, PieceKind.Stop, PieceKind.StopAnywhere,
        PieceKind.NotStop, PieceKind.WrongNumber, PieceKind.NotMe, PieceKind.Question, PieceKind.Negation, PieceKind.Condition, PieceKind.Help, PieceKind.Start,
    }.Sum(Bit);

    private static readonly long Noes = Bit(PieceKind.No) | Bit(PieceKind.Reason) | Bit(PieceKind.Regret) | Bit(PieceKind.Negation);

    private readonly Dictionary<int, OwnWord> _own = [];
    private readonly List<(string Stem, bool IsEnding, int Id)> _stems = [];
    private FrozenDictionary<int, int> _variants = FrozenDictionary<int, int>.Empty;
    private FrozenDictionary<char, (int Id, OwnWord Own)[]> _byFirstLetter = FrozenDictionary<char, (int, OwnWord)[]>.Empty;
    private Sounds _sounds = new(FrozenDictionary<string, string>.Empty);
    private FrozenDictionary<string, (int Id, OwnWord Own)[]> _bySound = FrozenDictionary<string, (int, OwnWord)[]>.Empty;

    /// <summary>Before the first word is added: what is written otherwise is that word, in a text as in the file.</summary>
    public void AddVariants(IReadOnlyDictionary<string, string> written) =>
        _variants = written.SelectMany(word => lexicon.Spelled(word.Value).Select(variant => (variant, lexicon.Spelled(word.Key)[0])))
            .ToFrozenDictionary(pair => pair.variant, pair => pair.Item2);

    public int Usual(int id) => _variants.GetValueOrDefault(id, id);

    /// <param name="isExact">A word that weighs much and lies near others.</param>
    public void Add(int id, bool isExact, PieceKind kind)
    {
        var word = lexicon.Text(id);
        if (Stem(word) is var (stem, isEnding))
        {
            if (!IsStem(id))
                _stems.Add((stem, isEnding, id));
            return;
        }
        var before = _own.GetValueOrDefault(id);
        _own[id] = new OwnWord(word, isExact || before.Exact, before.Kinds | Bit(kind));
    }

    /// <summary>After the last word was added.</summary>
    public void Close(IReadOnlyDictionary<string, string> alike)
    {
        _sounds = new Sounds(alike);
        _byFirstLetter = _own.GroupBy(word => word.Value.Text[0])
            .ToFrozenDictionary(words => words.Key, words => words.Select(word => (word.Key, word.Value)).ToArray());
        _bySound = alike.Count == 0 ? _bySound : _own.Where(word => !word.Value.Exact && word.Value.Text.Length >= Sounds.MinLength).GroupBy(word => _sounds.Of(word.Value.Text))
            .ToFrozenDictionary(words => words.Key, words => words.Select(word => (word.Key, word.Value)).ToArray());
    }

    public bool Knows(int id) => _own.ContainsKey(id);

    /// <summary>Whether the word occurs in weighty phrases alone.</summary>
    public bool IsHeavy(int id) => _own.TryGetValue(id, out var word) && (word.Kinds & Heavy) != 0 && (word.Kinds & ~Heavy) == 0;

    /// <summary>Whether every phrase that it occurs in says no, or why.</summary>
    public bool IsOfNoes(int id) => _own.TryGetValue(id, out var word) && (word.Kinds & ~Noes) == 0;

    public bool StandsIn(int id, PieceKind kind) => _own.TryGetValue(id, out var word) && (word.Kinds & Bit(kind)) != 0;

    /// <summary>Whether it is known by its beginning or end alone.</summary>
    public bool IsStem(int id) => _stems.Any(stem => stem.Id == id);

    /// <summary>The ids of the words of a text in this language; <paramref name="known"/> are those found as they stand, in any language.</summary>
    /// <param name="isHeard">Whether they speak it or hear it all day. In another language no word is guessed, save a doubled letter in a longer one: a name lies near some word of it.</param>
    public int[] Spell(IReadOnlyList<AnswerWord> words, ReadOnlySpan<int> known, bool isHeard)
    {
        var (ids, isShort) = (new int[words.Count], words.Count <= MaxLengthForTypos);
        for (var at = 0; at < ids.Length; at++)
            ids[at] = Spell(words[at], Usual(known[at]), isHeard && isShort && !words.IsNameInside(at));
        return ids;
    }

    private int Spell(AnswerWord written, int known, bool guesses)
    {
        if (known is Lexicon.Name || _own.ContainsKey(known))
            return known;
        // "stopp": a last letter that is drawn out, save in what may be a name.
        var word = written.Text;
        if (known is Lexicon.Unknown && !written.IsCapital && word.Length > 2 && word[^1] == word[^2] && _own.ContainsKey(lexicon.Find(word[..^1])))
            return lexicon.Find(word[..^1]);
        if (known is Lexicon.Unknown && lexicon.Alike(word).Where(id => MayBeDoubled(id, guesses)).Take(2).ToArray() is [var alike])
            return alike;
        foreach (var (stem, isEnding, id) in _stems)
            if (word.Length > stem.Length && (isEnding ? word.EndsWith(stem, StringComparison.Ordinal) : word.StartsWith(stem, StringComparison.Ordinal)))
                return id;
        return known is Lexicon.Unknown && guesses ? GuessDrawnOut(word) : known;
    }

    /// <summary>"Kees" is a name and not "kes", "Finn" not "fin".</summary>
    private bool MayBeDoubled(int id, bool guesses) => _own.TryGetValue(id, out var word) && (word.Text.Length >= MinDoubled || guesses && !word.Exact);

    // A misspelled word whose last letter is drawn out too: "unsubcribeee".
    private int GuessDrawnOut(string word)
    {
        var guess = Guess(word);
        return guess is Lexicon.Unknown && word.Length > 1 && word[^1] == word[^2] ? Guess(word.TrimEnd(word[^1]) + word[^1]) : guess;
    }

    private int Guess(string word)
    {
        if (word.Length > EditDistance.MaxWordLength)
            return Lexicon.Unknown;
        if (word.Length >= Sounds.MinLength && _bySound.TryGetValue(_sounds.Of(word), out var same))
            return Nearest(same, other => EditDistance.Of(word, other.Text, EditDistance.MaxWordLength));
        return _byFirstLetter.TryGetValue(word[0], out var candidates)
            ? Nearest(candidates, other => Distance(word, other.Text, other.Exact))
            : Lexicon.Unknown;
    }

    private static int Nearest((int Id, OwnWord Own)[] candidates, Func<OwnWord, int> distanceTo)
    {
        var (best, distance, tie, kinds) = (Lexicon.Unknown, int.MaxValue, false, 0L);
        foreach (var (id, other) in candidates)
        {
            var found = distanceTo(other);
            if (found == int.MaxValue)
                continue;
            // Two words of which one says yes and the other no: nobody knows which was meant, however near the one is.
            if (kinds != 0 && (kinds & other.Kinds) == 0)
                return Lexicon.Unknown;
            kinds |= other.Kinds;
            tie = found == distance || tie && found > distance;
            if (found < distance)
                (best, distance) = (id, found);
        }
        return tie ? Lexicon.Unknown : best;
    }

    private static int Distance(string word, string known, bool exact)
    {
        var allowed = Typos.Allowed(Math.Min(word.Length, known.Length), exact);
        if (allowed == 0 || known.Length == 4 && !Typos.SameLetters(word, known))
            return int.MaxValue;
        var distance = EditDistance.Of(word, known, allowed);
        return distance <= allowed ? distance : int.MaxValue;
    }

    private static long Bit(PieceKind kind) => 1L << (int)kind;

    private static (string Stem, bool IsEnding)? Stem(string word) =>
        word[0] is AnswerLine.Any || word[^1] is AnswerLine.Any ? (word.Trim(AnswerLine.Any), word[0] is AnswerLine.Any) : null;

    /// <param name="Kinds">The kinds of phrase that it occurs in, a bit each.</param>
    private readonly record struct OwnWord(string Text, bool Exact, long Kinds);
}
