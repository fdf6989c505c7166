using Microsoft.AspNetCore.Components;

namespace Outreach.Functions.Web.Components;

/// <param name="Key">In the address, when the table can be sorted by it.</param>
public sealed record Column<TRow>(string Key, string Label, RenderFragment<TRow> Cell)
{
    public bool IsSortable { get; init; }

    public bool IsNumber { get; init; }
}

/// <param name="Name">Of the field, in the address.</param>
/// <param name="Options">Without the one that means all.</param>
public sealed record TableFilter(string Name, string Label, IReadOnlyList<(string Value, string Text)> Options);

/// <summary>Where the pages beside this one are; null where there is none.</summary>
/// <param name="Number">From 1; null where pages are not counted, as when they are read from one place to the next.</param>
public sealed record Paging(string? Previous, string? Next, int? Number = null, int? Pages = null)
{
    public static readonly Paging None = new(null, null);

    public bool IsNeeded => Previous is not null || Next is not null;

    /// <summary>Beyond the last page, the last page.</summary>
    public static Paging Of(TableQuery query, int rows, int size)
    {
        var pages = Math.Max(1, (rows + size - 1) / size);
        var number = Math.Min(query.Page, pages);
        return new Paging(number > 1 ? query.OnPage(number - 1) : null, number < pages ? query.OnPage(number + 1) : null, number, pages);
    }

    /// <summary>Which of the rows are on this page.</summary>
    public Range Part(int rows, int size)
    {
        var from = Math.Min(rows, ((Number ?? 1) - 1) * size);
        return from..Math.Min(rows, from + size);
    }

    public IEnumerable<TRow> Cut<TRow>(IEnumerable<TRow> rows, int size) => rows.Skip(((Number ?? 1) - 1) * size).Take(size);
}
