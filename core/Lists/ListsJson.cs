using System.Text.Json.Serialization;

namespace Outreach.Lists;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(UploadedList))]
[JsonSerializable(typeof(RowProblem))]
[JsonSerializable(typeof(ImportListJob))]
public sealed partial class ListsJson : JsonSerializerContext;
