using System.Collections.Frozen;
using System.Globalization;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>
/// What Twilio's error codes mean, for the answer to a call as for a status callback: with a Messaging Service the same
/// code can come either way. Source: twilio.com/docs/api/errors. A code that is not here is worth another try.
/// </summary>
internal static class TwilioErrors
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(15);

    private static readonly FrozenDictionary<int, MessageEvent> Table = new Dictionary<int, MessageEvent>
    {
        [20003] = Stopped(20003, "Check Twilio__AccountSid, Twilio__AuthToken or the API key: Twilio refuses them."),
        [20404] = Stopped(20404, "Check Twilio__AccountSid and Twilio__BaseUrl: Twilio does not know this account here."),
        [20429] = new MessageEvent.TryLater("20429", Soon),
        [21211] = new MessageEvent.AddressBad("21211"),
        [21212] = Stopped(21212, "Check Twilio__From: it is not a valid sender."),
        [21408] = new MessageEvent.Refused("21408"),
        [21602] = new MessageEvent.Refused("21602"),
        [21603] = Stopped(21603, "Set Twilio__From or Twilio__MessagingServiceSid."),
        [21604] = new MessageEvent.Refused("21604"),
        [21606] = Stopped(21606, "Check Twilio__From: this number cannot send SMS or is not in this account."),
        [21608] = Stopped(21608, "The Twilio account is a trial account or has no approved profile: upgrade it or verify the receivers."),
        [21610] = new MessageEvent.OptedOut("21610"),
        [21611] = new MessageEvent.TryLater("21611", TimeSpan.FromMinutes(1)),
        [21612] = new MessageEvent.Refused("21612"),
        [21614] = new MessageEvent.AddressBad("21614"),
        [21617] = new MessageEvent.Refused("21617"),
        [21635] = new MessageEvent.AddressBad("21635"),
        [21649] = Stopped(21649, "The Twilio number needs an approved regulatory bundle."),
        [21659] = Stopped(21659, "Check Twilio__From: the number is not one of this account."),
        [21705] = Stopped(21705, "Check Twilio__MessagingServiceSid: it is not valid."),
        [30001] = new MessageEvent.TryLater("30001", TimeSpan.FromMinutes(1)),
        [30002] = Stopped(30002, "The Twilio account is suspended: see the Twilio console."),
        [30003] = new MessageEvent.TryLater("30003", TimeSpan.FromHours(4)),
        // Opted out at the carrier, or a phone that cannot receive it: the number is of no use, and nobody has said stop to us.
        [30004] = new MessageEvent.AddressBad("30004"),
        [30005] = new MessageEvent.AddressBad("30005"),
        [30006] = new MessageEvent.AddressBad("30006"),
        [30007] = new MessageEvent.Refused("30007"),
        [30008] = new MessageEvent.TryLater("30008", Later),
        [30450] = new MessageEvent.Refused("30450"),
    }.ToFrozenDictionary();

    /// <param name="retryAfter">What the answer itself asks for.</param>
    public static MessageEvent Outcome(TwilioRefusalException refusal, TimeSpan? retryAfter) => ((int)refusal.StatusCode!.Value, refusal.Code) switch
    {
        ( < 300, _) => new MessageEvent.Unknown("unreadable"),
        ( >= 500 and var status, var code) => new MessageEvent.Unknown(Text(code ?? status)),
        (429, _) => new MessageEvent.TryLater("20429", retryAfter ?? Soon),
        (_, { } code) when Table.TryGetValue(code, out var known) => known,
        (401 or 403, _) => Table[20003],
        (404, _) => Table[20404],
        (var status, var code) => Of(code ?? status),
    };

    /// <summary>A message that did not arrive, and that Twilio gives no reason for.</summary>
    public static MessageEvent Undelivered { get; } = new MessageEvent.TryLater("undelivered", TimeSpan.FromHours(4));

    public static MessageEvent Of(int code) => Table.GetValueOrDefault(code) ?? new MessageEvent.TryLater(Text(code), Later);

    /// <summary>What a message that failed after Twilio took it means. Twilio tries no more; without a code we only know that it did not arrive.</summary>
    public static DeliveryReport Report(int? code) => code is null ? DeliveryReport.Undelivered : Of(code.Value) switch
    {
        MessageEvent.AddressBad => DeliveryReport.AddressBad,
        MessageEvent.OptedOut => DeliveryReport.OptedOut,
        MessageEvent.Refused => DeliveryReport.Refused,
        _ => DeliveryReport.Undelivered,
    };

    private static MessageEvent.ChannelStopped Stopped(int code, string whatToDo) => new MessageEvent.ChannelStopped(Text(code), whatToDo);

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
