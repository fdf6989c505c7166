namespace Outreach.Replies.Answers;

/// <summary>Whether a no is said in full beside words that we do not know.</summary>
internal static class FullNo
{
    private static readonly PieceKind[] InNextTime = [.. Certainty.Parting, PieceKind.NextTime, PieceKind.Regret, PieceKind.Agree, PieceKind.Wish, PieceKind.But];

    /// <summary>A no comes before what we do not know; it says who cannot come, or is not all that speaks for it.</summary>
    public static bool IsSaid(Statement said, Statement whole)
    {
        var unknown = Certainty.FirstUnknown(whole);
        var before = said.Pieces.Where(piece => piece.Start < unknown).ToArray();
        if (!whole.Has(PieceKind.Agree) && whole.LinkedClauses().Any(clause => HindersThen(clause, whole)))
            return true;
        var hasReason = before.Any(piece => piece.Kind is PieceKind.Reason);
        if (EndsInNextTime(whole) || whole.LinkedClauses().Any(clause => IsANoByItself(clause, whole, isOwn: hasReason || clause.Any(whole.NamesSelf) || clause.Any(whole.SaysComingInFull))))
            return true;
        if (before.Length == 0 && (EndsInNo(said) || whole.LinkedClauses().Any(clause => Certainty.OwnAnswerAtEnd(whole, clause) < clause.Length)))
            return true;
        if (whole.Has(PieceKind.Agree) || before.OrderBy(piece => piece.Kind is not PieceKind.No).FirstOrDefault(piece => piece.Kind is PieceKind.No or PieceKind.Reason) is not { End: > 0 } no)
            return false;
        if (SaysWhy(no, whole))
            return true;
        if (Certainty.RunsOn(no, whole) && !whole.IsSelf(no.End) && !whole.SaysComingInFull(no) && whole.LengthBesideTimes(no) < Certainty.FullSentence && !before.Any(piece => piece.Start < no.Start && piece.Kind is PieceKind.No or PieceKind.Regret))
            return false;
        return no.Kind is PieceKind.Reason
            ? before.Any(piece => piece.Kind is PieceKind.Regret)
            : said.SaysComing(no) || Certainty.Length(no) > 1 || whole.Has(PieceKind.Reason) || before.Count(piece => piece.Kind is PieceKind.No or PieceKind.Regret or PieceKind.Thanks) > 1;
    }

    /// <summary>"I train that evening, far from here": what keeps the one who writes, at the time of the meeting.</summary>
    private static bool HindersThen(Piece[] clause, Statement whole) =>
        clause.Any(piece => piece.Kind is PieceKind.Reason && whole.LengthBesideTimes(piece) > 1) && clause.Any(whole.NamesMoment) && clause.Any(whole.NamesSelf) && !whole.IsOfSomebodyElse(clause);

    /// <summary>"They always quarrel. I do not come": nothing in it but the no of the one who writes.</summary>
    private static bool IsANoByItself(Piece[] clause, Statement whole, bool isOwn) =>
        isOwn && clause.Any(piece => piece.Kind is PieceKind.No && (whole.SaysComing(piece) || Certainty.Length(piece) > 1)) && !clause.Any(whole.NamesPerson)
        && clause.All(piece => Certainty.InConclusion.Contains(piece.Kind) && piece.Kind is not PieceKind.Yes);

    /// <summary>"I was ill all week. Next time, God willing": whatever it is, it is why they do not come this time.</summary>
    private static bool EndsInNextTime(Statement whole) =>
        whole.Clauses().Last(clause => clause.Any(piece => !Certainty.Parting.Contains(piece.Kind))) is var last && last.Any(piece => piece.Kind is PieceKind.NextTime) && last.All(piece => InNextTime.Contains(piece.Kind));

    /// <summary>"No, because": the reason is why, whatever it is.</summary>
    private static bool SaysWhy(Piece no, Statement whole) =>
        no.Kind is PieceKind.No && Array.Find(whole.Pieces, piece => piece.Start == no.End) is { Kind: PieceKind.Link } link && !whole.Language.Ands.Contains(whole.IdAt(link.Start));

    /// <summary>"Kind of you, but no".</summary>
    private static bool EndsInNo(Statement said) =>
        said.Pieces.SkipWhile(piece => piece.Kind is not PieceKind.But).Where(piece => piece.Kind is not (PieceKind.Filler or PieceKind.Regret or PieceKind.Thanks)).ToArray() is
            [{ Kind: PieceKind.But }, { Kind: PieceKind.No }];
}
