using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Outreach.Storage;

/// <summary>
/// What Azure Table storage accepts, checked by every adapter before anything is sent, so that a row that works on one store works on all.
/// Source: Table service data model (entity 1 MiB, 252 own properties, strings 64 KiB, keys 1 KiB without / \ # ? and control characters).
/// </summary>
public static class RowRules
{
    public const int MaxOperations = 100;
    /// <summary>252, less the one with which the Azure adapter marks the submit that wrote the row.</summary>
    public const int MaxProperties = 251;
    public const int MaxStringCharacters = 32 * 1024 - 64;
    public const int MaxRowBytes = 1024 * 1024;
    public const int MaxSubmitBytes = 4 * 1024 * 1024;
    public const int MaxKeyCharacters = 512;

    private static readonly SearchValues<char> NotInKeys = SearchValues.Create([.. @"/\#?%+", .. Enumerable.Range(0, 256).Select(c => (char)c).Where(char.IsControl)]);

    /// <exception cref="RowRuleException">Names the rule that is broken and the row.</exception>
    public static void Check(string table, string partition, IReadOnlyList<Operation> operations)
    {
        CheckTable(table);
        CheckKey("partition", partition);
        if (operations.Count is 0 or > MaxOperations)
            throw new RowRuleException($"A submit holds 1 to {MaxOperations} operations, not {operations.Count}.");

        var bytes = 0;
        var keys = operations.Count == 1 ? null : new HashSet<string>(operations.Count, StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            CheckKey("row", operation.Key);
            if (keys is not null && !keys.Add(operation.Key))
                throw new RowRuleException($"Row '{operation.Key}' stands twice in one submit.");
            if (operation.Kind is not OperationKind.Delete)
                CheckJson(operation.Key, operation.Json.Span);
            if (operation.Kind is OperationKind.Replace or OperationKind.Delete && string.IsNullOrEmpty(operation.ETag))
                throw new RowRuleException($"{operation.Kind} of row '{operation.Key}' needs an ETag.");
            bytes += operation.Json.Length + operation.Key.Length;
        }

        if (bytes > MaxSubmitBytes)
            throw new RowRuleException($"A submit holds at most {MaxSubmitBytes} bytes, not {bytes}.");
    }

    /// <exception cref="RowRuleException">3 to 63 letters and digits, the first a letter.</exception>
    public static void CheckTable(string table)
    {
        if (table.Length is < 3 or > 63 || !char.IsAsciiLetter(table[0]) || !table.All(char.IsAsciiLetterOrDigit))
            throw new RowRuleException($"'{table}' is not a table name.");
    }

    /// <exception cref="RowRuleException">The key is too long or holds a forbidden character.</exception>
    public static void CheckKey(string what, string key)
    {
        if (key.Length > MaxKeyCharacters)
            throw new RowRuleException($"A {what} key has at most {MaxKeyCharacters} characters, not {key.Length}.");
        if (key.AsSpan().IndexOfAny(NotInKeys) is >= 0 and var at)
            throw new RowRuleException($"A {what} key may not hold U+{(int)key[at]:X4}.");
    }

    /// <summary>Whether a text from outside can be a key at all.</summary>
    public static bool CanBeKey(string text) => text.Length <= MaxKeyCharacters && text.AsSpan().IndexOfAny(NotInKeys) < 0;

    private static void CheckJson(string key, ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxRowBytes)
            throw new RowRuleException($"Row '{key}' is {json.Length} bytes; {MaxRowBytes} is the most.");

        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            throw new RowRuleException($"Row '{key}' is not a JSON object.");

        var properties = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (++properties > MaxProperties)
                throw new RowRuleException($"Row '{key}' has more than {MaxProperties} properties.");
            CheckName(key, reader.ValueSpan);
            reader.Read();
            if (Characters(json, ref reader) > MaxStringCharacters)
                throw new RowRuleException($"A value of row '{key}' is longer than {MaxStringCharacters} characters.");
        }
    }

    /// <summary>As the store counts them: a text without its escapes, a list or an object as it is written.</summary>
    private static int Characters(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType is JsonTokenType.String && reader is { ValueIsEscaped: true, ValueSpan.Length: > MaxStringCharacters })
            return reader.GetString()!.Length;
        reader.Skip();
        var value = json[start..(int)reader.BytesConsumed];
        return value.Length > MaxStringCharacters ? Encoding.UTF8.GetCharCount(value) : value.Length;
    }

    private static void CheckName(string key, ReadOnlySpan<byte> name)
    {
        var valid = name.Length is > 0 and <= 255 && !char.IsAsciiDigit((char)name[0]);
        foreach (var c in name)
            valid &= char.IsAsciiLetterOrDigit((char)c) || c == '_';
        if (!valid)
            throw new RowRuleException($"'{Encoding.UTF8.GetString(name)}' in row '{key}' is not a property name.");
    }
}

/// <summary>A row that Azure Table would refuse: a mistake in our own code, never the user's.</summary>
public sealed class RowRuleException(string message) : ArgumentException(message);
