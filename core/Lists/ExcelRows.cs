using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Outreach.Lists;

/// <summary>The first visible sheet with content of an Excel workbook (xlsx, xls).</summary>
internal sealed class ExcelRows : IRowSource
{
    // A workbook is packed: so much may come out of one part of it. The texts of all cells are held in memory while reading.
    private const long MaxUnpacked = 1024L * 1024 * 1024;
    private const long MaxTexts = 256L * 1024 * 1024;

    // Rows that look alike are packed some thirty times smaller; what is packed much smaller than that is no list.
    private const long MaxRatio = 100;
    private const long AnyRatio = 64L * 1024 * 1024;

    // Excel writes at most 32,767 characters in a cell. The reader makes one string of a cell, however long it is.
    private const int MaxCellBytes = 4 * 1024 * 1024;

    // Formats that only place digits: 0000000000, 00-00000000.
    private static readonly SearchValues<char> DigitFormat = SearchValues.Create("0# -()+/\\\"");

    private readonly IExcelDataReader _reader;
    private readonly List<string> _otherSheets = [];
    private bool _started;

    private ExcelRows(IExcelDataReader reader) => _reader = reader;

    public int Row => _reader.Depth + 1;

    public int Count => _reader.FieldCount;

    public bool IsBroken => false;

    public IReadOnlyList<string> OtherSheets => _otherSheets;

    public static bool IsWorkbook(ReadOnlySpan<byte> head) => IsZip(head) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <param name="workbook">The whole file: reading jumps about in it.</param>
    public static ExcelRows Open(MemoryStream workbook) => Guard(() =>
    {
        if (IsZip(workbook.GetBuffer().AsSpan(0, (int)workbook.Length)))
            RefuseBombs(workbook);
        workbook.Position = 0;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ExcelRows(ExcelReaderFactory.CreateReader(workbook, new() { FallbackEncoding = ListFormat.Windows1252 }));
    });

    public bool Read() => Guard(() =>
    {
        if (_started)
            return _reader.Read() || EndReading();
        do
        {
            while (IsVisible && _reader.Read())
            {
                if (!IsBlank())
                    return _started = true;
            }
        }
        while (_reader.NextResult());
        return false;
    });

    public string Cell(int index) => index >= _reader.FieldCount ? "" : _reader.GetValue(index) switch
    {
        null => "",
        string text => text,
        double number => NumberText(number, _reader.GetNumberFormatString(index)),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "ja" : "nee",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    public void Dispose() => _reader.Dispose();

    private bool IsVisible => _reader.VisibleState is null or "visible";

    private bool IsBlank()
    {
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            if (!string.IsNullOrWhiteSpace(Cell(i)))
                return false;
        }

        return true;
    }

    private bool EndReading()
    {
        while (_reader.NextResult())
        {
            if (IsVisible && _reader.RowCount > 0)
                _otherSheets.Add(_reader.Name);
        }

        return false;
    }

    // A number in the cell is not what a person sees: 612345678 with format 0000000000 shows as 0612345678. No digit may be lost on the way.
    private static string NumberText(double number, string? format)
    {
        if (format is not null && format.Contains('0') && !format.AsSpan().ContainsAnyExcept(DigitFormat))
            return number.ToString(format, CultureInfo.InvariantCulture);
        return Math.Abs(number) < 1e15
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
            : number.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8);

    private static void RefuseBombs(MemoryStream workbook)
    {
        using var zip = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Sum(entry => entry.Length) > MaxUnpacked
            || zip.Entries.Any(entry => entry.Length > AnyRatio && entry.Length > entry.CompressedLength * MaxRatio)
            || zip.Entries.Any(entry => entry.Name.Contains("sharedStrings", StringComparison.OrdinalIgnoreCase) && entry.Length > MaxTexts)
            || zip.Entries.Where(entry => entry.Length > MaxCellBytes).Any(HasEndlessCell))
            throw new UnreadableFileException(Unreadable.TooLarge);
        if (!zip.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            throw new UnreadableFileException(Unreadable.NotAList);
    }

    /// <summary>Whether a part of the workbook has a text without a tag that is longer than any cell.</summary>
    private static bool HasEndlessCell(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        var buffer = new byte[64 * 1024];
        long sinceTag = 0;
        while (part.Read(buffer) is > 0 and var read)
        {
            var tag = buffer.AsSpan(0, read).LastIndexOf((byte)'<');
            sinceTag = tag < 0 ? sinceTag + read : read - tag;
            if (sinceTag > MaxCellBytes)
                return true;
        }

        return false;
    }

    // The workbook is in memory, so whatever the reader throws is about the file and not about us.
    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException e)
        {
            throw new UnreadableFileException(Unreadable.Encrypted, e);
        }
        catch (Exception e) when (e is not UnreadableFileException)
        {
            throw new UnreadableFileException(Unreadable.Damaged, e);
        }
    }
}
