using Outreach.Contacts;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>What is to be done with a message now.</summary>
public abstract record SendDecision
{
    private SendDecision()
    {
    }

    /// <summary>What happens to the message by this alone; null: it is to be sent.</summary>
    public MessageEvent? Happens => this switch
    {
        HandOn(var channel) => new MessageEvent.HandedOn(channel),
        Wait(var until) => new MessageEvent.PutOff(until),
        Drop(var why) => new MessageEvent.Dropped(why),
        Unreachable => new MessageEvent.NotSent("unreachable"),
        _ => null,
    };

    public sealed record Send(Channel Channel, string Address) : SendDecision;

    /// <summary>Onto the printable list of letters, doors or calls.</summary>
    public sealed record HandOn(Channel Channel) : SendDecision;

    public sealed record Wait(DateTimeOffset Until) : SendDecision;

    /// <summary>No way in by this channel any more: the next channel is tried.</summary>
    public sealed record Unreachable : SendDecision;

    public sealed record Drop(string Why) : SendDecision;
}

/// <summary>Whether and when a message may leave: after no stop, within sending hours, at most two unasked ones a week, never too late.</summary>
public static class SendRules
{
    public static readonly TimeSpan UnaskedWindow = TimeSpan.FromDays(7);

    /// <summary>How long to wait before checking whether the question about a list has been answered.</summary>
    private static readonly TimeSpan HeldFor = TimeSpan.FromHours(1);

    /// <summary>After they wrote.</summary>
    private static readonly TimeSpan StillAwake = TimeSpan.FromHours(1);

    /// <param name="isBlocked">The contact point that it goes to is suppressed.</param>
    public static SendDecision Decide(Outgoing item, bool isBlocked, SendingHours hours, DateTimeOffset now)
    {
        var message = item.Message;
        // A message in doubt does not count against itself.
        var person = item.Person.Value.WithOneMessageReturned(message.TriedAt);
        if (message.IsAnswer)
            return Answer(message, person, isBlocked, hours.NextOpening(now) is var opening && opening > now && MayWait(item, opening, now) ? opening : null);
        if (person.StoppedAt is not null)
            return new SendDecision.Drop(DropReason.Stopped);
        if (item.Meeting is { CancelledAt: not null } && message.Kind is not MessageKind.MeetingCancelled && !MessageKinds.IsWelcome(message.Kind))
            return new SendDecision.Drop(DropReason.Cancelled);
        if (item.Meeting is { } meeting && IsBeforeMeeting(message.Kind) && now >= meeting.StartsAt)
            return new SendDecision.Drop(DropReason.TooLate);
        if (item.Meeting is { } current && IsOvertaken(message, current, hours))
            return new SendDecision.Drop(DropReason.Overtaken);
        if (item.IsPutBack)
            return new SendDecision.Drop(DropReason.Overtaken);
        if (item.Invitation is { } invitation && (IsAnswered(message, invitation.Value) || IsTold(message, invitation.Value)))
            return new SendDecision.Drop(DropReason.Answered);
        if (item.IsHeld && MessageKinds.IsUnasked(message, item.Invitation?.Value))
            return new SendDecision.Wait(now + HeldFor);
        if (message.Channel is Channel.Letter or Channel.Door or Channel.Call)
            return ChannelOrder.Reaches(person, message.Channel) ? new SendDecision.HandOn(message.Channel) : new SendDecision.Unreachable();
        if (AddressFor(person, message.Channel) is not { } address)
            return new SendDecision.Unreachable();
        // Whoever said it, a no holds for every way: no other channel is tried.
        if (isBlocked)
            return new SendDecision.Drop(DropReason.Stopped);
        var earliest = Earliest(item, hours, now);
        return earliest > now ? new SendDecision.Wait(earliest) : new SendDecision.Send(message.Channel, address);
    }

    /// <summary>The contact point of a channel that an unasked message may use.</summary>
    public static string? AddressFor(Person person, Channel channel) => channel switch
    {
        Channel.Sms when person.Mobile is { IsOpen: true } mobile => mobile.Value,
        Channel.Email when person.Email is { IsOpen: true } email => email.Value,
        _ => null,
    };

