using System.Text.Json.Serialization;

namespace Outreach.Replies;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(InboundBatch))]
[JsonSerializable(typeof(InboundEvent))]
[JsonSerializable(typeof(InboundPolled))]
public sealed partial class RepliesJson : JsonSerializerContext;
