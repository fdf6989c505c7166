using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Outreach.Storage;
using Operation = Outreach.Storage.Operation;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>
/// A row's JSON as a table entity and back. Entities are flat: arrays and objects are kept as text in a property whose name ends in
/// <c>_json</c>.
/// </summary>
internal static class EntityRow
{
    /// <summary>No row ever has it: a condition on it fails as it should, where a text of another form would be a bad request.</summary>
    public const string NoETag = "W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"";

    /// <summary>Marks every entity with the submit that wrote it last, see <see cref="AzureTables"/>.</summary>
    private const string Mark = "op_";
    private const string Nested = "_json";
    private const string ETagName = "odata.etag";

    public static string NewMark() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public static bool HasMark(TableEntity entity, string mark) => entity.TryGetValue(Mark, out var value) && value as string == mark;

    public static TableTransactionAction Action(string partition, Operation operation, string mark) => operation.Kind switch
    {
        OperationKind.Insert => new(TableTransactionActionType.Add, Write(partition, operation, mark)),
        OperationKind.Replace => new(TableTransactionActionType.UpdateReplace, Write(partition, operation, mark), Version(operation)),
        OperationKind.Upsert => new(TableTransactionActionType.UpsertReplace, Write(partition, operation, mark)),
        _ => new(TableTransactionActionType.Delete, new TableEntity(partition, operation.Key), Version(operation)),
    };

    public static Row Read(TableEntity entity)
    {
        var output = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(output, RowJson.Unescaped);
        writer.WriteStartObject();
        foreach (var (name, value) in entity)
        {
            if (!IsOurs(name))
                WriteValue(writer, name, value);
        }

        writer.WriteEndObject();
        writer.Flush();
        return new(entity.RowKey, output.WrittenMemory, entity.ETag.ToString());
    }

    private static TableEntity Write(string partition, Operation operation, string mark)
    {
        var entity = new TableEntity(partition, operation.Key) { [Mark] = mark };
        var json = operation.Json.Span;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (IsOurs(name) || name.EndsWith(Nested, StringComparison.Ordinal))
                throw new RowRuleException($"Property '{name}' of row '{operation.Key}' has a name that the table store keeps for itself.");
            reader.Read();
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                entity[name + Nested] = Skipped(json, ref reader);
            else if (reader.TokenType is not JsonTokenType.Null)            // the service drops it too
                entity[name] = Value(ref reader);
        }

        return entity;
    }

    // Each as object by itself: together they would become one type, and large whole numbers lose their last digits.
    private static object Value(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
            return reader.GetString()!;
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
            return reader.GetBoolean();
        if (reader.TryGetInt32(out var number))
            return number;
        if (reader.TryGetInt64(out var large))
            return large;
        return reader.GetDouble();
    }

    private static string Skipped(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]);
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case string text when name.EndsWith(Nested, StringComparison.Ordinal):
                writer.WritePropertyName(name.AsSpan(0, name.Length - Nested.Length));
                writer.WriteRawValue(text, skipInputValidation: true);
                break;
            case bool or int or long or double:
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, value);
                break;
            case DateTimeOffset at:                                         // never ours: somebody's own tool wrote it
                writer.WriteString(name, at);
                break;
            default:
                writer.WriteString(name, value?.ToString());
                break;
        }
    }

    private static bool IsOurs(string name) =>
        name is "PartitionKey" or "RowKey" or "Timestamp" or Mark or ETagName;

    private static ETag Version(Operation operation) => new(IsETag(operation.ETag!) ? operation.ETag! : NoETag);

    private static bool IsETag(string etag) =>
        etag == Operation.AnyETag || (etag.StartsWith("W/\"datetime'", StringComparison.Ordinal) && etag.EndsWith("'\"", StringComparison.Ordinal) && !etag.AsSpan().ContainsAny("\r\n"));
}
