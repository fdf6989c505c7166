using System.Text.Json.Serialization;

namespace Outreach.Texts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(OwnText))]
[JsonSerializable(typeof(CheckedText))]
public sealed partial class TextsJson : JsonSerializerContext;
