using Outreach.Contacts;
using Outreach.Records;

namespace Outreach.Meetings;

/// <summary>That a meeting moved or is off: who has to hear of it, when that cannot wait, and who does not know yet.</summary>
public static class News
{
    /// <summary>Whoever hears of it later than this before the meeting is on their way already.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromHours(2);

    /// <summary>The clock writes to people within minutes.</summary>
    private static readonly TimeSpan TellingTime = TimeSpan.FromMinutes(10);

    /// <summary>The change that a message of this kind tells of by saying how the meeting is now; null when it says nothing of that.</summary>
    public static DateTimeOffset? ToldBy(MessageKind? kind, Meeting? meeting) => meeting is not null && MessageKinds.SaysWhen(kind) ? meeting.NewsAt : null;

    /// <summary>By then somebody who has not heard would already be at the door, or have stayed at home.</summary>
    public static bool CannotWait(Meeting meeting, DateTimeOffset until, DateTimeOffset now) => until > meeting.FirstExpectedStart(now) - Notice;

    /// <summary>The timer has had its minutes: people who have not heard by now will not hear in time.</summary>
    public static bool IsLate(Meeting meeting, DateTimeOffset of, DateTimeOffset now) => now >= of + TellingTime && CannotWait(meeting, now, now);

    /// <summary>Said yes or maybe (also people who wait for a place), or was asked and has not answered: then the invitation that they hold is wrong.</summary>
    public static bool Concerns(Meeting meeting, Invitation invitation) =>
        meeting.NewsAt is { } of && (MayCome(invitation) || HoldsOldDate(invitation, of)) && !IsAsTheyKnowIt(meeting, invitation);

    /// <summary>The plan that somebody who missed the last changes counts on; null when they know the current one, or the earlier one was not recorded.</summary>
    public static EarlierPlan? CountsOn(Meeting meeting, Invitation invitation)
    {
        var answeredAt = MayCome(invitation) ? invitation.RepliedAt : null;
        var asked = answeredAt > invitation.SentAt || invitation.SentAt is null ? answeredAt : invitation.SentAt;
        return CountsOn(meeting, asked, invitation.News?.LastTold);
    }

    /// <summary>Whoever has a part in it has to hear of this; null when there is nothing new to them.</summary>
    public static DateTimeOffset? For(MeetingPart part, Meeting meeting) =>
        meeting.NewsAt is { } of && part.At <= of && part.NewsOf != of && !IsAsItIs(meeting, CountsOn(meeting, part.At, part.NewsOf)) ? of : null;

    /// <summary>
    /// Has a part in it that comes, and no message tells them of it, or of its change: somebody has to call. Also when one has left: where no message reaches them now, it
    /// may not have arrived. Whoever said stop may not mean to come any more.
    /// </summary>
    public static bool NeedsCall(Meeting meeting, GivenPart given, DateTimeOffset now)
    {
        var (part, person) = given;
        if (now >= meeting.StartsAt || (!given.HasMissedMessage && person is not null && ChannelOrder.ForMessage(person) is not null))
            return false;
        var isOn = meeting.CancelledAt is null;
        var isUntold = For(part with { NewsOf = null }, meeting) is not null || (isOn && (part.ToldOf is null || given.HasMissedMessage || person is { StoppedAt: not null }));
        return isUntold && !(part.ToldInPersonAt >= (meeting.NewsAt ?? part.At) && !(person?.StoppedAt > part.ToldInPersonAt));
    }

    /// <param name="asked">When they were last told how it is.</param>
    /// <param name="heard">The last change that they heard of.</param>
    private static EarlierPlan? CountsOn(Meeting meeting, DateTimeOffset? asked, DateTimeOffset? heard) =>
        meeting.Before.FirstOrDefault(plan => plan.Until >= (asked ?? DateTimeOffset.MinValue) && plan.Until > (heard ?? DateTimeOffset.MinValue));

    /// <summary>Was asked before the change, and has neither answered nor heard of it.</summary>
    public static bool IsInTheDark(Meeting meeting, Invitation invitation) =>
        meeting.NewsAt is { } of && HoldsOldDate(invitation, of) && !invitation.HasHeardOf(of) && !IsAsTheyKnowIt(meeting, invitation);

    /// <summary>A letter that was posted invites them to the old day or place, and no message puts that right.</summary>
    public static bool HoldsOldLetter(Meeting meeting, Invitation invitation) =>
        invitation is { Channel: Channel.Letter, Delivery: Delivery.Sent } && IsInTheDark(meeting, invitation);

    /// <summary>What was printed at that moment says another day or place than what holds now.</summary>
    public static bool IsOldPrint(Meeting meeting, DateTimeOffset printedAt) => CountsOn(meeting, printedAt, null) is { } plan && !IsAsItIs(meeting, plan);

    /// <summary>Would come, and no message tells them, or none has in time: somebody has to call or ring.</summary>
    public static bool NeedsCall(Meeting meeting, Person person, Invitation invitation, DateTimeOffset now)
    {
        if (meeting.NewsAt is not { } of || !MayCome(invitation) || IsAsTheyKnowIt(meeting, invitation))
            return false;
        var heard = invitation.News is { } news && news.Of == of ? news.State : (HeardState?)null;
        // Also after an answer by message: it was about the old day, and what we said to it did not arrive. At a door or by phone they were told.
        if (heard is HeardState.ByHand && (invitation.Channel is Channel.Sms or Channel.Email || !(invitation.RepliedAt > of)))
            return true;
        if (invitation.RepliedAt > of || heard is HeardState.Told)
            return false;
        var isLate = IsLate(meeting, of, now);
        return heard is HeardState.OnItsWay ? isLate : isLate || !person.IsReachableUnasked || meeting.StartsAt <= now + TellingTime;
    }

    /// <summary>It moved and moved back before they heard of it.</summary>
    private static bool IsAsTheyKnowIt(Meeting meeting, Invitation invitation) => IsAsItIs(meeting, CountsOn(meeting, invitation));

    private static bool IsAsItIs(Meeting meeting, EarlierPlan? plan) => meeting.CancelledAt is null && plan is not null && plan.StartsAt == meeting.StartsAt && plan.Place == meeting.Place;

    private static bool MayCome(Invitation invitation) => invitation.Reply is Reply.Yes or Reply.Maybe;

    private static bool HoldsOldDate(Invitation invitation, DateTimeOffset of) =>
        invitation.Reply is Reply.None or Reply.Question && invitation.SentAt <= of
        && invitation.Delivery is Delivery.Sent or Delivery.Delivered or Delivery.HandedOn;
}
