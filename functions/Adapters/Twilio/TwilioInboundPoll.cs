using System.Globalization;
using System.Runtime.CompilerServices;
using Outreach.Replies;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>
/// The safety net under the webhook, which Twilio does not repeat after a 5xx: what residents sent since a moment. The
/// events have the id that the webhook gives them, so that one which came both ways counts once. Without a number in the settings
/// (a Messaging Service alone) it asks for all messages of the account.
/// </summary>
public sealed class TwilioInboundPoll
{
    private readonly TwilioApi api;
    private readonly TwilioOptions options;

    internal TwilioInboundPoll(HttpClient http, TwilioOptions options) => (this.options, api) = (options, new(http, options));

    public async IAsyncEnumerable<InboundEvent> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        // The name of the filter ends in "greater than", and it knows whole days in UTC only.
        var query = $"DateSent%3E={since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        if (options.From is { } number)
            query = $"To={Uri.EscapeDataString(number.Value)}&{query}";

        await foreach (var message in api.ListAsync(query, ct))
        {
            if (message is { Direction: "inbound", Sid: { } sid, From: { } from } && (message.CreatedAt ?? since) is var at && at >= since)
                yield return new(InboundKind.Sms, sid, from, message.To, message.Body ?? "", at);
        }
    }
}
