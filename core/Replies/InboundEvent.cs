using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>What kind of event a provider told us of.</summary>
[JsonConverter(typeof(EnumWordConverter<InboundKind>))]
public enum InboundKind
{
    Sms,
    Email,

    /// <summary>What became of a message that we sent.</summary>
    Delivery,
}

/// <summary>A <see cref="MessageEvent"/> that a provider reports later, as it is on the queue.</summary>
[JsonConverter(typeof(EnumWordConverter<DeliveryReport>))]
public enum DeliveryReport
{
    Sent,
    Delivered,

    /// <summary>Not delivered now; the provider goes on or a later try may succeed.</summary>
    TemporaryFailure,

    /// <summary>It did not arrive and the provider has given up; another time it may.</summary>
    Undelivered,

    /// <summary>The number or address does not exist or cannot receive this.</summary>
    AddressBad,

    /// <summary>This message was refused (filtered); the address may be good.</summary>
    Refused,

    /// <summary>The receiver opted out at the provider, or reported the message as spam.</summary>
    OptedOut,
}

/// <summary>What came in from a provider, verified, as it waits on the queue <c>inbound</c>.</summary>
/// <param name="Id">The provider's id of the event: the same event twice has the same id.</param>
/// <param name="From">Who sent it: number in E.164 or e-mail address. For a delivery report: the receiver.</param>
/// <param name="To">Our number or reply address; for e-mail the local part is the reply token.</param>
/// <param name="Text">What the resident wrote, without quoted history and signature.</param>
/// <param name="Reference">Our own id of the message a delivery report is about.</param>
/// <param name="OptOutType">Twilio's reading of the text (STOP, START, HELP), when Advanced Opt-Out is on.</param>
public sealed record InboundEvent(
    InboundKind Kind,
    string Id,
    string From,
    string? To,
    string? Text,
    DateTimeOffset At,
    string? Subject = null,
    string? InReplyTo = null,
    string? Reference = null,
    string? ProviderId = null,
    DeliveryReport? Report = null,
    string? Code = null,
    string? OptOutType = null,
    bool Automatic = false) : IStored<InboundEvent>
{
    static JsonTypeInfo<InboundEvent> IStored<InboundEvent>.Json => RepliesJson.Default.InboundEvent;

    public string? Text { get; init => field = CleanText.OrNull(value); } = CleanText.OrNull(Text);

    public string? Subject { get; init => field = CleanText.OrNull(value); } = CleanText.OrNull(Subject);

    /// <summary>We asked for it, and were not told: most of these came by the webhook already.</summary>
    public bool IsPolled { get; init; }

    /// <summary>What they say: an e-mail may have all its words in the subject.</summary>
    [JsonIgnore]
    public string? Words => IsSubjectAlone ? Subject : Text;

    [JsonIgnore]
    public bool IsSubjectAlone => string.IsNullOrWhiteSpace(Text) && Subject is not null;

    /// <summary>What a report says of the message that it is about.</summary>
    [JsonIgnore]
    public MessageEvent Happened => Report switch
    {
        DeliveryReport.Delivered => new MessageEvent.Delivered(ProviderId),
        DeliveryReport.TemporaryFailure => new MessageEvent.Delayed(ProviderId, Code),
        DeliveryReport.Undelivered => new MessageEvent.Undelivered(Code ?? "undelivered"),
        DeliveryReport.AddressBad => new MessageEvent.AddressBad(Code ?? "address-bad"),
        DeliveryReport.Refused => new MessageEvent.Refused(Code ?? "refused"),
        DeliveryReport.OptedOut => new MessageEvent.OptedOut(Code ?? "opted-out"),
        _ => new MessageEvent.Accepted(ProviderId),
    };

    [JsonIgnore]
    public Channel Channel => Kind is InboundKind.Sms ? Channel.Sms : Channel.Email;
}
