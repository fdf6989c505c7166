using Outreach.Contacts;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>What a message, its invitation and its person become when something happens to the message.</summary>
/// <param name="Next">The message that tries again, or the next channel.</param>
/// <param name="Suppress">The receiver opted out at the provider: we hold that too.</param>
public sealed record DeliveryResult(Message Message, Person Person, Invitation? Invitation, Message? Next = null, bool Suppress = false)
{
    /// <summary>Rows that one result changes at most: message, invitation, person, a next message and its job, and the job that brought it here.</summary>
    public const int MaxRows = 6;

    /// <summary>Results of different people that fit a submit.</summary>
    public const int PeoplePerSubmit = RowRules.MaxOperations / MaxRows;

    /// <summary>After this many deferrals the next channel is tried.</summary>
    private const int MaxTries = 8;

    /// <summary>Until a stopped channel is tried again; each try renews the alert.</summary>
    private static readonly TimeSpan StoppedFor = TimeSpan.FromMinutes(15);

    /// <summary>When <see cref="Next"/> leaves; null: at once.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Messages that need not leave any more.</summary>
    public IReadOnlyList<Stored<Message>> Unneeded { get; init; } = [];

    /// <summary>When a job comes back for the message; null: it is settled.</summary>
    public DateTimeOffset? Again { get; init; }

    public static DeliveryResult Of(Outgoing item, MessageEvent happened, SendingHours hours, DateTimeOffset now)
    {
        if (happened is MessageEvent.TryLater { Code: not MessageEvent.TryLater.Pace } refused && item.Message.Tries >= MaxTries)
            happened = new MessageEvent.Refused(refused.Code);
        var message = item.Message.Apply(happened, now);
        return happened switch
        {
            MessageEvent.Accepted or MessageEvent.Delayed or MessageEvent.Delivered => Departed(item, message, happened, now),
            MessageEvent.HandedOn => new(message, item.Person.Value, Carried(item, message, HeardState.ByHand, now)),
            MessageEvent.Undelivered => Undelivered(item, message, hours, now),
            MessageEvent.AddressBad => Failed(item, message, addressBad: true, now),
            MessageEvent.Refused or MessageEvent.NotSent => Failed(item, message, addressBad: false, now),
            MessageEvent.OptedOut => OptedOut(item, message, now),
            MessageEvent.Dropped => new(message, ReturnUnasked(item), Carried(item, message, message.Code is DropReason.TooLate or DropReason.Stopped ? HeardState.ByHand : null, now)),
            MessageEvent.TryLater later => Later(item, message, now + later.After, now),
            MessageEvent.ChannelStopped => Later(item, message, now + StoppedFor, now),
            MessageEvent.PutOff(var until) => Later(item, message, until, now),
            MessageEvent.InHand(var until) => Unchanged(item, message, until),
            MessageEvent.AwaitsReport(var until) => Unchanged(item, message, until),
            MessageEvent.Unknown => Unchanged(item, message, now + Claims.Period),
            _ => throw new InvalidOperationException(happened.GetType().Name),
        };
    }

    /// <summary>Writes what has changed against what is stored; a message that is not stored yet begins with what happened to it.</summary>
    /// <param name="item">As it is stored.</param>
    public void AddTo(Changes changes, Outgoing item, DateTimeOffset now)
    {
        if (item.Stored is not { } message)
            changes.Add(Message);
        else if (message.Value != Message)
            changes.Change(message, Message);
        // Write the person even when unchanged: it makes a concurrent change of their contacts conflict, so that one of the two sees the other.
        if (item.Person.Value != Person || Invitation?.Delivery is Delivery.PermanentFailure)
            changes.Change(item.Person, Person);
        if (item.Invitation is { } invitation && Invitation is { } after && invitation.Value != after)
            changes.Change(invitation, after);
        if (Next is { } next)
        {
            changes.Add(next);
            changes.Enqueue(SendMessageJob.For(changes.Shard.Group, next, now, NextAt));
        }

        foreach (var other in Unneeded)
            changes.Change(other, other.Value.Apply(new MessageEvent.Dropped(DropReason.Arrived), now));
        if (Again is { } again)
            changes.Enqueue(SendMessageJob.For(changes.Shard.Group, Message, now, again));
    }

    /// <summary>The provider has it.</summary>
    private static DeliveryResult Departed(Outgoing item, Message message, MessageEvent happened, DateTimeOffset now)
    {
        var isNews = message.State is MessageState.Delivered || item.Message.State is MessageState.Sending;
        var carried = isNews ? Carried(item, message, HeardState.Told, now) : item.Invitation?.Value;
        // Their mail server has not taken it yet: news in it may come too late, unless somebody has told them since.
        var isTold = item.Invitation?.Value.Called is { Outcome: CallOutcome.Spoke } called && called.At > message.TriedAt;
        if (happened is MessageEvent.Delayed && !item.IsInvitation && !isTold)
            carried = Heard(item, message, HeardState.OnItsWay);
        return new(message, item.Person.Value, item is { IsInvitation: true, Message.State: MessageState.Sending } ? carried?.LeftFor(message.Address, item.Person.Value, now) : carried);
    }

