using System.Globalization;
using Outreach.Ids;

namespace Outreach.Functions.Web.Components;

/// <summary>What somebody chose to see of a table: search, filters, order and page, all of it in the address. Pure.</summary>
/// <param name="Path">Of the page that the table is on.</param>
/// <param name="Chosen">By the name of the field; what is empty is not there.</param>
public sealed record TableQuery(string Path, IReadOnlyDictionary<string, string> Chosen)
{
    public const string SearchField = "q";
    public const string SortField = "sort";
    public const string PageField = "page";

    private const int MaxValueLength = 100;

    private static readonly string[] OwnFields = [SearchField, SortField, PageField];

    public string? this[string field] => Chosen.GetValueOrDefault(field);

    public string? Search => this[SearchField];

    /// <summary>The key of the column; null: the table's own order.</summary>
    public string? Sort => this[SortField]?.TrimStart('-');

    public bool IsDescending => this[SortField]?.StartsWith('-') == true;

    /// <summary>From 1.</summary>
    public int Page => int.TryParse(this[PageField], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    public bool IsNarrowed => Chosen.Keys.Any(name => name is not (SortField or PageField));

    /// <summary>What was chosen there, when it is one of these words.</summary>
    public T? Value<T>(string field)
        where T : struct, Enum => EnumWord.TryParse<T>(this[field], out var value) ? value : null;

    /// <summary>The column of the order, when it is one of these words.</summary>
    public T? SortBy<T>()
        where T : struct, Enum => EnumWord.TryParse<T>(Sort, out var value) ? value : null;

    public static TableQuery Of(HttpContext http, params ReadOnlySpan<string> filters)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in (ReadOnlySpan<string>)[.. OwnFields, .. filters])
        {
            if (http.Request.Query[field].ToString().Trim() is { Length: > 0 and <= MaxValueLength } value)
                chosen[field] = value;
        }

        return new TableQuery(http.Request.Path, chosen);
    }

    /// <summary>The same table with one thing chosen otherwise; from its first page, unless that is what is chosen.</summary>
    public string With(string field, string? value) => Link(Chosen.Where(pair => pair.Key != field && pair.Key != PageField).Append(KeyValuePair.Create(field, value ?? "")));

    /// <summary>Once more on the column that it is sorted by turns the order around.</summary>
    public string SortedBy(string column) => With(SortField, Sort == column && !IsDescending ? "-" + column : column);

    public string OnPage(int page) => With(PageField, page.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same choice on another address, such as a download of it.</summary>
    public string At(string path) => (this with { Path = path }).Link(Chosen.Where(pair => pair.Key != PageField));

    private string Link(IEnumerable<KeyValuePair<string, string>> fields) =>
        Path + QueryString.Create(fields.Where(field => field.Value.Length > 0).Select(field => KeyValuePair.Create(field.Key, (string?)field.Value)));
}
