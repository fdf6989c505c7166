using Outreach.Lists.Columns;
using Outreach.Lists.Rows;

namespace Outreach.Lists.Files;

/// <summary>Where the names of the columns stand: not always in the first row.</summary>
/// <param name="Index">Among the rows that were looked at.</param>
/// <param name="Inner">The delimiter, when each record stands in one cell.</param>
internal sealed record HeaderRow(int Index, IReadOnlyList<string> Cells, char? Inner = null)
{
    /// <summary>Below so many rows of title and explanation nobody looks for it.</summary>
    public const int MaxRows = 10;

    private static readonly char[] Inners = [';', ',', '\t'];

    /// <summary>Null when no row names a way to reach people.</summary>
    public static HeaderRow? Find(IReadOnlyList<RawRow> rows) =>
        FindAs(rows, null) ?? Inners.Select(inner => FindAs([.. rows.Select(row => ShownRows.TakenApart(row, inner))], inner)).FirstOrDefault(found => found is not null);

    /// <summary>Clean, and without the empty cells behind them.</summary>
    public static string[] CellsOf(RawRow row)
    {
        var cells = row.Cells.Select(CellText.Of).ToList();
        while (cells is [.., ""])
            cells.RemoveAt(cells.Count - 1);
        return [.. cells];
    }

    public static int KnownIn(IEnumerable<string> cells) => cells.Count(cell => Headers.FieldOf(cell) is not null);

    private static HeaderRow? FindAs(IReadOnlyList<RawRow> rows, char? inner)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = WithThoseAbove(rows, i);
            if (!IsHeader(cells, isFirst: i == 0))
                continue;
            // A row of groups ("Contact", "Adres") can stand above the names themselves.
            while (i + 1 < rows.Count && WithThoseAbove(rows, i + 1) is var below && IsHeader(below, isFirst: false) && KnownIn(below) >= KnownIn(cells))
                (i, cells) = (i + 1, below);
            return new(i, cells, inner);
        }

        return null;
    }

    private static bool IsHeader(IReadOnlyList<string> cells, bool isFirst)
    {
        if (!new ColumnMap(cells).CanReach)
            return false;
        var (known, filled) = (KnownIn(cells), cells.Count(cell => cell.Length > 0));
        // "06" is a header, and a phone number that somebody did not finish.
        return isFirst || (known * 2 >= filled && (known >= 2 || filled == 1) && !cells.Any(cell => cell.Length > 0 && cell.All(char.IsAsciiDigit)));
    }

    // Where a column has no name of its own, the known one right above it holds.
    private static string[] WithThoseAbove(IReadOnlyList<RawRow> rows, int index)
    {
        var cells = CellsOf(rows[index]);
        if (index == 0)
            return cells;
        var above = CellsOf(rows[index - 1]);
        var known = cells.Select(Headers.FieldOf).ToHashSet();
        for (var i = 0; i < Math.Min(cells.Length, above.Length); i++)
        {
            if (cells[i].Length == 0 && Headers.FieldOf(above[i]) is { } field && known.Add(field))
                cells[i] = above[i];
        }

        return cells;
    }
}
