namespace Outreach.Replies.Answers;

/// <summary>"I come, but a bit later": whoever says when they come says that they do.</summary>
internal static class Lateness
{
    /// <summary>"Because of work", "I have to work until eight": why they are late is no reason not to come.</summary>
    public static Statement WithoutReason(Statement said)
    {
        var late = After(said);
        return late < 0 ? said : said.With([.. said.Pieces.Where((piece, at) => at < late || piece.Kind is not PieceKind.Reason)]);
    }

    public static bool SaysYes(Statement said) => After(said) >= 0;

    /// <summary>Where it follows a yes, or says itself that they come, and nothing says no.</summary>
    private static int After(Statement said)
    {
        var late = Array.FindIndex(said.Pieces, piece => piece.Kind is PieceKind.Late);
        return late >= 0 && !said.Has(PieceKind.No) && (said.SaysComingItself(said.Pieces[late]) || said.Pieces.Take(late).Any(piece => piece.Kind is PieceKind.Yes)) ? late : -1;
    }
}
