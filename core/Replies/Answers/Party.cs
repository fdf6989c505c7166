using Outreach.Records;

namespace Outreach.Replies.Answers;

/// <summary>How many people an answer speaks of.</summary>
internal static class Party
{
    /// <summary>
    /// Beside a bare yes a number up to this is how many come; above it, it may be an hour or a house number.
    /// A bare number with nothing beside it is never an answer: we may have asked nothing that it answers.
    /// </summary>
    public const int MaxBare = 10;

    /// <summary>How many come. Null when the numbers in the text do not make one party.</summary>
    public static int? Of(Piece[] pieces)
    {
        if (SumOf(pieces) is { } sum)
            return sum;
        var told = pieces.Where(piece => piece.Kind is PieceKind.Party or PieceKind.Number).Select(Told).ToArray();
        var extras = pieces.Where(piece => piece.Kind is PieceKind.Extra).ToArray();
        if (pieces.Any(piece => piece is { Kind: PieceKind.Number, Count: > MaxBare }))
            return null;
        if (told.Length > 0 && extras.Any(piece => piece.NamesPerson))
            return null;                    // "2 people, with my sister": is she one of the two?
        if (told.Distinct().Count() > 1 || pieces.Count(piece => piece is { Kind: PieceKind.Party, NamesPerson: true }) > 1)
            return null;                    // "my wife and I come with the baby": who is meant twice?
        var isAlone = pieces.Any(piece => piece.Kind is PieceKind.Alone);
        var party = (told.Length > 0 ? told[0] : 1) + extras.Sum(piece => piece.Count);
        if (pieces.Any(piece => piece.Kind is PieceKind.Both))
            return party <= 2 && !isAlone && (told.Length + extras.Length == 0 || party == 2) ? 2 : null;
        return party is >= 1 and <= Invitation.MaxParty && (!isAlone || party == 1) ? party : null;
    }

    /// <summary>"With my wife, so we are 2": the sum of what was said before it; null when there is none or it does not add up.</summary>
    private static int? SumOf(Piece[] pieces)
    {
        var so = Array.FindLastIndex(pieces, piece => piece.Kind is PieceKind.So);
        if (so < 0 || pieces.Skip(so).Where(IsCounted).ToArray() is not [{ NamesPerson: false } sum] || sum.Kind is PieceKind.Extra || !pieces.Take(so).Any(IsCounted))
            return null;
        return Of(pieces[..so]) == sum.Count ? sum.Count : null;
    }

    /// <summary>"Yes, ma'am and the children": a title that is joined to company is not whom the text is addressed to, but one more who comes.</summary>
    public static bool JoinsAddressee(Statement said) => said.Pieces.Any(piece =>
        piece.Kind is PieceKind.Courtesy && said.IsAnd(piece.End)
        && Array.Find(said.Pieces, next => next.End > piece.End + 1) is { Kind: PieceKind.Extra or PieceKind.Party or PieceKind.Number or PieceKind.Condition or PieceKind.Unknown });

    private static bool IsCounted(Piece piece) => piece.Kind is PieceKind.Number or PieceKind.Party or PieceKind.Extra or PieceKind.Both;

    /// <summary>"My wife and I" counts the one who writes, whom no number counts.</summary>
    private static int Told(Piece piece) => piece is { Kind: PieceKind.Party, NamesPerson: true } ? piece.Count + 1 : piece.Count;
}
