using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Storage;

/// <summary>A record that is stored or queued says itself how it is written.</summary>
public interface IStored<TSelf>
    where TSelf : IStored<TSelf>
{
    static abstract JsonTypeInfo<TSelf> Json { get; }
}

/// <summary>
/// How everything that is stored or queued is written: JSON in camel case, enums as words, defaults left out.
/// A property of a stored record must read right when it is left out: lists through <c>field ?? []</c>, and no enum or number is <c>required</c>.
/// </summary>
public static class RowJson
{
    /// <summary>Letters as they are: escaped, a text in Arabic or Tigrinya is three times as long, and a value has only so much room. None of this goes into a page.</summary>
    public static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static ReadOnlyMemory<byte> Write<T>(T value)
        where T : IStored<T>
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, Unescaped);
        JsonSerializer.Serialize(writer, value, T.Json);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static T Read<T>(ReadOnlyMemory<byte> json)
        where T : IStored<T> => JsonSerializer.Deserialize(json.Span, T.Json) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    public static Stored<T> Read<T>(Row row)
        where T : IStored<T> => new(Read<T>(row.Json), row.ETag);

    public static string WriteText<T>(T value)
        where T : IStored<T> => Encoding.UTF8.GetString(Write(value).Span);

    public static T ReadText<T>(string json)
        where T : IStored<T> => JsonSerializer.Deserialize(json, T.Json) ?? throw new JsonException($"A queued {typeof(T).Name} is null.");
}

/// <summary>A value as it was read, with the version that a change of it must name.</summary>
public sealed record Stored<T>(T Value, string ETag);
