using System.Globalization;
using System.Text.Json;

namespace Outreach.Functions.Hosting.Standalone;

/// <summary>The part of host.json that our own queue pump follows too; the defaults are those of the Functions host.</summary>
internal sealed record QueueSettings(int BatchSize = 16, int MaxDequeueCount = 5, TimeSpan VisibilityTimeout = default)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// How long a running message stays hidden before it is renewed. The Functions host takes ten minutes; one minute lets
    /// the work of a killed process come back soon.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    public static QueueSettings Read(string directory) => Parse(File.ReadAllText(Path.Combine(directory, "host.json")));

    public static QueueSettings Parse(string hostJson)
    {
        using var document = JsonDocument.Parse(hostJson, Lenient);
        var settings = new QueueSettings();
        if (!document.RootElement.TryGetProperty("extensions", out var extensions) || !extensions.TryGetProperty("queues", out var queues))
            return settings;
        return settings with
        {
            BatchSize = queues.TryGetProperty("batchSize", out var size) ? size.GetInt32() : settings.BatchSize,
            MaxDequeueCount = queues.TryGetProperty("maxDequeueCount", out var count) ? count.GetInt32() : settings.MaxDequeueCount,
            VisibilityTimeout = queues.TryGetProperty("visibilityTimeout", out var span) ? TimeSpan.Parse(span.GetString()!, CultureInfo.InvariantCulture) : settings.VisibilityTimeout,
        };
    }
}
