using System.Text.Json.Serialization;

namespace Outreach.Lists;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(UploadedList))]
[JsonSerializable(typeof(RowProblem))]
[JsonSerializable(typeof(ImportListJob))]
[JsonSerializable(typeof(ListPreview))]
[JsonSerializable(typeof(RememberedColumns))]
public sealed partial class ListsJson : JsonSerializerContext;
