using System.Globalization;
using Outreach.Replies;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>Twilio's webhooks as events. Pure: the signature is checked before.</summary>
internal static class TwilioWebhooks
{
    /// <summary>Null when it is not a message: without a sender or an id nobody can be answered.</summary>
    public static InboundEvent? ReadSms(IFormCollection form, DateTimeOffset now) =>
        Text(form, "MessageSid") is { } sid && Text(form, "From") is { } from
            ? new(InboundKind.Sms, sid, from, Text(form, "To"), form["Body"].ToString(), now, ProviderId: sid, OptOutType: Text(form, "OptOutType"))
            : null;

    /// <summary>Null for the states on the way (queued, sending, sent): we know that Twilio took it, and what is in doubt is asked.</summary>
    public static InboundEvent? ReadStatus(IFormCollection form, IQueryCollection query, DateTimeOffset now)
    {
        if (Text(form, "MessageSid") is not { } sid || (Text(form, "MessageStatus") ?? Text(form, "SmsStatus")) is not { } status)
            return null;

        int? code = int.TryParse(form["ErrorCode"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return Report(status, code) is { } report
            ? new(
                InboundKind.Delivery,
                $"{sid}:{status}",
                Text(form, "To") ?? "",
                Text(form, "From"),
                Text: null,
                now,
                Reference: query["ref"].ToString() is { Length: > 0 } reference ? reference : null,
                ProviderId: sid,
                Report: report,
                Code: code?.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static DeliveryReport? Report(string status, int? code) => status switch
    {
        "delivered" or "read" or "partially_delivered" => DeliveryReport.Delivered,
        "undelivered" or "failed" => TwilioErrors.Report(code),
        "canceled" => DeliveryReport.Refused,
        _ => null,
    };

    private static string? Text(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } text ? text : null;
}
