using Outreach.Contacts;

namespace Outreach.Records;

/// <summary>
/// What happens to a message on its way out, whoever says so: a provider in its answer or in a later report, or we ourselves. Adapters put what their provider says
/// into these words, and nothing behind them knows any other.
/// </summary>
public abstract record MessageEvent
{
    private MessageEvent()
    {
    }

    /// <summary>A sender has it in hand: it may or may not leave.</summary>
    public sealed record Claimed : MessageEvent;

    /// <summary>The provider took it, under its own id.</summary>
    public sealed record Accepted(string? ProviderId) : MessageEvent;

    /// <summary>It is there.</summary>
    public sealed record Delivered(string? ProviderId) : MessageEvent;

    /// <summary>The provider has it, and goes on trying.</summary>
    public sealed record Delayed(string? ProviderId, string? Code) : MessageEvent;

    /// <summary>It did not arrive and the provider has given up; another time it may.</summary>
    public sealed record Undelivered(string Code) : MessageEvent;

    /// <summary>It can never arrive at this number or address.</summary>
    public sealed record AddressBad(string Code) : MessageEvent;

    /// <summary>This message will not be sent, though the address is good (filtered, too long).</summary>
    public sealed record Refused(string Code) : MessageEvent;

    /// <summary>The provider holds an opt-out for it, or the receiver reported it as spam: we must hold one too.</summary>
    public sealed record OptedOut(string Code) : MessageEvent;

    /// <summary>Nothing was sent; try again after this delay.</summary>
    public sealed record TryLater(string Code, TimeSpan After) : MessageEvent
    {
        /// <summary>The code of "not so fast": our own pace, not a refusal.</summary>
        public const string Pace = "pace";
    }

    /// <summary>Nobody's message can leave until an operator acts (wrong key, suspended account, sender not verified).</summary>
    public sealed record ChannelStopped(string Code, string WhatToDo) : MessageEvent;

    /// <summary>It may or may not have been sent (time-out, reset, 5xx after the body left). Reconcile before sending again.</summary>
    public sealed record Unknown(string Code) : MessageEvent;

    /// <summary>Claimed before: somebody may still be at work on it.</summary>
    public sealed record InHand(DateTimeOffset Until) : MessageEvent;

    /// <summary>Claimed before by somebody who is gone: only a report of the provider can tell whether it left.</summary>
    public sealed record AwaitsReport(DateTimeOffset Until) : MessageEvent;

    /// <summary>Not before that moment: sending hours, or too many messages.</summary>
    public sealed record PutOff(DateTimeOffset Until) : MessageEvent;

    /// <summary>On a printable list: somebody will bring, ring or call it.</summary>
    public sealed record HandedOn(Channel Channel) : MessageEvent;

    /// <summary>Nobody can be reached this way any more, or an operator gave it up.</summary>
    public sealed record NotSent(string Code) : MessageEvent;

    /// <summary>It must not leave, for a <see cref="DropReason"/>.</summary>
    public sealed record Dropped(string Why) : MessageEvent;
}

/// <summary>Why a message must not leave, as it is stored with the message.</summary>
public static class DropReason
{
    /// <summary>The person, or this number or address, wants no messages.</summary>
    public const string Stopped = "stopped";

    public const string Cancelled = "cancelled";

    /// <summary>The meeting has begun.</summary>
    public const string TooLate = "too-late";

    /// <summary>The meeting moved once more, or to another day than it reminds of; the invitation was put back on the list; or an unconfirmed contact has had its one message meanwhile.</summary>
    public const string Overtaken = "overtaken";

    /// <summary>What it was sent instead of is there after all.</summary>
    public const string Arrived = "arrived";

    /// <summary>The answer that it builds on has changed.</summary>
    public const string Answered = "answered";
}
