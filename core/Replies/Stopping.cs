namespace Outreach.Replies;

/// <summary>Whether somebody wants no more of us.</summary>
internal static class Stopping
{
    /// <summary>A stop phrase anywhere, or a sentence in which a stop word stands with nothing that could make it something else.</summary>
    public static bool IsStop(Statement said)
    {
        var (stops, other) = (false, false);     // in the sentence so far
        for (var at = 0; at < said.Pieces.Length; at++)
        {
            if (said.Pieces[at].Kind is PieceKind.StopAnywhere && !IsNegated(said, at))
                return true;
            if (said.StartsClause(at))
            {
                if (stops && !other)
                    return true;
                (stops, other) = (false, false);
            }
            stops |= said.Pieces[at].Kind is PieceKind.Stop;
            other |= said.Pieces[at].Kind is PieceKind.Unknown or PieceKind.Name or PieceKind.Negation or PieceKind.NotStop or PieceKind.Question;
        }
        return stops && !other;
    }

    private static bool IsNegated(Statement said, int at) => at > 0 && said.Pieces[at - 1].Kind is PieceKind.Negation && !said.StartsClause(at);
}
