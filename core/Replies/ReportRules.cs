using Outreach.Contacts;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Texts;

namespace Outreach.Replies;

/// <summary>What a provider's report makes of a message, its invitation and its person. Pure.</summary>
internal static class ReportRules
{
    /// <summary>A message never goes back, but for a mail that bounces after all; that it was sent is news only where that was in doubt.</summary>
    public static bool IsNews(Message message, InboundEvent inbound) => inbound.Report switch
    {
        DeliveryReport.OptedOut => true,
        DeliveryReport.Sent => message.State is MessageState.Sending,
        // The receiver's mail server took it, and sent it back later.
        DeliveryReport.AddressBad when message.Channel is Channel.Email => message.State is not (MessageState.PermanentFailure or MessageState.Dropped),
        _ => message.State is not (MessageState.Delivered or MessageState.PermanentFailure or MessageState.Dropped),
    };

    /// <summary>The usual case: it left, and now it is there. The person is not concerned, and not read.</summary>
    public static bool IsArrival(Message message, InboundEvent inbound) =>
        inbound.Report is DeliveryReport.Delivered && message.State is MessageState.Sent;

    public static Fate After(Outgoing item, InboundEvent inbound, SendingHours hours, DateTimeOffset now)
    {
        var providerId = inbound.ProviderId ?? item.Message.ProviderId ?? "";
        return inbound.Report switch
        {
            DeliveryReport.Delivered => Once(item, Fate.Accepted(item, providerId, delivered: true, now)),
            DeliveryReport.AddressBad => Fate.Failed(item, inbound.Code ?? "address-bad", addressBad: true, now),
            DeliveryReport.Refused => Fate.Failed(item, inbound.Code ?? "refused", addressBad: false, now),
            DeliveryReport.Undelivered => Fate.Undelivered(item, inbound.Code ?? "undelivered", hours, now),
            DeliveryReport.TemporaryFailure => WithCode(Underway(item, providerId, now), inbound.Code),
            _ => Underway(item, providerId, now),
        };
    }

    private static Fate WithCode(Fate fate, string? code) => fate with { Message = fate.Message with { Code = code } };

    /// <summary>Whatever the provider has to say of a message, it has it: a claim in doubt is none any more.</summary>
    private static Fate Underway(Outgoing item, string providerId, DateTimeOffset now) => item.Message.State is MessageState.Sending
        ? Fate.Accepted(item, providerId, delivered: false, now)
        : new Fate(item.Message, item.Person.Value, item.Invitation?.Value);

    /// <summary>The person's count of unasked messages was raised when the provider took the message; a report does not raise it again.</summary>
    private static Fate Once(Outgoing item, Fate fate) =>
        item.Message.State is MessageState.Sending ? fate : fate with { Person = item.Person.Value };
}
