using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Ids;

/// <summary>A value that is one word of text, in rows, in JSON and in addresses.</summary>
public interface IText<TSelf>
    where TSelf : struct, IText<TSelf>
{
    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf value);

    string Value { get; }
}

/// <summary>The tenant: lower-case letters, digits and hyphens, at most 40.</summary>
[JsonConverter(typeof(TextConverter<GroupId>))]
public readonly record struct GroupId(string Value) : IText<GroupId>
{
    public static readonly GroupId Default = new("default");

    public static bool TryParse([NotNullWhen(true)] string? text, out GroupId value)
    {
        value = new GroupId(text ?? "");
        return text is { Length: > 0 and <= 40 } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }

    public override string ToString() => Value;
}

/// <summary>A meeting: 12 characters that rise with the time of making.</summary>
[JsonConverter(typeof(TextConverter<MeetingId>))]
public readonly record struct MeetingId(string Value) : IText<MeetingId>
{
    public static MeetingId New(DateTimeOffset now) => new(Base32.NewId(now));

    public static bool TryParse([NotNullWhen(true)] string? text, out MeetingId value)
    {
        value = new MeetingId(text ?? "");
        return text is { Length: 12 } && Base32.IsLower(text);
    }

    public override string ToString() => Value;
}

/// <summary>
/// A person: two hex digits for the shard they were added in, 8 characters of time or of the list, 5 more that are random or the row on the list.
/// A list gives the same id to the same row whenever it is read again.
/// </summary>
[JsonConverter(typeof(TextConverter<PersonId>))]
public readonly record struct PersonId(string Value) : IText<PersonId>
{
    /// <summary>16 suits groups up to some hundred thousand people; two hex digits leave room for 256.</summary>
    public const int ShardCount = 16;

    public int Shard => Convert.ToInt32(Value[..2], 16);

    public static PersonId New(int shard, DateTimeOffset now) => new($"{shard:x2}{Base32.Time(now)}{Base32.Random(5)}");

    public static PersonId OfRow(int shard, ListId list, int row) => new($"{shard:x2}{list.Value}{Base32.Number(row, 5)}");

    public static bool TryParse([NotNullWhen(true)] string? text, out PersonId value)
    {
        value = new PersonId(text ?? "");
        return text is { Length: 15 } && Base32.IsLower(text) && char.IsAsciiHexDigit(text[0]) && char.IsAsciiHexDigit(text[1]);
    }

    public override string ToString() => Value;
}

/// <summary>An uploaded list: 8 characters that rise with the time of the upload.</summary>
[JsonConverter(typeof(TextConverter<ListId>))]
public readonly record struct ListId(string Value) : IText<ListId>
{
    public static ListId New(DateTimeOffset now) => new(Base32.Time(now));

    public static bool TryParse([NotNullWhen(true)] string? text, out ListId value)
    {
        value = new ListId(text ?? "");
        return text is { Length: 8 } && Base32.IsLower(text);
    }

    public override string ToString() => Value;
}

/// <summary>Addresses to ring at that were added together: 12 characters that rise with the time of making.</summary>
[JsonConverter(typeof(TextConverter<DoorListId>))]
public readonly record struct DoorListId(string Value) : IText<DoorListId>
{
    public static DoorListId New(DateTimeOffset now) => new(Base32.NewId(now));

    public static bool TryParse([NotNullWhen(true)] string? text, out DoorListId value)
    {
        value = new DoorListId(text ?? "");
        return text is { Length: 12 } && Base32.IsLower(text);
    }

    public override string ToString() => Value;
}

/// <summary>
/// A resident's key: 10 characters of Crockford's base 32 in upper case, random. The first two are shared by a batch, the other eight are 40 bits of chance.
/// Reads what people type: lower case, O for 0, I and L for 1, blanks and hyphens between.
/// </summary>
[JsonConverter(typeof(TextConverter<Code>))]
public readonly record struct Code(string Value) : IText<Code>
{
    public const int Length = 10;

    public string Prefix => Value[..2];

    /// <summary>All that <see cref="Prefix"/> can be.</summary>
    public static IEnumerable<string> Prefixes => Base32.Pairs.Select(pair => pair.ToUpperInvariant());

    public static string NewPrefix() => Base32.Random(2).ToUpperInvariant();

    public static Code New(string prefix) => new(prefix + Base32.Random(Length - 2).ToUpperInvariant());

    public static bool TryParse([NotNullWhen(true)] string? text, out Code value)
    {
        value = default;
        if (text is null || text.Length > 30)
            return false;
        var characters = text.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        value = new Code(characters);
        return characters.Length == Length && Base32.IsLower(characters.ToLowerInvariant());
    }

    public override string ToString() => Value;
}

/// <summary>Crockford's base 32 (no i, l, o, u), here in lower case.</summary>
public static class Base32
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly SearchValues<char> Known = SearchValues.Create(Alphabet);
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What a simulation draws from, so that a history plays the same again. Otherwise it is the system's own chance: codes are keys.</summary>
    internal static readonly AsyncLocal<System.Random?> Seeded = new();

    internal static IEnumerable<string> Pairs => from first in Alphabet from second in Alphabet select $"{first}{second}";

    public static bool IsLower(string text) => text.AsSpan().IndexOfAnyExcept(Known) < 0;

    public static string Random(int length) => Seeded.Value is { } seeded ? seeded.GetString(Alphabet, length) : RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>An id of twelve characters, in order of making.</summary>
    public static string NewId(DateTimeOffset now) => Time(now) + Random(4);

    /// <summary>Eight characters for the moment in hundredths of a second since 2020 (40 bits: until 2368).</summary>
    public static string Time(DateTimeOffset now) => Number((long)(now - Epoch).TotalMilliseconds / 10, 8);

    public static string Number(long number, int length) =>
        string.Create(length, number, static (characters, rest) =>
        {
            for (var i = characters.Length - 1; i >= 0; i--, rest >>= 5)
                characters[i] = Alphabet[(int)(rest & 31)];
        });
}

public sealed class TextConverter<T> : JsonConverter<T>
    where T : struct, IText<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), out var value) ? value : throw new JsonException($"This is not a valid {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
