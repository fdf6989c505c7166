using Outreach.Contacts;
using Outreach.Records;

namespace Outreach.Sending;

/// <summary>What is tried when a message did not arrive.</summary>
public static class NextTry
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromHours(4), TimeSpan.FromHours(1), TimeSpan.FromMinutes(15)];

    /// <summary>A second try by the same channel. Null after the second try, for a message that may follow a stop only once, or when the contact has changed.</summary>
    public static Message? Again(Message failed, Person person, DateTimeOffset now) =>
        failed.IsSecondTry || failed.Kind is MessageKind.Stopped or MessageKind.WrongNumber || HasMoved(person, failed)
            ? null
            : failed.Anew(MessageStep.Again(failed.Step), failed.Channel, now) with { IsSecondTry = true, Address = failed.IsAnswer ? failed.Address : null };

    /// <summary>
    /// The longest wait that still falls within today's sending hours, because a phone that cannot receive stays so for hours. News that a meeting moved or is off
    /// waits the shortest time.
    /// </summary>
    public static DateTimeOffset At(Message failed, SendingHours hours, DateTimeOffset now) => MessageKinds.IsNews(failed.Kind)
        ? now + Waits[^1]
        : Waits.Select(wait => now + wait).Where(hours.IsOpen).Append(hours.NextOpening(now + Waits[0])).First();

    /// <summary>The channel that has its turn now; the same one where the number or address was replaced meanwhile. Null: there is none, or it was an answer.</summary>
    public static Channel? ChannelAfter(Message failed, Person person) =>
        failed.IsAnswer ? null : HasMoved(person, failed) ? failed.Channel : ChannelOrder.Next(person, failed.Channel);

    private static bool HasMoved(Person person, Message message) => message.Address is { } old && SendRules.AddressFor(person, message.Channel) is { } current && current != old;
}
