using System.Text.Json.Serialization;

namespace Outreach.Sending;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Mailing))]
[JsonSerializable(typeof(SendInvitationsJob))]
[JsonSerializable(typeof(SpendingDay))]
public sealed partial class SendingJson : JsonSerializerContext;
