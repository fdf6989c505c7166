using Outreach.Contacts;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>What a message, its invitation and its person become after word from a provider. Pure.</summary>
/// <param name="Next">The message that tries the next channel down the ladder.</param>
/// <param name="Suppress">The receiver opted out at the provider: we hold that too.</param>
public sealed record Fate(Message Message, Person Person, Invitation? Invitation, Message? Next = null, bool Suppress = false)
{
    /// <summary>When <see cref="Next"/> leaves; null: at once.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public static Fate Accepted(Outgoing item, string providerId, bool delivered, DateTimeOffset now)
    {
        var message = item.Message with { State = delivered ? MessageState.Delivered : MessageState.Sent, ProviderId = providerId };
        var person = item.Person.Value.Asked(now);
        if (MessageKinds.IsUnasked(message.Kind, item.Invitation?.Value) && !message.IsAnswer)
            person = person with { Unasked = [now, .. person.Unasked.Take(SendRules.MaxUnasked - 1)] };
        var invitation = Hears(item, HeardState.Told);
        if (invitation is not null && item.IsInvitation)
            invitation = Left(invitation, delivered, now);
        return new Fate(message, person, invitation);
    }

    /// <summary>The invitation once its message left or has arrived.</summary>
    public static Invitation Left(Invitation invitation, bool delivered, DateTimeOffset now) =>
        invitation with { Delivery = delivered ? Delivery.Delivered : Delivery.Sent, SentAt = invitation.SentAt ?? now, ClaimedAt = null };

    /// <summary>On a printable list: somebody will bring, ring or call it.</summary>
    public static Fate HandedOn(Outgoing item, Channel channel, DateTimeOffset now) => new(
        item.Message with { State = MessageState.Sent, Channel = channel },
        item.Person.Value,
        item.IsInvitation && item.Invitation?.Value is { } invitation ? OnPaper(invitation, channel, now) : Hears(item, HeardState.ByHand));

    /// <summary>
    /// It did not arrive, though the number or address may be good: a phone that was off, a network that was down. It counts as failed, and is tried once more
    /// within the day; after that the next channel has its turn.
    /// </summary>
    public static Fate Undelivered(Outgoing item, string code, SendingHours hours, DateTimeOffset now)
    {
        var message = item.Message with { State = MessageState.PermanentFailure, Code = code };
        // After a stop there is one message, and it is not sent again.
        if (message.IsSecondTry || message.Kind is MessageKind.Stopped or MessageKind.WrongNumber || HasMoved(item.Person.Value, message))
            return Failed(item, code, addressBad: false, now);
        var again = Again(message, message.Channel, now) with
        {
            Step = MessageStep.Again(message.Step),
            IsSecondTry = true,
            Address = message.IsAnswer ? message.Address : null,
        };
        var invitation = item is { IsInvitation: true, Invitation.Value: var asked } ? asked with { Delivery = Delivery.TemporaryFailure, ClaimedAt = null } : Hears(item, HeardState.OnItsWay);
        return new Fate(message, GiveBack(item), invitation, again) { NextAt = SecondTryAt(message, hours, now) };
    }

    /// <summary>As late as it can be today: what keeps a phone from receiving takes hours. The news that a meeting is off does not wait for that.</summary>
    private static DateTimeOffset SecondTryAt(Message message, SendingHours hours, DateTimeOffset now)
    {
        var waits = SecondTryAfter.Select(wait => now + wait);
        return MessageKinds.IsNews(message.Kind) ? now + SecondTryAfter[^1] : waits.Where(hours.IsOpen).Append(hours.NextOpening(now + SecondTryAfter[0])).First();
    }

    private static readonly TimeSpan[] SecondTryAfter = [TimeSpan.FromHours(4), TimeSpan.FromHours(1), TimeSpan.FromMinutes(15)];

    /// <summary>What never arrived has bothered nobody.</summary>
    private static Person GiveBack(Outgoing item)
    {
        var (person, message) = (item.Person.Value.NotAsked(item.Message.TriedAt), item.Message);
        var left = person.Unasked.LastOrDefault(at => at >= message.TriedAt);
        return left != default && message.State is MessageState.Sent or MessageState.Delivered && MessageKinds.IsUnasked(message.Kind, item.Invitation?.Value)
            ? person with { Unasked = [.. person.Unasked.Where(at => at != left)] }
            : person;
    }

