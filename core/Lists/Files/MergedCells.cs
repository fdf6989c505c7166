using System.Globalization;
using System.Xml;

namespace Outreach.Lists.Files;

/// <summary>Merged cells. A vertical merge gives its value to every row; a horizontal one is reported as columns that are one.</summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, List<Merged>> _fromRow = [];
    private readonly Dictionary<int, (Merged Range, string Text, string? Error)> _open = [];

    /// <summary>Columns that are one cell in the current row.</summary>
    public IReadOnlyList<(int First, int Last)> Across { get; private set; } = [];

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

    public void Add((int Column, int Row) first, (int Column, int Row) last)
    {
        if (first == last || last.Row < first.Row || last.Column < first.Column || last.Column >= XlsxRows.MaxColumns)
            return;
        if (!_fromRow.TryGetValue(first.Row, out var from))
            _fromRow[first.Row] = from = [];
        from.Add(new(first.Column, last.Column, last.Row));
    }

    /// <summary>Fills the row from those above it, and keeps what holds for those below.</summary>
    public void Apply(int row, List<string> cells, Dictionary<int, string> errors)
    {
        if (_fromRow.Count == 0)
            return;
        foreach (var (column, open) in _open)
        {
            if (open.Range.LastRow < row)
                _open.Remove(column);
        }

        if (cells.Exists(cell => !string.IsNullOrWhiteSpace(cell)))
            Fill(cells, errors);
        foreach (var range in _fromRow.GetValueOrDefault(row, []))
            _open[range.Column] = (range, range.Column < cells.Count ? cells[range.Column] : "", errors.GetValueOrDefault(range.Column));
        Across = _open.Count == 0 ? [] : [.. _open.Values.Where(open => open.Range.LastColumn > open.Range.Column).Select(open => (open.Range.Column, open.Range.LastColumn))];
    }

    private void Fill(List<string> cells, Dictionary<int, string> errors)
    {
        foreach (var (column, (_, text, error)) in _open)
        {
            while (cells.Count <= column)
                cells.Add("");
            if (cells[column].Length > 0 || errors.ContainsKey(column))
                continue;
            cells[column] = text;
            if (error is not null)
                errors[column] = error;
        }
    }

    private void Add(string range)
    {
        var ends = range.Replace("$", "", StringComparison.Ordinal).Split(':');
        if (ends.Length == 2 && Place(ends[0]) is { } first && Place(ends[1]) is { } last)
            Add(first, last);
    }

    public static (int Column, int Row)? Place(string place)
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

    private readonly record struct Merged(int Column, int LastColumn, int LastRow);
}
