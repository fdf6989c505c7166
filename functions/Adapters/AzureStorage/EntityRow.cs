using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>
/// A row's JSON as a table entity and back. Entities are flat and their whole numbers have 32 bits: larger ones are annotated as Edm.Int64
/// and written as text, and arrays and objects are kept as text in a property whose name ends in <c>_json</c>.
/// </summary>
internal static class EntityJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Marks every entity with the submit that wrote it last, see <see cref="AzureTables"/>.</summary>
    private static ReadOnlySpan<byte> SubmitId => "op_"u8;

    private static ReadOnlySpan<byte> Nested => "_json"u8;

    private static ReadOnlySpan<byte> Annotation => "@odata.type"u8;

    public static void Write(IBufferWriter<byte> output, string partition, Operation operation, string submitId)
    {
        using var writer = new Utf8JsonWriter(output, Compact);
        writer.WriteStartObject();
        writer.WriteString("PartitionKey"u8, partition);
        writer.WriteString("RowKey"u8, operation.Key);
        writer.WriteString(SubmitId, submitId);

        var json = operation.Json.Span;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;                                    // the rules for rows leave nothing in it to unescape
            if (IsOurs(name) || name.EndsWith(Nested))
                throw new RowRuleException($"Property '{Encoding.UTF8.GetString(name)}' of row '{operation.Key}' has a name that the table store keeps for itself.");
            reader.Read();
            WriteValue(writer, name, json, ref reader);
        }

        writer.WriteEndObject();
    }

    public static Row Read(JsonElement entity)
    {
        var output = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(output, Compact);
        var (key, etag, isLong) = ("", "", false);
        writer.WriteStartObject();
        foreach (var property in entity.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            if (name.EndsWith(Annotation))
            {
                isLong = property.Value.ValueEquals("Edm.Int64"u8);         // the property it speaks of comes next
                continue;
            }

            if (name.SequenceEqual("RowKey"u8))
                key = property.Value.GetString()!;
            else if (name.SequenceEqual("odata.etag"u8))
                etag = property.Value.GetString()!;
            else if (!IsOurs(name) && !name.StartsWith("odata."u8))
                ReadValue(writer, name, property.Value, isLong);
            isLong = false;
        }

        writer.WriteEndObject();
        writer.Flush();
        return new(key, output.WrittenMemory, etag);
    }

    public static bool WasWrittenBy(JsonElement entity, string submitId) =>
        entity.TryGetProperty(SubmitId, out var value) && value.ValueEquals(submitId);

    private static bool IsOurs(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("PartitionKey"u8) || name.SequenceEqual("RowKey"u8) || name.SequenceEqual("Timestamp"u8) || name.SequenceEqual(SubmitId);

    private static void WriteValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:                                        // the service drops it too
                return;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                reader.Skip();
                writer.WriteString([.. name, .. Nested], json[start..(int)reader.BytesConsumed]);
                return;
            case JsonTokenType.Number when reader.TryGetInt32(out _):
                break;
            case JsonTokenType.Number when reader.TryGetInt64(out _):
                writer.WriteString([.. name, .. Annotation], "Edm.Int64"u8);
                writer.WriteString(name, reader.ValueSpan);
                return;
            case JsonTokenType.Number:                                      // "1e9" would not be taken for one by itself
                writer.WriteString([.. name, .. Annotation], "Edm.Double"u8);
                break;
        }

        writer.WritePropertyName(name);
        writer.WriteRawValue(json[start..(int)reader.BytesConsumed], skipInputValidation: true);
    }

    private static void ReadValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement value, bool isLong)
    {
        var isText = value.ValueKind is JsonValueKind.String;
        var isNested = isText && name.EndsWith(Nested);
        writer.WritePropertyName(isNested ? name[..^Nested.Length] : name);
        if (isNested || (isText && isLong))
            writer.WriteRawValue(value.GetString()!, skipInputValidation: true);
        else
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }
}