    /// <summary>The invitation once the news of its meeting is on its way, has left, or cannot.</summary>
    private static Invitation? Hears(Outgoing item, HeardState state) =>
        item is { Message: { NewsOf: { } of, Kind: var kind }, Invitation.Value: var invitation } && MessageKinds.IsNews(kind) && invitation.News?.Of == of
            ? invitation with { News = new Heard(of, state) }
            : item.Invitation?.Value;

    /// <summary>It cannot arrive this way: marks the contact point when that is the cause, and goes one step down the ladder.</summary>
    public static Fate Failed(Outgoing item, string code, bool addressBad, DateTimeOffset now)
    {
        var message = item.Message with { State = MessageState.PermanentFailure, Code = code };
        var person = addressBad ? MarkBad(GiveBack(item), message, code) : GiveBack(item);
        var next = message.IsAnswer ? null : HasMoved(person, message) ? message.Channel : Ladder.Next(person, message.Channel);
        var invitation = Hears(item, next is Channel.Sms or Channel.Email ? HeardState.OnItsWay : HeardState.ByHand);
        if (next is { } way and (Channel.Sms or Channel.Email))
        {
            invitation = item.IsInvitation && invitation is not null ? invitation with { Channel = way, Delivery = Delivery.Queued, ClaimedAt = null } : invitation;
            return new Fate(message, person, invitation, Again(item.Message, way, now) with { Step = MessageStep.By(item.Message.Step, way) });
        }

        if (item.IsInvitation && invitation is not null)
        {
            invitation = next is { } channel
                ? OnPaper(invitation, channel, now)
                : invitation with { Delivery = Delivery.PermanentFailure, SentAt = invitation.SentAt ?? now, ClaimedAt = null };
        }

        return new Fate(message, person, invitation);
    }

    private static Message Again(Message message, Channel channel, DateTimeOffset now) => message with
    {
        At = now,
        Channel = channel,
        IsSecondTry = false,
        State = MessageState.Queued,
        Address = null,
        Text = null,
        Subject = null,
        TriedAt = null,
        DoubtedAt = null,
        Tries = 0,
        ProviderId = null,
        Code = null,
    };

    /// <summary>It went to a number or an address that has been replaced since.</summary>
    private static bool HasMoved(Person person, Message message) => message.Address is { } old && SendRules.AddressFor(person, message.Channel) is { } current && current != old;

    public static Fate OptedOut(Outgoing item, string code, DateTimeOffset now) => new(
        item.Message with { State = MessageState.PermanentFailure, Code = code },
        item.Person.Value with { StoppedAt = item.Person.Value.StoppedAt ?? now },
        item.IsInvitation && item.Invitation is not null ? item.Invitation.Value with { Delivery = Delivery.Suppressed, ClaimedAt = null } : item.Invitation?.Value,
        Suppress: true);

    /// <summary>Somebody else took the message meanwhile, or settled it. Only what the provider said of our own claim holds all the same.</summary>
    /// <param name="held">The message as it lay there when this was decided; null when there was none.</param>
    public bool IsOvertakenBy(Message? stored, Message? held)
    {
        var isProven = held is { State: MessageState.Sending } && Message.State is not (MessageState.Sending or MessageState.Queued or MessageState.Dropped);
        return !isProven && (stored?.State, stored?.TriedAt) != (held?.State, held?.TriedAt);
    }

    public static Fate Dropped(Outgoing item, string why) => new(
        item.Message with { State = MessageState.Dropped, Code = why },
        item.Person.Value,
        item.IsInvitation && item.Invitation?.Value is { } invitation
            ? invitation with { Delivery = AfterDrop(invitation.Delivery, why), ClaimedAt = null }
            : why is "too-late" ? Hears(item, HeardState.ByHand) : item.Invitation?.Value);

    /// <summary>Who was only dropped for the moment waits for the next mailing.</summary>
    private static Delivery AfterDrop(Delivery before, string why) => why switch
    {
        "stopped" => Delivery.Suppressed,
        _ => before is Delivery.Sending or Delivery.Queued ? Delivery.Created : before,
    };

