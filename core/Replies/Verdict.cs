namespace Outreach.Replies;

/// <summary>What the pieces of one text mean together. Null: this language does not understand it all, or nothing in it decides.</summary>
internal static class Verdict
{
    /// <summary>
    /// Beside a bare yes a number up to this is how many come; above it, it may be an hour or a house number.
    /// A bare number with nothing beside it is never an answer: we may have asked nothing that it answers.
    /// </summary>
    public const int LargestBareParty = 10;

    private const int LargestParty = 20;

    private static readonly PieceKind[] Answers = [PieceKind.Yes, PieceKind.No, PieceKind.Maybe, PieceKind.Help, PieceKind.Start];
    private static readonly PieceKind[] Doubts = [PieceKind.Negation, PieceKind.Condition, PieceKind.NotStop, PieceKind.Message];
    private static readonly PieceKind[] Counts = [PieceKind.Number, PieceKind.Party, PieceKind.Extra];
    private static readonly PieceKind[] Polite = [PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing];

    /// <summary>A stop phrase anywhere, or a sentence in which a stop word stands with nothing that could make it something else.</summary>
    public static bool IsStop(ReadOnlySpan<Piece> pieces, IReadOnlyList<AnswerWord> words)
    {
        var (stops, other) = (false, false);     // in the sentence so far
        for (var at = 0; at < pieces.Length; at++)
        {
            if (pieces[at].Kind is PieceKind.StopAnywhere && !IsNegated(pieces, words, at))
                return true;
            if (words[pieces[at].Start].AfterBreak)
            {
                if (stops && !other)
                    return true;
                (stops, other) = (false, false);
            }
            stops |= pieces[at].Kind is PieceKind.Stop;
            other |= pieces[at].Kind is PieceKind.Unknown or PieceKind.Negation or PieceKind.NotStop or PieceKind.Question;
        }
        return stops && !other;
    }

    private static bool IsNegated(ReadOnlySpan<Piece> pieces, IReadOnlyList<AnswerWord> words, int at) =>
        at > 0 && pieces[at - 1].Kind is PieceKind.Negation && !words[pieces[at].Start].AfterBreak;

    public static Reading? Of(Piece[] pieces, bool asks, string? language, bool isOwn)
    {
        var kinds = pieces.Select(piece => piece.Kind).ToHashSet();
        if (kinds.Contains(PieceKind.Unknown))
            return null;
        var answers = Answers.Where(kinds.Contains).ToArray();
        var doubtful = answers.Length > 1 || Doubts.Any(kinds.Contains) || kinds.Contains(PieceKind.Question);
        if (answers.Length == 0 && !kinds.Contains(PieceKind.Agree) && !kinds.Contains(PieceKind.Party))
            return doubtful && isOwn ? new Reading(ReplyKind.Unclear) : null;     // "no" is no answer in Polish: not to be read as English
        if (doubtful)
            return new Reading(ReplyKind.Unclear);
        return answers switch
        {
            [PieceKind.Help] when !Counts.Any(kinds.Contains) => new Reading(ReplyKind.Help, Language: language),
            _ when asks => null,
            [] or [PieceKind.Yes] => Yes(pieces, kinds, language),
            [PieceKind.Maybe] => new Reading(ReplyKind.Maybe, Language: language),
            _ when Counts.Any(kinds.Contains) => new Reading(ReplyKind.Unclear),
            [PieceKind.No] => new Reading(ReplyKind.No, Language: language),
            _ => new Reading(ReplyKind.Start, Language: language),
        };
    }

    /// <summary>No word of it says yes: "ok", a raised thumb.</summary>
    public static bool IsMereAgreement(Piece[] pieces, IReadOnlyList<AnswerWord> words) =>
        pieces.All(piece => piece.Kind is not PieceKind.Yes || words[piece.Start].IsSymbol);

    /// <summary>Thanks or a farewell, and nothing that could be an answer or a question.</summary>
    public static bool IsThanks(Piece[] pieces) =>
        pieces.Any(piece => piece.Kind is PieceKind.Thanks or PieceKind.Closing) && pieces.All(piece => Polite.Contains(piece.Kind));

    private static Reading Yes(Piece[] pieces, HashSet<PieceKind> kinds, string? language)
    {
        if (Party(pieces) is not { } party)
            return new Reading(ReplyKind.Unclear);
        var namesParty = kinds.Contains(PieceKind.Alone) || Counts.Any(kinds.Contains);
        return new Reading(ReplyKind.Yes, party, language) { NamesParty = namesParty };
    }

    /// <summary>How many come. Null when the numbers in the text do not make one party.</summary>
    private static int? Party(Piece[] pieces)
    {
        var told = pieces.Where(piece => piece.Kind is PieceKind.Party or PieceKind.Number).ToArray();
        var extras = pieces.Where(piece => piece.Kind is PieceKind.Extra).ToArray();
        if (told.Any(piece => piece is { Kind: PieceKind.Number, Count: > LargestBareParty }))
            return null;
        if (told.Length > 0 && extras.Any(piece => piece.NamesPerson))
            return null;                    // "2 people, with my sister": is she one of the two?
        if (told.Select(piece => piece.Count).Distinct().Count() > 1)
            return null;
        var party = (told.Length > 0 ? told[0].Count : 1) + extras.Sum(piece => piece.Count);
        return party is >= 1 and <= LargestParty ? party : null;
    }
}
