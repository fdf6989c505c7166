using System.Collections.Frozen;

namespace Outreach.Replies;

/// <param name="Count">The number in it, or how many people it names.</param>
internal readonly record struct Piece(PieceKind Kind, int Start, int End, int Count, bool NamesPerson);

/// <summary>One language: its phrases, numbers and people, and how far a word may be misspelled.</summary>
internal sealed class AnswerLanguage(string code, Lexicon lexicon)
{
    /// <summary>In a longer text misspelled words are left to the person who reads it.</summary>
    private const int MaxLengthForTypos = 40;

    /// <summary>In letters: a shorter word with a doubled letter is often another word or a name.</summary>
    private const int MinDoubled = 4;

    /// <summary>A word that stands in phrases of these kinds alone is never a mere filling word.</summary>
    private static readonly long Heavy = new[]
    {
        PieceKind.No, PieceKind.Maybe, PieceKind.Proviso, PieceKind.Depends, PieceKind.NextTime, PieceKind.Regret, PieceKind.Stop, PieceKind.StopAnywhere,
        PieceKind.NotStop, PieceKind.WrongNumber, PieceKind.NotMe, PieceKind.Question, PieceKind.Negation, PieceKind.Condition, PieceKind.Help, PieceKind.Start,
    }.Sum(Bit);

    private readonly Dictionary<int, OwnWord> own = [];
    private readonly List<(string Stem, bool IsEnding, int Id)> stems = [];
    private FrozenSet<int> coming = [];
    private FrozenSet<int> selves = [];
    private FrozenSet<int> addresses = [];
    private FrozenSet<int> weighty = [];
    private FrozenSet<int> people = [];
    private FrozenSet<int> counting = [];
    private FrozenDictionary<char, (int Id, OwnWord Own)[]> byFirstLetter = FrozenDictionary<char, (int, OwnWord)[]>.Empty;

    public string Code => code;

    public PhraseTree Phrases { get; } = new();

    public PhraseTree Numbers { get; } = new();

    public PhraseTree People { get; } = new();

    public PhraseTree Times { get; } = new();

    public FrozenSet<int> Groups { get; private set; } = [];

    public FrozenSet<int> Determiners { get; private set; } = [];

    public FrozenSet<int> Joins { get; private set; } = [];

    public FrozenSet<int> Ands { get; private set; } = [];

    public void Add(AnswerFile file)
    {
        foreach (var (word, count) in file.Numbers)
            AddOwn(Numbers, word, PieceKind.Number, count);
        foreach (var (word, count) in file.People)
            AddOwn(People, word, PieceKind.Extra, count);
        foreach (var time in file.Times)
            AddOwn(Times, time, PieceKind.Filler);
        foreach (var (kind, line) in file.Lines())
            AddOwn(Phrases, line, kind);
        foreach (var group in file.Groups)
            AddOwn(Phrases, group, PieceKind.Condition);
        foreach (var time in file.Times)
            AddOwn(Phrases, time, PieceKind.Filler);
        (Groups, Determiners, Joins, Ands) = (Words(file.Groups), Words(file.Determiners), Words(file.Joins), Words(file.Ands));
        (coming, selves, addresses) = (Words(file.Coming), Words(file.Selves), Words(file.Addresses));
        weighty = Words(file.Weighty);
        people = [.. Groups, .. Words(file.People.Keys)];
        counting = Words(file.Numbers.Where(number => number.Value > 1).Select(number => number.Key));
        byFirstLetter = own.GroupBy(word => word.Value.Text[0])
            .ToFrozenDictionary(words => words.Key, words => words.Select(word => (word.Key, word.Value)).ToArray());
    }

    /// <summary>A phrase of another language that is understood here too, unless it means something here.</summary>
    public void Borrow(PieceKind kind, int[] phrase) => Phrases.Add(phrase, kind);

    /// <summary>Whether an "and" of one letter stands at the head of the word, as in Arabic.</summary>
    public bool IsJoined(string word) => word.Length > 2 && Joins.Contains(lexicon.Find(word[..1]));

    /// <summary>Whether the word says that somebody comes or can.</summary>
    public bool IsComing(int id) => coming.Contains(id);

    /// <summary>Whether it is who writes: "I", "we", "gelirim".</summary>
    public bool IsSelf(int id) => selves.Contains(id);

    /// <summary>Whether it is what one calls somebody: "love".</summary>
    public bool IsAddress(int id) => addresses.Contains(id);

    /// <summary>Whether the word may weigh in a sentence that is not understood: it is listed so, or it stands in phrases that do.</summary>
    public bool IsWeighty(int id) => weighty.Contains(id) || own.TryGetValue(id, out var word) && (word.Kinds & Heavy) != 0 && (word.Kinds & ~Heavy) == 0;

    /// <summary>Whether it is somebody, or more than one: who comes?</summary>
    public bool IsPeople(int id) => people.Contains(id) || counting.Contains(id);

