using Outreach.Lists.Columns;
using Outreach.Lists.Files;
using Outreach.Lists.Rows;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>
/// An invite list as it came from a volunteer's computer. It is read once, row by row, and holds one row at a time; an Excel workbook, which cannot be
/// read from front to back, is held packed. Reading needs no storage and changes nothing.
/// </summary>
public sealed class ListFile : IDisposable
{
    private readonly ShownRows? _source;
    private readonly ListRules _rules;
    private readonly ColumnMap? _columns;
    private readonly Wording _wording;
    private readonly List<string> _otherSheets = [];
    private readonly List<RowProblem> _notices = [];
    private bool _atFirstRow;
    private readonly int _headerRow;
    private readonly bool _isLookedThrough;
    private readonly GuessedEncoding _encoding;

    private ListFile(ShownRows? source, ListFormat format, ListRules rules, FoundHeader? header, RowProblem? refusal)
    {
        (_source, Format, _columns, _rules, Refusal) = (source, format, header?.Columns, rules, refusal);
        _otherSheets.AddRange(header?.OtherSheets ?? []);
        _headerRow = header?.Row ?? 1;
        _notices.AddRange(new[] { header?.Skipped, header?.NoName, header?.NoHome }.OfType<RowProblem>());
        (_isLookedThrough, _encoding) = (header?.IsLookedThrough is true, new(format.IsGuessed));
        _wording = new(rules.OrganiserLanguage);
        _atFirstRow = refusal is null;
    }

    /// <summary>Why nothing of the file can be used; null when its rows can be read.</summary>
    public RowProblem? Refusal { get; }

    /// <summary>How rejected rows are written back.</summary>
    public ListFormat Format { get; }

    public IReadOnlyList<string> Header => _columns?.Header ?? [];

    /// <summary>Columns that are not used, and why. Complete when all rows have been read: sheets beyond the first and numbers that look like a BSN show on the way.</summary>
    public IReadOnlyList<IgnoredColumn> IgnoredColumns => IgnoredColumn.Shown(
    [
        .. _columns?.Ignored(_wording) ?? [],
        .. _otherSheets.Select(sheet => new IgnoredColumn(sheet, IgnoreReason.OtherSheet, _wording.Ignored(IgnoreReason.OtherSheet))),
    ],
    _wording);

    /// <summary>Columns that may hold a no and that nobody has explained yet.</summary>
    public IReadOnlyList<ListQuestion> Questions => [.. _columns?.Asked.Select(column => new ListQuestion(column, _columns.IsWhoseAsked(column) ? _wording.Whose : _wording.Asked)) ?? []];

    /// <summary>Recognises the kind of file by its content and reads the header. Never throws for what stands in the file; a stream that fails throws as it is.</summary>
    /// <param name="content">Read from where it stands, and disposed of with the list.</param>
    /// <param name="fileName">To name the file in a problem; it may say, like the name of a sheet, that these people said no.</param>
    public static ListFile Open(Stream content, string fileName, ListRules rules)
    {
        ShownRows? source = null;
        var format = ListFormat.ForExcel;
        var wording = new Wording(rules.OrganiserLanguage);
        try
        {
            if (content.CanSeek && content.Length - content.Position > ListRules.MaxBytes)
                throw new UnreadableFileException(Unreadable.TooLarge);
            (var raw, format) = RecognisedFile.Open(content);
            source = new ShownRows(raw);
            var header = FoundHeader.In(source, fileName, rules, wording);
            return new(source, format, rules, header, header.Objection);
        }
        catch (UnreadableFileException e)
        {
            source?.Dispose();
            content.Dispose();
            return new(null, format, rules, null, new(0, "", ProblemCodes.FileUnreadable, wording.FileUnreadable(e.Why), RowReader.Shown(fileName), Rejected: true));
        }
    }

