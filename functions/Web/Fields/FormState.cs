using System.Globalization;
using Outreach.Ids;

namespace Outreach.Functions.Web.Fields;

/// <summary>What somebody has filled in, and what is wrong with it.</summary>
public sealed record FormState(IReadOnlyDictionary<string, string> Values)
{
    public static readonly FormState Empty = new(new Dictionary<string, string>());

    /// <summary>All that is wrong, in the order of the page.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The field of the first error.</summary>
    public string? FirstErrorField => Errors is [var first, ..] ? first.Field : null;

    public string? FirstError => Errors is [var first, ..] ? first.Text : null;

    public string? this[string name] => Values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public bool Has(string name) => this[name] is not null;

    /// <summary>When the page was shown; null where it says nothing of that.</summary>
    public DateTimeOffset? ShownAt => MomentOf(this["shownAt"]);

    /// <param name="milliseconds">Since 1970. Null where it is not a moment.</param>
    public static DateTimeOffset? MomentOf(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < 1L << 45 ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    /// <summary>Of what was known when a form was opened. Where a colleague has changed that since, saving the form would undo what they did.</summary>
    public string Stamp => TextHash.Of(string.Join('\n', Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}")), 16);

    /// <summary>Whether a form was opened before this was as it is now. One that says nothing of it is taken as it comes.</summary>
    public bool IsNewerThan(FormState typed) => typed["shown"] is { } shown && shown != Stamp;

    public int? Number(string name) => int.TryParse(this[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>As people write it: with a comma or a point before the cents. Null where it is no amount, or more than <paramref name="most"/>.</summary>
    public decimal? Amount(string name, decimal most) =>
        decimal.TryParse(this[name]?.Replace(',', '.').TrimStart('€', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount >= 0 && amount <= most ? amount : null;

    public static FormState Of(HttpContext http) => new(http.Request.Form.ToDictionary(pair => pair.Key, pair => CleanText.Of(string.Join(",", pair.Value.ToArray()))));

    /// <summary>What was chosen on the steps before, as the address has it.</summary>
    public static FormState OfQuery(HttpContext http) => new(http.Request.Query.ToDictionary(pair => pair.Key, pair => CleanText.Of(string.Join(",", pair.Value.ToArray()))));

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Text;

    /// <summary>A field is wrong for one reason at a time: the first that was found.</summary>
    public FormState WithError(string field, string text) => ErrorOf(field) is null ? this with { Errors = [.. Errors, new(field, text)] } : this;
}

/// <param name="Field">Its name; empty when it is about the whole form.</param>
/// <param name="Text">In the organiser's words.</param>
public sealed record FieldError(string Field, string Text);