    /// <summary>Whether the word names somebody beside the one who writes.</summary>
    public bool IsPerson(int id) => people.Contains(id);

    /// <summary>Whether it stands in reasons not to come, and so takes nothing from a no.</summary>
    public bool IsOfReasons(int id) => own.TryGetValue(id, out var word) && (word.Kinds & Bit(PieceKind.Reason)) != 0;

    /// <summary>Whether it is known by its beginning or end alone.</summary>
    public bool IsStem(int id) => stems.Any(stem => stem.Id == id);

    /// <summary>The ids of the words of a text in this language; <paramref name="known"/> are those found as they stand, in any language.</summary>
    /// <param name="isHeard">Whether they speak it or hear it all day. In another language no word is guessed, save a doubled letter in a longer one: a name lies near some word of it.</param>
    public int[] Spell(IReadOnlyList<AnswerWord> words, ReadOnlySpan<int> known, bool isHeard)
    {
        var (ids, isShort) = (new int[words.Count], words.Count <= MaxLengthForTypos);
        for (var at = 0; at < ids.Length; at++)
            ids[at] = Spell(words[at], known[at], isHeard && isShort && !words.IsNameInside(at));
        return ids;
    }

    private int Spell(AnswerWord written, int known, bool guesses)
    {
        if (known is Lexicon.Name || own.ContainsKey(known))
            return known;
        // "stopp": a last letter that is drawn out, save in what may be a name.
        var word = written.Text;
        if (known is Lexicon.Unknown && !written.IsCapital && word.Length > 2 && word[^1] == word[^2] && own.ContainsKey(lexicon.Find(word[..^1])))
            return lexicon.Find(word[..^1]);
        if (known is Lexicon.Unknown && lexicon.Alike(word).Where(id => MayBeDoubled(id, guesses)).Take(2).ToArray() is [var alike])
            return alike;
        foreach (var (stem, isEnding, id) in stems)
            if (word.Length > stem.Length && (isEnding ? word.EndsWith(stem, StringComparison.Ordinal) : word.StartsWith(stem, StringComparison.Ordinal)))
                return id;
        return known is Lexicon.Unknown && guesses ? GuessDrawnOut(word) : known;
    }

    /// <summary>"Kees" is a name and not "kes", "Finn" not "fin".</summary>
    private bool MayBeDoubled(int id, bool guesses) => own.TryGetValue(id, out var word) && (word.Text.Length >= MinDoubled || guesses && !word.Exact);

    // A misspelled word whose last letter is drawn out too: "unsubcribeee".
    private int GuessDrawnOut(string word)
    {
        var guess = Guess(word);
        return guess is Lexicon.Unknown && word.Length > 1 && word[^1] == word[^2] ? Guess(word.TrimEnd(word[^1]) + word[^1]) : guess;
    }

    private int Guess(string word)
    {
        if (word.Length > Typos.MaxWordLength || !byFirstLetter.TryGetValue(word[0], out var candidates))
            return Lexicon.Unknown;
        var (best, distance, tie, kinds) = (Lexicon.Unknown, int.MaxValue, false, 0L);
        foreach (var (id, other) in candidates)
        {
            var found = Distance(word, other.Text, other.Exact);
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
        var distance = Typos.Distance(word, known, allowed);
        return distance <= allowed ? distance : int.MaxValue;
    }

    private void AddOwn(PhraseTree tree, string text, PieceKind kind, int count = 0)
    {
        var line = AnswerLine.Of(text, lexicon);
        tree.Add(line, kind, count);
        foreach (var (id, isAlone) in line.Words())
            AddOwn(id, isExact: kind is PieceKind.Number || isAlone && kind is PieceKind.Stop or PieceKind.Start or PieceKind.Negation, Bit(kind));
    }

    private static long Bit(PieceKind kind) => 1L << (int)kind;

    private void AddOwn(int id, bool isExact, long kind)
    {
        var word = lexicon.Text(id);
        if (Stem(word) is var (stem, isEnding))
        {
            if (!IsStem(id))
                stems.Add((stem, isEnding, id));
            return;
        }
        var before = own.GetValueOrDefault(id);
        own[id] = new OwnWord(word, isExact || before.Exact, before.Kinds | kind);
    }

    private static (string Stem, bool IsEnding)? Stem(string word) =>
        word[0] is AnswerLine.Any || word[^1] is AnswerLine.Any ? (word.Trim(AnswerLine.Any), word[0] is AnswerLine.Any) : null;

    private FrozenSet<int> Words(IEnumerable<string> lines) =>
        lines.SelectMany(line => AnswerLine.Of(line, lexicon).Words()).Select(word => word.Id).ToFrozenSet();

    /// <param name="Kinds">The kinds of phrase that it stands in, a bit each.</param>
    private readonly record struct OwnWord(string Text, bool Exact, long Kinds);
}
