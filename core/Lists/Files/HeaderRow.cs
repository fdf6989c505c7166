using Outreach.Lists.Columns;
using Outreach.Lists.Rows;

namespace Outreach.Lists.Files;

/// <summary>Where the names of the columns stand: not always in the first row.</summary>
/// <param name="Index">Among the rows that were looked at.</param>
/// <param name="Inner">The delimiter, when each record stands in one cell.</param>
internal sealed record HeaderRow(int Index, IReadOnlyList<string> Cells, char? Inner = null)
{
    /// <summary>Rows searched for the header.</summary>
    public const int MaxRows = 10;

    private static readonly char[] Inners = [';', ',', '\t', '|'];

    /// <summary>Null when no row names a way to reach people.</summary>
    public static HeaderRow? Find(IReadOnlyList<RawRow> rows) =>
        FindAs(rows, null) ?? Inners.Select(inner => FindAs([.. rows.Select(row => ShownRows.TakenApart(row, inner))], inner)).FirstOrDefault(found => found is not null);

    /// <summary>Clean, and without the empty cells behind them.</summary>
    public static string[] CellsOf(RawRow row)
    {
        var cells = row.Cells.Select(cell => CommentedNo.Without(CellText.Of(cell))).ToList();
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
            while (i + 1 < rows.Count && WithThoseAbove(rows, i + 1) is var below && IsHeader(below, isFirst: false, isBelow: true) && KnownIn(below) >= KnownIn(cells))
                (i, cells) = (i + 1, below);
            return new(i, cells, inner);
        }

        return null;
    }

    /// <param name="isBelow">Below another that may be one: then most of it has to be known.</param>
    private static bool IsHeader(IReadOnlyList<string> cells, bool isFirst, bool isBelow = false)
    {
        if (!new ColumnMap(cells).MayReach)
            return false;
        if (isFirst)
            return true;
        var (known, filled) = (cells.Where((cell, index) => (Headers.FieldOf(cell) ?? OtherSpellings.FieldOf(cells, index)) is not null).Count(), cells.Count(cell => cell.Length > 0 && !IsPlain(PermissionHeaders.Of(cell))));
        var isMostlyKnown = known * 2 >= filled;
        // "06" is a header, and a phone number that somebody did not finish.
        return (isBelow ? isMostlyKnown && (known >= 2 || filled == 1) : known >= 2 || (isMostlyKnown && filled == 1))
            && !cells.Any(cell => cell.Length > 0 && (OtherBlock.IsContact(cell) || (cell.All(char.IsAsciiDigit) && !IsYear(cell))));
    }

    private static bool IsYear(string cell) => cell is ['1' or '2', '9' or '0', _, _];

    /// <summary>
    /// The names in a row, with those above it: where a column has none of its own, the known one above holds, and what a group of columns says of being written to
    /// ("Opt-out" above "per sms" and "per mail") is part of the name of each.
    /// </summary>
    private static string[] WithThoseAbove(IReadOnlyList<RawRow> rows, int index)
    {
        var own = CellsOf(rows[index]);
        if (index == 0)
            return own;
        var above = CellsOf(rows[index - 1]);
        string[] cells = [.. own, .. Enumerable.Repeat("", Math.Max(0, above.Length - own.Length))];
        var isTitle = own is [not "", ..] && above is [not ""];
        var group = "";
        for (var i = 0; i < cells.Length; i++)
        {
            var upper = i < above.Length ? above[i] : "";
            if (upper.Length > 0)
                group = Headers.FieldOf(upper) is null && PermissionHeaders.Of(upper) is not null ? upper : "";
            if (group.Length > 0 && Belongs(i, upper.Length > 0 && !(isTitle && i == 0)))
                cells[i] = cells[i].Length > 0 ? $"{group} {cells[i]}" : group;
            else if (upper.Length > 0)
                group = "";
        }

        FillFields(cells, above);
        return cells;

        bool Belongs(int i, bool isBelow)
        {
            var name = cells[i];
            if (name.Length == 0)
                return isBelow;
            if (Headers.FieldOf(name) is { } field)
                return Headers.Compact(name) is "sms" or "whatsapp" || Enumerable.Range(0, cells.Length).Count(other => FieldAt(other) == field) > 1;
            // "Geen …" says no by itself, and "geen lidnummer" says nothing of being written to.
            return !IsPlain(PermissionHeaders.Of(name)) && (isBelow || IsPlain(PermissionHeaders.Of($"geen {name}")));
        }

        Field? FieldAt(int i) => Headers.FieldOf(i < own.Length && own[i].Length > 0 ? own[i] : i < above.Length ? above[i] : "");
    }

    private static void FillFields(string[] cells, string[] above)
    {
        var known = cells.Select(Headers.FieldOf).ToHashSet();
        for (var i = 0; i < Math.Min(cells.Length, above.Length); i++)
        {
            if (cells[i].Length == 0 && Headers.FieldOf(above[i]) is { } field && known.Add(field))
                cells[i] = above[i];
        }
    }

    private static bool IsPlain(PermissionColumn? column) => column?.Kind is PermissionKind.Consent or PermissionKind.OptOut;
}
