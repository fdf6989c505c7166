using System.Text.Json.Serialization;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Calls;

/// <summary>Why somebody is on the call list, the most urgent reason first.</summary>
[JsonConverter(typeof(EnumWordConverter<CallReason>))]
public enum CallReason
{
    /// <summary>They count on the old day or place, or do not know that it is off, and no message tells them in time.</summary>
    Change,

    /// <summary>A place came free for them, and no message tells them in time.</summary>
    Place,
    Asked,

    /// <summary>They said yes to an earlier meeting, and were not there.</summary>
    Missed,

    /// <summary>Nothing but a call reaches them, and they have not answered.</summary>
    OnlyPhone,

    /// <summary>They are coming or unsure, and have no mobile number for a reminder.</summary>
    NoMobile,
    Doubt,

    /// <summary>They answered neither the invitation nor the nudge.</summary>
    Silent,
    Comes,
}

/// <summary>When somebody is to be called.</summary>
[JsonConverter(typeof(EnumWordConverter<CallTurn>))]
public enum CallTurn
{
    Now,

    /// <summary>Nobody answered: again later today.</summary>
    Later,

    /// <summary>Not before the day before the meeting.</summary>
    DayBefore,
    Done,
}

/// <param name="Why">At least one reason; the first is the one that counts.</param>
/// <param name="AgainAt">When somebody who did not answer is to be called again.</param>
public sealed record CallEntry(Person Person, Invitation Invitation, IReadOnlyList<CallReason> Why, CallTurn Turn, DateTimeOffset? AgainAt)
{
    public string? Number => Person.NumberToCall;
}

/// <summary>Whom to call about a meeting, why, and when.</summary>
public static class CallList
{
    public static readonly TimeSpan AgainAfter = TimeSpan.FromHours(3);

    /// <summary>How long a nudge gets to work before somebody calls.</summary>
    private static readonly TimeSpan SilentAfter = TimeSpan.FromDays(2);

    /// <param name="missed">People who said yes to an earlier meeting and were not there.</param>
    public static IReadOnlyList<CallEntry> Of(Meeting meeting, IEnumerable<PaperEntry> people, IReadOnlySet<PersonId> missed, DateTimeOffset now) =>
    [
        .. people.Select(one => EntryOf(meeting, one, missed, now)).OfType<CallEntry>()
            .OrderBy(entry => entry.Turn).ThenBy(entry => entry.Why[0]).ThenByDescending(entry => entry.Why.Count).ThenBy(entry => entry.Person.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Whether it may lead to a call at all, before anything is known of the person.</summary>
    public static bool MayConcern(Meeting meeting, Invitation invitation) =>
        News.Concerns(meeting, invitation) || HasAskedForCall(invitation) || MayComeWithPlace(invitation) || IsUnanswered(invitation);

    /// <summary>They asked to be called, and nobody has spoken to them since.</summary>
    public static bool HasAskedForCall(Invitation invitation) =>
        invitation.AskedCallAt is { } asked && !(invitation.Called is { Outcome: CallOutcome.Spoke } called && called.At >= asked);

    private static CallEntry? EntryOf(Meeting meeting, PaperEntry one, IReadOnlySet<PersonId> missed, DateTimeOffset now)
    {
        var (person, invitation) = (one.Person, one.Invitation);
        IReadOnlyList<CallReason> why = [.. ReasonsOf(meeting, one, missed, now)];
        // People without a phone number can still be told at the door.
        if (why.Count == 0 || (why[0] is not (CallReason.Change or CallReason.Place) && person.NumberToCall is null))
            return null;
        var called = CountsFor(meeting, invitation, why[0], now);
        DateTimeOffset? again = called is { Outcome: CallOutcome.NoAnswer } && now < called.At + AgainAfter ? called.At + AgainAfter : null;
        var turn = called switch
        {
            { Outcome: CallOutcome.Spoke } => CallTurn.Done,
            { Outcome: CallOutcome.NoAnswer } => again is null ? CallTurn.Now : CallTurn.Later,
            _ => why[0] is CallReason.Change or CallReason.Place or CallReason.Asked or CallReason.OnlyPhone or CallReason.Silent || now >= meeting.DayBeforeFrom ? CallTurn.Now : CallTurn.DayBefore,
        };
        return new CallEntry(person, invitation, why, turn, again);
    }

    private static IEnumerable<CallReason> ReasonsOf(Meeting meeting, PaperEntry one, IReadOnlySet<PersonId> missed, DateTimeOffset now)
    {
        var (person, invitation) = (one.Person, one.Invitation);
        if (News.NeedsCall(meeting, person, invitation, now))
            yield return CallReason.Change;
        if (!meeting.IsOpen(now) || invitation.Waiting || invitation.Reply is Reply.Stop)
            yield break;
        if (FreedPlace.NeedsCall(meeting, invitation, now))
            yield return CallReason.Place;
        var isOpen = MayComeWithPlace(invitation) || IsUnanswered(invitation);
        if (HasAskedForCall(invitation) || (isOpen && person.Prefers is Channel.Call))
            yield return CallReason.Asked;
        if (person.RefusesCalls)
            yield break;
        if (isOpen && missed.Contains(person.Id))
            yield return CallReason.Missed;
        if (IsOnlyPhone(invitation))
            yield return CallReason.OnlyPhone;
        if (MayComeWithPlace(invitation) && person.Mobile is not { IsOpen: true })
            yield return CallReason.NoMobile;
        if (invitation.Reply is Reply.Maybe)
            yield return CallReason.Doubt;
        if (IsSilent(invitation, now))
            yield return CallReason.Silent;
        if (invitation.Reply is Reply.Yes)
            yield return CallReason.Comes;
    }

    /// <summary>The last call that still counts for this reason; null when something newer asks for another call.</summary>
    private static Called? CountsFor(Meeting meeting, Invitation invitation, CallReason why, DateTimeOffset now)
    {
        var dayBefore = meeting.DayBeforeFrom;
        var since = why switch
        {
            CallReason.Change => meeting.NewsAt,
            CallReason.Place => invitation.PlaceFreed?.Of,
            CallReason.Asked => invitation.AskedCallAt,
            _ => now >= dayBefore ? dayBefore : null,
        };
        return invitation.Called is { } called && (since is null || called.At >= since) ? called : null;
    }

    private static bool MayComeWithPlace(Invitation invitation) => invitation is { Reply: Reply.Yes or Reply.Maybe, Waiting: false };

    private static bool IsUnanswered(Invitation invitation) => invitation is { Reply: Reply.None or Reply.Question, SentAt: not null };

    private static bool IsOnlyPhone(Invitation invitation) => invitation is { IsByHand: true, ByHand: Channel.Call };

    private static bool IsSilent(Invitation invitation, DateTimeOffset now) =>
        invitation is { Reply: Reply.None, VisitSince: null, Delivery: Delivery.Sent or Delivery.Delivered, NudgedAt: { } nudged } && now >= nudged + SilentAfter;
}
