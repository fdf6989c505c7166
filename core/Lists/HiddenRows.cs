using System.Globalization;

namespace Outreach.Lists;

/// <summary>Rows that hold something and that Excel does not show.</summary>
internal sealed class HiddenRows
{
    private const int MaxNamedRanges = 20;

    private readonly List<(int First, int Last)> _ranges = [];

    public int Count { get; private set; }

    public int First => _ranges[0].First;

    /// <summary>"3-4, 8".</summary>
    public string Ranges => RangesOf(_ranges) + (_ranges.Count == MaxNamedRanges ? ", …" : "");

    public static string RangesOf(IEnumerable<(int First, int Last)> rows) =>
        string.Join(", ", rows.Select(range => range.First == range.Last ? Number(range.First) : $"{Number(range.First)}-{Number(range.Last)}"));

    public void Add(int row)
    {
        Count++;
        if (_ranges is [.., var last] && last.Last == row - 1)
            _ranges[^1] = (last.First, row);
        else if (_ranges.Count < MaxNamedRanges)
            _ranges.Add((row, row));
    }

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);
}
