using Outreach.Lists.Columns;

namespace Outreach.Lists;

/// <summary>The cells of a row as they may be kept.</summary>
internal static class KeptCells
{
    public static IEnumerable<string> Of(ShownRows source, ColumnMap columns) =>
        Enumerable.Range(0, Math.Max(columns.Header.Count, source.Count)).Select(i => At(source, columns, i));

    private static string At(ShownRows source, ColumnMap columns, int index)
    {
        // An error says neither yes nor no, which an empty cell would.
        return columns.IsPermission(index) && source.ErrorAt(index) is { } error ? error : columns.Kept(index, source.Cell(index));
    }
}
