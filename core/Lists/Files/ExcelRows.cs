using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Outreach.Lists.Files;

/// <summary>The visible sheets of an Excel workbook of the binary kind (xls). Those of xml (xlsx) are read by <see cref="XlsxRows"/>.</summary>
internal sealed class ExcelRows : IRowSource
{
    private readonly IExcelDataReader _reader;
    private readonly XlsMarks _found;
    private readonly IReadOnlyList<string> _names;
    private readonly List<string> _cells = [];
    private readonly Dictionary<int, string> _errors = [];
    private MergedCells _merged = new();
    private int _sheet = -1;

    private ExcelRows(IExcelDataReader reader, XlsMarks found)
    {
        (_reader, _found, var names) = (reader, found, new List<string>());
        do
            names.Add(reader.Name);
        while (reader.NextResult());
        _names = names;
        reader.Reset();
    }

    public int Row => _reader.Depth + 1;

    public int Count => _cells.Count;

    public bool IsHidden => _reader.RowHeight == 0;

    public string Sheet => _reader.Name;

    public static bool IsWorkbook(ReadOnlySpan<byte> head) => IsZip(head) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <param name="workbook">The whole file: reading jumps about in it.</param>
    public static IRowSource Open(MemoryStream workbook) => Guard.Reading<IRowSource>(() =>
    {
        if (IsZip(workbook.GetBuffer().AsSpan(0, (int)workbook.Length)))
        {
            var file = new XlsxFile(workbook);
            if (file.IsOpenDocument)
                throw new UnreadableFileException(Unreadable.OpenDocument);
            return !file.IsBinary && file.Workbook is { } part ? new XlsxRows(file, new XlsxBook(file, part)) : throw new UnreadableFileException(Unreadable.NotAList);
        }

        var marks = XlsMarks.In(workbook.ToArray());
        workbook.Position = 0;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ExcelRows(ExcelReaderFactory.CreateReader(workbook, new() { FallbackEncoding = ListFormat.Windows1252 }), marks);
    });

    public IReadOnlyList<string> SheetNames => _names;

    public IReadOnlyList<(int First, int Last)> Across => _merged.Across;

    public bool NextSheet(bool hiddenToo = false) => Guard.Reading(() =>
    {
        while (_sheet < 0 || _reader.NextResult())
        {
            _sheet++;
            if (!hiddenToo && _reader.VisibleState is not (null or "visible"))
                continue;
            _merged = new();
            foreach (var range in _reader.MergeCells ?? [])
                _merged.Add((range.FromColumn, range.FromRow + 1), (range.ToColumn, range.ToRow + 1));
            return true;
        }

        return false;
    });

    public bool Rewind() => Guard.Reading(() =>
    {
        _reader.Reset();
        _sheet = -1;
        return true;
    });

    public bool IsColumnHidden(int index) => Guard.Reading(() => index < _reader.FieldCount && _reader.GetColumnWidth(index) == 0);

    public bool Read() => Guard.Reading(() =>
    {
        if (!_reader.Read())
            return false;
        _cells.Clear();
        _errors.Clear();
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            _cells.Add(_found.IsStruck(_sheet, _reader.Depth, i) ? CrossedOut.Mark(Shown(i)) : Shown(i));
            if (_found.ErrorAt(_sheet, _reader.Depth, i) is { } error)
                _errors[i] = error;
        }

        _merged.Apply(Row, _cells, _errors);
        return true;
    });

    public string Cell(int index) => index < _cells.Count ? _cells[index] : "";

    public string? ErrorAt(int index) => _errors.GetValueOrDefault(index);

    public void Dispose() => _reader.Dispose();

    private string Shown(int index) => _reader.GetValue(index) switch
    {
        null => "",
        string text => text,
        double number => CellNumber.Shown(number, _reader.GetNumberFormatString(index)),
        DateTime moment => CellNumber.Shown(moment),
        bool yes => yes ? "ja" : "nee",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    private static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8);
}
