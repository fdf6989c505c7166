using Outreach.Contacts;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>
/// An SMS that the provider had given up is there after all: networks report so when a phone comes back. What was to be tried instead and has not left, does not leave;
/// what has left has left.
/// </summary>
public static class DeliveredAfterAll
{
    public static bool Applies(Message message, MessageEvent happened) => happened is MessageEvent.Delivered && message is { Channel: Channel.Sms, State: MessageState.PermanentFailure };

    /// <param name="item">As it is stored: failed.</param>
    /// <param name="conversation">What was written to the person.</param>
    public static DeliveryResult Of(Outgoing item, MessageEvent arrived, IEnumerable<Stored<Message>> conversation, SendingHours hours, DateTimeOffset now)
    {
        var result = DeliveryResult.Of(item, arrived, hours, now);
        // At a number that is no longer theirs it says nothing of them.
        if (item.Person.Value.Mobile is not { } mobile || mobile.Value != item.Message.Address)
            return result with { Invitation = item.Invitation?.Value };
        var instead = conversation.Where(other => other.Value.Kind == item.Message.Kind && MessageStep.IsInsteadOf(other.Value.Step, item.Message.Step)).ToList();
        var hasLeft = instead.Exists(other => other.Value.State is MessageState.Sending or MessageState.Sent or MessageState.Delivered);
        return result with
        {
            Person = Mended(item, mobile),
            Invitation = hasLeft ? item.Invitation?.Value : Arrived(item, result.Invitation, now),
            Unneeded = [.. instead.Where(other => other.Value.State is MessageState.Queued)],
        };
    }

    /// <summary>It counts again for the person, and their number is good, unless something else says that it is not.</summary>
    private static Person Mended(Outgoing item, Contact mobile)
    {
        var person = item.Person.Value with { Mobile = mobile.BadCode == item.Message.Code ? mobile with { BadCode = null } : mobile };
        return item.Message.TriedAt is { } tried ? Claims.Counted(item, person, tried) : person;
    }

    /// <summary>Also off the list of letters, doors or calls, and not for the next mailing; not where a later message carries the invitation, or they want none.</summary>
    private static Invitation? Arrived(Outgoing item, Invitation? arrived, DateTimeOffset now) =>
        !item.IsInvitation || item.Invitation?.Value is not { } invitation ? arrived
        : invitation.Delivery is Delivery.Sending or Delivery.Sent or Delivery.Delivered or Delivery.Suppressed ? invitation
        : invitation with { Delivery = Delivery.Delivered, SentAt = invitation.SentAt ?? item.Message.TriedAt ?? now, Channel = item.Message.Channel };
}
