using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Outreach.Lists.Files;

/// <summary>The visible sheets of an Excel workbook of the binary kinds (xls, xlsb). Those of xml (xlsx) are read by <see cref="XlsxRows"/>.</summary>
internal sealed class ExcelRows : IRowSource
{
    private readonly IExcelDataReader _reader;
    private bool _started;

    private ExcelRows(IExcelDataReader reader) => _reader = reader;

    public int Row => _reader.Depth + 1;

    public int Count => _reader.FieldCount;

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
            if (!file.IsBinary)
                return file.Workbook is { } part ? new XlsxRows(file, new XlsxBook(file, part)) : throw new UnreadableFileException(Unreadable.NotAList);
        }

        workbook.Position = 0;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ExcelRows(ExcelReaderFactory.CreateReader(workbook, new() { FallbackEncoding = ListFormat.Windows1252 }));
    });

    public bool NextSheet() => Guard.Reading(() =>
    {
        while (!_started || _reader.NextResult())
        {
            _started = true;
            if (_reader.VisibleState is null or "visible")
                return true;
        }

        return false;
    });

    public bool IsColumnHidden(int index) => Guard.Reading(() => index < _reader.FieldCount && _reader.GetColumnWidth(index) == 0);

    public bool Read() => Guard.Reading(_reader.Read);

    public string Cell(int index) => index >= _reader.FieldCount ? "" : _reader.GetValue(index) switch
    {
        null => "",
        string text => text,
        double number => CellNumber.Shown(number, _reader.GetNumberFormatString(index)),
        DateTime moment => CellNumber.Shown(moment),
        bool yes => yes ? "ja" : "nee",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    public void Dispose() => _reader.Dispose();

    private static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8);
}
