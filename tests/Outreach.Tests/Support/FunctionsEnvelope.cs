using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>In what the Functions host hands an invocation to a custom handler: strings and numbers encoded twice, dates and objects once.</summary>
internal static class FunctionsEnvelope
{
    public static JsonObject Of(HostedFunction function, QueueMessage message, DateTimeOffset now)
    {
        var metadata = new JsonObject
        {
            ["DequeueCount"] = Encoded(message.DequeueCount),
            ["Id"] = Encoded(message.Id),
            ["PopReceipt"] = Encoded(message.Receipt!),
            ["InsertionTime"] = message.InsertedAt.ToString("O"),
            ["NextVisibleTime"] = now.ToString("O"),
            ["sys"] = Sys(function, now),
        };
        // The message's own properties are promoted, over what stood there under the same name in whatever case.
        foreach (var (name, value) in JsonNode.Parse(message.Text) as JsonObject ?? [])
        {
            if (value is JsonArray)
                continue;
            foreach (var same in metadata.Select(one => one.Key).Where(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList())
                metadata.Remove(same);
            metadata[name] = value is JsonValue scalar ? Encoded(scalar.ToString()) : value?.DeepClone();
        }

        return new JsonObject { ["Data"] = new JsonObject { [function.Binding] = Encoded(message.Text) }, ["Metadata"] = metadata };
    }

    public static JsonObject OfTimer(HostedFunction function, DateTimeOffset now) => new()
    {
        ["Data"] = new JsonObject { [function.Binding] = new JsonObject { ["Schedule"] = new JsonObject { ["AdjustForDST"] = true }, ["ScheduleStatus"] = null, ["IsPastDue"] = false } },
        ["Metadata"] = new JsonObject { ["sys"] = Sys(function, now) },
    };

    private static string Encoded(object value) => JsonSerializer.Serialize(value);

    private static JsonObject Sys(HostedFunction function, DateTimeOffset now) =>
        new() { ["MethodName"] = function.Name, ["UtcNow"] = now.ToString("O"), ["RandGuid"] = Guid.NewGuid().ToString() };
}
