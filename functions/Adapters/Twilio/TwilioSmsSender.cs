using System.Net.Http.Headers;
using Outreach.Contacts;
using Outreach.Records;
using Outreach.Sending;
using Twilio.Rest.Api.V2010.Account;
using static Twilio.Rest.Api.V2010.Account.MessageResource;
using Number = Twilio.Types.PhoneNumber;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>Sends SMS through Twilio. Twilio has no idempotency key: a lost answer is looked up before anything is sent again.</summary>
internal sealed partial class TwilioSmsSender(HttpClient http, TwilioOptions options, TimeProvider clock, ILogger<TwilioSmsSender> log) : ISmsSender
{
    private const int MaxCharacters = 1600;

    // How far Twilio's clock may be behind ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly TwilioApi _api = new(http, options);
    private readonly Pace _pace = new(options.Pace, clock);

    public async Task<MessageEvent> SendAsync(SmsToSend sms, CancellationToken ct)
    {
        var outcome = Refuse(sms) ?? await PostAsync(sms, ct);
        if (outcome is not MessageEvent.Accepted)
            Log(log, sms.Reference, outcome.GetType().Name, OutcomeCode.Of(outcome));
        return outcome;
    }

    /// <remarks>
    /// Asked by number alone: a message still in Twilio's queue has no date of sending yet, so a filter on it could hide
    /// the very message we look for.
    /// </remarks>
    public async Task<MessageEvent?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct)
    {
        try
        {
            await foreach (var message in _api.ListAsync(new() { To = new Number(sms.To.Value) }, ct))
            {
                if (IsOurs(message, sms, triedAt))
                    return Became(message);
            }

            return null;
        }
        catch (Exception e) when (BrokenProviderCall.Read(e, ct) is not null)
        {
            Log(log, sms.Reference, nameof(MessageEvent.Unknown), "reconcile");
            return new MessageEvent.Unknown("reconcile");
        }
    }

    private static bool IsOurs(MessageResource message, SmsToSend sms, DateTimeOffset triedAt) =>
        message.Direction?.ToString().StartsWith("outbound", StringComparison.Ordinal) is true
        && (TwilioApi.CreatedAt(message) ?? triedAt) >= triedAt - ClockSkew
        && message.Body?.Trim().ReplaceLineEndings("\n") == sms.Text.Trim().ReplaceLineEndings("\n");

    private static MessageEvent Became(MessageResource message) => message switch
    {
        _ when message.Status == StatusEnum.Failed || message.Status == StatusEnum.Undelivered => message.ErrorCode is { } code ? TwilioErrors.Of(code) : TwilioErrors.Undelivered,
        _ when message.Status == StatusEnum.Canceled => new MessageEvent.Refused("canceled"),
        { Sid: { } sid } => new MessageEvent.Accepted(sid),
        _ => new MessageEvent.Unknown("no-sid"),
    };

    private MessageEvent? Refuse(SmsToSend sms) =>
        PhoneNumber.Read(sms.To.Value, options.Countries, out _) is PhoneKind.CountryNotAllowed ? new MessageEvent.Refused("country")
        : sms.Text.Length > MaxCharacters ? new MessageEvent.Refused("21617")
        : _pace.Take() is { } wait ? new MessageEvent.TryLater(MessageEvent.TryLater.Pace, wait)
        : null;

    private async Task<MessageEvent> PostAsync(SmsToSend sms, CancellationToken ct)
    {
        try
        {
            return await _api.CreateAsync(Message(sms), ct) is { Sid: { } sid } ? new MessageEvent.Accepted(sid) : new MessageEvent.Unknown("unreadable");
        }
        catch (TwilioRefusalException refusal)
        {
            return TwilioErrors.Outcome(refusal, Wait(refusal.RetryAfter));
        }
        catch (Exception e) when (BrokenProviderCall.Read(e, ct) is { } lost)
        {
            return lost;
        }
    }

    private CreateMessageOptions Message(SmsToSend sms) => new(new Number(sms.To.Value))
    {
        MessagingServiceSid = options.MessagingServiceSid,
        From = options.MessagingServiceSid is null ? new Number(options.From!.Value.Value) : null,
        Body = sms.Text,
        StatusCallback = new(options.StatusCallback(sms.Reference)),
    };

    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter) => retryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "SMS {Reference}: {Outcome}, code {Code}")]
    private static partial void Log(ILogger log, string reference, string outcome, string code);
}
