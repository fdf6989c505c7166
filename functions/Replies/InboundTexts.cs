using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Functions.Replies;

/// <summary>Packs what came in into texts for the queue <c>inbound</c> (<see cref="InboundBatch"/>).</summary>
internal static class InboundTexts
{
    // The queue takes 48 KiB of UTF-8.
    private const int MaxBytes = 47 * 1024;
    private const string Cut = " […]";

    /// <summary>Letters of all scripts as they are: a queue has little room, and nothing of it goes into a page.</summary>
    private static readonly RowJson RelaxedJson = new(new JsonSerializerOptions(RowJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

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

    private static int Size(InboundEvent one) => Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(one, RelaxedJson.InboundEvent)) + 1;

    private static string Text(IReadOnlyList<InboundEvent> events) => JsonSerializer.Serialize(new InboundBatch([.. events]), RelaxedJson.InboundBatch);
}
