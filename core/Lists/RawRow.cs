namespace Outreach.Lists;

/// <param name="Cells">As they came.</param>
internal sealed record RawRow(int Row, bool IsBroken, IReadOnlyList<string> Cells, IReadOnlyDictionary<int, string>? Errors = null)
{
    /// <summary>Columns that are one cell.</summary>
    public IReadOnlyList<(int First, int Last)> Across { get; init; } = [];
}
