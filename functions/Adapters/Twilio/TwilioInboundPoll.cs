using System.Runtime.CompilerServices;
using Outreach.Replies;
using Twilio.Rest.Api.V2010.Account;
using static Twilio.Rest.Api.V2010.Account.MessageResource;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>
/// The safety net under the webhook, which Twilio does not repeat after a 5xx: what residents sent since a moment. The
/// events have the id that the webhook gives them, so that one which came both ways counts once. Without a number in the settings
/// (a Messaging Service alone) it asks for all messages of the account.
/// </summary>
public sealed class TwilioInboundPoll
{
    private readonly TwilioApi _api;
    private readonly TwilioOptions _options;

    internal TwilioInboundPoll(HttpClient http, TwilioOptions options) => (_options, _api) = (options, new(http, options));

    /// <summary>Newest first.</summary>
    public async IAsyncEnumerable<InboundEvent> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        // Twilio's filter is sure of whole days only.
        var filter = new ReadMessageOptions { DateSentAfter = since.UtcDateTime.Date, To = _options.From is { } number ? new(number.Value) : null };
        await foreach (var message in _api.ListAsync(filter, ct))
        {
            if (message is { Sid: { } sid, From: { } from } && message.Direction == DirectionEnum.Inbound && (TwilioApi.CreatedAt(message) ?? since) is var at && at >= since)
                yield return new(InboundKind.Sms, sid, from.ToString(), message.To, message.Body ?? "", at) { IsPolled = true };
        }
    }
}
