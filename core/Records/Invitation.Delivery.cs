using Outreach.Contacts;

namespace Outreach.Records;

/// <summary>The delivery of an invitation is that of the message which carries it.</summary>
public sealed partial record Invitation
{
    /// <param name="message">As it is now. One from before the invitation was put back on the list changes nothing.</param>
    /// <param name="next">After it failed: the message that tries again.</param>
    /// <param name="byHand">After it failed: the list of letters, doors or calls that it went on.</param>
    public Invitation CarriedBy(Message message, Message? next, Channel? byHand, DateTimeOffset now) => message.State switch
    {
        _ when IsPutBackSince(message) => this,
        MessageState.Queued => this with { Delivery = message.IsSecondTry ? Delivery.TemporaryFailure : Delivery.Queued },
        // What left before has not arrived.
        MessageState.Sending => this with { Delivery = Delivery.Sending, Channel = message.Channel, SentAt = null },
        MessageState.Sent when message.Channel is Channel.Letter or Channel.Door or Channel.Call => OnPaper(message.Channel, now),
        // It says what held when it was claimed.
        MessageState.Sent => Departed(Delivery.Sent, message.TriedAt ?? now),
        MessageState.Delivered => Departed(Delivery.Delivered, message.TriedAt ?? now),
        MessageState.PermanentFailure when next is { IsSecondTry: true } => this with { Delivery = Delivery.TemporaryFailure },
        MessageState.PermanentFailure when next is not null => this with { Delivery = Delivery.Queued, Channel = next.Channel, SentAt = null },
        MessageState.PermanentFailure => byHand is { } channel ? (this with { SentAt = null }).OnPaper(channel, now) : Departed(Delivery.PermanentFailure, now),
        MessageState.Dropped => AfterDrop(message.Code, now),
        _ => this,
    };

    /// <summary>Its receiver wants no messages.</summary>
    public Invitation Suppressed() => this with { Delivery = Delivery.Suppressed };

    /// <summary>An answer tells the news, if there is any: it need not be told by another message.</summary>
    public Invitation Hearing(Message? answer) => answer?.NewsOf is { } of && News?.Of != of ? this with { News = Heard.OnItsWay(of, News) } : this;

    /// <summary>Somebody who was skipped this time waits for the next mailing, with a message of its own.</summary>
    private Invitation AfterDrop(string? why, DateTimeOffset now) =>
        why is DropReason.Stopped ? Suppressed() with { SentAt = Delivery is Delivery.TemporaryFailure ? null : SentAt }
        : Delivery is not (Delivery.Created or Delivery.Sending or Delivery.Queued) ? this
        : why is DropReason.Answered ? this with { Delivery = Delivery.Created }
        : BackOnList(now);

    private Invitation Departed(Delivery delivery, DateTimeOffset now) => this with { Delivery = delivery, SentAt = SentAt ?? now };

    private Invitation OnPaper(Channel channel, DateTimeOffset now) => Departed(Delivery.HandedOn, now) with { Channel = channel };
}
