namespace Outreach.Replies.Answers;

/// <summary>
/// What a text says in words that we know, and what was left out of it: words that we do not know, with what is around them.
/// <see cref="Certainty"/> says whether an answer holds beside them.
/// </summary>
internal sealed record Asides(Statement Said, IReadOnlyList<Piece> LeftOut)
{
    private const int MaxAsideLength = 24;

    /// <summary>In pieces: what is longer may say more than a condition.</summary>
    private const int MaxBareLength = 8;

    /// <summary>Whether the text ends in its answer, "so I come", and what was left out is why.</summary>
    public bool IsConcluded { get; init; }

    /// <summary>Whether nothing is said but a condition: "if I am home by then".</summary>
    public bool IsBareProviso { get; init; }

    private static readonly PieceKind[] Decisive =
        [PieceKind.Yes, PieceKind.Wish, PieceKind.No, PieceKind.Reason, PieceKind.Maybe, PieceKind.NextTime, PieceKind.Help, PieceKind.Start, PieceKind.Party, PieceKind.Extra, PieceKind.Both];

    private static readonly PieceKind[] InAProviso = [.. Certainty.Harmless, PieceKind.Proviso, PieceKind.Depends, PieceKind.Yes, PieceKind.Wish, PieceKind.Reason,
        PieceKind.Negation, PieceKind.Condition, PieceKind.Extra, PieceKind.Party, PieceKind.Alone, PieceKind.Maybe, PieceKind.Stop];

    private static readonly PieceKind[] Hindrances = [PieceKind.No, PieceKind.Reason, PieceKind.Negation];
    private static readonly PieceKind[] OfACompany = [PieceKind.Alone, PieceKind.Extra, PieceKind.Party, PieceKind.Both];
    private static readonly PieceKind[] InAReasonToCome = [.. Certainty.Harmless.Except([PieceKind.Message, PieceKind.Number]), PieceKind.Yes, PieceKind.Wish, PieceKind.Reason, PieceKind.Negation, PieceKind.Maybe, PieceKind.But];

    /// <summary>Null when a proviso brings in what may weigh.</summary>
    public static Asides? Of(Statement said)
    {
        var (kept, left) = (new List<Piece>(), new List<Piece>());
        var clauses = said.LinkedClauses().ToArray();
        var last = Array.FindLastIndex(clauses, clause => !clause.All(piece => Certainty.Parting.Contains(piece.Kind)));
        if (last > 0 && Certainty.IsConclusion(said, clauses[last]) && said.Has(PieceKind.Unknown))
            return new Asides(said.With(Certainty.IsRegretfulEnd(clauses[last]) ? [clauses[last][1] with { Kind = PieceKind.No }] : clauses[last]), [.. clauses.Take(last).SelectMany(clause => clause)]) { IsConcluded = true };
        foreach (var clause in clauses)
        {
            if (HindersAnother(said, clause) && (said.Has(PieceKind.Alone) || clauses.Any(other => SaysOwnAnswer(said, other))) || SaysWhyTheyCome(said, clause, kept))
                continue;
            if (clause.All(piece => piece.Kind is not (PieceKind.Unknown or PieceKind.Proviso or PieceKind.Depends)))
                kept.AddRange(clause);
            else if (!clause.Any(BringsIn))
                Cut(said, clause, kept, left);
            else if (Proviso(said, clause) is { } proviso)
                kept.AddRange(proviso);
            else
                return null;
        }
        return new Asides(said.With([.. kept]), left) { IsBareProviso = IsOneProviso(said, clauses) };
    }

    private static bool IsOneProviso(Statement said, Piece[][] clauses)
    {
        if (clauses.Where(clause => !clause.All(piece => Certainty.Parting.Contains(piece.Kind))).ToArray() is not [var only])
            return false;
        var proviso = only.SkipWhile(piece => Certainty.Parting.Contains(piece.Kind)).ToArray();
        return BringsIn(proviso[0]) && proviso.Length is > 1 and <= MaxBareLength && proviso[^1].Kind is not PieceKind.Negation
            && proviso.All(piece => MayStandInAProviso(said, piece) && (BringsIn(piece) || !said.WeighsAlone(piece)));
    }

