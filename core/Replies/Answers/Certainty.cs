namespace Outreach.Replies.Answers;

/// <summary>Whether an answer is sure though words beside it are not understood: what was left out cannot turn it round, and what was understood is said in full.</summary>
internal static class Certainty
{
    private const int MaxUnknownWords = 24;

    /// <summary>In words: shorter ones begin other sentences too ("I come from").</summary>
    public const int FullSentence = 3;

    public static readonly PieceKind[] Harmless =
        [PieceKind.Unknown, PieceKind.Filler, PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing, PieceKind.Name, PieceKind.Late, PieceKind.Hour, PieceKind.Link, PieceKind.So,
        PieceKind.Agree, PieceKind.Message, PieceKind.Number];

    private static readonly PieceKind[] HarmlessToNo = [.. Harmless, PieceKind.Reason, PieceKind.No, PieceKind.Negation, PieceKind.Regret];

    /// <summary>Before "so I come": "I have nothing to do that evening".</summary>
    private static readonly PieceKind[] LeadsToYes = [.. Harmless, PieceKind.Negation, PieceKind.Regret, PieceKind.Wish, PieceKind.Extra, PieceKind.Yes];

    public static readonly PieceKind[] InConclusion = [PieceKind.Yes, PieceKind.No, PieceKind.Agree, PieceKind.Filler, PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing, PieceKind.Name, PieceKind.Alone, PieceKind.Late, PieceKind.Regret];

    /// <summary>After the answer: "see you, good luck".</summary>
    public static readonly PieceKind[] Parting = [PieceKind.Filler, PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing, PieceKind.Name];

    /// <summary>"So I come", "so no", "but I come": nothing but the answer, at the end.</summary>
    public static bool IsConclusion(Statement said, Piece[] clause) =>
        (clause[0].Kind is PieceKind.So || clause[0].Kind is PieceKind.But && clause.Any(piece => piece.Kind is PieceKind.Yes && said.SaysComing(piece)) && clause.Any(said.NamesSelf))
        && clause.Skip(1).All(piece => InConclusion.Contains(piece.Kind))
        && clause.Count(piece => piece.Kind is PieceKind.Yes or PieceKind.No || IsRegretfulEnd(clause) && piece.Kind is PieceKind.Regret) == 1 && !clause.Any(said.NamesPerson);

    /// <summary>"So, unfortunately": the no is left unsaid.</summary>
    public static bool IsRegretfulEnd(Piece[] clause) => clause is [{ Kind: PieceKind.So }, { Kind: PieceKind.Regret }];

    /// <summary>"The children are small | gelemem", "because of the noise | kom ik": a yes or a no of the one who writes, with which the sentence ends. What is said by another is told otherwise: "she asks if I come".</summary>
    /// <returns>Where it is in the clause; its end when there is none.</returns>
    public static int OwnAnswerAtEnd(Statement said, Piece[] clause)
    {
        var last = Array.FindLastIndex(clause, piece => piece.Kind is not PieceKind.Regret && !Parting.Contains(piece.Kind));
        return last > 0 && clause[last].Kind is PieceKind.Yes or PieceKind.No && said.SaysComing(clause[last]) && IsOwn(said, clause, last) ? last : clause.Length;
    }

    private static bool IsOwn(Statement said, Piece[] clause, int at)
    {
        var piece = clause[at];
        return said.IsComingOfSelf(piece.Start) || piece.Kind is PieceKind.No && said.SaysComingInFull(piece) || !said.IsSelf(piece.Start) && said.NamesSelf(piece) || at + 1 < clause.Length && said.IsSelf(clause[at + 1].Start);
    }

