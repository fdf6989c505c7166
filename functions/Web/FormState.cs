using System.Globalization;
using Outreach.Ids;

namespace Outreach.Functions.Web;

/// <summary>What somebody has filled in, and what is wrong with it.</summary>
public sealed record FormState(IReadOnlyDictionary<string, string> Values)
{
    public static readonly FormState Empty = new(new Dictionary<string, string>());

    /// <summary>The name of the field that is wrong, and why, in the organiser's words.</summary>
    public string? WrongField { get; init; }

    public string? Wrong { get; init; }

    public string? this[string name] => Values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public bool Has(string name) => this[name] is not null;

    public int? Number(string name) => int.TryParse(this[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static FormState Of(HttpContext http) => new(http.Request.Form.ToDictionary(pair => pair.Key, pair => CleanText.Of(string.Join(",", pair.Value.ToArray()))));

    public FormState But(string field, string wrong) => this with { WrongField = field, Wrong = wrong };
}