    /// <summary>The rows below the header that are not blank. Can be asked for once: after a stop, open the file again.</summary>
    /// <param name="after">Rows up to and including this one were handled before.</param>
    public IEnumerable<ListRow> Rows(int after = 0)
    {
        if (_source is null || _columns is null || Refusal is not null)
            yield break;
        var nos = LookForNos();
        var (first, last) = (_source.Row, _source.Row + ListRules.MaxRows - 1);
        var reader = new RowReader(_source, _columns, _rules, _wording);
        foreach (var notice in _notices.Where(_ => _source.Row > after))
            yield return About(_source.Row - 1, notice);
        while (TryRead(out var failure) is var more && (more || failure is not null))
        {
            if (failure is not null || _source.Row > last)
            {
                yield return EndOfReading(failure?.Why ?? Unreadable.TooManyRows);
                yield break;
            }

            if (!_isLookedThrough && OtherBlock.At(_source, _columns, _rules, _wording, isFirst: _source.Row == first) is { } other)
            {
                yield return About(_source.Row, other);
                yield break;
            }

            var guessed = _encoding.SaidAt(_source, _columns, _wording);
            if (_source.Row <= after)
                continue;
            if (guessed is not null)
                yield return About(_source.Row - 1, guessed);
            if (reader.Read() is { } row)
                yield return nos.Under(row);
        }

        if (_source.Hidden is { Count: > 0 } hidden && _source.Row > after)
            yield return About(_source.Row, new(hidden.First, "", ProblemCodes.RowsHidden, _wording.RowsHidden(hidden.Count, hidden.Ranges), hidden.Ranges, Rejected: false));

        _otherSheets.AddRange(OtherSheets.Behind(_source));
    }

    /// <summary>Known when all rows were read. A workbook always: what it hides cannot be told.</summary>
    internal bool HoldsWhatIsNotKept => _columns is not null && (_columns.HasWhatIsNotKept || Format == ListFormat.ForExcel);

    /// <summary>The header and all rows below it without what must not be stored; asked for instead of <see cref="Rows"/>.</summary>
    internal IEnumerable<(int Row, IReadOnlyList<string> Cells)> KeptRows(bool isDraft = false)
    {
        if (_source is null || _columns is null || Refusal is not null)
            yield break;
        var (nos, reader) = (Format == ListFormat.ForExcel ? LookForNos() : new NosOfList("", _wording), new RowReader(_source, _columns, _rules, _wording));
        if (_headerRow > 0)
            yield return (_headerRow, [.. _columns.Header.Select((header, i) => _columns.IgnoredAt(i) is IgnoreReason.Hidden ? "" : header)]);
        var last = _source.Row + ListRules.MaxRows - 1;
        while (TryRead(out var failure) && failure is null && _source.Row <= last)
            yield return (_source.Row, _source.IsBroken ? [SensitiveWords.Shown] : nos.Marked(reader, KeptNow(isDraft)));
    }

    // A row that is a cell short stays so: its answer may stand in the wrong column.
    private string[] KeptNow(bool isDraft)
    {
        string[] cells = [.. Enumerable.Range(0, Math.Max(_columns!.Header.Count, _source!.Count)).Select(index => KeptAt(index, isDraft))];
        return cells[..Math.Max(_source.Count, Array.FindLastIndex(cells, cell => cell.Length > 0) + 1)];
    }

    // An error says neither yes nor no, which an empty cell would.
    private string KeptAt(int index, bool isDraft) => _columns!.IsPermission(index) && _source!.ErrorAt(index) is { } error ? error : _columns.Kept(index, _source!.Cell(index), isDraft);

    /// <summary>The first rows as they may be shown, also when the columns do not suffice; asked for instead of <see cref="Rows"/>.</summary>
    internal IEnumerable<IReadOnlyList<string>> Sample(int most)
    {
        if (_source is null || _columns is null)
            yield break;
        for (; most > 0 && TryRead(out var failure) && failure is null; most--)
            yield return _source.IsBroken ? [] : [.. Enumerable.Range(0, _columns.Header.Count).Select(i => _columns.Kept(i, _source.Cell(i), isDraft: true))];
    }

    internal ColumnMap? Map => _columns;

    internal string NameColumn => _columns?.NameColumn ?? "";

    internal bool ComesBack(int column) => _columns!.MayComeBack(column);

    public void Dispose() => _source?.Dispose();

    /// <summary>A no holds for its person wherever it stands: behind the row that it is about, or in one that is hidden.</summary>
    private NosOfList LookForNos()
    {
        var nos = new NosOfList(NameColumn, _wording);
        if (_isLookedThrough)
            nos.ReadIn(_source!, new RowReader(_source!, _columns!, _rules, _wording), _headerRow);
        return nos;
    }

    private ListRow EndOfReading(Unreadable why)
    {
        var row = Math.Max(_source!.Row, 1);
        return About(row, new(row, "", ProblemCodes.FileUnreadable, _wording.FileUnreadable(why), "", Rejected: true));
    }

    /// <param name="row">How far the file has been read when this is said.</param>
    private static ListRow About(int row, RowProblem problem) => new(row, null, [problem], []) { IsAboutFile = true };

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
}