    public static bool Holds(Reading reading, Asides asides, Statement whole)
    {
        if (asides.LeftOut.Count > MaxUnknownWords)
            return false;
        if (asides.IsConcluded)
            return asides.LeftOut.All(piece => reading.Kind is ReplyKind.Yes ? MayLeadToYes(piece, asides, whole) : MayLeadToNo(piece, whole));
        return reading.Kind switch
        {
            ReplyKind.Yes => IsHarmless(asides, whole) && SaysYesInFull(asides.Said, whole),
            ReplyKind.No => IsHarmlessToNo(asides, whole) && FullNo.IsSaid(asides.Said, whole),
            ReplyKind.Maybe => asides.LeftOut.All(piece => MayStandBesideMaybe(piece, whole)) && SaysMaybeInFull(asides.Said, whole),
            _ => IsHarmless(asides, whole),
        };
    }

    private static bool MayLeadToYes(Piece piece, Asides asides, Statement whole)
    {
        if (whole.WeighsAlone(piece) || whole.BringsSomebody(piece))
            return false;
        return LeadsToYes.Contains(piece.Kind) || (IsOfPeople(piece, whole) && !asides.LeftOut.Any(whole.SaysOthersCome));
    }

    /// <summary>Before "so we cannot": "yes, lovely, but we fly that day".</summary>
    private static bool MayLeadToNo(Piece piece, Statement whole) =>
        MayStandBesideNo(piece, whole) || piece.Kind is PieceKind.But or PieceKind.Wish || piece.Kind is PieceKind.Yes && !whole.SaysComing(piece);

    private static bool IsHarmless(Asides asides, Statement whole) => asides.LeftOut.All(piece => IsHarmless(piece, asides, whole));

    private static bool IsHarmless(Piece piece, Asides asides, Statement whole)
    {
        if (piece is { Kind: PieceKind.Number, Count: > 1 } || MayBeName(piece, whole) || IsCounted(piece, whole))
            return false;
        return (Harmless.Contains(piece.Kind) && !Weighs(piece, asides, whole)) || IsOfAnotherSentence(piece, asides, whole);
    }

    /// <summary>Beside a yes that is said again, only who comes along and what they need.</summary>
    private static bool Weighs(Piece piece, Asides asides, Statement whole) => RepeatsYes(asides.Said)
        ? whole.BringsSomebody(piece) || whole.SaysOthersCome(piece) || whole.AsksSomething(piece) || whole.NamesPerson(piece)
        : whole.Weighs(piece);

    /// <summary>
    /// "I had not expected that. Yes, of course I come", "I come. Good to meet the neighbours at last": a negation, or people, among words that we do not
    /// know, in a part of the text that says nothing of coming.
    /// </summary>
    private static bool IsOfAnotherSentence(Piece piece, Asides asides, Statement whole)
    {
        if (!(piece.Kind is PieceKind.Negation && !whole.Weighs(piece) || IsOfPeople(piece, whole)))
            return false;
        var sentence = whole.Clauses().First(clause => clause.Contains(piece));
        return sentence.Length > FullSentence && sentence.Count(other => other.Kind is PieceKind.Unknown) > 1
            && sentence.All(other => asides.LeftOut.Contains(other) && !whole.SaysComing(other) && !whole.BringsSomebody(other));
    }

    /// <summary>"With 1 | lawyer": we do not know what is counted.</summary>
    private static bool IsCounted(Piece piece, Statement whole) =>
        piece.Kind is PieceKind.Unknown && !whole.Words[piece.Start].AfterBreak && !whole.Language.IsOfParties(whole.IdAt(piece.Start))
        && Array.Find(whole.Pieces, other => other.End == piece.Start) is { Kind: PieceKind.Party } number && whole.EndsInNumber(number);

    /// <summary>"Fatima too": a capital inside a sentence is somebody's name.</summary>
    private static bool MayBeName(Piece piece, Statement whole) =>
        piece.Kind is PieceKind.Unknown && whole.Words[piece.Start].IsCapital && piece.Start > 0 && !whole.Words[piece.Start].AfterBreak;

