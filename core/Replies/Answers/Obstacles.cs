namespace Outreach.Replies.Answers;

/// <summary>"My legs hurt, but I come": what could have kept them does not.</summary>
internal static class Obstacles
{
    private static readonly PieceKind[] Open = [PieceKind.No, PieceKind.NextTime, PieceKind.Reason, PieceKind.Maybe, PieceKind.Proviso, PieceKind.Depends];

    public static Statement WithoutOvercome(Statement said)
    {
        var but = Array.FindLastIndex(said.Pieces, piece => piece.Kind is PieceKind.But);
        if (but < 0 || !IsOvercome(said, said.Pieces[..but], said.Pieces[(but + 1)..]))
            return said;
        return said.With([.. said.Pieces.Where((piece, at) => at > but || piece.Kind is not (PieceKind.Reason or PieceKind.But))]);
    }

    private static bool IsOvercome(Statement said, Piece[] before, Piece[] after) =>
        before.Any(piece => piece.Kind is PieceKind.Reason) && before.All(piece => piece.Kind is PieceKind.Reason || !Open.Contains(piece.Kind))
        && after.Any(piece => piece.Kind is PieceKind.Yes && said.SaysComing(piece)) && !after.Any(piece => Open.Contains(piece.Kind) || said.NamesPerson(piece));
}
