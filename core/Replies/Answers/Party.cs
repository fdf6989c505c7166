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
    public static int? Of(Statement said)
    {
        var pieces = said.Pieces;
        if (SumOf(said) is { } sum)
            return sum;
        var told = pieces.Where(piece => piece.Kind is PieceKind.Party or PieceKind.Number).Select(Told).ToArray();
        var extras = pieces.Where(piece => piece.Kind is PieceKind.Extra).ToArray();
        if (pieces.Any(piece => piece is { Kind: PieceKind.Number, Count: > MaxBare }))
            return null;
        if (told.Length > 0 && extras.Any(piece => piece.NamesPerson))
            return null;                    // "2 people, with my sister": is she one of the two?
        var (company, total) = (extras.Sum(piece => piece.Count), TotalOf(said));
        if (total is { } all && all != company + 1)
            return null;                    // "me and my two sons, four people"
        if (told.Distinct().Count() > 1 || pieces.Count(piece => piece is { Kind: PieceKind.Party, NamesPerson: true }) > 1)
            return null;                    // "my wife and I come with the baby": who is meant twice?
        var isAlone = pieces.Any(piece => piece.Kind is PieceKind.Alone);
        var party = total ?? (told.Length > 0 ? told[0] : 1) + company;
        if (pieces.Any(piece => piece.Kind is PieceKind.Both))
            return party <= 2 && !isAlone && (told.Length + extras.Length == 0 || party == 2) ? 2 : null;
        return party is >= 1 and <= Invitation.MaxParty && (!isAlone || party == 1) ? party : null;
    }

    /// <summary>"With my wife, so we are 2": the sum of what was said before it; null when there is none or it does not add up.</summary>
    private static int? SumOf(Statement said)
    {
        var pieces = said.Pieces;
        var so = Array.FindLastIndex(pieces, piece => piece.Kind is PieceKind.So);
        if (so < 0 || pieces.Skip(so).Where(IsCounted).ToArray() is not [{ NamesPerson: false } sum] || sum.Kind is PieceKind.Extra || !pieces.Take(so).Any(IsCounted))
            return null;
        return Of(said.With(pieces[..so])) == sum.Count ? sum.Count : null;
    }

    /// <summary>A number that counts those who are named beside it: "me and my two sons, three people", "three people: me and my two sons".</summary>
    private static int? TotalOf(Statement said)
    {
        var counted = said.Pieces.Where(IsCounted).ToArray();
        if (!counted.Any(piece => piece.Kind is PieceKind.Extra))
            return null;
        if (counted[^1].Kind is PieceKind.Party or PieceKind.Number)
            return Told(counted[^1]);
        return counted[0].Kind is PieceKind.Party or PieceKind.Number && counted.Skip(1).Any(piece => IsBesideSelf(said, piece)) ? Told(counted[0]) : null;
    }

    /// <summary>"I and my two sons".</summary>
    private static bool IsBesideSelf(Statement said, Piece company) =>
        Enumerable.Range(company.Start - 1, 2).Any(word => said.IsSelf(word) && (said.IsAnd(word + 1) || word < company.Start));

    /// <summary>"Yes, ma'am and the children": a title that is joined to company is not whom the text is addressed to, but one more who comes.</summary>
    public static bool JoinsAddressee(Statement said) => said.Pieces.Any(piece =>
        piece.Kind is PieceKind.Courtesy && said.IsAnd(piece.End)
        && Array.Find(said.Pieces, next => next.End > piece.End + 1) is { Kind: PieceKind.Extra or PieceKind.Party or PieceKind.Number or PieceKind.Condition or PieceKind.Unknown });

    private static bool IsCounted(Piece piece) => piece.Kind is PieceKind.Number or PieceKind.Party or PieceKind.Extra or PieceKind.Both;

    /// <summary>"My wife and I" counts the one who writes, whom no number counts.</summary>
    private static int Told(Piece piece) => piece is { Kind: PieceKind.Party, NamesPerson: true } ? piece.Count + 1 : piece.Count;
}