    /// <summary>A reason may name anybody and any number.</summary>
    private static bool IsHarmlessToNo(Asides asides, Statement whole) =>
        !EndsOnAnotherNote(asides) && asides.LeftOut.All(piece => MayStandBesideNo(piece, whole) && (piece.Kind is PieceKind.Reason || !whole.WeighsAgainstNo(piece)));

    /// <summary>What keeps them, and whom: "I do not know yet, my wife is at work". A no or a yes that is said as well decides.</summary>
    private static bool MayStandBesideMaybe(Piece piece, Statement whole) =>
        (Harmless.Contains(piece.Kind) || piece.Kind is PieceKind.Reason or PieceKind.Regret || IsOfPeople(piece, whole)) && !whole.WeighsAgainstNo(piece) && !whole.BringsSomebody(piece);

    private static bool MayStandBesideNo(Piece piece, Statement whole) => HarmlessToNo.Contains(piece.Kind) || IsOfPeople(piece, whole);

    private static bool IsOfPeople(Piece piece, Statement whole) => piece.Kind is PieceKind.Condition && whole.NamesPerson(piece);

    /// <summary>"I do not come for the music but for the people".</summary>
    private static bool EndsOnAnotherNote(Asides asides) =>
        Array.Find(asides.Said.Pieces, piece => piece.Kind is PieceKind.But) is { End: > 0 } but && asides.LeftOut.Any(piece => piece.Kind is PieceKind.Unknown && piece.Start > but.Start)
        && asides.Said.Pieces.Any(piece => piece.Kind is PieceKind.No && piece.Start < but.Start);

    private static bool SaysYesInFull(Statement said, Statement whole) =>
        SaysYesTwice(said) || Lateness.SaysYes(said) || said.Pieces.Any(piece =>
            piece.Kind is PieceKind.Yes or PieceKind.Party && said.SaysComing(piece)
            && (!RunsOn(piece, whole) || Length(piece) >= FullSentence || said.Pieces.Any(other => other.Start < piece.Start && other.Kind is PieceKind.Yes or PieceKind.Agree)));

    /// <summary>"Yes, I will come … looking forward to it": more than once, and once of coming.</summary>
    private static bool RepeatsYes(Statement said) =>
        said.Pieces.Count(piece => piece.Kind is PieceKind.Yes) > 1 && said.Pieces.Any(piece => piece.Kind is PieceKind.Yes && said.SaysComing(piece)) && !said.Has(PieceKind.But);

    /// <summary>"Yes, fine", "Yes, what fun": the first thing said, twice.</summary>
    private static bool SaysYesTwice(Statement said) =>
        said.Pieces.SkipWhile(piece => piece.Kind is PieceKind.Courtesy or PieceKind.Name or PieceKind.Thanks).Take(2).ToArray() is
            [{ Kind: PieceKind.Yes }, var again] && (again.Kind is PieceKind.Yes or PieceKind.Agree || said.IsPleased(again));

    /// <summary>A word that we do not know follows, perhaps behind an hour, with no comma before it: "I come at 8 | home", "I come | there | from".</summary>
    public static bool RunsOn(Piece piece, Statement whole)
    {
        var next = Array.FindIndex(whole.Pieces, other => other.Start >= piece.End && !(other.Kind is PieceKind.Hour || other.Kind is PieceKind.Filler && Length(other) == 1));
        return next >= 0 && whole.Pieces[next].Kind is PieceKind.Unknown && !whole.StartsClause(next);
    }

    private static bool SaysMaybeInFull(Statement said, Statement whole) =>
        said.Has(PieceKind.Proviso) || said.Has(PieceKind.Depends)
        || said.Pieces.Any(piece => piece.Kind is PieceKind.Maybe && Length(piece) > 1 && piece.Start < FirstUnknown(whole));

    public static int Length(Piece piece) => piece.End - piece.Start;

    public static int FirstUnknown(Statement whole) => Array.Find(whole.Pieces, piece => piece.Kind is PieceKind.Unknown).Start;
}
