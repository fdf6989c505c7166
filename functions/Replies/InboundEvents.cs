using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Replies;

namespace Outreach.Functions.Replies;

/// <summary>What one message on the queue <c>inbound</c> holds.</summary>
internal sealed record InboundEvents(IReadOnlyList<InboundEvent> Events)
{
    public const string Queue = "inbound";

    // The queue takes 48 KiB of UTF-8.
    private const int MaxBytes = 47 * 1024;
    private const string Cut = " […]";

    /// <summary>As few texts as can be, each within what the queue takes.</summary>
    public static IEnumerable<string> Write(IEnumerable<InboundEvent> events)
    {
        var batch = new List<InboundEvent>();
        var bytes = 0;
        foreach (var next in events.Select(Fit))
        {
            var size = Size(next);
            if (batch.Count > 0 && bytes + size > MaxBytes)
            {
                yield return Text(batch);
                batch.Clear();
                bytes = 0;
            }

            batch.Add(next);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return Text(batch);
    }

    public static InboundEvents Read(string text) =>
        JsonSerializer.Deserialize(text, InboundJson.Relaxed.InboundEvents) ?? throw new JsonException("The text is no batch of events.");

    // Longer than some twenty pages: the beginning is kept.
    private static InboundEvent Fit(InboundEvent one)
    {
        while (Size(one) > MaxBytes && one.Text is { Length: > 0 } text)
            one = one with { Text = text[..Half(text)] + Cut };
        return one;
    }

    private static int Half(string text)
    {
        var half = text.Length / 2;
        return half > 0 && char.IsHighSurrogate(text[half - 1]) ? half - 1 : half;
    }

    private static int Size(InboundEvent one) => Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(one, InboundJson.Relaxed.InboundEvent)) + 1;

    private static string Text(IReadOnlyList<InboundEvent> events) => JsonSerializer.Serialize(new InboundEvents([.. events]), InboundJson.Relaxed.InboundEvents);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InboundEvents))]
internal sealed partial class InboundJson : JsonSerializerContext
{
    private static InboundJson? relaxed;

    /// <summary>Letters of all scripts as they are: a queue has little room, and nothing of it goes into a page.</summary>
    public static InboundJson Relaxed => relaxed ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
