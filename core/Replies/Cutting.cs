namespace Outreach.Replies;

/// <summary>Cuts one text into phrases that a language knows, as few as possible, and words that it does not know. The cheapest way is found from the end to the start.</summary>
internal sealed class Cutting(AnswerLanguage language, IReadOnlyList<AnswerWord> words, int[] ids)
{
    private const int UnknownWord = 10_000;

    /// <summary>Inside a phrase: "I cannot | unfortunately | that evening | come".</summary>
    private const int MaxTimes = 2;

    /// <summary>Before one person: "my two lovely little".</summary>
    private const int MaxDeterminers = 4;

    /// <summary>After these a comma ends the phrase: "no, I come" is not "I do not come", in languages that say it with the same words.</summary>
    private static readonly PieceKind[] Answers = [PieceKind.Yes, PieceKind.No, PieceKind.Maybe, PieceKind.Reason, PieceKind.Wish, PieceKind.WrongNumber];

    private readonly Piece[] first = new Piece[ids.Length];
    private readonly int[] cost = new int[ids.Length + 1];
    private int start;

    public Piece[] Best()
    {
        for (start = ids.Length - 1; start >= 0; start--)
        {
            var isName = ids[start] is Lexicon.Name;
            first[start] = new Piece(isName ? PieceKind.Name : PieceKind.Unknown, start, start + 1, 0, false);
            cost[start] = (isName ? Price(PieceKind.Name) : UnknownWord) + cost[start + 1];
            Walk(language.Phrases, start, 0, MaxTimes);
            WalkNumbers((end, count) => Offer(new Piece(PieceKind.Number, start, end, count, false)), start);
            if (IsLink())
                Offer(new Piece(PieceKind.Link, start, start + 1, 0, false));
        }
        var pieces = new List<Piece>(ids.Length);
        for (var at = 0; at < ids.Length; at = first[at].End)
            pieces.Add(first[at]);
        return [.. pieces];
    }

    /// <summary>An "and" before what we know; before another word it may bring in somebody: "and Fatima".</summary>
    private bool IsLink() =>
        language.Ands.Contains(ids[start]) && start + 1 < ids.Length && first[start + 1].Kind is not (PieceKind.Unknown or PieceKind.Name or PieceKind.Number);

    private void Offer(Piece piece, int gaps = 0)
    {
        var total = Price(piece.Kind) + gaps + cost[piece.End];
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
        PieceKind.Filler or PieceKind.Thanks or PieceKind.Courtesy or PieceKind.Name => 10,
        _ => 11,
    };

    private void Walk(PhraseTree tree, int at, int count, int gaps)
    {
        if (tree.Kind is not PieceKind.Unknown)
            Offer(new Piece(tree.Kind, start, at, count, tree.NamesPerson), MaxTimes - gaps);
        if (at < ids.Length && words[at].AfterBreak && Answers.Contains(tree.Kind))
            return;
        Step(tree, at, count, gaps);
    }

    private void Step(PhraseTree tree, int at, int count, int gaps)
    {
        if (at == ids.Length)
            return;
        if (at > start && gaps > 0 && !words[at].AfterBreak)
            WalkWords(language.Times, (end, _) => StepOver(tree, end, count, gaps - 1), at);
        if (ids[at] >= 0 && tree.After(ids[at]) is { } next)
            Walk(next, at + 1, count, gaps);
        if (tree.AfterNumber is { } afterNumber)
            WalkNumbers((end, found) => Walk(afterNumber, end, count + found, gaps), at);
        if (tree.AfterPerson is { } afterPerson)
            WalkPeople((end, found) => Walk(afterPerson, end, count + found, gaps), at, 0);
        if (tree.AfterSomebody is { } afterSomebody)
            WalkSomebody(end => Walk(afterSomebody, end, count, gaps), at);
        if (tree.AfterClock is { } afterClock)
            WalkHours(end => Walk(afterClock, end, count, gaps), at);
        if (tree.AfterName is { } afterName && words[at].IsCapital && ids[at] is Lexicon.Unknown)
            Walk(afterName, at + 1, count + 1, gaps);
    }

    private void WalkNumbers(Action<int, int> found, int at)
    {
        if (words[at].Number is { } number)
            found(at + 1, number);
        else
            WalkWords(language.Numbers, found, at);
    }

    private void StepOver(PhraseTree tree, int at, int count, int gaps)
    {
        if (at == ids.Length || !words[at].AfterBreak)
            Step(tree, at, count, gaps);
    }

    private void WalkHours(Action<int> found, int at)
    {
        if (words[at].IsClock)
            found(at + 1);
        else
            WalkWords(language.Numbers, (end, _) => found(end), at);
    }

    /// <summary>"my wife", "the two little ones", "my wife and the two little ones", "my wife, my mother".</summary>
    private void WalkPeople(Action<int, int> found, int at, int before) => WalkPerson(
        (end, count) =>
        {
            found(end, before + count);
            if (end == ids.Length || before + count >= RecordReply.MaxParty)
                return;
            if (language.Joins.Contains(ids[end]) && end + 1 < ids.Length)
                WalkPeople(found, end + 1, before + count);
            else if (words[end].AfterBreak || language.IsJoined(words[end].Text))
                WalkPeople(found, end, before + count);
        },
        at);

    private void WalkSomebody(Action<int> found, int at)
    {
        WalkPeople((end, _) => found(end), at, 0);
        WalkDetermined(
            group =>
            {
                if (language.Groups.Contains(ids[group]))
                    found(group + 1);
            },
            at);
    }

    private void WalkPerson(Action<int, int> found, int at) => WalkAnyAge(
        (end, count) =>
        {
            found(end, count);
            if (end < ids.Length && ids[end] is Lexicon.Unknown && words.IsNameInside(end))
                found(end + 1, count);      // "my neighbour Ans"
            WalkAge(language.Ages, age => found(age, count), end);
        },
        at);

    /// <summary>"My mother | of 84": no number of people.</summary>
    private void WalkAge(PhraseTree tree, Action<int> found, int at)
    {
        if (tree.Kind is not PieceKind.Unknown)
            found(at);
        if (at == ids.Length)
            return;
        if (ids[at] >= 0 && tree.After(ids[at]) is { } next)
            WalkAge(next, found, at + 1);
        if (tree.AfterNumber is { } afterNumber)
            WalkNumbers((end, _) => WalkAge(afterNumber, found, end), at);
    }

    private void WalkAnyAge(Action<int, int> found, int at) => WalkDetermined(
        noun =>
        {
            WalkWords(language.People, found, noun);
            WalkNumbers((end, number) => WalkDetermined(counted => WalkCounted(found, counted, number), end), noun);
        },
        at);

    /// <summary>"little" may stand before a person, and be one: each word after a determiner is tried.</summary>
    private void WalkDetermined(Action<int> found, int at)
    {
        for (var most = at + MaxDeterminers; at < ids.Length && at <= most; at++)
        {
            found(at);
            if (!language.Determiners.Contains(ids[at]))
                return;
        }
    }

    private void WalkCounted(Action<int, int> found, int at, int number)
    {
        if (language.Groups.Contains(ids[at]))
            found(at + 1, number);
        WalkWords(language.People, (end, count) => found(end, count * number), at);
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
