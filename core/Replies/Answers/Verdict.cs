namespace Outreach.Replies.Answers;

/// <summary>What the pieces of one text mean together. Null: this language does not understand it all, or nothing in it decides.</summary>
internal static class Verdict
{
    private static readonly PieceKind[] Doubts = [PieceKind.Negation, PieceKind.Condition, PieceKind.NotStop, PieceKind.Message, PieceKind.Question, PieceKind.NotMe, PieceKind.WrongNumber, PieceKind.Correction, PieceKind.Stop, PieceKind.StopAnywhere];
    private static readonly PieceKind[] Counts = [PieceKind.Number, PieceKind.Party, PieceKind.Both, PieceKind.Extra];
    private static readonly PieceKind[] Polite = [PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing];
    private static readonly PieceKind[] Light = [PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Filler, PieceKind.Regret, PieceKind.Name, PieceKind.Late, PieceKind.Link];
    private static readonly PieceKind[] AboutANextTime = [PieceKind.Yes, PieceKind.Agree, PieceKind.Wish, PieceKind.Maybe];

    private static readonly PieceKind[] Corrects = [PieceKind.Yes, PieceKind.No, PieceKind.Maybe, PieceKind.Party];
    private static readonly PieceKind[] Noes = [PieceKind.No, PieceKind.Reason, PieceKind.WrongNumber];
    private static readonly PieceKind[] Company = [PieceKind.Party, PieceKind.Extra, PieceKind.Both];
    private static readonly PieceKind[] Yeses = [PieceKind.Yes];
    private static readonly PieceKind[] Telling = [.. Counts, PieceKind.Alone, PieceKind.Reason, PieceKind.Late, PieceKind.Hour];

    /// <summary>Whether their own language has a no in it, however the text was read.</summary>
    public static bool Denies(Statement own) =>
        own.LinkedClauses().Any(clause => clause.Any(piece => piece.Kind is PieceKind.No or PieceKind.WrongNumber) && !own.IsOfSomebodyElse(clause));

    /// <summary>Whether this language hears the opposite, or company, in words that the one that was read does not know.</summary>
    public static bool Contradicts(Statement other, Statement read, ReplyKind kind)
    {
        PieceKind[] unlike = kind is ReplyKind.Yes ? [.. Noes, .. Company] : Yeses;
        return other.Pieces.Any(piece => unlike.Contains(piece.Kind) && !IsOneShortWord(piece, other)
            && read.Pieces.Any(each => each.Kind is PieceKind.Unknown && each.Start >= piece.Start && each.Start < piece.End));
    }

    /// <summary>It may mean anything in another language.</summary>
    private static bool IsOneShortWord(Piece piece, Statement said) => piece.End - piece.Start == 1 && said.Words[piece.Start].Text.Length < 3;

    public static Reading? Of(Statement written, bool asks, string? language, bool isOwn)
    {
        var whole = Lateness.WithoutReason(WithoutCounted(Corrected(written)));
        if (Asides.Of(whole) is not { } asides)
            return null;
        var said = Obstacles.WithoutOvercome(WithoutPoliteYes(WithoutNextTime(asides.Said)));
        var reading = asides.IsBareProviso && !asks ? new Reading(ReplyKind.Maybe) : Of(said, said.Pieces.Select(piece => piece.Kind).ToHashSet(), asks, isOwn);
        if (reading is not null && asides.LeftOut.Count > 0 && !Certainty.Holds(reading, asides with { Said = said }, whole))
            return null;
        return reading is { Kind: ReplyKind.Unclear } or null ? reading : reading with { Language = language, IsBare = IsBare(said), LeavesOut = asides.LeftOut.Count > 0 };
    }

    /// <summary>"No, I cannot do that" answers what was asked last, whatever that was.</summary>
    private static bool IsBare(Statement said) =>
        said.Pieces.All(piece => !said.SaysComing(piece) && !Telling.Contains(piece.Kind))
        || Array.Find(said.Pieces, piece => piece.Kind is not PieceKind.Courtesy) is { Kind: PieceKind.No } no && no.End - no.Start == 1 && !said.SaysComing(no);

    /// <summary>"I come. Oh no, wait, I cannot": what is said last, when all that comes before it is understood.</summary>
    private static Statement Corrected(Statement said)
    {
        var at = Array.FindLastIndex(said.Pieces, piece => piece.Kind is PieceKind.Correction);
        if (at < 0 || !said.StartsClause(at) || said.Pieces.Take(at).Any(piece => piece.Kind is PieceKind.Unknown || piece.NamesPerson)
            || !said.Pieces.Skip(at).Any(piece => Corrects.Contains(piece.Kind)))
            return said;
        return said.With(said.Pieces[(at + 1)..]);
    }

