using Outreach.Contacts;

namespace Outreach.Sending;

/// <summary>Sends one SMS. Adapters: Twilio, the local outbox.</summary>
public interface ISmsSender
{
    /// <summary>Never throws for an answer of the provider; a lost connection after sending is <see cref="SendOutcome.Unknown"/>.</summary>
    Task<SendOutcome> SendAsync(SmsToSend sms, CancellationToken ct);

    /// <summary>
    /// What became of a message whose outcome was unknown: asks the provider by number, time and text.
    /// Null when it knows of no such message, so that it is safe to send again.
    /// </summary>
    Task<SendOutcome?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct);
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
    Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> emails, CancellationToken ct);
}

/// <param name="Reference">Our own opaque id of the message; comes back in delivery reports. No personal data.</param>
public sealed record SmsToSend(string Reference, PhoneNumber To, string Text, string Language, DateTimeOffset At);

/// <param name="Reference">Our own opaque id of the message; comes back in delivery reports. No personal data.</param>
/// <param name="ReplyToken">Local part of the reply address, opaque: an answer by e-mail finds its invitation by it. Null: answers go to the sender.</param>
/// <param name="StopUrl">RFC 8058 one-click address, null for messages that answer the resident.</param>
/// <param name="InReplyTo">Message-ID that this answers.</param>
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
    Uri? StopUrl = null,
    string? InReplyTo = null);

/// <summary>What a provider said of one message.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The provider took it under its own id; <see cref="Delivered"/> when that is the whole journey (the local outbox).</summary>
    public sealed record Accepted(string ProviderId, bool Delivered = false) : SendOutcome;

    /// <summary>It can never arrive at this number or address.</summary>
    public sealed record AddressBad(string Code) : SendOutcome;

    /// <summary>The provider holds an opt-out for it: we must hold one too.</summary>
    public sealed record OptedOut(string Code) : SendOutcome;

    /// <summary>This message will not be sent, though the address is good (filtered, too long).</summary>
    public sealed record Refused(string Code) : SendOutcome;

    /// <summary>Nothing was sent; try again after so long.</summary>
    public sealed record TryLater(string Code, TimeSpan After) : SendOutcome
    {
        /// <summary>The code of "not so fast": our own pace, not a refusal.</summary>
        public const string Pace = "pace";
    }

    /// <summary>Nobody's message can leave until an operator acts (wrong key, suspended account, sender not verified).</summary>
    public sealed record ChannelStopped(string Code, string WhatToDo) : SendOutcome;

    /// <summary>It may or may not have been sent (time-out, reset, 5xx after the body left). Reconcile before sending again.</summary>
    public sealed record Unknown(string Code) : SendOutcome;
}