    /// <summary>
    /// It did not arrive, though the number or address may be good: a phone that was off, a network that was down. It counts as failed, and is tried once more
    /// within the day; after that the next channel has its turn.
    /// </summary>
    private static DeliveryResult Undelivered(Outgoing item, Message message, SendingHours hours, DateTimeOffset now)
    {
        if (item.IsPutBack || NextTry.Again(message, item.Person.Value, now) is not { } again)
            return Failed(item, message, addressBad: false, now);
        return new(message, GiveBack(item), HandedOver(item, message, again, null, now), again) { NextAt = NextTry.At(message, hours, now) };
    }

    /// <summary>It cannot arrive this way: marks the contact point when that is the cause, and goes on to the next channel.</summary>
    private static DeliveryResult Failed(Outgoing item, Message message, bool addressBad, DateTimeOffset now)
    {
        var person = addressBad ? MarkBad(GiveBack(item), message) : GiveBack(item);
        if (item.IsPutBack)
            return new(message, person, item.Invitation!.Value);
        var channel = NextTry.ChannelAfter(message, person);
        var next = channel is Channel.Sms or Channel.Email ? item.Message.Anew(MessageStep.By(item.Message.Step, channel.Value), channel.Value, now) : null;
        return new(message, person, HandedOver(item, message, next, channel, now), next);
    }

    private static DeliveryResult OptedOut(Outgoing item, Message message, DateTimeOffset now) => new(
        message,
        ReturnUnasked(item) with { StoppedAt = item.Person.Value.StoppedAt ?? now },
        item.IsInvitation ? item.Invitation?.Value.Suppressed() : item.Invitation?.Value,
        Suppress: true);

    private static DeliveryResult Later(Outgoing item, Message message, DateTimeOffset again, DateTimeOffset now) =>
        new(message, GiveBack(item), Carried(item, message, null, now)) { Again = again };

    private static DeliveryResult Unchanged(Outgoing item, Message message, DateTimeOffset again) => new(message, item.Person.Value, item.Invitation?.Value) { Again = again };

    /// <summary>The invitation once the message that carries it, or the news of its meeting, is on its way, has left, or cannot.</summary>
    /// <param name="heard">What the person knows of the news, or of the place that came free; null: as before.</param>
    private static Invitation? Carried(Outgoing item, Message message, HeardState? heard, DateTimeOffset now) =>
        item.IsInvitation ? item.Invitation?.Value.CarriedBy(message, null, null, now) : Heard(item, message, heard);

    /// <summary>The invitation once its message, or the news, goes on with another message, or by hand.</summary>
    private static Invitation? HandedOver(Outgoing item, Message message, Message? next, Channel? byHand, DateTimeOffset now) =>
        item.IsInvitation ? item.Invitation?.Value.CarriedBy(message, next, byHand, now) : Heard(item, message, next is null ? HeardState.ByHand : HeardState.OnItsWay);

    private static Invitation? Heard(Outgoing item, Message message, HeardState? heard)
    {
        if (item.Invitation?.Value is not { } invitation || heard is not { } state)
            return item.Invitation?.Value;
        if (message.Kind is MessageKind.PlaceFreed && invitation.PlaceFreed is { } freed)
            return invitation with { PlaceFreed = freed with { State = state } };
        return invitation.News is { } news && news.Of == message.NewsOf ? invitation with { News = news with { State = state } } : invitation;
    }

    /// <summary>It counts neither as unasked nor as the one message that may follow a form.</summary>
    private static Person GiveBack(Outgoing item) => ReturnUnasked(item).WithOneMessageReturned(item.Message.TriedAt);

    /// <summary>An answer never counted: what was claimed at the same moment is another message.</summary>
    private static Person ReturnUnasked(Outgoing item) => item.Message.IsAnswer ? item.Person.Value : item.Person.Value.WithoutUnasked(item.Message.TriedAt);

    private static Person MarkBad(Person person, Message message) => message.Channel switch
    {
        Channel.Sms when person.Mobile is { } mobile && IsOf(message, mobile) => person with { Mobile = mobile with { BadCode = message.Code } },
        Channel.Email when person.Email is { } email && IsOf(message, email) => person with { Email = email with { BadCode = message.Code } },
        _ => person,
    };

    private static bool IsOf(Message message, Contact contact) => message.Address is null || message.Address == contact.Value;
}
