using System.Text.Json.Serialization;

namespace Outreach.Functions.Web.Api;

/// <summary>An answer that is a list.</summary>
internal sealed record Items<T>([property: JsonPropertyName("items")] IEnumerable<T> All);

/// <summary>What became of what was asked for.</summary>
internal sealed record StateAnswer<T>(T State);