    /// <summary>"With the whole family, 5 people": they are counted in the number.</summary>
    private static Statement WithoutCounted(Statement said)
    {
        var total = Array.FindIndex(said.Pieces, piece => piece is { Kind: PieceKind.Party, Count: > 1, NamesPerson: false });
        return total > 0 && said.Pieces.Count(piece => Counts.Contains(piece.Kind)) == 1
            ? said.With([.. said.Pieces.Where((piece, at) => at > total || piece.Kind is not PieceKind.Condition || !said.NamesPerson(piece))])
            : said;
    }

    private static Reading? Of(Statement said, HashSet<PieceKind> kinds, bool asks, bool isOwn)
    {
        var decides = kinds.Overlaps([PieceKind.Yes, PieceKind.Wish, PieceKind.No, PieceKind.Reason, PieceKind.NextTime, PieceKind.Maybe, PieceKind.Help, PieceKind.Start]);
        var comes = said.Pieces.Any(piece => piece.Kind is PieceKind.Extra && (said.SaysComing(piece) || said.NamesSelf(piece)) || piece.Kind is PieceKind.Late && said.SaysComingItself(piece));
        if (!decides && !comes && !IsAlone(said) && !IsCompany(said) && !kinds.Overlaps([PieceKind.Agree, PieceKind.Party, PieceKind.Both, PieceKind.Proviso, PieceKind.Depends]))
            return isOwn && kinds.Overlaps(Doubts) ? new Reading(ReplyKind.Unclear) : null;     // "no" is not an answer in Polish: not to be read as English
        if (kinds.Overlaps(Doubts))
            return new Reading(ReplyKind.Unclear);
        if (kinds.Contains(PieceKind.Help) || kinds.Contains(PieceKind.Start))
            return Command(kinds, asks);
        if (asks)
            return null;
        if (IsTornByAReason(kinds))
            return new Reading(ReplyKind.Maybe);
        if (kinds.Contains(PieceKind.No) || kinds.Contains(PieceKind.Reason))
            return new Reading(Refusal.IsSaid(said, kinds) ? ReplyKind.No : ReplyKind.Unclear) { IsMereReason = !kinds.Overlaps([PieceKind.No, PieceKind.NextTime, PieceKind.Regret]) };
        if (kinds.Contains(PieceKind.NextTime))
            return new Reading(NextTime(kinds));
        if (kinds.Overlaps([PieceKind.Maybe, PieceKind.Proviso, PieceKind.Depends]))
            return new Reading(IsMaybe(said, kinds) ? ReplyKind.Maybe : ReplyKind.Unclear);
        return kinds.Contains(PieceKind.Regret) || HasOpenBut(said) || IsOnlyThen(said) || Party.JoinsAddressee(said) ? new Reading(ReplyKind.Unclear) : Yes(said, kinds);
    }

    /// <summary>"Just me": how many come, and so that they come. "Without my wife" says less.</summary>
    private static bool IsAlone(Statement said) => said.Pieces.Any(piece => piece.Kind is PieceKind.Alone && !said.NamesPerson(piece));

    /// <summary>"Together with my wife", and nothing else: so both come.</summary>
    private static bool IsCompany(Statement said) =>
        said.Pieces.Any(piece => piece.Kind is PieceKind.Extra && said.Joins(piece)) && said.Pieces.All(piece => piece.Kind is PieceKind.Extra || Light.Contains(piece.Kind));

    /// <summary>"Only on Monday": another day, and nothing of who comes along.</summary>
    private static bool IsOnlyThen(Statement said) =>
        Array.FindIndex(said.Pieces, piece => piece.Kind is PieceKind.Alone) is >= 0 and var alone && alone + 1 < said.Pieces.Length
        && said.Pieces[alone + 1].Kind is PieceKind.Filler && !said.StartsClause(alone + 1) && said.NamesMoment(said.Pieces[alone + 1]);

    /// <summary>No word of it says yes: "ok", a raised thumb.</summary>
    public static bool IsMereAgreement(Statement said) =>
        said.Pieces.All(piece => piece.Kind is not (PieceKind.Yes or PieceKind.Wish) || said.Words[piece.Start].IsSymbol);

    /// <summary>Thanks or a farewell, and nothing that could be an answer or a question.</summary>
    public static bool IsThanks(Statement said) =>
        said.Pieces.Any(piece => piece.Kind is PieceKind.Thanks or PieceKind.Closing) && said.Pieces.All(piece => Polite.Contains(piece.Kind));

    private static Reading? Command(HashSet<PieceKind> kinds, bool asks)
    {
        var isBare = !kinds.Overlaps([PieceKind.Yes, PieceKind.Wish, PieceKind.No, PieceKind.Reason, PieceKind.Maybe, PieceKind.Proviso, PieceKind.Depends, .. Counts]);
        if (!isBare || kinds.Contains(PieceKind.Help) && kinds.Contains(PieceKind.Start))
            return new Reading(ReplyKind.Unclear);
        if (kinds.Contains(PieceKind.Help))
            return new Reading(ReplyKind.Help);
        return asks ? null : new Reading(ReplyKind.Start);
    }

