using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Ids;

/// <summary>Enums are words in rows and in JSON: "noShow". One word, not a number and not several of them.</summary>
public sealed class EnumWordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, JsonEncodedText> Texts = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonEncodedText.Encode(EnumWord.Of(value)));

    /// <exception cref="ValueException">Names the words to choose from.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && EnumWord.TryParse<T>(reader.GetString(), out var value)
            ? value
            : throw new ValueException($"Choose one of: {string.Join(", ", EnumWord.All<T>())}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Texts[value]);
}

/// <summary>Readable JSON with a value that cannot be what it stands for. The message says what can, and repeats nothing of it.</summary>
public sealed class ValueException(string message) : JsonException(message);

/// <summary>The same word outside rows and JSON: in the keys of texts and counts, in addresses and forms.</summary>
public static class EnumWord
{
    public static string Of(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The same word as it is typed on a command line: "no-show".</summary>
    public static string Kebab(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => Known<T>.ByWord.Keys;

    /// <summary>In any case; unlike <see cref="Enum.TryParse{TEnum}(string, out TEnum)"/> neither a number nor a list of words.</summary>
    public static bool TryParse<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word is not null && Known<T>.ByWord.TryGetValue(word, out value);
    }

    private static class Known<T>
        where T : struct, Enum
    {
        // In the order in which they are declared: so they are named to people.
        public static readonly OrderedDictionary<string, T> ByWord =
            new(Enum.GetValues<T>().Select(value => KeyValuePair.Create(EnumWord.Of(value), value)), StringComparer.OrdinalIgnoreCase);
    }
}
