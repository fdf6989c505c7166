using System.Buffers;
using System.Runtime.InteropServices;
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
    /// <summary>Marks every entity with the submit that wrote it last, see <see cref="AzureTables"/>.</summary>
    public const string SubmitId = "op_";

    private const string Nested = "_json";
    private const string Annotation = "@odata.type";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(IBufferWriter<byte> output, string partition, Operation operation, string submitId)
    {
        using var writer = new Utf8JsonWriter(output, Compact);
        writer.WriteStartObject();
        writer.WriteString("PartitionKey", partition);
        writer.WriteString("RowKey", operation.Key);
        writer.WriteString(SubmitId, submitId);

        var json = operation.Json.Span;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (name is "PartitionKey" or "RowKey" or "Timestamp" or SubmitId || name.EndsWith(Nested, StringComparison.Ordinal))
                throw new RowRuleException($"Property '{name}' of row '{operation.Key}' has a name that the table store keeps for itself.");
            reader.Read();
            WriteValue(writer, name, json, ref reader);
        }

        writer.WriteEndObject();
    }

    public static Row Read(JsonElement entity, string? etag = null)
    {
        var output = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(output, Compact);
        var key = "";
        HashSet<string>? longs = null;
        writer.WriteStartObject();
        foreach (var property in entity.EnumerateObject())
        {
            switch (property.Name)
            {
                case "RowKey":
                    key = property.Value.GetString()!;
                    break;
                case "odata.etag":
                    etag = property.Value.GetString();
                    break;
                case "PartitionKey" or "Timestamp" or SubmitId:
                    break;
                case var name when name.EndsWith(Annotation, StringComparison.Ordinal):
                    if (property.Value.ValueEquals("Edm.Int64"))
                        (longs ??= []).Add(name[..^Annotation.Length]);     // stands before its property
                    break;
                case var name when !name.StartsWith("odata.", StringComparison.Ordinal):
                    ReadValue(writer, name, property.Value, longs);
                    break;
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return new(key, output.WrittenMemory, etag ?? "");
    }

    public static bool WasWrittenBy(JsonElement entity, string submitId) =>
        entity.TryGetProperty(SubmitId, out var value) && value.ValueEquals(submitId);

    private static void WriteValue(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;                                                      // the service drops it too
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                writer.WriteString(name + Nested, json[start..(int)reader.BytesConsumed]);
                break;
            case JsonTokenType.Number when !reader.TryGetInt32(out _):
                if (reader.TryGetInt64(out var large))
                {
                    writer.WriteString(name + Annotation, "Edm.Int64");
                    writer.WriteString(name, large.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    break;
                }

                writer.WriteString(name + Annotation, "Edm.Double");        // "1e9" would not be taken for one by itself
                goto default;
            case JsonTokenType.String:
                writer.WriteString(name, reader.GetString());
                break;
            default:
                writer.WritePropertyName(name);
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static void ReadValue(Utf8JsonWriter writer, string name, JsonElement value, HashSet<string>? longs)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
        }
        else if (name.EndsWith(Nested, StringComparison.Ordinal))
        {
            writer.WritePropertyName(name[..^Nested.Length]);
            writer.WriteRawValue(value.GetString()!, skipInputValidation: true);
        }
        else if (longs?.Contains(name) is true)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value.GetString()!, skipInputValidation: true);
        }
        else
        {
            writer.WriteString(name, value.GetString());
        }
    }
}
