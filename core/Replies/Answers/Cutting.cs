namespace Outreach.Replies.Answers;

/// <summary>Cuts one text into phrases that a language knows, as few as possible, and words that it does not know. The cheapest way is found from the end to the start.</summary>
internal sealed class Cutting(AnswerLanguage language, IReadOnlyList<AnswerWord> words, int[] ids)
{
    private const int UnknownWord = 10_000;

    /// <summary>Inside a phrase: "I cannot | unfortunately | that evening | come".</summary>
    private const int MaxTimes = 2;

    /// <summary>After these a comma ends the phrase: "no, I come" is not "I do not come", in languages that say it with the same words.</summary>
    private static readonly PieceKind[] Answers = [PieceKind.Yes, PieceKind.No, PieceKind.NextTime, PieceKind.Maybe, PieceKind.Reason, PieceKind.Wish, PieceKind.WrongNumber];

    private readonly Piece[] _first = new Piece[ids.Length];
    private readonly int[] _cost = new int[ids.Length + 1];
    private readonly Places _places = new(language, words, ids);
    private int _start;

    public Piece[] Best()
    {
        for (_start = ids.Length - 1; _start >= 0; _start--)
        {
            var isName = ids[_start] is Lexicon.Name;
            _first[_start] = new Piece(isName ? PieceKind.Name : PieceKind.Unknown, _start, _start + 1);
            _cost[_start] = (isName ? Price(_first[_start]) : UnknownWord) + _cost[_start + 1];
            Walk(language.Phrases, _start, 0, MaxTimes);
            foreach (var (end, count) in _places.Numbers(_start))
                Offer(new Piece(PieceKind.Number, _start, end, count));
            if (IsLink())
                Offer(new Piece(PieceKind.Link, _start, _start + 1));
        }
        var pieces = new List<Piece>(ids.Length);
        for (var at = 0; at < ids.Length; at = _first[at].End)
            pieces.Add(_first[at]);
        return [.. pieces];
    }

    /// <summary>An "and" before what we know; before another word it may bring in somebody: "and Fatima".</summary>
    private bool IsLink() =>
        language.Ands.Contains(ids[_start]) && _start + 1 < ids.Length && _first[_start + 1].Kind is not (PieceKind.Unknown or PieceKind.Name or PieceKind.Number);

    private void Offer(Piece piece, int gaps = 0)
    {
        var total = Price(piece) + gaps + _cost[piece.End];
        if (total < _cost[_start] || total == _cost[_start] && piece.End > _first[_start].End)
            (_first[_start], _cost[_start]) = (piece, total);
    }

    // Few pieces, and of those few that decide: "I | cannot come", not "I can | not come". A negation is left alone only
    // when no phrase takes it in; a phrase about stopping is never lost to a neater cut, and a listed doubt not to its words.
    private static int Price(Piece piece) => piece.Kind switch
    {
        PieceKind.NotStop => -20 * UnknownWord,
        PieceKind.StopAnywhere => -10 * UnknownWord,
        PieceKind.Negation => 30,
        PieceKind.Condition when piece.End - piece.Start == 1 => 30,
        PieceKind.Filler or PieceKind.Thanks or PieceKind.Courtesy or PieceKind.Name => 10,
        _ => 11,
    };

    private void Walk(PhraseTree tree, int at, int count, int gaps)
    {
        OfferEnd(tree, at, count, gaps);
        if (at < ids.Length && words[at].AfterBreak && Answers.Contains(tree.Kind))
            WalkSeveral(tree, at, gaps);
        else
            Step(tree, at, count, gaps);
    }

    private void OfferEnd(PhraseTree tree, int at, int count, int gaps)
    {
        if (tree.Kind is not PieceKind.Unknown)
            Offer(new Piece(tree.Kind, _start, at, count, tree.Meaning.NamesPerson, tree.Meaning.NamesHour), MaxTimes - gaps);
    }

    /// <summary>"We are 4, children too": the comma ends what is counted.</summary>
    private void WalkNumber(PhraseTree tree, int at, int count, int gaps)
    {
        if (at < ids.Length && words[at].AfterBreak)
            OfferEnd(tree, at, count, gaps);
        else
            Walk(tree, at, count, gaps);
    }

    private void Step(PhraseTree tree, int at, int count, int gaps)
    {
        if (at == ids.Length)
            return;
        if (at > _start && gaps > 0 && !words[at].AfterBreak)
        {
            foreach (var (end, _) in _places.Words(language.Times, at))
                StepOver(tree, end, count, gaps - 1);
        }

        if (ids[at] >= 0 && tree.After(ids[at]) is { } next)
            Walk(next, at + 1, count, gaps);
        WalkPlaces(tree, at, count, gaps);
        if (tree.AfterName is { } afterName)
            WalkNames(afterName, at, count, gaps);
        WalkSeveral(tree, at, gaps);
    }

    private void WalkPlaces(PhraseTree tree, int at, int count, int gaps)
    {
        if (tree.AfterNumber is { } afterNumber)
        {
            foreach (var (end, found) in _places.Numbers(at))
                WalkNumber(afterNumber, end, count + found, gaps);
        }

        if (tree.AfterPerson is { } afterPerson)
        {
            foreach (var (end, found) in _places.People(at))
                Walk(afterPerson, end, count + found, gaps);
        }

        if (tree.AfterSomebody is { } afterSomebody)
        {
            foreach (var end in _places.Somebody(at))
                Walk(afterSomebody, end, count, gaps);
        }

        if (tree.AfterClock is { } afterClock)
        {
            foreach (var (end, hour) in _places.Hours(at))
                Walk(afterClock, end, hour, gaps);
        }
    }

    /// <summary>The name of our contact, or of the writer, does not name a companion.</summary>
    private void WalkNames(PhraseTree after, int at, int count, int gaps)
    {
        if (ids[at] is Lexicon.Name)
            return;
        foreach (var (end, names) in _places.Names(at))
            Walk(after, end, count + names, gaps);
    }

    /// <summary>"We come, Fatma and Ali".</summary>
    private void WalkSeveral(PhraseTree tree, int at, int gaps)
    {
        if (tree.AfterNames is not { } after)
            return;
        foreach (var (end, names) in _places.Names(at))
        {
            if (names > 1)
                Walk(after, end, names, gaps);
        }
    }

    private void StepOver(PhraseTree tree, int at, int count, int gaps)
    {
        if (at == ids.Length || !words[at].AfterBreak)
            Step(tree, at, count, gaps);
    }
}
