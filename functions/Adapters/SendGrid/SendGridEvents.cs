using System.Text.Json;
using Outreach.Ids;
using Outreach.Replies;

namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>The event webhook's list as delivery reports. Pure: the signature is checked before.</summary>
internal static class SendGridEvents
{
    /// <summary>Opens, clicks and events about the account are left out.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static IReadOnlyList<InboundEvent> Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind is JsonValueKind.Array
            ? json.RootElement.EnumerateArray().Select(item => Read(item, now)).OfType<InboundEvent>().ToList()
            : throw new JsonException("The body is not a list of events.");
    }

    private static InboundEvent? Read(JsonElement item, DateTimeOffset now)
    {
        if (item.ValueKind is not JsonValueKind.Object || Report(item) is not { } report || Text(item, "email") is not { } email)
            return null;

        return new(
            InboundKind.Delivery,
            Text(item, "sg_event_id") ?? TextHash.Of(item.GetRawText(), 32),
            email.Trim().ToLowerInvariant(),
            To: null,
            Text: null,
            At(item) ?? now,
            Reference: Text(item, MailSend.ReferenceArgument),
            ProviderId: Text(item, "sg_message_id"),
            Report: report,
            Code: Code(item));
    }

    // An unknown kind of event says nothing about delivery.
    private static DeliveryReport? Report(JsonElement item) => Text(item, "event") switch
    {
        "processed" => DeliveryReport.Sent,
        "delivered" => DeliveryReport.Delivered,
        "deferred" => DeliveryReport.TemporaryFailure,
        "bounce" when Text(item, "type") is "blocked" => DeliveryReport.Undelivered,
        "bounce" => DeliveryReport.AddressBad,
        "dropped" => Dropped(Text(item, "reason") ?? ""),
        "spamreport" or "unsubscribe" or "group_unsubscribe" => DeliveryReport.OptedOut,
        _ => null,
    };

    private static DeliveryReport Dropped(string reason) =>
        Has(reason, "unsubscribed") || Has(reason, "spam report") ? DeliveryReport.OptedOut
        : Has(reason, "bounced") || Has(reason, "invalid") ? DeliveryReport.AddressBad
        : DeliveryReport.Refused;

    // The reason in words often repeats the address, so only the status code is kept.
    private static string? Code(JsonElement item) =>
        Text(item, "status") is { Length: > 0 and <= 12 } status ? status
        : Text(item, "type") is { Length: <= 20 } type ? type
        : Text(item, "event");

    private static DateTimeOffset? At(JsonElement item) =>
        item.TryGetProperty("timestamp", out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
