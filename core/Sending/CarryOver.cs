using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>A result for rows that have changed since it was decided: what the sender decided goes over, what others wrote stays.</summary>
public static class CarryOver
{
    /// <summary>Whether another worker has claimed or settled the message since. A provider's answer to our own claim still counts.</summary>
    /// <param name="decidedOn">The stored message at the time of the decision; null when there was none.</param>
    public static bool IsOvertakenBy(this DeliveryResult result, Message? stored, Message? decidedOn)
    {
        var isProven = decidedOn is { State: MessageState.Sending } && result.Message.State is not (MessageState.Sending or MessageState.Queued or MessageState.Dropped);
        return !isProven && (stored?.State, stored?.TriedAt) != (decidedOn?.State, decidedOn?.TriedAt);
    }

    /// <param name="item">As it was at the time of the decision.</param>
    /// <param name="current">As it is stored now.</param>
    public static DeliveryResult Onto(this DeliveryResult result, Outgoing item, Outgoing current, DateTimeOffset now)
    {
        // Claimed once more meanwhile: it counts for the person from then on, and is given back from then on.
        if (current.Stored?.Value.TriedAt is { } claimed && result.Message.TriedAt is not null)
            (result, item) = (result with { Message = result.Message with { TriedAt = claimed } }, item with { Message = item.Message with { TriedAt = claimed } });
        var (person, invitation) = (current.Person.Value, current.Invitation?.Value);
        if (current.Stored?.Value is { State: MessageState.Delivered or MessageState.PermanentFailure } message)
            return result.AfterReport(item, message, person, invitation);
        var onto = result.Onto(item, person, invitation);
        return onto with { Invitation = onto.Invitation?.Follow(result.Person, onto.Person, now), Next = current.IsPutBack ? null : onto.Next };
    }

    /// <summary>The provider's report was faster than its answer: what it says of the message and the invitation stands. What did not arrive does not count.</summary>
    private static DeliveryResult AfterReport(this DeliveryResult result, Outgoing item, Message message, Person person, Invitation? invitation)
    {
        var arrived = message.State is MessageState.Delivered ? result : result with { Person = item.Person.Value };
        return arrived.Onto(item, person, invitation) with { Message = message with { ProviderId = message.ProviderId ?? result.Message.ProviderId }, Invitation = invitation, Next = null };
    }

    private static DeliveryResult Onto(this DeliveryResult result, Outgoing item, Person person, Invitation? invitation) =>
        result with { Person = PersonAfter(result, item, person), Invitation = InvitationAfter(result, item, invitation) };

    private static Person PersonAfter(DeliveryResult result, Outgoing item, Person stored) => stored with
    {
        Unasked = result.Person.Unasked.Count < item.Person.Value.Unasked.Count ? stored.WithoutUnasked(item.Message.TriedAt).Unasked : stored.Unasked,
        StoppedAt = stored.StoppedAt ?? result.Person.StoppedAt,
        Mobile = Marked(stored.Mobile, item.Person.Value.Mobile, result.Person.Mobile),
        Email = Marked(stored.Email, item.Person.Value.Email, result.Person.Email),
    };

    private static Invitation? InvitationAfter(DeliveryResult result, Outgoing item, Invitation? stored)
    {
        if (stored is null || result.Invitation is not { } decided)
            return stored;
        if (result.Message.IsInvitation)
            return stored.IsPutBackSince(result.Message) ? stored : Carried(stored, decided);
        return stored with
        {
            News = Heard(stored.News, item.Invitation?.Value.News, decided.News),
            PlaceFreed = Heard(stored.PlaceFreed, item.Invitation?.Value.PlaceFreed, decided.PlaceFreed),
        };
    }

    private static Heard? Heard(Heard? stored, Heard? before, Heard? decided) => decided != before && decided?.Of == stored?.Of ? decided : stored;

    private static Invitation Carried(Invitation stored, Invitation decided)
    {
        if (stored.Delivery is Delivery.Delivered or Delivery.PermanentFailure or Delivery.Suppressed)
            return stored with { Channel = decided.Channel, SentAt = stored.SentAt ?? decided.SentAt };
        var carried = stored with { Channel = decided.Channel, Delivery = decided.Delivery };
        return decided.PutBack > stored.PutBack
            ? carried with { Mailing = null, SentAt = null, NudgedAt = null, PutBack = decided.PutBack, CreatedAt = decided.CreatedAt }
            : carried with { SentAt = stored.SentAt ?? decided.SentAt };
    }

    private static Contact? Marked(Contact? stored, Contact? before, Contact? decided) =>
        stored is { BadCode: null } && stored.Value == decided?.Value ? stored with { BadCode = decided.BadCode, AskedAt = AskedAt(stored, before, decided) } : stored;

    private static DateTimeOffset? AskedAt(Contact stored, Contact? before, Contact decided) =>
        decided.AskedAt is null && stored.AskedAt == before?.AskedAt ? null : stored.AskedAt;
}
