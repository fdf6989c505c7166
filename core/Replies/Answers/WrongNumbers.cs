namespace Outreach.Replies.Answers;

/// <summary>Whether somebody says that the number is not that of whom we look for.</summary>
internal static class WrongNumbers
{
    /// <summary>In words, of a name after "I am not".</summary>
    private const int MaxNameLength = 3;

    private static readonly PieceKind[] Beside = [PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing, PieceKind.Negation, PieceKind.WrongNumber, PieceKind.No, PieceKind.NotMe, PieceKind.Filler, PieceKind.Regret];

    /// <summary>In words: a "wrong number" may be one that we gave, "she does not live here" is not.</summary>
    private const int FullSentence = 3;

    /// <summary>In words: "she moved to another town last summer".</summary>
    private const int MaxExplanation = 12;

    /// <summary>Nothing is said but that the number is wrong, who is asked for, and who it is not. "Wrong number?" asks it of us.</summary>
    public static bool IsSaid(Statement said)
    {
        var isSaidInFull = said.Pieces.Any(piece => piece.Kind is PieceKind.WrongNumber && piece.End - piece.Start >= FullSentence);
        var found = false;
        foreach (var clause in said.Clauses())
        {
            var others = clause.Where(piece => !Beside.Contains(piece.Kind)).ToArray();
            var begin = clause.FirstOrDefault(piece => piece.Kind is not PieceKind.Courtesy).Kind;
            var isName = others.Length <= MaxNameLength && others.All(piece => piece.Kind is PieceKind.Unknown or PieceKind.Name)
                && (clause.Any(piece => piece.Kind is PieceKind.NotMe) || begin is (PieceKind.WrongNumber or PieceKind.Negation) && others.All(said.IsName));
            var isWrong = clause.Any(piece => piece.Kind is PieceKind.WrongNumber);
            if (others.Length > 0 && !isName && !(isSaidInFull && !isWrong && ExplainsIt(said, clause)) || isWrong && said.IsAsked(clause))
                return false;
            found |= isWrong;
        }
        return found;
    }

    /// <summary>Words that we do not know, and none of somebody who comes, would like to, or needs something.</summary>
    private static bool ExplainsIt(Statement said, Piece[] clause) =>
        clause.Length <= MaxExplanation && clause.All(piece => (piece.Kind is PieceKind.Unknown or PieceKind.Number or PieceKind.Message or PieceKind.Link or PieceKind.Reason || Beside.Contains(piece.Kind))
            && !said.SaysComingItself(piece) && !said.AsksSomething(piece) && !said.NamesPerson(piece)) && !said.IsAsked(clause);
}
