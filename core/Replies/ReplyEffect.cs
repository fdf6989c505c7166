using Outreach.Records;

namespace Outreach.Replies;

/// <summary>What became of an answer.</summary>
public abstract record ReplyOutcome
{
    private ReplyOutcome()
    {
    }

    /// <param name="KeepsPlaces">There was no room for that many more: the earlier answer stands.</param>
    public sealed record Saved(Invitation Invitation, bool KeepsPlaces = false) : ReplyOutcome;

    /// <summary>The meeting is full: the person is on the waiting list.</summary>
    public sealed record Waiting(Invitation Invitation) : ReplyOutcome;

    public sealed record TooLate : ReplyOutcome;

    public sealed record Cancelled : ReplyOutcome;

    public sealed record NotInvited : ReplyOutcome;
}

/// <summary>Yes (with a number of people), no or maybe.</summary>
/// <param name="Party">Null: a yes that does not say how many. It leaves an earlier number as it is.</param>
/// <param name="At">When it was written.</param>
public sealed record GivenReply(Reply Reply, int? Party, DateTimeOffset At);

/// <summary>What an answer makes of an invitation and of the places of the meeting.</summary>
/// <param name="Seats">Null where they stay as they are.</param>
/// <param name="MayConfirm">Said for the first time, or again, and not too often today.</param>
public sealed record ReplyEffect(Invitation Invitation, Seats? Seats, bool MayConfirm)
{
    /// <summary>They asked for more places than there are left, and keep those that they had.</summary>
    public bool KeepsPlaces { get; init; }

    public ReplyOutcome Outcome => Invitation.Waiting ? new ReplyOutcome.Waiting(Invitation) : new ReplyOutcome.Saved(Invitation, KeepsPlaces);

    public MessageKind Confirmation => Invitation switch
    {
        { Waiting: true } => MessageKind.ConfirmWaiting,
        { Reply: Reply.Yes } => MessageKind.ConfirmYes,
        { Reply: Reply.No } => MessageKind.ConfirmNo,
        _ => MessageKind.ConfirmMaybe,
    };

    public static ReplyOutcome? Refusal(Meeting? meeting, Invitation? invitation, DateTimeOffset now) => meeting switch
    {
        _ when meeting is null || invitation is null => new ReplyOutcome.NotInvited(),
        { CancelledAt: not null } => new ReplyOutcome.Cancelled(),
        _ => meeting.IsOver(now) ? new ReplyOutcome.TooLate() : null,
    };

    public static ReplyEffect By(GivenReply given, Invitation before, Meeting meeting, Seats? seats, DateTimeOffset now)
    {
        if (IsOvertaken(given, before))
            return new ReplyEffect(before, null, MayConfirm: false);
        var party = given.Reply is not Reply.Yes ? 0 : given.Party ?? Math.Max(1, before.Party);
        var taken = seats ?? new Seats();
        var places = meeting.Capacity is not { } capacity ? taken
            : given.Reply is Reply.Yes ? taken.Ask(before.Person, party, capacity, now) : taken.Free(before.Person, meeting.CapacityForWaiting(now), now);
        var held = meeting.Capacity is null || given.Reply is not Reply.Yes ? party : places.PartyOf(before.Person) ?? party;
        var after = before with { Reply = given.Reply, Party = held, Waiting = meeting.Capacity is not null && places.IsWaiting(before.Person), RepliedAt = given.At };
        // "No room for more" is said each time they ask: they would count on the places otherwise.
        var isNews = held < party || (before.Reply, before.Party, before.Waiting) != (after.Reply, after.Party, after.Waiting);
        return new ReplyEffect(after, places == taken ? null : places, AnswerLimit.MayConfirm(before.Confirmed, isNews, now)) { KeepsPlaces = held < party };
    }

    public Invitation ConfirmedAt(DateTimeOffset now) => Invitation with { Confirmed = [now, .. Invitation.Confirmed.Take(AnswerLimit.Confirmations - 1)] };

    /// <summary>Queues keep no order: an answer that was given later may have been handled before. A question is none.</summary>
    private static bool IsOvertaken(GivenReply given, Invitation invitation) => given.At < invitation.RepliedAt && invitation.Reply is not Reply.Question;
}
