using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Ids;

namespace Outreach.Functions.Web.Api;

/// <summary>A time in a call says its distance to UTC: without it everybody would read another time, each that of their own machine.</summary>
internal sealed class MomentWithOffset : JsonConverter<DateTimeOffset>
{
    /// <exception cref="ValueException">No time, or one without offset.</exception>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.GetString() is { } text && SaysOffset(text) && reader.TryGetDateTimeOffset(out var moment)
            ? moment
            : throw new ValueException("Write a time with its day and its offset to UTC, as 2026-03-31T19:30:00+02:00.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static bool SaysOffset(string text) => text.IndexOf('T', StringComparison.Ordinal) is > 0 and var at && text.AsSpan(at).IndexOfAny('Z', '+', '-') > 0;
}

internal sealed class Day : JsonConverter<DateOnly>
{
    /// <exception cref="ValueException">No day of the calendar.</exception>
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ValueException("Write a day as 2026-03-31.");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));
}
