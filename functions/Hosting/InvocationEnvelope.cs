using System.Globalization;
using System.Text.Json;

namespace Outreach.Functions.Hosting;

/// <summary>
/// The JSON in which the Functions host hands an invocation to a custom handler. Its documentation shows the message encoded once and the
/// count as a number; its code encodes strings and numbers a second time. Both are read.
/// </summary>
internal static class InvocationEnvelope
{
    /// <summary>
    /// A host that gets 204 or an empty body never completes the invocation, so this is sent in full.
    /// </summary>
    public const string Done = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    /// <summary>
    /// The text comes from Data alone: the host copies a message's own properties into Metadata, over what stood there.
    /// </summary>
    /// <exception cref="InvalidDataException">The body is no envelope with this binding.</exception>
    public static QueueDelivery ReadQueue(JsonElement envelope, string binding)
    {
        if (envelope.ValueKind is not JsonValueKind.Object
            || !envelope.TryGetProperty("Data", out var data)
            || data.ValueKind is not JsonValueKind.Object
            || !data.TryGetProperty(binding, out var message))
        {
            throw new InvalidDataException($"The invocation holds no Data.{binding}.");
        }

        return new(Unwrap(message), DequeueCount(envelope));
    }

    private static string Unwrap(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
            return value.GetRawText();
        var text = value.GetString()!;
        if (!text.StartsWith('"'))
            return text;
        try
        {
            return JsonSerializer.Deserialize<string>(text)!;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static int DequeueCount(JsonElement envelope) =>
        envelope.TryGetProperty("Metadata", out var metadata)
        && metadata.ValueKind is JsonValueKind.Object
        && metadata.TryGetProperty("DequeueCount", out var count)
        && int.TryParse(Unwrap(count), NumberStyles.None, CultureInfo.InvariantCulture, out var tries)
        && tries > 0
            ? tries
            : 1;
}
