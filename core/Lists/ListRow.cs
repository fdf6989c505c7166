using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>One row of a list that is not blank.</summary>
/// <param name="Row">As Excel shows it.</param>
/// <param name="Candidate">Null when the row is rejected.</param>
/// <param name="Cells">Only of a rejected row: its cells as they came, for <see cref="RejectedFile"/>. Cells of sensitive columns and notes are empty.</param>
public sealed record ListRow(int Row, Candidate? Candidate, IReadOnlyList<RowProblem> Problems, IReadOnlyList<string>? Cells = null)
{
    /// <summary>Not a row of people: something to know about the file itself, found here.</summary>
    public bool IsAboutFile { get; init; }

    /// <summary>Numbers and addresses that stand in the row and are not used, with what the row says of being written to.</summary>
    public IReadOnlyList<Candidate> Others { get; init; } = [];

    /// <summary>Of a rejected row: who says no in it, if anybody does.</summary>
    public Candidate? Refuser { get; init; }
}

/// <summary>Something an organiser should know about a row, or about the whole file.</summary>
/// <param name="Value">As it stood in the cell, cut at 100 characters.</param>
/// <param name="Rejected">False for a warning: the row is taken without this value.</param>
public sealed record RowProblem(int Row, string Column, string Code, string Message, string Value, bool Rejected) : IStored<RowProblem>
{
    static JsonTypeInfo<RowProblem> IStored<RowProblem>.Json => ListsJson.Default.RowProblem;

    /// <summary>The adjusted value; null when the value was used unchanged or not at all.</summary>
    public string? Became { get; init; }

    /// <summary>Two names on one number or address: whether an organiser said that they are two people. Null where that is not the question.</summary>
    public bool? AreTwo { get; init; }

    /// <summary>They are two people whom we knew apart, and stay so until an organiser says that they are one.</summary>
    public bool AreApart { get; init; }

    /// <summary>An organiser has said that they are one person.</summary>
    public bool AreOne { get; init; }

    [JsonIgnore]
    public bool AsksWho => this is { AreTwo: false, AreOne: false };
}

/// <summary>A column that was not read, and why.</summary>
public sealed record IgnoredColumn(string Column, IgnoreReason Reason, string Why)
{
    /// <summary>As many as one row of storage can hold: what should not be in a list at all stands before what we merely do not know.</summary>
    internal static IReadOnlyList<IgnoredColumn> Shown(List<IgnoredColumn> all, Wording wording)
    {
        var first = all.Count <= ListRules.MaxIgnoredColumns ? all : [.. all.OrderBy(column => column.Reason is IgnoreReason.Unknown).Take(ListRules.MaxIgnoredColumns)];
        var shown = first.Select(column => column with { Column = Wording.Short(column.Column) });
        return all.Count == first.Count ? [.. shown] : [.. shown, new("…", IgnoreReason.Unknown, wording.MoreIgnored(all.Count - first.Count))];
    }
}

public enum IgnoreReason
{
    Unknown,

    /// <summary>Health, care, origin, belief and the like.</summary>
    Sensitive,

    /// <summary>A citizen service number or another number that identifies a person by law.</summary>
    IdentityNumber,
    BirthDate,

    /// <summary>Free notes on people.</summary>
    Notes,

    /// <summary>Known under no name, and with values that look like citizen service numbers.</summary>
    LooksLikeIdentityNumber,

    /// <summary>The reason that an earlier rejected file gave.</summary>
    EarlierReason,

    /// <summary>Another sheet of the workbook than the one with the list.</summary>
    OtherSheet,

    /// <summary>A column that Excel does not show.</summary>
    Hidden,
}
