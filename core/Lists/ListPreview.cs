using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>How many people would be asked in this language by this channel; without a channel they get nothing.</summary>
public sealed record WayCount(string Language, Channel? Channel, int People);

/// <summary>Somebody beside whom a row is laid.</summary>
/// <param name="Row">Of the same file; null for somebody we knew.</param>
public sealed record PlannedPerson(int? Row, PersonId? Known, string? Name, string Reach);

/// <summary>A row that would be taken for somebody who is known, or who stands in the file before.</summary>
/// <param name="IsUnsure">Their names are not those of one person.</param>
public sealed record PlannedMerge(int Row, string? Name, string Reach, PlannedPerson With, bool IsUnsure);

/// <summary>A row that would be refused, with its cells as they came.</summary>
public sealed record BadRow(int Row, IReadOnlyList<string> Cells, IReadOnlyList<RowProblem> Problems);

/// <summary>What a list would do. It lies beside the list until somebody says yes or no.</summary>
public sealed record ListPreview : IStored<ListPreview>
{
    public const int MaxMerges = 100;
    public const int MaxBadRows = 30;

    static JsonTypeInfo<ListPreview> IStored<ListPreview>.Json => ListsJson.Default.ListPreview;

    public int New { get; init; }

    public int Merged { get; init; }

    public int Suppressed { get; init; }

    public int Rejected { get; init; }

    /// <summary>How many of those who are known are on the list of the meeting already.</summary>
    public int OnTheList { get; init; }

    public IReadOnlyList<WayCount> Ways { get => field ?? []; init; }

    public IReadOnlyList<FirstRow> First { get => field ?? []; init; }

    public IReadOnlyList<string> Header { get => field ?? []; init; }

    /// <summary>Those that ask for a decision first; at most <see cref="MaxMerges"/> of each kind.</summary>
    public IReadOnlyList<PlannedMerge> Merges { get => field ?? []; init; }

    public IReadOnlyList<BadRow> BadRows { get => field ?? []; init; }

    public IReadOnlyList<RowProblem> Problems { get => field ?? []; init; }

    public IReadOnlyList<IgnoredColumn> IgnoredColumns { get => field ?? []; init; }

    /// <summary>The typed cells whose text differs from the file.</summary>
    public IReadOnlyDictionary<(int Row, int Column), string> Mended(IReadOnlyDictionary<(int Row, int Column), string> typed)
    {
        var shown = BadRows.SelectMany(row => row.Cells.Select((cell, column) => (Key: (row.Row, column), Text: cell.Trim()))).ToDictionary(cell => cell.Key, cell => cell.Text);
        return typed.Where(cell => shown.TryGetValue(cell.Key, out var text) && text != cell.Value.Trim()).ToDictionary(cell => cell.Key, cell => cell.Value.Trim());
    }
}
