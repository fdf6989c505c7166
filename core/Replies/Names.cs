namespace Outreach.Replies;

/// <summary>The names around an answer, which say nothing about it: "Dear Ans, … Regards, Bo Bakker, 06 12345678".</summary>
internal static class Names
{
    /// <summary>In words, as in "Van der Velde".</summary>
    private const int MaxNameLength = 3;

    /// <summary>After a break: a name, an address, a number.</summary>
    private const int MaxSignatureLength = 12;

    public static Statement CutOff(Statement said)
    {
        var rest = CutOff(said.Pieces, said.Words);
        return rest.Length == said.Pieces.Length ? said : said.With(rest);
    }

    private static Piece[] CutOff(Piece[] pieces, IReadOnlyList<AnswerWord> words)
    {
        var signed = SignatureAt(pieces, words);
        var name = Run(pieces, 0, signed, piece => piece.Kind is PieceKind.Thanks or PieceKind.Courtesy);
        var rest = Run(pieces, name, signed, piece => piece.Kind is PieceKind.Unknown or PieceKind.Name);
        var isAddressed = name > 0 && rest - name is > 0 and <= MaxNameLength && rest < signed
            && !words[pieces[name].Start].AfterBreak && words[pieces[rest].Start].AfterBreak;
        return isAddressed ? [.. pieces[..name], .. pieces[rest..signed]] : pieces[..signed];
    }

    private static int SignatureAt(Piece[] pieces, IReadOnlyList<AnswerWord> words)
    {
        var tail = Array.FindLastIndex(pieces, piece => piece.Kind is PieceKind.Closing) + 1;
        if (tail == 0 || tail == pieces.Length)
            return pieces.Length;
        var length = pieces.Length - tail;
        var isName = length <= MaxNameLength && Run(pieces, tail, pieces.Length, piece => piece.Kind is PieceKind.Unknown or PieceKind.Name) == pieces.Length;
        var isSignature = length <= MaxSignatureLength && words[pieces[tail].Start].AfterBreak && Run(pieces, tail, pieces.Length, IsOfSignature) == pieces.Length;
        return isName || isSignature ? tail - 1 : pieces.Length;
    }

    private static bool IsOfSignature(Piece piece) =>
        piece.Kind is PieceKind.Unknown or PieceKind.Name or PieceKind.Filler or PieceKind.Courtesy || piece is { Kind: PieceKind.Number, Count: > Party.MaxBare };

    /// <returns>Where the pieces that are so end.</returns>
    private static int Run(Piece[] pieces, int from, int until, Predicate<Piece> isSo)
    {
        while (from < until && isSo(pieces[from]))
            from++;
        return from;
    }
}