    /// <summary>An answer is kept up to the first word that we do not know, or from the last one on when it ends the sentence: "because of the noise | I come too". Where there is none, all of the clause is left out but its "but".</summary>
    private static void Cut(Statement said, Piece[] clause, List<Piece> kept, List<Piece> left)
    {
        var unknown = Array.FindIndex(clause, piece => piece.Kind is PieceKind.Unknown);
        var decisive = Array.FindLastIndex(clause[..unknown], piece => Decisive.Contains(piece.Kind));
        var end = decisive < 0 ? Certainty.OwnAnswerAtEnd(said, clause) : clause.Length;
        var heart = decisive >= 0 ? decisive + 1 : clause[0].Kind is PieceKind.But && end == clause.Length ? 1 : 0;
        kept.AddRange(clause.Where((piece, at) => at < heart || at >= end || piece.Kind is PieceKind.Late));
        left.AddRange(clause[heart..end]);
    }

    /// <summary>"My husband cannot | but I can".</summary>
    private static bool HindersAnother(Statement said, Piece[] clause) =>
        clause.Any(piece => Hindrances.Contains(piece.Kind)) && clause.All(piece => !OfACompany.Contains(piece.Kind)) && said.IsOfSomebodyElse(clause);

    private static bool SaysOwnAnswer(Statement said, Piece[] clause) =>
        clause.Any(piece => piece.Kind is (PieceKind.Yes or PieceKind.No) && said.SaysComing(piece)) && clause.Any(said.NamesSelf) && !said.IsOfSomebodyElse(clause);

    /// <summary>"I come, a bit later | because I must cook", "I come | because something must be done about the street": whatever it is, it is why.</summary>
    private static bool SaysWhyTheyCome(Statement said, Piece[] clause, List<Piece> before) =>
        clause[0].Kind is PieceKind.Link && !said.Language.Ands.Contains(said.IdAt(clause[0].Start)) && clause.Length > 1
        && clause.All(piece => InAReasonToCome.Contains(piece.Kind) || piece.Kind is PieceKind.Condition && said.NamesPerson(piece)) && !clause.Any(said.AsksSomething)
        && !(clause.Any(said.NamesPerson) && clause.Any(said.SaysOthersCome))
        && before.Any(piece => piece.Kind is PieceKind.Late || piece.Kind is PieceKind.Yes && said.SaysComing(piece));

    /// <summary>"I come | if my sister can": what comes before, and the proviso; with its yes when that comes after it.</summary>
    private static Piece[]? Proviso(Statement said, Piece[] clause)
    {
        var at = Array.FindIndex(clause, BringsIn);
        var isEnding = said.Language.IsStem(said.IdAt(clause[at].Start));
        var before = isEnding ? [] : clause[..at];
        var within = isEnding ? clause : clause[at..];
        var isTooLong = clause.Length > MaxAsideLength;
        var hasUnknownBefore = before.Any(piece => piece.Kind is PieceKind.Unknown);
        // Right behind the word that brings it in, a no is the condition itself: "if I cannot".
        var others = within.Where((piece, index) => index != 1 || piece.Kind is not PieceKind.No);
        var holdsWhatMayNotStandThere = others.Any(piece => !MayStandInAProviso(said, piece)) || within.Any(said.AsksSomething);
        if (isTooLong || hasUnknownBefore || holdsWhatMayNotStandThere)
            return null;
        var answer = within.Where(piece => piece.Kind is PieceKind.Yes or PieceKind.Agree or PieceKind.Wish);
        var hindrance = within.Where(piece => piece.Kind is PieceKind.Reason or PieceKind.No).Select(piece => piece with { Kind = PieceKind.Maybe });
        return [.. before, clause[at], .. answer, .. hindrance];
    }

    private static bool BringsIn(Piece piece) => piece.Kind is PieceKind.Proviso or PieceKind.Depends;

    private static bool MayStandInAProviso(Statement said, Piece piece) =>
        InAProviso.Contains(piece.Kind) || piece.Kind is PieceKind.No && !said.SaysComing(piece);
}
