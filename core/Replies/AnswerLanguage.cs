using System.Collections.Frozen;

namespace Outreach.Replies;

/// <param name="Count">The number in it, or how many people it names.</param>
internal readonly record struct Piece(PieceKind Kind, int Start, int End, int Count, bool NamesPerson);

/// <summary>One language: its phrases, numbers and people, and how far a word may be misspelled.</summary>
internal sealed class AnswerLanguage(string code, Lexicon lexicon)
{
    /// <summary>In a longer text misspelled words are left to the person who reads it.</summary>
    private const int LongestForTypos = 40;

    private readonly Dictionary<int, OwnWord> own = [];
    private readonly List<(string Stem, bool IsEnding, int Id)> stems = [];
    private FrozenSet<int> coming = [];
    private FrozenSet<int> weighty = [];
    private FrozenDictionary<char, (int Id, OwnWord Own)[]> byFirstLetter = FrozenDictionary<char, (int, OwnWord)[]>.Empty;

    public string Code => code;

    public PhraseTree Phrases { get; } = new();

    public PhraseTree Numbers { get; } = new();

    public PhraseTree People { get; } = new();

    public PhraseTree Times { get; } = new();

    public FrozenSet<int> Groups { get; private set; } = [];

    public FrozenSet<int> Determiners { get; private set; } = [];

    public FrozenSet<int> Joins { get; private set; } = [];

    public void Add(AnswerFile file)
    {
        foreach (var (word, count) in file.Numbers)
            AddOwn(Numbers, word, PieceKind.Number, count, exact: true);
        foreach (var (word, count) in file.People)
            AddOwn(People, word, PieceKind.Extra, count, exact: false);
        foreach (var time in file.Times.SelectMany(AnswerFile.Choices))
            AddOwn(Times, time, PieceKind.Filler, 0, exact: false);
        foreach (var (kind, phrase) in file.Phrases())
            AddOwn(Phrases, phrase, kind, 0, exact: kind is PieceKind.Stop or PieceKind.Start or PieceKind.Negation && !phrase.Contains(' '));
        foreach (var group in file.Groups)
            AddOwn(Phrases, group, PieceKind.Condition, 0, exact: false);
        foreach (var time in file.Times.SelectMany(AnswerFile.Choices))
            AddOwn(Phrases, time, PieceKind.Filler, 0, exact: false);
        (Groups, Determiners, Joins) = (Words(file.Groups), Words(file.Determiners), Words(file.Joins));
        coming = Words(file.Coming);
        weighty = [.. Words(file.Weighty), .. Groups, .. Words(file.People.Keys), .. Words(file.Numbers.Where(number => number.Value > 1).Select(number => number.Key))];
        byFirstLetter = own.GroupBy(word => word.Value.Text[0])
            .ToFrozenDictionary(words => words.Key, words => words.Select(word => (word.Key, word.Value)).ToArray());
    }

    /// <summary>A phrase of another language that is understood here too, unless it means something here.</summary>
    public void Borrow(PieceKind kind, string phrase) => Phrases.Add(Ids(phrase), kind);

    /// <summary>Whether an "and" of one letter stands at the head of the word, as in Arabic.</summary>
    public bool IsJoined(string word) => word.Length > 2 && Joins.Contains(lexicon.Find(word[..1]));

    /// <summary>Whether the word says that somebody comes or can.</summary>
    public bool IsComing(int id) => coming.Contains(id);

    /// <summary>Whether the word may weigh in a sentence that is not understood.</summary>
    public bool IsWeighty(int id) => weighty.Contains(id);

    /// <summary>Whether it is known by its beginning or end alone.</summary>
    public bool IsStem(int id) => stems.Any(stem => stem.Id == id);

    /// <summary>The ids of the words of a text in this language; <paramref name="known"/> are those found as they stand, in any language.</summary>
    public int[] Spell(IReadOnlyList<AnswerWord> words, ReadOnlySpan<int> known)
    {
        var ids = new int[words.Count];
        for (var at = 0; at < ids.Length; at++)
            ids[at] = Spell(words[at].Text, known[at], ids.Length <= LongestForTypos);
        return ids;
    }

    private int Spell(string word, int known, bool guesses)
    {
        if (known is Lexicon.Name || own.ContainsKey(known))
            return known;
        if (known is Lexicon.Unknown && lexicon.Alike(word).Where(own.ContainsKey).Take(2).ToArray() is [var alike])
            return alike;
        foreach (var (stem, isEnding, id) in stems)
            if (word.Length > stem.Length && (isEnding ? word.EndsWith(stem, StringComparison.Ordinal) : word.StartsWith(stem, StringComparison.Ordinal)))
                return id;
        return known is Lexicon.Unknown && guesses ? GuessDrawnOut(word) : known;
    }

    // A misspelled word whose last letter is drawn out too: "unsubcribeee".
    private int GuessDrawnOut(string word)
    {
        var guess = Guess(word);
        return guess is Lexicon.Unknown && word.Length > 1 && word[^1] == word[^2] ? Guess(word.TrimEnd(word[^1]) + word[^1]) : guess;
    }

    private int Guess(string word)
    {
        if (word.Length > Typos.LongestWord || !byFirstLetter.TryGetValue(word[0], out var candidates))
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

    private void AddOwn(PhraseTree tree, string phrase, PieceKind kind, int count, bool exact)
    {
        var places = Places(phrase).ToArray();
        var ids = Array.ConvertAll(places, Id);
        tree.Add(ids, kind, count);
        foreach (var (id, word) in ids.Zip(places))
            if (id >= 0 && word[0] is not '*' && word[^1] is not '*')
                own[id] = own.TryGetValue(id, out var before) ? new(word, exact || before.Exact, before.Kinds | 1L << (int)kind) : new(word, exact, 1L << (int)kind);
    }

    private int[] Ids(string phrase) => Places(phrase).Select(Id).ToArray();

    private int Id(string place)
    {
        if (place[0] is '{')
            return place switch { "{n}" => PhraseTree.NumberPlace, "{person}" => PhraseTree.PersonPlace, _ => PhraseTree.TimePlace };
        var id = lexicon.Add(place);
        if (place[0] is '*' || place[^1] is '*')
            stems.Add((place.Trim('*'), place[0] is '*', id));
        return id;
    }

    private FrozenSet<int> Words(IEnumerable<string> phrases) => phrases.SelectMany(Places).Select(Id).ToFrozenSet();

    private static IEnumerable<string> Places(string phrase) => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(place => place is "{n}" or "{person}" or "{when}" ? [place] : AnswerWords.Of(place).Words.Select(word => Starred(place, word.Text)));

    private static string Starred(string place, string word) => place[0] is '*' ? $"*{word}" : place[^1] is '*' ? $"{word}*" : word;

    /// <param name="Kinds">The kinds of phrase that it stands in, a bit each.</param>
    private readonly record struct OwnWord(string Text, bool Exact, long Kinds);
}
