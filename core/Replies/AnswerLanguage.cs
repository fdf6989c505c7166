using System.Collections.Frozen;

namespace Outreach.Replies;

/// <param name="Count">The number in it, or how many people it names.</param>
internal readonly record struct Piece(PieceKind Kind, int Start, int End, int Count, bool NamesPerson);

/// <summary>One language: cuts a text into phrases that it knows, as few as possible, and words that it does not know.</summary>
internal sealed class AnswerLanguage(string code, Lexicon lexicon)
{
    private const int UnknownWord = 10_000;

    /// <summary>In a longer text misspelled words are left to the person who reads it.</summary>
    private const int LongestForTypos = 40;

    private readonly PhraseTree phrases = new();
    private readonly PhraseTree numbers = new();
    private readonly PhraseTree people = new();
    private readonly Dictionary<int, (string Word, bool Exact)> own = [];
    private FrozenDictionary<char, (int Id, string Word, bool Exact)[]> byFirstLetter = FrozenDictionary<char, (int, string, bool)[]>.Empty;

    public string Code => code;

    public void Add(AnswerFile file)
    {
        foreach (var (word, count) in file.Numbers)
            AddOwn(numbers, word, PieceKind.Number, count, exact: true);
        foreach (var (word, count) in file.People)
            AddOwn(people, word, PieceKind.Extra, count, exact: false);
        foreach (var (kind, phrase) in file.Phrases())
            AddOwn(phrases, phrase, kind, 0, exact: kind is PieceKind.Stop or PieceKind.Start or PieceKind.Negation && !phrase.Contains(' '));
        byFirstLetter = own.Select(word => (Id: word.Key, word.Value.Word, word.Value.Exact))
            .GroupBy(word => word.Word[0])
            .ToFrozenDictionary(words => words.Key, words => words.ToArray());
    }

    /// <summary>A phrase of another language that is understood here too, unless it means something here.</summary>
    public void Borrow(PieceKind kind, string phrase) => phrases.Add(Ids(phrase), kind);

    /// <summary>The ids of the words of a text; <paramref name="known"/> are those found as they stand, in any language.</summary>
    public Piece[] Cut(IReadOnlyList<AnswerWord> words, ReadOnlySpan<int> known)
    {
        var ids = new int[words.Count];
        for (var at = 0; at < ids.Length; at++)
            ids[at] = known[at] is Lexicon.Unknown && ids.Length <= LongestForTypos ? GuessDrawnOut(words[at].Text) : known[at];
        return new Cutting(this, words, ids).Best();
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
        var alike = lexicon.Alike(word).Where(own.ContainsKey).Take(2).ToArray();
        if (alike.Length == 1)
            return alike[0];
        var (best, distance, tie) = (Lexicon.Unknown, int.MaxValue, false);
        foreach (var (id, other, exact) in candidates)
        {
            var found = Distance(word, other, exact);
            if (found > distance)
                continue;
            tie = found == distance;
            if (found != int.MaxValue)
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
        var ids = Ids(phrase);
        tree.Add(ids, kind, count);
        foreach (var (id, word) in ids.Zip(Places(phrase)))
            if (id >= 0)
                own[id] = (word, exact || own.TryGetValue(id, out var before) && before.Exact);
    }

    private int[] Ids(string phrase) => Places(phrase).Select(place => place switch
    {
        "{n}" => PhraseTree.NumberPlace,
        "{person}" => PhraseTree.PersonPlace,
        _ => lexicon.Add(place),
    }).ToArray();

    private static IEnumerable<string> Places(string phrase) => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(place => place is "{n}" or "{person}" ? [place] : AnswerWords.Of(place).Words.Select(word => word.Text));

    /// <summary>The cheapest way through one text; found from its end to its start.</summary>
    private sealed class Cutting(AnswerLanguage language, IReadOnlyList<AnswerWord> words, int[] ids)
    {
        private readonly Piece[] first = new Piece[ids.Length];
        private readonly int[] cost = new int[ids.Length + 1];
        private int start;

        public Piece[] Best()
        {
            for (start = ids.Length - 1; start >= 0; start--)
            {
                first[start] = new Piece(PieceKind.Unknown, start, start + 1, 0, false);
                cost[start] = UnknownWord + cost[start + 1];
                Walk(language.phrases, start, 0);
                WalkNumbers((end, count) => Offer(new Piece(PieceKind.Number, start, end, count, false)), start);
            }
            var pieces = new List<Piece>(ids.Length);
            for (var at = 0; at < ids.Length; at = first[at].End)
                pieces.Add(first[at]);
            return [.. pieces];
        }

        private void Offer(Piece piece)
        {
            var total = Price(piece.Kind) + cost[piece.End];
            if (total < cost[start] || total == cost[start] && piece.End > first[start].End)
                (first[start], cost[start]) = (piece, total);
        }

        // Few pieces, and of those few that decide: "I | cannot come", not "I can | not come". A negation is left alone only
        // when no phrase takes it in; a phrase about stopping is never lost to a neater cut.
        private static int Price(PieceKind kind) => kind switch
        {
            PieceKind.NotStop => -20 * UnknownWord,
            PieceKind.StopAnywhere => -10 * UnknownWord,
            PieceKind.Negation or PieceKind.Condition => 30,
            PieceKind.Filler or PieceKind.Thanks or PieceKind.Courtesy => 10,
            _ => 11,
        };

        private void Walk(PhraseTree tree, int at, int count)
        {
            if (tree.Kind is not PieceKind.Unknown)
                Offer(new Piece(tree.Kind, start, at, count, tree.NamesPerson));
            if (at == ids.Length)
                return;
            if (ids[at] >= 0 && tree.After(ids[at]) is { } next)
                Walk(next, at + 1, count);
            if (tree.AfterNumber is { } afterNumber)
                WalkNumbers((end, found) => Walk(afterNumber, end, count + found), at);
            if (tree.AfterPerson is { } afterPerson)
                WalkWords(language.people, (end, found) => Walk(afterPerson, end, count + found), at);
        }

        private void WalkNumbers(Action<int, int> found, int at)
        {
            if (words[at].Number is { } number)
                found(at + 1, number);
            else
                WalkWords(language.numbers, found, at);
        }

        private void WalkWords(PhraseTree tree, Action<int, int> found, int at)
        {
            while (at < ids.Length && ids[at] >= 0 && tree.After(ids[at]) is { } next)
            {
                (tree, at) = (next, at + 1);
                if (tree.Kind is not PieceKind.Unknown)
                    found(at, tree.Count);
            }
        }
    }
}
