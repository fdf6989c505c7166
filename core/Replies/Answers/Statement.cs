namespace Outreach.Replies.Answers;

/// <summary>One text as one language understands it.</summary>
internal sealed class Statement(AnswerLanguage language, IReadOnlyList<AnswerWord> words, int[] ids, Piece[] pieces)
{
    public AnswerLanguage Language => language;

    public IReadOnlyList<AnswerWord> Words => words;

    public Piece[] Pieces => pieces;

    public static Statement Of(AnswerLanguage language, IReadOnlyList<AnswerWord> words, ReadOnlySpan<int> known, bool isHeard)
    {
        var ids = language.Spell(words, known, isHeard);
        Addressed.Hide(language, words, ids, isHeard);
        return new Statement(language, words, ids, new Cutting(language, words, ids).Best());
    }

    public Statement With(Piece[] others) => new(language, words, ids, others);

    public bool Has(PieceKind kind) => pieces.Any(piece => piece.Kind == kind);

    public int IdAt(int word) => ids[word];

    /// <summary>Whether it has a word of coming or being able to.</summary>
    public bool SaysComing(Piece piece) => IdsOf(piece).Any(language.IsComing);

    /// <summary>"Cannot come": both of being able to and of coming.</summary>
    public bool SaysComingInFull(Piece piece) => IdsOf(piece).Count(language.IsComing) > 1;

    /// <summary>The same, and not in a preposition: "tot" in "until 8".</summary>
    public bool SaysComingItself(Piece piece) => Enumerable.Range(piece.Start, piece.End - piece.Start).Any(IsComingAt);

    /// <summary>"With Fatima": somebody whom we do not know.</summary>
    public bool BringsSomebody(Piece piece) =>
        piece.Kind is PieceKind.Unknown && language.Joins.Contains(ids[piece.Start]) && Array.Find(pieces, next => next.Start == piece.End) is { Kind: PieceKind.Unknown or PieceKind.Name, End: > 0 };

    public bool Weighs(Piece piece) => BringsSomebody(piece) || SaysOthersCome(piece) || !IsListed(piece) && IdsOf(piece).Any(id => language.IsPeople(id) || language.IsWeighty(id) && !language.IsComing(id));

    /// <summary>The language file says of all of its words together that they change nothing.</summary>
    private static bool IsListed(Piece piece) => piece.Kind is PieceKind.Filler && piece.End - piece.Start > 1;

    /// <summary>A word of coming that is not said of the one who writes: "I want", "can we".</summary>
    public bool SaysOthersCome(Piece piece) =>
        Enumerable.Range(piece.Start, piece.End - piece.Start).Any(at => IsComingAt(at) && !IsSelf(at - 1) && !IsSelf(at + 1));

    /// <summary>"bij" in "is erbij", not in "bij de bakker".</summary>
    private bool IsComingAt(int word) =>
        language.IsComing(ids[word]) && !(language.IsPreposition(ids[word]) && word + 1 < ids.Length && !words[word + 1].AfterBreak);

    /// <summary>Whether it says explicitly that somebody is with the one who writes: "with", "and".</summary>
    public bool Joins(Piece piece) => IdsOf(piece).Any(language.Joins.Contains);

    /// <summary>Whether it says that somebody is glad of it: "fun".</summary>
    public bool IsPleased(Piece piece) => piece.Kind is PieceKind.Filler && IdsOf(piece).Any(language.IsPleasure);

    /// <summary>Whether it has a word that is of this kind on its own.</summary>
    public bool Holds(Piece piece, PieceKind kind) => IdsOf(piece).Any(id => language.Phrases.After(id)?.Kind == kind);

    /// <summary>Whether it speaks of what somebody needs of us.</summary>
    public bool AsksSomething(Piece piece) => IdsOf(piece).Any(language.IsNeed);

    /// <summary>Whether it says that it is at the time of the meeting.</summary>
    public bool NamesMoment(Piece piece) => IdsOf(piece).Any(language.IsMoment);

    /// <summary>Whether it names the one who writes.</summary>
    public bool NamesSelf(Piece piece) => IdsOf(piece).Any(language.IsSelf);

    /// <summary>The text without its misspellings; null when it has none.</summary>
    public string? Respelled() => Enumerable.Range(0, ids.Length).Any(at => SpelledAt(at) != words[at].Text) ? Spelled(0, ids.Length) : null;

    /// <summary>The words as they were read, with a comma for every break.</summary>
    public string Spelled(int start, int end) =>
        string.Concat(Enumerable.Range(start, end - start).Select(at => (words[at].AfterBreak ? ", " : " ") + SpelledAt(at)));

    private string SpelledAt(int word) => ids[word] >= 0 ? language.TextOf(ids[word]) : words[word].Text;

    /// <summary>Whether it only asks for what is beside it: "could you", "I want".</summary>
    public bool IsRequest(Piece piece) => IdsOf(piece).All(language.IsRequest);

    /// <summary>Whether a question mark follows it.</summary>
    public bool IsAsked(Piece[] clause) => words[clause[^1].End - 1].IsAsked;

    /// <summary>A verb that itself says who comes: "gelirim".</summary>
    public bool IsComingOfSelf(int word) => IsSelf(word) && language.IsComing(ids[word]);

