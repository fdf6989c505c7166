namespace Outreach.Lists;

/// <summary>
/// The rejected rows as they came, with the reason in a last column, to mend and upload again. Columns that must not be kept are left out.
/// </summary>
/// <param name="content">Stays open.</param>
/// <param name="withHeader">False to go on with a file that was begun before.</param>
public sealed class RejectedFile(Stream content, ListFile list, ListRules rules, bool withHeader = true) : IDisposable
{
    private readonly StreamWriter _writer = new(content, list.Format.Encoding, bufferSize: 16 * 1024, leaveOpen: true);
    private readonly int[] _kept = [.. Enumerable.Range(0, list.Header.Count).Where(list.ComesBack)];
    private readonly string _reason = new Wording(rules.OrganiserLanguage).ReasonColumn;
    private bool _headerDue = withHeader;

    public void Write(ListRow row)
    {
        WriteHeader();
        WriteRow(row.Cells ?? [], string.Join(" ", row.Problems.Select(problem => problem.Column.Length > 0 ? $"{problem.Column}: {problem.Message}" : problem.Message)));
    }

    /// <summary>Writes what is still held back; also the header of a file without rows.</summary>
    public void Dispose()
    {
        WriteHeader();
        _writer.Dispose();
    }

    private void WriteHeader()
    {
        if (!_headerDue)
            return;
        _headerDue = false;
        if (list.Format.HasByteOrderMark)
            _writer.Write('\uFEFF');
        if (list.Format.HasSeparatorLine)
            _writer.Write($"sep={list.Format.Delimiter}\r\n");
        WriteRow(list.Header, _reason);
    }

    private void WriteRow(IReadOnlyList<string> cells, string reason)
    {
        foreach (var index in _kept)
        {
            WriteCell(index < cells.Count ? cells[index] : "");
            _writer.Write(list.Format.Delimiter);
        }

        WriteCell(reason);
        _writer.Write("\r\n");
    }

    private void WriteCell(string cell) => _writer.Write(DelimitedCell.Of(SafeCell.Of(cell), list.Format.Delimiter));
}
