namespace Outreach.Replies.Answers;

/// <summary>Whether somebody wants no more of us.</summary>
internal static class Stopping
{
    /// <summary>In pieces, of one clause.</summary>
    private const int MaxNegationDistance = 3;

    /// <summary>What may be beside a stop and says no more than that.</summary>
    private static readonly PieceKind[] BesideAStop =
        [PieceKind.Stop, PieceKind.StopAnywhere, PieceKind.No, PieceKind.Reason, PieceKind.Regret, PieceKind.But, PieceKind.Link, PieceKind.So,
        PieceKind.Filler, PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing, PieceKind.Name];

    /// <summary>Beside a word that calls off a place too, these say that it is the place.</summary>
    private static readonly PieceKind[] OfAPlace = [PieceKind.Reason, PieceKind.Regret, PieceKind.NextTime];

    /// <summary>"Cancel, I am ill", "I unsubscribe for Thursday": that is a no, and says nothing of our messages.</summary>
    public static Statement WithPlaceCancelled(Statement said)
    {
        var cancels = said.Pieces.Where(piece => IsAStop(piece) && said.Cancels(piece) && !(piece.Kind is PieceKind.StopAnywhere && said.Holds(piece, PieceKind.Message))).ToHashSet();
        var isOfAPlace = said.Pieces.Any(piece => OfAPlace.Contains(piece.Kind) || piece.Kind is PieceKind.No && said.SaysComing(piece) || piece.Kind is PieceKind.Filler && said.NamesMoment(piece));
        return cancels.Count > 0 && isOfAPlace && !said.Pieces.Any(piece => IsAStop(piece) && !cancels.Contains(piece) || piece.Kind is PieceKind.Message)
            ? said.With([.. said.Pieces.Select(piece => cancels.Contains(piece) ? piece with { Kind = PieceKind.No } : piece)])
            : said;
    }

    private static bool IsAStop(Piece piece) => piece.Kind is PieceKind.Stop or PieceKind.StopAnywhere;

    /// <summary>"Stop, I mean the bus stop": they say themselves that it is something else.</summary>
    public static bool IsTakenBack(Statement said) =>
        !IsStop(said) && said.Has(PieceKind.Stop) && said.Pieces.Any(piece => piece.Kind is PieceKind.NotStop or PieceKind.Correction);

    /// <summary>Whether it is a stop with courtesy or a reason, and nothing that a person should read: a yes, another way to reach them, somebody else, their data, words that we do not know.</summary>
    public static bool IsMere(Statement said) => IsStop(said) && !AsksAboutTheirData(said) && Names.CutOff(said).Clauses().All(clause => IsMere(said, clause));

    /// <summary>"Erase all my data": that cannot be undone, so a person does it.</summary>
    private static bool AsksAboutTheirData(Statement said) =>
        Enumerable.Range(0, said.Words.Count).Any(word => said.Language.IsTheirData(said.IdAt(word)));

    /// <summary>"No more e-mail, a text is fine": what is asked for, or a way to reach them, adds nothing beside a stop.</summary>
    private static bool IsMere(Statement said, Piece[] clause)
    {
        var stops = clause.Any(IsAStop);
        return clause.All(piece => BesideAStop.Contains(piece.Kind) || stops && (piece.Kind is PieceKind.Message || said.IsRequest(piece)));
    }

    /// <summary>A stop phrase anywhere, or a sentence with a stop word and nothing that could make it something else: "stop it, how sweet! I come".</summary>
    public static bool IsStop(Statement said)
    {
        var (stops, other) = (false, false);     // in the sentence so far
        var isAll = said.Pieces.All(IsAStop);
        var comes = said.Pieces.Any(piece => piece.Kind is PieceKind.Yes && said.SaysComing(piece));
        for (var at = 0; at < said.Pieces.Length; at++)
        {
            if (said.Pieces[at].Kind is PieceKind.StopAnywhere && !IsNegated(said, at) && !IsOfSomebodyElse(said, at))
                return true;
            if (said.StartsClause(at))
            {
                if (stops && !other && !comes)
                    return true;
                (stops, other) = (false, false);
            }
            stops |= said.Pieces[at].Kind is PieceKind.Stop && (isAll || !said.IsWeakStop(said.Pieces[at]));
            other |= said.Pieces[at].Kind is PieceKind.Unknown or PieceKind.Name or PieceKind.Negation or PieceKind.NotStop or PieceKind.Question;
        }
        return stops && !other && !comes;
    }

    /// <summary>"STOP or I call the police": in capitals at the start it answers our message, whatever words follow. Not where they ask something, or come after all.</summary>
    public static bool OpensAsWeWriteIt(Statement said) =>
        said.Pieces is [{ Kind: PieceKind.Stop }, ..] && said.Words[0].IsAllCapitals && !said.Words.Any(word => word.IsAsked)
        && !said.Pieces.Any(piece => piece.Kind is PieceKind.NotStop or PieceKind.Negation or PieceKind.Correction or PieceKind.Question || piece.Kind is PieceKind.Yes && said.SaysComing(piece));

    /// <summary>"My neighbour wants no more messages", "he wants none": whose messages? "My husband and I" speaks for the one who writes.</summary>
    private static bool IsOfSomebodyElse(Statement said, int at)
    {
        var start = at;
        while (!said.StartsClause(start))
            start--;
        var (word, end) = (said.Pieces[start].Start, said.Pieces[at].Start);
        if (word == end - 1 && said.Language.IsOther(said.IdAt(word)))
            return true;
        while (word < end && said.Language.Determiners.Contains(said.IdAt(word)))
            word++;
        return word < end && said.Language.People.After(said.IdAt(word)) is not null && !said.Language.Joins.Contains(said.IdAt(word + 1));
    }

    /// <summary>"I do not want | you | to stop messaging", "remove my number | not"; not "no messages | never".</summary>
    private static bool IsNegated(Statement said, int at)
    {
        for (var before = at; before > 0 && at - before < MaxNegationDistance && !said.StartsClause(before); before--)
            if (said.Pieces[before - 1].Kind is PieceKind.Negation)
                return true;
        return EndsClause(said, at + 1) && !EndsClause(said, at) && said.Pieces[at + 1].Kind is PieceKind.Negation && !said.Holds(said.Pieces[at], PieceKind.Negation);
    }

    private static bool EndsClause(Statement said, int at) => at == said.Pieces.Length - 1 || at < said.Pieces.Length && said.StartsClause(at + 1);
}
