using Outreach.Contacts;
using Outreach.Records;

namespace Outreach.Sending;

/// <summary>What is tried when a message did not arrive. Pure.</summary>
public static class NextTry
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromHours(4), TimeSpan.FromHours(1), TimeSpan.FromMinutes(15)];

    /// <summary>The same way once more; null when it was tried twice, when it was the one message that may follow a stop, or when that way is no more.</summary>
    public static Message? Again(Message failed, Person person, DateTimeOffset now) =>
        failed.IsSecondTry || failed.Kind is MessageKind.Stopped or MessageKind.WrongNumber || HasMoved(person, failed)
            ? null
            : failed.Anew(MessageStep.Again(failed.Step), failed.Channel, now) with { IsSecondTry = true, Address = failed.IsAnswer ? failed.Address : null };

    /// <summary>As late as it can be today: what keeps a phone from receiving takes hours. The news that a meeting is off does not wait for that.</summary>
    public static DateTimeOffset At(Message failed, SendingHours hours, DateTimeOffset now) => MessageKinds.IsNews(failed.Kind)
        ? now + Waits[^1]
        : Waits.Select(wait => now + wait).Where(hours.IsOpen).Append(hours.NextOpening(now + Waits[0])).First();

    /// <summary>The channel that has its turn now; the same one where the number or address was replaced meanwhile. Null: there is none, or it was an answer.</summary>
    public static Channel? ChannelAfter(Message failed, Person person) =>
        failed.IsAnswer ? null : HasMoved(person, failed) ? failed.Channel : ChannelOrder.Next(person, failed.Channel);

    private static bool HasMoved(Person person, Message message) => message.Address is { } old && SendRules.AddressFor(person, message.Channel) is { } current && current != old;
}
