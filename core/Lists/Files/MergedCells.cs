using System.Globalization;
using System.Xml;

namespace Outreach.Lists.Files;

/// <summary>Cells that were merged downwards: what stands in the first holds for all of them. Beside one another they stay one cell.</summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, List<(int Column, int Last)>> _fromRow = [];
    private readonly Dictionary<int, (int Last, string Text)> _open = [];

    public static MergedCells In(XlsxFile file, string part)
    {
        var merged = new MergedCells();
        if (!Mentions(file, part, "mergeCell "u8))
            return merged;
        using var xml = file.Read(part);
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName is "sheetData")
                xml.Skip();
            if (xml.LocalName is "mergeCell" && xml.GetAttribute("ref") is { } range)
                merged.Add(range);
        }

        return merged;
    }

    /// <summary>Fills the row from those above it, and keeps what holds for those below.</summary>
    public void Apply(int row, List<string> cells)
    {
        if (_fromRow.Count == 0)
            return;
        if (cells.Exists(cell => !string.IsNullOrWhiteSpace(cell)))
            Fill(row, cells);
        foreach (var (column, last) in _fromRow.GetValueOrDefault(row, []))
            _open[column] = (last, column < cells.Count ? cells[column] : "");
    }

    private void Fill(int row, List<string> cells)
    {
        foreach (var (column, (last, text)) in _open)
        {
            if (row > last)
                continue;
            while (cells.Count <= column)
                cells.Add("");
            if (cells[column].Length == 0)
                cells[column] = text;
        }
    }

    private void Add(string range)
    {
        var ends = range.Replace("$", "", StringComparison.Ordinal).Split(':');
        if (ends.Length != 2 || Place(ends[0]) is not var (column, first) || Place(ends[1]) is not var (_, last) || last <= first || column >= XlsxRows.MaxColumns)
            return;
        if (!_fromRow.TryGetValue(first, out var from))
            _fromRow[first] = from = [];
        from.Add((column, last));
    }

    private static (int Column, int Row)? Place(string place)
    {
        var letters = place.AsSpan().IndexOfAnyInRange('0', '9');
        return letters > 0 && XlsxRows.ColumnOf(place) is >= 0 and var column && int.TryParse(place.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (column, row)
            : null;
    }

    private static bool Mentions(XlsxFile file, string part, ReadOnlySpan<byte> word)
    {
        using var stream = file.Open(part);
        var buffer = new byte[64 * 1024];
        for (var kept = 0; stream.Read(buffer, kept, buffer.Length - kept) is > 0 and var read;)
        {
            var all = buffer.AsSpan(0, kept + read);
            if (all.IndexOf(word) >= 0)
                return true;
            kept = Math.Min(word.Length - 1, all.Length);
            all[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