    /// <summary>Back in the queue, for a later try.</summary>
    public static Fate Later(Outgoing item) => new(
        item.Message with { State = MessageState.Queued, TriedAt = null },
        item.Person.Value,
        item.IsInvitation && item.Invitation?.Value is { } invitation
            ? invitation with { Delivery = item.Message.IsSecondTry ? Delivery.TemporaryFailure : Delivery.Queued, ClaimedAt = null }
            : item.Invitation?.Value);

    /// <summary>The same fate for rows that have changed since: what the sender decided goes over, what others wrote stays.</summary>
    public Fate Onto(Message? message, Person person, Invitation? invitation, DateTimeOffset now)
    {
        if (message is { State: MessageState.Delivered or MessageState.PermanentFailure })
            return AfterReport(message, person, invitation);
        var onto = Onto(person, invitation);
        return onto with { Invitation = onto.Invitation?.Follow(Person, onto.Person, now) };
    }

    /// <summary>The provider's report was faster than its answer: what it says of the message and the invitation stands.</summary>
    private Fate AfterReport(Message message, Person person, Invitation? invitation) =>
        Onto(person, invitation) with { Message = message with { ProviderId = message.ProviderId ?? Message.ProviderId }, Invitation = invitation, Next = null };

    private Fate Onto(Person person, Invitation? invitation) => this with
    {
        Person = person with
        {
            Unasked = [.. Person.Unasked.Concat(person.Unasked).Distinct().OrderDescending().Take(SendRules.MaxUnasked)],
            StoppedAt = person.StoppedAt ?? Person.StoppedAt,
            Mobile = Marked(person.Mobile, Person.Mobile),
            Email = Marked(person.Email, Person.Email),
        },
        Invitation = invitation is null || Invitation is null ? invitation : invitation with
        {
            Channel = Invitation.Channel,
            Delivery = invitation.Delivery is Delivery.Delivered or Delivery.PermanentFailure or Delivery.Suppressed ? invitation.Delivery : Invitation.Delivery,
            SentAt = invitation.SentAt ?? Invitation.SentAt,
            ClaimedAt = Invitation.ClaimedAt,
            News = Message.NewsOf is not null && Invitation.News?.Of == invitation.News?.Of ? Invitation.News : invitation.News,
        },
    };

    private static Contact? Marked(Contact? stored, Contact? decided) =>
        stored is { BadCode: null } && stored.Value == decided?.Value ? stored with { BadCode = decided.BadCode, AskedAt = stored.AskedAt ?? decided.AskedAt } : stored;

    /// <summary>As <see cref="Later"/>, for a reason that is not the message's: the try does not count.</summary>
    public static Fate Unhurried(Outgoing item) => Later(item) is var later ? later with { Message = later.Message with { Tries = Math.Max(0, later.Message.Tries - 1) } } : later;

    /// <summary>Writes what has changed against what is stored; a message that is not stored yet is born with its fate.</summary>
    public void AddTo(Changes changes, Stored<Message>? message, Stored<Person> person, Stored<Invitation>? invitation, DateTimeOffset now)
    {
        if (message is null)
            changes.Add(Message);
        else if (message.Value != Message)
            changes.Change(message, Message);
        // Who cannot be reached is written as well: whoever learns of a way in at this very moment must see that it failed, or be seen.
        if (person.Value != Person || Invitation?.Delivery is Delivery.PermanentFailure)
            changes.Change(person, Person);
        if (invitation is not null && Invitation is { } after && invitation.Value != after)
            changes.Change(invitation, after);
        if (Next is not { } next)
            return;
        changes.Add(next);
        changes.Tell(SendMessageJob.For(changes.Shard.Group, next, now, NextAt));
    }

    private static Invitation OnPaper(Invitation invitation, Channel channel, DateTimeOffset now) =>
        invitation with { Channel = channel, Delivery = Delivery.HandedOn, SentAt = invitation.SentAt ?? now, ClaimedAt = null };

    private static Person MarkBad(Person person, Message message, string code) => message.Channel switch
    {
        Channel.Sms when person.Mobile is { } mobile && IsOf(message, mobile) => person with { Mobile = mobile with { BadCode = code } },
        Channel.Email when person.Email is { } email && IsOf(message, email) => person with { Email = email with { BadCode = code } },
        _ => person,
    };

    private static bool IsOf(Message message, Contact contact) => message.Address is null || message.Address == contact.Value;
}
