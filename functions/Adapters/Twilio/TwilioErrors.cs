using System.Collections.Frozen;
using System.Globalization;
using Outreach.Replies;
using Outreach.Sending;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>
/// What Twilio's error codes mean, for the answer to a call as for a status callback: with a Messaging Service the same
/// code can come either way. Source: twilio.com/docs/api/errors. A code that is not here is worth another try.
/// </summary>
internal static class TwilioErrors
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(15);

    private static readonly FrozenDictionary<int, SendOutcome> Table = new Dictionary<int, SendOutcome>
    {
        [20003] = Stopped(20003, "Check Twilio__AccountSid, Twilio__AuthToken or the API key: Twilio refuses them."),
        [20404] = Stopped(20404, "Check Twilio__AccountSid and Twilio__BaseUrl: Twilio does not know this account here."),
        [20429] = new SendOutcome.TryLater("20429", Soon),
        [21211] = new SendOutcome.AddressBad("21211"),
        [21212] = Stopped(21212, "Check Twilio__From: it is not a valid sender."),
        [21408] = new SendOutcome.Refused("21408"),
        [21602] = new SendOutcome.Refused("21602"),
        [21603] = Stopped(21603, "Set Twilio__From or Twilio__MessagingServiceSid."),
        [21604] = new SendOutcome.Refused("21604"),
        [21606] = Stopped(21606, "Check Twilio__From: this number cannot send SMS or is not in this account."),
        [21608] = Stopped(21608, "The Twilio account is a trial account or has no approved profile: upgrade it or verify the receivers."),
        [21610] = new SendOutcome.OptedOut("21610"),
        [21611] = new SendOutcome.TryLater("21611", TimeSpan.FromMinutes(1)),
        [21612] = new SendOutcome.Refused("21612"),
        [21614] = new SendOutcome.AddressBad("21614"),
        [21617] = new SendOutcome.Refused("21617"),
        [21635] = new SendOutcome.AddressBad("21635"),
        [21649] = Stopped(21649, "The Twilio number needs an approved regulatory bundle."),
        [21659] = Stopped(21659, "Check Twilio__From: the number is not one of this account."),
        [21705] = Stopped(21705, "Check Twilio__MessagingServiceSid: it is not valid."),
        [30001] = new SendOutcome.TryLater("30001", TimeSpan.FromMinutes(1)),
        [30002] = Stopped(30002, "The Twilio account is suspended: see the Twilio console."),
        [30003] = new SendOutcome.TryLater("30003", TimeSpan.FromHours(4)),
        [30004] = new SendOutcome.OptedOut("30004"),
        [30005] = new SendOutcome.AddressBad("30005"),
        [30006] = new SendOutcome.AddressBad("30006"),
        [30007] = new SendOutcome.Refused("30007"),
        [30008] = new SendOutcome.TryLater("30008", Later),
        [30450] = new SendOutcome.Refused("30450"),
    }.ToFrozenDictionary();

    /// <param name="retryAfter">What the answer itself asks for.</param>
    public static SendOutcome Outcome(TwilioRefusalException refusal, TimeSpan? retryAfter) => ((int)refusal.StatusCode!.Value, refusal.Code) switch
    {
        ( < 300, _) => new SendOutcome.Unknown("unreadable"),
        ( >= 500 and var status, var code) => new SendOutcome.Unknown(Text(code ?? status)),
        (429, _) => new SendOutcome.TryLater("20429", retryAfter ?? Soon),
        (_, { } code) when Table.TryGetValue(code, out var known) => known,
        (401 or 403, _) => Table[20003],
        (404, _) => Table[20404],
        (var status, var code) => Of(code ?? status),
    };

    /// <summary>A message that did not arrive, and that Twilio gives no reason for.</summary>
    public static SendOutcome Undelivered { get; } = new SendOutcome.TryLater("undelivered", TimeSpan.FromHours(4));

    public static SendOutcome Of(int code) => Table.GetValueOrDefault(code) ?? new SendOutcome.TryLater(Text(code), Later);

    /// <summary>What a message that failed after Twilio took it means. Twilio tries no more; without a code we only know that it did not arrive.</summary>
    public static DeliveryReport Report(int? code) => code is null ? DeliveryReport.Undelivered : Of(code.Value) switch
    {
        SendOutcome.AddressBad => DeliveryReport.AddressBad,
        SendOutcome.OptedOut => DeliveryReport.OptedOut,
        SendOutcome.Refused => DeliveryReport.Refused,
        _ => DeliveryReport.Undelivered,
    };

    private static SendOutcome.ChannelStopped Stopped(int code, string whatToDo) => new SendOutcome.ChannelStopped(Text(code), whatToDo);

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
