using Outreach.Ids;
using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>A column of a list, as an organiser looks at it.</summary>
/// <param name="Samples">Some of what stands in it.</param>
/// <param name="Use">What it is read as; null when only the organiser knows.</param>
/// <param name="IsFixed">No choice changes it.</param>
/// <param name="Why">Why it is not read.</param>
public sealed record ListColumn(int Index, string Header, IReadOnlyList<string> Samples, ColumnUse? Use, bool IsFixed, string? Why)
{
    /// <summary>Read so because an organiser said so of an earlier list.</summary>
    public bool IsRemembered { get; init; }
}

/// <param name="Objection">Why the list cannot be used like this, or at all when there are no columns.</param>
public sealed record ListColumns(IReadOnlyList<ListColumn> Columns, HeaderKind Header, RowProblem? Objection);

/// <summary>What the columns of a list hold, with some of it to see.</summary>
public sealed class ReadColumns(ListStore lists, KeptFiles files, Settings settings)
{
    private const int MaxRows = 60;
    private const int MaxSamples = 3;

    /// <summary>Null when the file is not kept.</summary>
    public async Task<ListColumns?> HandleAsync(GroupId group, UploadedList list, CancellationToken ct)
    {
        var rules = ImportList.RulesOf(settings, list);
        var columns = await ReadAsync(group, list, rules, ct);
        if (columns is { Header: HeaderKind.Found, Objection.Code: ProblemCodes.ColumnsMissing } && rules.Columns.Count == 0)
            columns = await ReadAsync(group, list, rules with { Header = HeaderKind.FirstRow }, ct);
        return columns is null || list.Columns.Count > 0 || columns.Header is HeaderKind.None
            ? columns
            : Recall(columns, (await lists.FindColumnsAsync(group, ct))?.Value ?? new());
    }

    private async Task<ListColumns?> ReadAsync(GroupId group, UploadedList list, ListRules rules, CancellationToken ct)
    {
        using var file = await files.OpenAsync(group, list, rules, ct);
        return file is null ? null : new ListColumns(file.Map is { } map ? ColumnsOf(file, map, new Wording(list.Language)) : [], rules.Header, file.Refusal);
    }

    private static List<ListColumn> ColumnsOf(ListFile file, ColumnMap map, Wording wording)
    {
        var rows = file.Sample(MaxRows).ToList();
        var columns = new List<ListColumn>();
        for (var i = 0; i < map.Header.Count; i++)
        {
            var samples = rows.Where(row => i < row.Count && row[i].Length > 0).Select(row => Rows.RowReader.Shown(row[i])).Distinct().Take(MaxSamples).ToList();
            if (map.Header[i].Length > 0 || samples.Count > 0)
                columns.Add(new ListColumn(i, map.Header[i], samples, map.UseOf(i), map.IsFixed(i), map.IsWhoseAsked(i) ? wording.Whose : map.IgnoredAt(i) is { } reason ? wording.Ignored(reason) : null));
        }

        return columns;
    }

    private static ListColumns Recall(ListColumns read, RememberedColumns remembered) => read with
    {
        Columns = [.. read.Columns.Select(column => !column.IsFixed && remembered.Find(column.Header) is { } use && use != column.Use ? column with { Use = use, IsRemembered = true } : column)],
    };
}
