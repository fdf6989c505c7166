using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Outreach.Messages;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>Sends SMS through Twilio. Twilio has no idempotency key: a lost answer is looked up before anything is sent again.</summary>
internal sealed partial class TwilioSmsSender(HttpClient http, TwilioOptions options, TimeProvider clock, ILogger<TwilioSmsSender> log) : ISmsSender
{
    private const int MaxCharacters = 1600;

    // How far Twilio's clock may be behind ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly TwilioApi api = new(http, options);
    private readonly Pace pace = new(options.Pace, clock);

    public async Task<SendOutcome> SendAsync(SmsToSend sms, CancellationToken ct)
    {
        var outcome = Refuse(sms) ?? await PostAsync(sms, ct);
        if (outcome is not SendOutcome.Accepted)
            Log(log, sms.Reference, outcome.GetType().Name, OutcomeCode.Of(outcome));
        return outcome;
    }

    /// <remarks>
    /// Asked by number alone: a message still in Twilio's queue has no date of sending yet, so a filter on it could hide
    /// the very message we look for.
    /// </remarks>
    public async Task<SendOutcome?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct)
    {
        try
        {
            await foreach (var message in api.ListAsync($"To={Uri.EscapeDataString(sms.To.Value)}", ct))
            {
                if (IsOurs(message, sms, triedAt))
                    return Fate(message);
            }

            return null;
        }
        catch (Exception e) when (e is JsonException || LostCall.Read(e, ct) is not null)
        {
            Log(log, sms.Reference, nameof(SendOutcome.Unknown), "reconcile");
            return new SendOutcome.Unknown("reconcile");
        }
    }

    private static bool IsOurs(TwilioMessage message, SmsToSend sms, DateTimeOffset triedAt) =>
        message.Direction?.StartsWith("outbound", StringComparison.Ordinal) is true
        && (message.CreatedAt ?? triedAt) >= triedAt - ClockSkew
        && message.Body?.Trim().ReplaceLineEndings("\n") == sms.Text.Trim().ReplaceLineEndings("\n");

    private static SendOutcome Fate(TwilioMessage message) => message switch
    {
        { Status: "failed" or "undelivered", ErrorCode: { } code } => TwilioErrors.Of(code),
        { Status: "canceled" } => new SendOutcome.Refused("canceled"),
        { Sid: { } sid } => new SendOutcome.Accepted(sid),
        _ => new SendOutcome.Unknown("no-sid"),
    };

    private SendOutcome? Refuse(SmsToSend sms) =>
        PhoneNumber.Read(sms.To.Value, options.Countries, out _) is PhoneKind.CountryNotAllowed ? new SendOutcome.Refused("country")
        : sms.Text.Length > MaxCharacters ? new SendOutcome.Refused("21617")
        : pace.Take() is { } wait ? new SendOutcome.TryLater(SendOutcome.TryLater.Pace, wait)
        : null;

    private async Task<SendOutcome> PostAsync(SmsToSend sms, CancellationToken ct)
    {
        try
        {
            using var response = await api.CreateAsync(Form(sms), ct);
            if (!response.IsSuccessStatusCode)
                return TwilioErrors.Outcome(response.StatusCode, (await ReadAsync(response, TwilioJson.Default.TwilioError, ct))?.Code, RetryAfter(response));
            return await ReadAsync(response, TwilioJson.Default.TwilioMessage, ct) is { Sid: { } sid }
                ? new SendOutcome.Accepted(sid)
                : new SendOutcome.Unknown("unreadable");
        }
        catch (Exception e) when (LostCall.Read(e, ct) is not null)
        {
            return LostCall.Read(e, ct)!;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Form(SmsToSend sms)
    {
        yield return new("To", sms.To.Value);
        yield return options.MessagingServiceSid is { } service ? new("MessagingServiceSid", service) : new("From", options.From!.Value.Value);
        yield return new("Body", sms.Text);
        yield return new("StatusCallback", options.StatusCallback(sms.Reference));
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(type, ct);
        }
        catch (JsonException)
        {
            // A proxy in between answers in HTML; the status alone decides then.
            return null;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "SMS {Reference}: {Outcome}, code {Code}")]
    private static partial void Log(ILogger log, string reference, string outcome, string code);
}
