using Outreach.Lists.Columns;
using Outreach.Lists.Files;
using Outreach.Lists.Rows;

namespace Outreach.Lists;

/// <summary>
/// The rows of a source as a person sees and means them: hidden rows are left out, cells are clean, and a record that was quoted as one cell is taken apart.
/// </summary>
internal sealed class ShownRows(IRowSource source) : IRowSource
{
    private const int MaxJudged = 200;

    private readonly Queue<RawRow> _peeked = new();
    private string?[] _clean = new string?[32];
    private RawRow? _current;
    private UnreadableFileException? _failure;
    private Func<int, bool>? _readsHidden;

    public int Row => _current?.Row ?? source.Row;

    public int Count => _current?.Cells.Count ?? source.Count;

    /// <summary>Whether the row is hidden in the sheet; it is read all the same.</summary>
    public bool IsHidden => _current is null && source.IsHidden;

    public bool IsBroken => _current?.IsBroken ?? source.IsBroken;

    public string Sheet => source.Sheet;

    /// <summary>The delimiter within cells that hold a whole record; null when cells are cells.</summary>
    public char? Inner { get; set; }

    /// <summary>Columns in which what stands in a cell that was merged to the right holds for each of them; elsewhere they stay one cell.</summary>
    public Func<int, bool>? HoldsAcross { get; set; }

    public IReadOnlyList<string> SheetNames => source.SheetNames;

    public IReadOnlyList<(int First, int Last)> Across => _current?.Across ?? source.Across;

    /// <summary>The hidden rows of this sheet, as far as it was read.</summary>
    public HiddenRows Hidden { get; private set; } = new();

    /// <summary>A file without sheets is there at once.</summary>
    public bool Start() => source.Sheet.Length == 0 && source is CsvRows || NextSheet();

    public bool NextSheet(bool hiddenToo = false)
    {
        Begin();
        return source.NextSheet(hiddenToo);
    }

    /// <summary>Hidden rows of the sheet that it stands before are read like the others.</summary>
    public void ShowHidden() => _readsHidden = _ => true;

    public bool Rewind()
    {
        Begin();
        return source.Rewind();
    }

    /// <summary>Stands at the first row below the header of the same sheet again, if there is one. The source was rewound before.</summary>
    /// <param name="readsHidden">Hidden rows that are read like the others.</param>
    public bool Return(int header, Func<int, bool> readsHidden)
    {
        var (sheet, inner, across) = (Sheet, Inner, HoldsAcross);
        Rewind();
        for (var more = Start(); more && Sheet != sheet;)
            more = NextSheet();
        (Inner, HoldsAcross, _readsHidden) = (inner, across, readsHidden);
        while (Read())
        {
            if (Row > header)
                return true;
        }

        return false;
    }

    public bool IsColumnHidden(int index) => source.IsColumnHidden(index);

    public bool Read()
    {
        Array.Clear(_clean);
        _current = null;
        if (_peeked.TryDequeue(out var peeked))
            _current = peeked;
        else if (_failure is not null)
            throw _failure;
        else if (!ReadShown())
            return false;
        if (Inner is { } delimiter)
            _current = TakenApart(_current ?? Snapshot(), delimiter);
        return true;
    }

    public string Cell(int index)
    {
        index = FirstOf(index);
        if (index >= Count)
            return "";
        if (index >= _clean.Length)
            Array.Resize(ref _clean, Count);
        return _clean[index] ??= CellText.Of(_current is null ? source.Cell(index) : _current.Cells[index]);
    }

    public string? ErrorAt(int index) => _current is null ? source.ErrorAt(FirstOf(index)) : _current.Errors?.GetValueOrDefault(FirstOf(index));

    /// <summary>The first rows that are not blank; they are read again afterwards, from the given one on.</summary>
    public IReadOnlyList<RawRow> Peek(int rows)
    {
        try
        {
            while (_failure is null && _peeked.Count < rows && ReadShown())
            {
                if (Snapshot() is var row && row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                    _peeked.Enqueue(row);
            }
        }
        catch (UnreadableFileException e)
        {
            _failure = e;
            if (_peeked.Count == 0)
                throw;
        }

        return [.. _peeked];
    }

    public void Skip(int peeked)
    {
        for (var i = 0; i < peeked; i++)
            _peeked.Dequeue();
    }

    /// <summary>Lets columns see their first cells, enough to know whether they hold answers.</summary>
    public void Judge(ColumnMap columns) =>
        columns.Judge([.. Peek(MaxJudged).Select(row => (Inner is { } delimiter ? TakenApart(row, delimiter) : row).Cells.Select(CommentedNo.Without).ToList())]);

    public static RawRow TakenApart(RawRow row, char delimiter) =>
        row.Cells.Skip(1).All(string.IsNullOrWhiteSpace) && row.Cells.Count > 0 ? row with { Cells = CsvRows.CellsOf(row.Cells[0], delimiter), Across = [] } : row;

    public void Dispose() => source.Dispose();

    private void Begin()
    {
        _peeked.Clear();
        Array.Clear(_clean);
        (_current, _failure, Hidden, Inner, HoldsAcross, _readsHidden) = (null, null, new(), null, null, null);
    }

    /// <summary>Where stands what holds for a column.</summary>
    private int FirstOf(int index)
    {
        if (Across.Count == 0 || HoldsAcross?.Invoke(index) is not true)
            return index;
        foreach (var (first, last) in Across)
        {
            if (index > first && index <= last)
                return first;
        }

        return index;
    }

    private bool ReadShown()
    {
        while (source.Read())
        {
            if (!source.IsHidden || _readsHidden?.Invoke(source.Row) is true)
                return true;
            if (Enumerable.Range(0, source.Count).Any(index => !string.IsNullOrWhiteSpace(source.Cell(index))))
                Hidden.Add(source.Row);
        }

        return false;
    }

    private RawRow Snapshot()
    {
        var cells = new string[source.Count];
        Dictionary<int, string>? errors = null;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = source.Cell(i);
            if (source.ErrorAt(i) is { } error)
                (errors ??= [])[i] = error;
        }

        return new(source.Row, source.IsBroken, cells, errors) { Across = source.Across };
    }
}
