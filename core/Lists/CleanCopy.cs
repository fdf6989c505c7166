using System.Text;
using Outreach.Lists.Files;

namespace Outreach.Lists;

/// <summary>
/// What is kept of an uploaded file once it is read: row for row what it was, without the cells of columns that must not be stored. Read again it gives the same
/// people and the same rejected rows.
/// </summary>
internal static class CleanCopy
{
    private static readonly Dictionary<(int, int), string> Nothing = [];

    /// <param name="leftOut">Rows that stay empty.</param>
    /// <param name="mended">What an organiser put in the place of cells, by row and column.</param>
    /// <param name="isDraft">Nobody has said yes to it yet: unknown columns stay, for somebody may say what they are.</param>
    public static MemoryStream Of(ListFile file, IReadOnlySet<int>? leftOut = null, IReadOnlyDictionary<(int Row, int Column), string>? mended = null, bool isDraft = false)
    {
        mended ??= Nothing;
        var output = new MemoryStream();
        var format = mended.Values.All(text => CanHold(file.Format.Encoding, text)) ? file.Format : ListFormat.ForExcel with { Delimiter = file.Format.Delimiter, HasSeparatorLine = file.Format.HasSeparatorLine };
        using (var writer = new StreamWriter(output, format.Encoding, leaveOpen: true))
        {
            if (format.HasByteOrderMark)
                writer.Write('\uFEFF');
            if (format.HasSeparatorLine)
                writer.Write($"sep={format.Delimiter}\r\n");
            var (written, widths) = (0, mended.Keys.GroupBy(place => place.Row).ToDictionary(places => places.Key, places => places.Max(place => place.Column) + 1));
            foreach (var (row, cells) in file.KeptRows(isDraft).Where(kept => leftOut?.Contains(kept.Row) is not true))
            {
                // A row keeps its number: by it its person is known.
                for (written++; written < row; written++)
                    writer.Write("\r\n");
                writer.Write(string.Join(format.Delimiter, Widened(cells, widths.GetValueOrDefault(row)).Select((cell, column) => DelimitedCell.Of(mended.TryGetValue((row, column), out var text) ? CommentedNo.Moved(cell, text) : cell, format.Delimiter))));
                writer.Write("\r\n");
            }
        }

        output.Position = 0;
        return output;
    }

    // A row that is short stays so, unless what it lacked was filled in.
    private static IEnumerable<string> Widened(IReadOnlyList<string> cells, int width) => cells.Concat(Enumerable.Repeat("", Math.Max(0, width - cells.Count)));

    private static bool CanHold(Encoding encoding, string text) => encoding.GetString(encoding.GetBytes(text)) == text;
}

/// <summary>A cell as it is written between delimiters.</summary>
public static class DelimitedCell
{
    public static string Of(string cell, char delimiter) =>
        cell.Length > 0 && (cell.AsSpan().IndexOfAny("\"\r\n\t") >= 0 || cell.Contains(delimiter) || cell[0] == ' ' || cell[^1] == ' ')
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
