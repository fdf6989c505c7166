namespace Outreach.Replies.Answers;

/// <summary>The names around an answer, which say nothing about it: "Dear Ans, … Regards, Bo Bakker, 06 12345678".</summary>
internal static class Names
{
    /// <summary>In words, as in "Van der Velde".</summary>
    private const int MaxNameLength = 3;

    /// <summary>In words, on the line of the greeting: "regards Ans of number 14".</summary>
    private const int MaxLineLength = 6;

    /// <summary>In words, with nothing before it that closes a letter.</summary>
    private const int MaxBareNameLength = 2;

    /// <summary>After a break: a name, an address, a number.</summary>
    private const int MaxSignatureLength = 12;

    public static Statement CutOff(Statement said)
    {
        var rest = WithoutNames(WithoutNameOfGuest(said));
        return rest.Length == said.Pieces.Length ? said : said.With(rest);
    }

    /// <summary>"With my sister Grace": one guest, and her name right behind.</summary>
    private static Statement WithoutNameOfGuest(Statement said)
    {
        var rest = said.Pieces.Where((piece, at) => !(at > 0 && IsNameOf(said.Pieces[at - 1], piece, said))).ToArray();
        return rest.Length == said.Pieces.Length ? said : said.With(rest);
    }

    private static bool IsNameOf(Piece guest, Piece name, Statement said) =>
        guest is { Kind: PieceKind.Extra, NamesPerson: true, Count: 1 } && said.EndsInPerson(guest)
        && name.Kind is PieceKind.Unknown or PieceKind.Name && said.Words.IsNameInside(name.Start) && !said.Weighs(name);

    private static Piece[] WithoutNames(Statement whole)
    {
        var said = WithoutIntroduction(whole);
        var (pieces, words) = (said.Pieces, said.Words);
        var signed = SignatureAt(pieces, words);
        var name = Run(pieces, 0, signed, piece => piece.Kind is PieceKind.Thanks or PieceKind.Courtesy);
        var rest = Run(pieces, name, signed, piece => piece.Kind is PieceKind.Unknown or PieceKind.Name || piece.Kind is PieceKind.Condition && said.NamesPerson(piece));
        var isAddressed = name > 0 && rest - name is > 0 and <= MaxNameLength && rest < signed
            && !words[pieces[name].Start].AfterBreak && words[pieces[rest].Start].AfterBreak;
        return isAddressed ? [.. pieces[..name], .. pieces[rest..signed]] : pieces[..signed];
    }

    /// <summary>"Hallo, met mevrouw Jansen": the writer's name, up to a break or to what they say next.</summary>
    private static Statement WithoutIntroduction(Statement said)
    {
        var pieces = said.Pieces;
        var at = Array.FindIndex(pieces, piece => said.Language.Introduces(said.IdAt(piece.Start)));
        if (at <= 0 || !pieces.Take(at).Any(piece => piece.Kind is PieceKind.Courtesy) || !pieces.Take(at).All(piece => IsOfOpening(piece) || piece.Kind is PieceKind.Yes)
            || !IsIntroduction(said, at))
            return said;
        var end = Run(pieces, at + 1, pieces.Length, piece => (IsOfOpening(piece) || piece.Kind is PieceKind.Filler) && !said.Words[piece.Start].AfterBreak && !said.Language.IsOpener(said.IdAt(piece.Start)));
        var isApart = end == pieces.Length || said.Words[pieces[end].Start].AfterBreak || said.Language.IsOpener(said.IdAt(pieces[end].Start));
        return isApart && end - at is > 1 and <= MaxLineLength ? said.With([.. pieces[..at], .. pieces[end..]]) : said;
    }

    /// <summary>"Met", and nothing else of it is understood; "I", "it is", which also begin other sentences, only before a capital.</summary>
    private static bool IsIntroduction(Statement said, int at) => said.Pieces[at] switch
    {
        { Kind: PieceKind.Filler or PieceKind.NotMe or PieceKind.Courtesy } => Array.Find(said.Pieces[(at + 1)..], piece => piece.Kind is not PieceKind.Filler) is { Kind: PieceKind.Unknown or PieceKind.Name } name
            && said.Words[name.Start].IsCapital,
        var piece => piece.End - piece.Start == 1,
    };

    private static bool IsOfOpening(Piece piece) => piece.Kind is PieceKind.Unknown or PieceKind.Name or PieceKind.Courtesy or PieceKind.Thanks;

    private static int SignatureAt(Piece[] pieces, IReadOnlyList<AnswerWord> words)
    {
        var tail = Array.FindLastIndex(pieces, piece => piece.Kind is PieceKind.Closing) + 1;
        if (tail == 0 || tail == pieces.Length)
            return BareNameAt(pieces, words);
        var length = pieces.Length - tail;
        var isName = length <= MaxNameLength && Run(pieces, tail, pieces.Length, piece => piece.Kind is PieceKind.Unknown or PieceKind.Name) == pieces.Length;
        var isApart = words[pieces[tail].Start].AfterBreak;
        var isSignature = length <= (isApart ? MaxSignatureLength : MaxLineLength) && Enumerable.Range(tail, length).All(at => IsOfSignature(pieces, at, words, tail));
        return isName || isSignature ? tail - 1 : pieces.Length;
    }

    /// <summary>"Thanks, Jean", "I come. Jan Bakker": names have capitals.</summary>
    private static int BareNameAt(Piece[] pieces, IReadOnlyList<AnswerWord> words)
    {
        var from = pieces.Length;
        while (from > 0 && pieces.Length - from < MaxBareNameLength && pieces[from - 1].Kind is PieceKind.Unknown or PieceKind.Name && words[pieces[from - 1].Start].IsCapital)
            from--;
        var isApart = from > 0 && from < pieces.Length && (words[pieces[from].Start].AfterBreak || pieces[from - 1].Kind is PieceKind.Thanks or PieceKind.Courtesy);
        return isApart ? from : pieces.Length;
    }

    /// <summary>A small number is one of a house when a street comes before it, on a line after the name.</summary>
    private static bool IsOfSignature(Piece[] pieces, int at, IReadOnlyList<AnswerWord> words, int tail) => pieces[at] switch
    {
        { Kind: PieceKind.Unknown or PieceKind.Name } => true,
        { Kind: PieceKind.Filler or PieceKind.Courtesy } => at > tail || words[pieces[at].Start].AfterBreak,
        { Kind: PieceKind.Number } number => at > tail
            && (number.Count > Party.MaxBare || at > tail + 1 && pieces[at - 1].Kind is PieceKind.Unknown && words[pieces[at - 1].Start].AfterBreak),
        _ => false,
    };

    /// <returns>Where the pieces that are so end.</returns>
    private static int Run(Piece[] pieces, int from, int until, Predicate<Piece> isSo)
    {
        while (from < until && isSo(pieces[from]))
            from++;
        return from;
    }
}