    /// <summary>"Not this time, next time yes": what is said with the next time is not about this one.</summary>
    private static Statement WithoutNextTime(Statement said)
    {
        var at = Array.FindIndex(said.Pieces, piece => piece.Kind is PieceKind.NextTime);
        if (at < 0 || !said.Has(PieceKind.No) && !said.Has(PieceKind.Reason) && !said.Has(PieceKind.Regret))
            return said;
        var from = at;
        while (from > 0 && !said.StartsClause(from) && said.Pieces[from].Kind is not PieceKind.But)
            from--;
        var until = at + 1;
        while (until < said.Pieces.Length && !said.StartsClause(until))
            until++;
        var saysYesOnce = said.Pieces[from..until].Count(piece => AboutANextTime.Contains(piece.Kind)) <= 1;
        var isThisTime = said.Pieces.Where((piece, index) =>
            index < from || index == at || !AboutANextTime.Contains(piece.Kind) || piece.Kind is PieceKind.Yes && (index >= until || !saysYesOnce));
        return said.With([.. isThisTime]);
    }

    /// <summary>"Yes, what a good plan, but I cannot come": the yes is about the plan.</summary>
    private static Statement WithoutPoliteYes(Statement said)
    {
        var but = Array.FindIndex(said.Pieces, piece => piece.Kind is PieceKind.But);
        var after = said.With(said.Pieces[(but + 1)..]);
        if (but < 0 || !after.Pieces.Any(piece => piece.Kind is PieceKind.NextTime || piece.Kind is PieceKind.No && said.SaysComing(piece)) || after.Pieces.Any(piece => piece.Kind is PieceKind.Yes or PieceKind.Maybe or PieceKind.Party) || NamedDays.AreNamed(NamedDays.Refused(after)))
            return said;
        return said.With([.. said.Pieces.Where((piece, at) => at > but || !(piece.Kind is PieceKind.Wish or PieceKind.But || piece.Kind is PieceKind.Yes && !said.SaysComing(piece)))]);
    }

    /// <summary>"Another time": not this time.</summary>
    private static ReplyKind NextTime(HashSet<PieceKind> kinds) =>
        !kinds.Contains(PieceKind.Regret) && kinds.Overlaps([PieceKind.Yes, PieceKind.Wish, PieceKind.Agree, PieceKind.But, PieceKind.Late, .. Counts]) ? ReplyKind.Unclear : ReplyKind.No;

    /// <summary>"I work late, so I do not know yet".</summary>
    private static bool IsTornByAReason(HashSet<PieceKind> kinds) =>
        kinds.Contains(PieceKind.Reason) && kinds.Overlaps([PieceKind.Maybe, PieceKind.Depends])
        && !kinds.Overlaps([PieceKind.No, PieceKind.Yes, PieceKind.Agree, PieceKind.NextTime, PieceKind.Regret, PieceKind.Late, PieceKind.Alone, .. Counts]);

    private static bool IsMaybe(Statement said, HashSet<PieceKind> kinds)
    {
        if (said.Clauses().Any(clause => clause.Any(piece => piece.Kind is PieceKind.Late) && clause.Any(piece => piece.Kind is PieceKind.Maybe or PieceKind.Proviso or PieceKind.Depends)))
            return false;
        if (kinds.Contains(PieceKind.Depends))
            return true;
        if (!kinds.Contains(PieceKind.Proviso))
            return !kinds.Contains(PieceKind.Yes) && !kinds.Overlaps(Counts) || kinds.Contains(PieceKind.But) && !HasOpenBut(said);
        return kinds.Overlaps([PieceKind.Yes, PieceKind.Agree, PieceKind.Wish, PieceKind.Maybe]);
    }

    /// <summary>A "but" that takes something from a yes: nothing before it that it could be about, or only the hour, or that nobody comes along, after it.</summary>
    private static bool HasOpenBut(Statement said)
    {
        var but = Array.FindIndex(said.Pieces, piece => piece.Kind is PieceKind.But);
        if (but < 0)
            return false;
        var (before, after) = (said.Pieces[..but], said.Pieces[(but + 1)..]);
        return !before.All(piece => Light.Contains(piece.Kind))
            && !after.Any(piece => piece.Kind is PieceKind.Late or PieceKind.Hour or PieceKind.Maybe or PieceKind.Alone || piece.Kind is PieceKind.Yes && said.SaysComing(piece));
    }

    private static Reading Yes(Statement said, HashSet<PieceKind> kinds)
    {
        if (Party.Of(said) is not { } party)
            return new Reading(ReplyKind.Unclear);
        return new Reading(ReplyKind.Yes, party)
        {
            NamesParty = kinds.Contains(PieceKind.Alone) || kinds.Overlaps(Counts),
            SaysBoth = kinds.Contains(PieceKind.Both),
            Hour = said.Pieces.Where(piece => piece is { Kind: PieceKind.Hour, NamesHour: true }).Select(piece => (int?)piece.Count).FirstOrDefault(),
        };
    }
}
