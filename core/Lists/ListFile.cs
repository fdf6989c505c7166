namespace Outreach.Lists;

/// <summary>
/// An invite list as it came from a volunteer's computer. It is read once, row by row, and holds one row at a time; an Excel workbook, which cannot be
/// read from front to back, is held packed. Reading needs no storage and changes nothing.
/// </summary>
public sealed class ListFile : IDisposable
{
    private const int HeadBytes = 64 * 1024;

    private readonly IRowSource? _source;
    private readonly ListRules _rules;
    private readonly ColumnMap? _columns;
    private readonly Wording _wording;
    private bool _atFirstRow;

    private ListFile(IRowSource? source, ListFormat format, ColumnMap? columns, ListRules rules, RowProblem? refusal)
    {
        (_source, Format, _columns, _rules, Refusal) = (source, format, columns, rules, refusal);
        _wording = new(rules.OrganiserLanguage);
        _atFirstRow = refusal is null;
    }

    /// <summary>Why nothing of the file can be used; null when its rows can be read.</summary>
    public RowProblem? Refusal { get; }

    /// <summary>How rejected rows are written back.</summary>
    public ListFormat Format { get; }

    public IReadOnlyList<string> Header => _columns?.Header ?? [];

    /// <summary>Columns that are not used, and why. Complete when all rows have been read: sheets beyond the first and numbers that look like a BSN show on the way.</summary>
    public IReadOnlyList<IgnoredColumn> IgnoredColumns => Shown(
    [
        .. _columns?.Ignored(_wording) ?? [],
        .. _source?.OtherSheets.Select(sheet => new IgnoredColumn(sheet, IgnoreReason.OtherSheet, _wording.Ignored(IgnoreReason.OtherSheet))) ?? [],
    ]);

    /// <summary>Columns that may hold a no and that nobody has explained yet.</summary>
    public IReadOnlyList<ListQuestion> Questions => [.. _columns?.Asked.Select(column => new ListQuestion(column, _wording.Asked)) ?? []];

    /// <summary>Recognises the kind of file by its content and reads the header. Never throws for what stands in the file; a stream that fails throws as it is.</summary>
    /// <param name="content">Read from where it stands, and disposed of with the list.</param>
    /// <param name="fileName">Only to name the file in a problem.</param>
    public static ListFile Open(Stream content, string fileName, ListRules rules)
    {
        IRowSource? source = null;
        var format = ListFormat.ForExcel;
        try
        {
            if (content.CanSeek && content.Length - content.Position > ListRules.MaxBytes)
                throw new UnreadableFileException(Unreadable.TooLarge);
            (source, format) = OpenSource(content);
            return ReadHeader(source, format, rules);
        }
        catch (UnreadableFileException e)
        {
            source?.Dispose();
            content.Dispose();
            return new(null, format, null, rules, Problem(0, ProblemCodes.FileUnreadable, new Wording(rules.OrganiserLanguage).FileUnreadable(e.Why), fileName));
        }
    }

    /// <summary>The rows below the header that are not blank. Can be asked for once: after a stop, open the file again.</summary>
    /// <param name="after">Rows up to and including this one were handled before.</param>
    public IEnumerable<ListRow> Rows(int after = 0)
    {
        if (_source is null || _columns is null || Refusal is not null)
            yield break;

        var last = _source.Row + ListRules.MaxRows - 1;
        var reader = new RowReader(_source, _columns, _rules, _wording);
        while (TryRead(out var failure) is var more && (more || failure is not null))
        {
            if (failure is not null || _source.Row > last)
            {
                yield return EndOfReading(failure?.Why ?? Unreadable.TooManyRows);
                yield break;
            }

            if (_source.Row > after && reader.Read() is { } row)
                yield return row;
        }
    }

    internal bool ComesBack(int column) => _columns!.MayComeBack(column);

    public void Dispose() => _source?.Dispose();

    /// <summary>As many as one row of storage can hold: what should not be in a list at all stands before what we merely do not know.</summary>
    private IReadOnlyList<IgnoredColumn> Shown(List<IgnoredColumn> all)
    {
        var first = all.Count <= ListRules.MaxIgnoredColumns ? all : [.. all.OrderBy(column => column.Reason is IgnoreReason.Unknown).Take(ListRules.MaxIgnoredColumns)];
        var shown = first.Select(column => column with { Column = Wording.Short(column.Column) });
        return all.Count == first.Count ? [.. shown] : [.. shown, new("…", IgnoreReason.Unknown, _wording.MoreIgnored(all.Count - first.Count))];
    }

    private ListRow EndOfReading(Unreadable why)
    {
        var row = Math.Max(_source!.Row, 1);
        return new(row, null, [new(row, "", ProblemCodes.FileUnreadable, _wording.FileUnreadable(why), "", Rejected: true)], []) { EndsReading = true };
    }

    private bool TryRead(out UnreadableFileException? failure)
    {
        failure = null;
        if (_atFirstRow)
        {
            _atFirstRow = false;
            return true;
        }

        try
        {
            return _source!.Read();
        }
        catch (UnreadableFileException e)
        {
            failure = e;
            return false;
        }
    }

    private static (IRowSource Source, ListFormat Format) OpenSource(Stream content)
    {
        var buffer = new byte[HeadBytes];
        var head = buffer.AsMemory(0, content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        if (head.IsEmpty)
            throw new UnreadableFileException(Unreadable.Empty);
        if (!ExcelRows.IsWorkbook(head.Span))
            return CsvRows.Open(head, content);

        var workbook = new MemoryStream();
        using (var limited = new LimitedStream(content, head))
            limited.CopyTo(workbook);
        return (ExcelRows.Open(workbook), ListFormat.ForExcel);
    }

    private static ListFile ReadHeader(IRowSource source, ListFormat format, ListRules rules)
    {
        var wording = new Wording(rules.OrganiserLanguage);
        if (!ReadToContent(source))
            throw new UnreadableFileException(Unreadable.Empty);

        var columns = new ColumnMap(HeaderCells(source), rules.Answers);
        if (Objection(columns, source.Row, wording) is { } refusal)
            return new(source, format, columns, rules, refusal);
        if (!ReadToContent(source))
            throw new UnreadableFileException(Unreadable.HeaderOnly);
        return new(source, format, columns, rules, refusal: null);
    }

    private static RowProblem? Objection(ColumnMap columns, int row, Wording wording)
    {
        var seen = columns.Header.Where(header => header.Length > 0);
        if (columns.Doubles.Count > 0)
            return Problem(row, ProblemCodes.ColumnsDouble, wording.ColumnsDouble(columns.Doubles, seen), string.Join(", ", columns.Doubles));
        return columns.CanReach ? null : Problem(row, ProblemCodes.ColumnsMissing, wording.ColumnsMissing(seen), "");
    }

    private static RowProblem Problem(int row, string code, string message, string value) =>
        new(row, "", code, message, RowReader.Shown(value), Rejected: true);

    private static string[] HeaderCells(IRowSource source)
    {
        var header = new List<string>();
        for (var i = 0; i < source.Count; i++)
            header.Add(source.Cell(i).Trim());
        while (header is [.., ""])
            header.RemoveAt(header.Count - 1);
        return [.. header];
    }

    private static bool ReadToContent(IRowSource source)
    {
        while (source.Read())
        {
            for (var i = 0; i < source.Count; i++)
            {
                if (!string.IsNullOrWhiteSpace(source.Cell(i)))
                    return true;
            }
        }

        return false;
    }
}
