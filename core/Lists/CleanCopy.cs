namespace Outreach.Lists;

/// <summary>
/// What is kept of an uploaded file once it is read: row for row what it was, without the cells of columns that must not be stored. Read again it gives the same
/// people and the same rejected rows.
/// </summary>
internal static class CleanCopy
{
    /// <param name="leftOut">Rows that stay empty.</param>
    public static MemoryStream Of(ListFile file, IReadOnlySet<int>? leftOut = null)
    {
        var output = new MemoryStream();
        using (var writer = new StreamWriter(output, file.Format.Encoding, leaveOpen: true))
        {
            if (file.Format.HasByteOrderMark)
                writer.Write('\uFEFF');
            if (file.Format.HasSeparatorLine)
                writer.Write($"sep={file.Format.Delimiter}\r\n");
            var written = 0;
            foreach (var (row, cells) in file.KeptRows().Where(kept => leftOut?.Contains(kept.Row) is not true))
            {
                // A row keeps its number: by it its person is known.
                for (written++; written < row; written++)
                    writer.Write("\r\n");
                writer.Write(string.Join(file.Format.Delimiter, cells.Select(cell => DelimitedCell.Of(cell, file.Format.Delimiter))));
                writer.Write("\r\n");
            }
        }

        output.Position = 0;
        return output;
    }
}

/// <summary>A cell as it is written between delimiters.</summary>
public static class DelimitedCell
{
    public static string Of(string cell, char delimiter) =>
        cell.Length > 0 && (cell.AsSpan().IndexOfAny("\"\r\n\t") >= 0 || cell.Contains(delimiter) || cell[0] == ' ' || cell[^1] == ' ')
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
