namespace Outreach.Replies.Answers;

/// <summary>Whether a no or a reason not to come is the answer of the one who writes, to this invitation.</summary>
internal static class Refusal
{
    public static bool IsSaid(Statement said, HashSet<PieceKind> kinds)
    {
        if (kinds.Overlaps([PieceKind.Yes, PieceKind.Maybe, PieceKind.Proviso, PieceKind.Depends, PieceKind.Late, PieceKind.Alone, PieceKind.Number, PieceKind.Party, PieceKind.Both, PieceKind.Extra]))
            return false;
        if (IsNewsOfAnother(said, kinds) || OffersAnotherDay(said) || IsOfAnHour(said))
            return false;
        var but = Array.FindIndex(said.Pieces, piece => piece.Kind is PieceKind.But);
        return !IsPleased(said, kinds) && !WishesAfterNo(said) && (but < 0 || said.Pieces.Skip(but).All(piece => piece.Kind is not (PieceKind.Agree or PieceKind.Wish)));
    }

    /// <summary>"My neighbour is ill": whether that keeps the one who writes, they do not say. "My son's birthday is that evening" does.</summary>
    private static bool IsNewsOfAnother(Statement said, HashSet<PieceKind> kinds) =>
        !kinds.Overlaps([PieceKind.No, PieceKind.NextTime, PieceKind.Regret]) && !said.Pieces.Any(piece => said.NamesSelf(piece) || said.NamesMoment(piece))
        && said.Pieces.All(piece => piece.Kind is not PieceKind.Reason || said.NamesPerson(piece));

    /// <summary>"No no, what fun!": nothing beside the bare word says no.</summary>
    private static bool IsPleased(Statement said, HashSet<PieceKind> kinds)
    {
        var no = Array.FindIndex(said.Pieces, piece => piece.Kind is PieceKind.No);
        return no >= 0 && no + 1 < said.Pieces.Length && !said.SaysComing(said.Pieces[no]) && said.IsPleased(said.Pieces[no + 1]) && !said.Holds(said.Pieces[no + 1], PieceKind.But)
            && said.Pieces.Count(piece => piece.Kind is PieceKind.No) == 1 && !kinds.Overlaps([PieceKind.Reason, PieceKind.Regret, PieceKind.But, PieceKind.Thanks]);
    }

    /// <summary>"We cannot come. I would like to": a sentence of its own, perhaps of another person.</summary>
    private static bool WishesAfterNo(Statement said)
    {
        var rest = said.Clauses().SkipWhile(clause => clause.All(piece => piece.Kind is not PieceKind.No)).Skip(1);
        return rest.Any(clause => clause.Any(piece => piece.Kind is PieceKind.Wish && said.SaysComing(piece)));
    }

    /// <summary>"Thursday no, Friday is fine".</summary>
    private static bool OffersAnotherDay(Statement said)
    {
        var no = Array.FindIndex(said.Pieces, piece => piece.Kind is PieceKind.No);
        var agreed = Array.FindLastIndex(said.Pieces, piece => piece.Kind is PieceKind.Agree);
        return no > 0 && agreed > no + 1 && IsTime(said, no - 1) && IsTime(said, agreed - 1);
    }

    /// <summary>"I cannot at half past seven": at another hour, perhaps they can.</summary>
    private static bool IsOfAnHour(Statement said) =>
        said.LinkedClauses().Any(clause => clause.Any(piece => piece.Kind is PieceKind.Hour) && clause.Any(piece => piece.Kind is PieceKind.No && said.SaysComing(piece)) && !clause.Any(piece => piece.Kind is PieceKind.Reason));

    private static bool IsTime(Statement said, int at) => said.Pieces[at].Kind is PieceKind.Filler && said.LengthBesideTimes(said.Pieces[at]) == 0 && !said.NamesSelf(said.Pieces[at]);
}
