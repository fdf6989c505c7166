namespace Outreach.Replies;

/// <summary>
/// Clauses of which we do not know every word. They may be left out where they cannot turn the answer round: nothing in them
/// says no, asks, counts, names people, or says that somebody comes or can. What a proviso brings in ("if my sister …") is one of them.
/// </summary>
internal static class Asides
{
    private const int MaxAsideLength = 24;

    private static readonly PieceKind[] Harmless =
        [PieceKind.Unknown, PieceKind.Filler, PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing, PieceKind.Name, PieceKind.Late,
        PieceKind.Agree, PieceKind.Message, PieceKind.Number];

    private static readonly PieceKind[] InAProviso = [.. Harmless, PieceKind.Proviso, PieceKind.Depends, PieceKind.Yes, PieceKind.Wish, PieceKind.Reason,
        PieceKind.Negation, PieceKind.Condition, PieceKind.Extra, PieceKind.Party, PieceKind.Alone, PieceKind.Maybe];

    /// <summary>The clauses that are understood. Null when another one may weigh.</summary>
    public static Statement? LeftOut(Statement said)
    {
        var kept = new List<Piece>();
        foreach (var clause in said.Clauses())
        {
            if (clause.All(piece => piece.Kind is not (PieceKind.Unknown or PieceKind.Proviso or PieceKind.Depends)))
                kept.AddRange(clause);
            else if (clause.Any(BringsIn))
            {
                if (Proviso(said, clause) is not { } proviso)
                    return null;
                kept.AddRange(proviso);
            }
            else if (!IsHarmless(said, clause))
                return null;
        }
        return said.With([.. kept]);
    }

    private static bool IsHarmless(Statement said, Piece[] clause) =>
        clause.Length <= MaxAsideLength && clause.All(piece => Harmless.Contains(piece.Kind) && piece is not { Kind: PieceKind.Number, Count: > 1 } && !said.Weighs(piece));

    /// <summary>"I come | if my sister can": what stands before, and the proviso; with its yes when that stands behind it.</summary>
    private static Piece[]? Proviso(Statement said, Piece[] clause)
    {
        var at = Array.FindIndex(clause, BringsIn);
        var isEnding = said.Language.IsStem(said.IdAt(clause[at].Start));
        var before = isEnding ? [] : clause[..at];
        var within = isEnding ? clause : clause[at..];
        if (clause.Length > MaxAsideLength || before.Any(piece => piece.Kind is PieceKind.Unknown) || within.Any(piece => !MayStandInAProviso(said, piece)))
            return null;
        var answer = within.Where(piece => piece.Kind is PieceKind.Yes or PieceKind.Agree or PieceKind.Wish);
        var hindrance = within.Where(piece => piece.Kind is PieceKind.Reason or PieceKind.No).Select(piece => piece with { Kind = PieceKind.Maybe });
        return [.. before, clause[at], .. answer, .. hindrance];
    }

    private static bool BringsIn(Piece piece) => piece.Kind is PieceKind.Proviso or PieceKind.Depends;

    private static bool MayStandInAProviso(Statement said, Piece piece) =>
        InAProviso.Contains(piece.Kind) || piece.Kind is PieceKind.No && !said.SaysComing(piece);
}
