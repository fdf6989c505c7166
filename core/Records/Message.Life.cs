using System.Text.Json.Serialization;
using Outreach.Contacts;

namespace Outreach.Records;

/// <summary>The whole life of a message that we send.</summary>
public sealed partial record Message
{
    public Message Apply(MessageEvent happened, DateTimeOffset now) => happened switch
    {
        MessageEvent.Claimed => this with { State = MessageState.Sending, TriedAt = now, DoubtedAt = null, Tries = Tries + 1 },
        MessageEvent.Accepted accepted => Taken(accepted.ProviderId),
        MessageEvent.Delayed delayed => Taken(delayed.ProviderId) with { Code = delayed.Code },
        MessageEvent.Delivered delivered => this with
        {
            State = MessageState.Delivered,
            ProviderId = delivered.ProviderId ?? ProviderId ?? "",
            Code = State is MessageState.PermanentFailure ? null : Code,
        },
        MessageEvent.HandedOn paper => this with { State = MessageState.Sent, Channel = paper.Channel },
        MessageEvent.Undelivered(var code) => Failed(code),
        MessageEvent.AddressBad(var code) => Failed(code),
        MessageEvent.Refused(var code) => Failed(code),
        MessageEvent.OptedOut(var code) => Failed(code),
        MessageEvent.NotSent(var code) => Failed(code),
        MessageEvent.Dropped(var why) => this with { State = MessageState.Dropped, Code = why },
        // For a reason that is not the message's: the try does not count.
        MessageEvent.TryLater { Code: MessageEvent.TryLater.Pace } or MessageEvent.ChannelStopped => Waiting() with { Tries = Math.Max(0, Tries - 1) },
        MessageEvent.TryLater or MessageEvent.PutOff => Waiting(),
        MessageEvent.AwaitsReport => this with { DoubtedAt = DoubtedAt ?? now },
        MessageEvent.Unknown or MessageEvent.InHand => this,
        _ => throw new InvalidOperationException(happened.GetType().Name),
    };

    /// <summary>
    /// Reports come late, twice and out of order: a message never goes back, but for a mail that bounces and an SMS that arrives after all. That a provider took it
    /// changes something only where that was in doubt.
    /// </summary>
    public bool IsChangedBy(MessageEvent reported) => reported switch
    {
        MessageEvent.OptedOut => true,
        MessageEvent.Accepted => State is MessageState.Sending,
        // The receiver's mail server took it, and sent it back later.
        MessageEvent.AddressBad when Channel is Channel.Email => State is not (MessageState.PermanentFailure or MessageState.Dropped),
        MessageEvent.Delivered when Channel is Channel.Sms => State is not (MessageState.Delivered or MessageState.Dropped),
        _ => State is not (MessageState.Delivered or MessageState.PermanentFailure or MessageState.Dropped),
    };

    /// <summary>Whether somebody still has to do something about it.</summary>
    [JsonIgnore]
    public bool IsUnderway => State is MessageState.Queued or MessageState.Sending;

    /// <summary>The same message once more, by this channel or another, as one of its own.</summary>
    public Message Anew(string step, Channel channel, DateTimeOffset now) => this with
    {
        At = now,
        Step = step,
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

    /// <summary>A provider that reports on a message has it, so its claim is no longer in doubt.</summary>
    private Message Taken(string? providerId) => State is MessageState.Sending ? this with { State = MessageState.Sent, ProviderId = providerId ?? ProviderId ?? "" } : this;

    private Message Failed(string code) => this with { State = MessageState.PermanentFailure, Code = code };

    private Message Waiting() => this with { State = MessageState.Queued, TriedAt = null };
}
