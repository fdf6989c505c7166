using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>Merges as Azure Table storage does: whole top-level properties, and a null changes nothing.</summary>
internal static class RowMerge
{
    // What is stored is never written into a page; escaping it would only make it longer.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlySpan<byte> Merge(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> change)
    {
        using var old = JsonDocument.Parse(before);
        using var named = JsonDocument.Parse(change);
        var merged = new ArrayBufferWriter<byte>(before.Length + change.Length);
        using (var writer = new Utf8JsonWriter(merged, Plain))
        {
            writer.WriteStartObject();
            foreach (var property in old.RootElement.EnumerateObject())
            {
                if (!IsSet(named.RootElement, property.Name))
                    property.WriteTo(writer);
            }

            foreach (var property in named.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind is not JsonValueKind.Null)
                    property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return merged.WrittenSpan;
    }

    private static bool IsSet(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;
}
