using Outreach.Contacts;
using Outreach.Records;

namespace Outreach.Sending;

/// <summary>Sends one SMS. Adapters: Twilio, the local outbox.</summary>
public interface ISmsSender
{
    /// <summary>Never throws for an answer of the provider; a lost connection after sending is <see cref="MessageEvent.Unknown"/>.</summary>
    Task<MessageEvent> SendAsync(SmsToSend sms, CancellationToken ct);

    /// <summary>
    /// What became of a message whose outcome was unknown: asks the provider by number, time and text.
    /// Null when it knows of no such message, so that it is safe to send again.
    /// </summary>
    Task<MessageEvent?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct);
}

/// <summary>Sends e-mail, many at a time. Adapters: SendGrid, the local outbox.</summary>
public interface IEmailSender
{
    /// <summary>How many messages one call may carry (SendGrid: 1,000 personalizations).</summary>
    int BatchSize { get; }

    /// <summary>
    /// How long after an unknown outcome the provider's reports may still tell us what became of it; only after that is it sent again.
    /// Zero: sending a reference twice is harmless.
    /// </summary>
    TimeSpan DoubtPeriod { get; }

    /// <summary>One outcome for each message, in order. Messages of one call never see each other's addresses.</summary>
    Task<IReadOnlyList<MessageEvent>> SendAsync(IReadOnlyList<EmailToSend> emails, CancellationToken ct);
}

/// <param name="Reference">Our own opaque id of the message; comes back in delivery reports. No personal data.</param>
public sealed record SmsToSend(string Reference, PhoneNumber To, string Text, string Language, DateTimeOffset At);

/// <param name="Reference">Our own opaque id of the message; comes back in delivery reports. No personal data.</param>
/// <param name="ReplyToken">Local part of the reply address, opaque: an answer by e-mail finds its invitation by it. Null: answers go to the sender.</param>
/// <param name="StopUrl">RFC 8058 one-click address, null for messages that answer the resident.</param>
public sealed record EmailToSend(
    string Reference,
    EmailAddress To,
    string? ToName,
    string FromName,
    string Subject,
    string Text,
    string Html,
    string Language,
    DateTimeOffset At,
    string? ReplyToken = null,
    Uri? StopUrl = null);
