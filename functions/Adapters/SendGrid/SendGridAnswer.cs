using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Records;
using SendGrid;

namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>What SendGrid's answer to one call means for its messages.</summary>
internal abstract record SendGridAnswer
{
    private SendGridAnswer()
    {
    }

    /// <summary>The same for every message of the call.</summary>
    public sealed record ForAll(MessageEvent Outcome) : SendGridAnswer;

    /// <summary>Nothing was sent, because of the messages at these places in the call; the others are good.</summary>
    public sealed record ForSome(IReadOnlyDictionary<int, MessageEvent> Bad) : SendGridAnswer;

    /// <summary>Nothing was sent, and it is not said because of which message; fewer at a time may go.</summary>
    public sealed record TooMuch(string Code) : SendGridAnswer;

    public static async Task<SendGridAnswer> ReadAsync(Response response, DateTimeOffset now, CancellationToken ct) => (int)response.StatusCode switch
    {
        200 or 202 => new ForAll(new MessageEvent.Accepted(Header(response, "X-Message-Id") ?? "")),
        400 => Rejected(await ErrorsAsync(response, ct)),
        401 => Stopped("401", "Check SendGrid__ApiKey: SendGrid refuses it."),
        403 => Stopped("403", "Verify the sender SendGrid__From in SendGrid, and let the API key send mail."),
        404 => Stopped("404", "Check SendGrid__BaseUrl: there is no Mail Send at this address."),
        // In HTML, from the server before the API.
        413 => new TooMuch("413"),
        429 => new ForAll(new MessageEvent.TryLater("429", UntilReset(response, now))),
        >= 500 => new ForAll(new MessageEvent.Unknown(Text(response.StatusCode))),
        _ => new ForAll(new MessageEvent.TryLater(Text(response.StatusCode), TimeSpan.FromMinutes(15))),
    };

    private static SendGridAnswer Rejected(IReadOnlyList<SendGridError> errors)
    {
        var bad = new Dictionary<int, MessageEvent>();
        foreach (var field in errors.Select(error => error.Field?.Split('.')))
        {
            if (field is ["from" or "reply_to" or "tracking_settings", ..])
                return Stopped("400 " + field[0], "Check SendGrid__From and SendGrid__ReplyDomain: SendGrid refuses the sender.");
            if (field is ["personalizations", var place, ..] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                bad[index] = field is [_, _, "to", ..] ? new MessageEvent.AddressBad("400 to") : new MessageEvent.Refused("400 " + string.Join('.', field.Skip(2).Take(1)));
        }

        return bad.Count > 0 ? new ForSome(bad) : new TooMuch("400");
    }

    private static async Task<IReadOnlyList<SendGridError>> ErrorsAsync(Response response, CancellationToken ct)
    {
        try
        {
            return (await response.Body.ReadFromJsonAsync(SendGridJson.Default.SendGridErrors, ct))?.Errors ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static TimeSpan UntilReset(Response response, DateTimeOffset now) =>
        long.TryParse(Header(response, "X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
        && reset - now.ToUnixTimeSeconds() is > 0 and <= 3600 and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromMinutes(1);

    private static ForAll Stopped(string code, string whatToDo) => new(new MessageEvent.ChannelStopped(code, whatToDo));

    private static string Text(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    private static string? Header(Response response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}

/// <summary>The message of an error is left out: it can hold an address.</summary>
internal sealed record SendGridError(string? Field);

internal sealed record SendGridErrors(IReadOnlyList<SendGridError>? Errors);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SendGridErrors))]
internal sealed partial class SendGridJson : JsonSerializerContext;