    /// <summary>An answer leaves at once; but at night somebody who wrote hours ago is asleep.</summary>
    private static bool MayWait(Outgoing item, DateTimeOffset opening, DateTimeOffset now) => item.Message switch
    {
        { IsSecondTry: true } again => !MessageKinds.IsNews(again.Kind),
        { Kind: MessageKind.InboxAnswer } byHand => now - byHand.At > StillAwake && !(item.Meeting?.StartsAt <= opening),
        _ => false,
    };

    /// <param name="opening">When messages may leave again; null where it leaves now.</param>
    private static SendDecision Answer(Message message, Person person, bool isBlocked, DateTimeOffset? opening)
    {
        if (!MayFollowStop(message, person) && (person.StoppedAt is not null || isBlocked))
            return new SendDecision.Drop(DropReason.Stopped);
        var way = message.Channel is Channel.Sms ? person.Mobile : person.Email;
        if (message.AsksWhetherItWasThem && way is { HasHadAnother: true })
            return new SendDecision.Drop(DropReason.Overtaken);
        if ((message.Address ?? way?.Value) is not { } address)
            return new SendDecision.Unreachable();
        return opening is { } until ? new SendDecision.Wait(until) : new SendDecision.Send(message.Channel, address);
    }

    /// <summary>
    /// The one message that may follow a stop is the answer to it. A wrong number is already suppressed when its confirmation leaves; a person who has since said
    /// stop elsewhere does not get that confirmation.
    /// </summary>
    private static bool MayFollowStop(Message message, Person person) =>
        message.Kind is MessageKind.Stopped || (message.Kind is MessageKind.WrongNumber && person.StoppedAt is null);

    private static DateTimeOffset Earliest(Outgoing item, SendingHours hours, DateTimeOffset now)
    {
        var person = item.Person.Value;
        var earliest = hours.NextOpening(now);
        var isUnasked = MessageKinds.IsUnasked(item.Message, item.Invitation?.Value);
        // People who do not know they have a place stay at home; people who do not know the meeting moved come for nothing.
        if (!isUnasked && (MessageKinds.IsNews(item.Message.Kind) || item.Message.Kind is MessageKind.PlaceFreed) && item.Meeting is { } meeting && News.CannotWait(meeting, earliest, now))
            return now;
        if (isUnasked && person.WithoutUnasked(item.Message.TriedAt).Unasked is { Count: Person.MaxUnasked } unasked && unasked[^1] + UnaskedWindow > earliest)
            earliest = hours.NextOpening(unasked[^1] + UnaskedWindow);
        return earliest;
    }

    /// <summary>While it waited, the meeting moved once more, or to another day than it reminds of.</summary>
    private static bool IsOvertaken(Message message, Meeting meeting, SendingHours hours) =>
        (message.Day is { } day && day != hours.Day(meeting.StartsAt)) || (message.NewsOf is { } of && of < meeting.NewsAt);

    /// <summary>While it waited, the answer that it builds on has changed.</summary>
    private static bool IsAnswered(Message message, Invitation invitation) => message.Kind switch
    {
        MessageKind.MeetingChanged or MessageKind.MeetingCancelled => !message.IsOfPart && invitation.Reply is (Reply.No or Reply.Stop),
        MessageKind.Nudge => invitation.Reply is not Reply.None,
        // Where the first could not be delivered, they may have answered in another way: at their door, on a call, with a flyer.
        MessageKind.Invitation or MessageKind.NomineeInvitation => invitation.Reply is Reply.Yes or Reply.No or Reply.Maybe || (message.IsSecondTry && invitation.Reply is not Reply.None),
        MessageKind.Reminder or MessageKind.PlaceFreed => invitation.Reply is not Reply.Yes || invitation.Waiting,
        _ => false,
    };

    /// <summary>While it waited, they heard the news in an answer, or from somebody who called.</summary>
    private static bool IsTold(Message message, Invitation invitation) => message.NewsOf is { } change && invitation.HasHeardOf(change);

    private static bool IsBeforeMeeting(MessageKind? kind) => kind is MessageKind.Invitation or MessageKind.NomineeInvitation or MessageKind.Nudge
        or MessageKind.Reminder or MessageKind.PartReminder or MessageKind.PlaceFreed or MessageKind.MeetingChanged or MessageKind.MeetingCancelled;
}
