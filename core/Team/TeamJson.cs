using System.Text.Json.Serialization;

namespace Outreach.Team;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(HostLink))]
[JsonSerializable(typeof(ApiKey))]
internal sealed partial class TeamJson : JsonSerializerContext;
