using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Ids;

namespace Outreach.Functions.Web.Api;

/// <summary>Every text in a call is cleaned before anything is done with it.</summary>
internal sealed class TextFromOutside : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? CleanText.OrNull(reader.GetString()) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