    /// <summary>Whether it is "and", with no comma before it.</summary>
    public bool IsAnd(int word) => word < ids.Length && language.Ands.Contains(ids[word]) && !words[word].AfterBreak;

    public bool IsSelf(int word) => word >= 0 && word < ids.Length && language.IsSelf(ids[word]);

    /// <summary>Whether it holds a weighty word that is neither about coming nor about a reason.</summary>
    public bool WeighsAlone(Piece piece) => !IsListed(piece) && IdsOf(piece).Any(id => language.IsWeighty(id) && !language.IsComing(id) && !language.IsOfReasons(id));

    /// <summary>Whether it could weaken a no; a reason, or who it is about, cannot.</summary>
    public bool WeighsAgainstNo(Piece piece) => Enumerable.Range(piece.Start, piece.End - piece.Start).Any(at => IsComingAt(at) || language.WeighsAgainstNo(ids[at]) && !language.IsOfReasons(ids[at]));

    /// <summary>Known as one, or written like one.</summary>
    public bool IsName(Piece piece) => piece.Kind is PieceKind.Name || words[piece.Start].IsCapital;

    public bool EndsInNumber(Piece piece) => words[piece.End - 1].Number is not null || language.Numbers.After(ids[piece.End - 1]) is { Kind: PieceKind.Number };

    public bool EndsInPerson(Piece piece) => language.IsPerson(ids[piece.End - 1]);

    /// <summary>Whether it may call off a place as well as our messages.</summary>
    public bool Cancels(Piece piece) => IdsOf(piece).Any(language.IsCancel);

    /// <summary>Whether it is a stop only when nothing is beside it.</summary>
    public bool IsWeakStop(Piece piece) => IdsOf(piece).All(language.IsWeakStop);

    public bool NamesPerson(Piece piece) => IdsOf(piece).Any(language.IsPerson);

    /// <summary>In words, without those of a time in it: "cannot | that evening".</summary>
    public int LengthBesideTimes(Piece piece) => IdsOf(piece).Count(id => language.Times.After(id) is not { Kind: not PieceKind.Unknown });

    private IEnumerable<int> IdsOf(Piece piece) => ids.Skip(piece.Start).Take(piece.End - piece.Start);

    public bool StartsClause(int piece) => piece == 0 || words[pieces[piece].Start].AfterBreak;

    /// <summary>What is between two commas, full stops or line ends.</summary>
    public IEnumerable<Piece[]> Clauses() => CutBefore(StartsClause);

    /// <summary>The same, where "but", "because" and "so" begin one too: few people write commas.</summary>
    public IEnumerable<Piece[]> LinkedClauses() => CutBefore(piece => StartsClause(piece) || StartsSentence(piece) || pieces[piece].Kind is PieceKind.But or PieceKind.Link or PieceKind.So);

    /// <summary>"I come", behind a word that we do not know or a greeting: nobody wrote the full stop.</summary>
    private bool StartsSentence(int piece) =>
        language.IsOpener(ids[pieces[piece].Start]) && pieces[piece - 1].Kind is PieceKind.Unknown or PieceKind.Name or PieceKind.Thanks or PieceKind.Courtesy or PieceKind.Closing
        && (SaysIt(pieces[piece]) || pieces[piece].Kind is PieceKind.Filler && piece + 1 < pieces.Length && SaysIt(pieces[piece + 1]));

    private bool SaysIt(Piece piece) => piece.Kind is PieceKind.Yes or PieceKind.No && SaysComing(piece);

    /// <summary>Whether it begins with a person beside the one who writes: "my husband has to work", "because my husband".</summary>
    public bool IsOfSomebodyElse(Piece[] clause)
    {
        var (word, end) = (clause[0].Kind is PieceKind.Link ? clause[0].End : clause[0].Start, clause[^1].End);
        while (word < end && language.Determiners.Contains(ids[word]))
            word++;
        return word < end && language.IsPerson(ids[word]) && !Enumerable.Range(word, end - word).Any(IsSelf);
    }

    private IEnumerable<Piece[]> CutBefore(Predicate<int> starts)
    {
        for (int at = 0, end; at < pieces.Length; at = end)
        {
            end = at + 1;
            while (end < pieces.Length && !starts(end))
                end++;
            yield return pieces[at..end];
        }
    }

    /// <summary>What this language does not know, as another one knows it: people mix two. Null when words are left that neither knows.</summary>
    public Statement? MixedWith(Statement other)
    {
        var mixed = new List<Piece>(pieces.Length);
        for (var at = 0; at < pieces.Length;)
        {
            if (pieces[at].Kind is not PieceKind.Unknown)
            {
                mixed.Add(pieces[at++]);
                continue;
            }
            var start = pieces[at].Start;
            while (at < pieces.Length && pieces[at].Kind is PieceKind.Unknown)
                at++;
            var end = pieces[at - 1].End;
            var filling = other.Pieces.Where(piece => piece.Start >= start && piece.End <= end && piece.Kind is not PieceKind.Unknown).ToArray();
            if (filling.Sum(piece => piece.End - piece.Start) != end - start)
                return null;
            mixed.AddRange(filling);
        }
        return With([.. mixed]);
    }
}
