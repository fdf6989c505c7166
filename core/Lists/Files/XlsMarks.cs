using System.Buffers.Binary;
using System.Text;

namespace Outreach.Lists.Files;

/// <summary>
/// What the reader of a binary workbook (xls) does not tell of its cells: the error in a cell, and that it is struck through as a whole. The records are those of
/// [MS-XLS], in a file of [MS-CFB].
/// </summary>
internal sealed class XlsMarks
{
    private const int BoundSheet = 0x85;
    private const int FilePass = 0x2F;
    private const int BeginOfStream = 0x809;
    private const int EndOfStream = 0x0A;
    private const int BoolErr = 0x205;
    private const int Formula = 0x06;
    private const int Text = 0x204;
    private const int SharedText = 0xFD;
    private const int RichText = 0xD6;
    private const int Number8 = 0x203;
    private const int Number4 = 0x27E;
    private const int ManyNumbers = 0xBD;
    private const int Font = 0x31;
    private const int CellStyle = 0xE0;
    private const int IsStruckOut = 8;

    // Chains of sectors end with a number from here on.
    private const uint NoSector = 0xFFFFFFFA;

    private readonly Dictionary<(int Sheet, int Row, int Column), string> _errors = [];
    private readonly HashSet<(int Sheet, int Row, int Column)> _struck = [];
    private readonly List<bool> _fonts = [];
    private readonly HashSet<int> _struckStyles = [];
    private int _styles;

    private XlsMarks()
    {
    }

    public static XlsMarks None { get; } = new();

    public string? ErrorAt(int sheet, int row, int column) => _errors.GetValueOrDefault((sheet, row, column));

    public bool IsStruck(int sheet, int row, int column) => _struck.Contains((sheet, row, column));

    public static XlsMarks In(byte[] file)
    {
        var (found, workbook, sheet) = (new XlsMarks(), StreamOf(file), 0);
        foreach (var (id, data) in Records(workbook, 0))
        {
            // Those in a file that is locked cannot be seen from here.
            if (id is FilePass)
                return None;
            if (id is Font)
                found._fonts.Add((data.Span[2] & IsStruckOut) != 0);
            else if (id is CellStyle)
                found.AddStyle(Word(data.Span));
            else if (id is BoundSheet && data.Span[5] == 0)
                found.Read(workbook, (int)Number(data.Span), sheet++);
        }

        return found;
    }

    private void Read(byte[] workbook, int start, int sheet)
    {
        foreach (var (id, memory) in Records(workbook, start))
        {
            var data = memory.Span;
            byte? error = id switch
            {
                BoolErr when data[7] == 1 => data[6],
                Formula when data[6] == 2 && data[12] == 0xFF && data[13] == 0xFF => data[8],
                _ => null,
            };
            if (error is { } code)
                _errors[(sheet, Word(data), Word(data[2..]))] = Name(code);
            ReadStyles(id, data, sheet);
        }
    }

    private void ReadStyles(int id, ReadOnlySpan<byte> cell, int sheet)
    {
        if (id is not (BoolErr or Formula or Text or SharedText or RichText or Number8 or Number4 or ManyNumbers) || _struckStyles.Count == 0)
            return;
        var each = id is ManyNumbers ? 6 : cell.Length;
        for (var (at, column) = (4, Word(cell[2..])); at + 2 <= cell.Length - (id is ManyNumbers ? 2 : 0); at += each, column++)
        {
            if (_struckStyles.Contains(Word(cell[at..])))
                _struck.Add((sheet, Word(cell), column));
        }
    }

    private void AddStyle(int font)
    {
        // Number 4 is never used: the fifth font in the file is number 5.
        if (font != 4 && _fonts.ElementAtOrDefault(font < 4 ? font : font - 1))
            _struckStyles.Add(_styles);
        _styles++;
    }

    private static string Name(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };

    /// <summary>From a beginning to its end; a chart within a sheet has a beginning and an end of its own.</summary>
    private static IEnumerable<(int Id, ReadOnlyMemory<byte> Data)> Records(byte[] workbook, int start)
    {
        var depth = 0;
        for (var at = start; at + 4 <= workbook.Length;)
        {
            var (id, length) = (Word(workbook.AsSpan(at)), Word(workbook.AsSpan(at + 2)));
            depth += id is BeginOfStream ? 1 : id is EndOfStream ? -1 : 0;
            if (depth <= 0 || at + 4 + length > workbook.Length)
                yield break;
            yield return (id, workbook.AsMemory(at + 4, length));
            at += 4 + length;
        }
    }

    /// <summary>The stream in which the workbook stands. Empty when it is so short that it lies among the small ones, where no workbook of a spreadsheet is.</summary>
    private static byte[] StreamOf(byte[] file)
    {
        var size = 1 << Word(file.AsSpan(30));
        var table = Table(file, size);
        var entries = Chain(file, size, table, Number(file.AsSpan(48)));
        for (var at = 0; at + 128 <= entries.Length; at += 128)
        {
            var entry = entries.AsSpan(at, 128);
            var letters = Math.Clamp(Word(entry[64..]) - 2, 0, 62);
            if (Encoding.Unicode.GetString(entry[..letters]) is "Workbook" or "Book" && Number(entry[120..]) >= Number(file.AsSpan(56)))
                return Chain(file, size, table, Number(entry[116..]));
        }

        return [];
    }

    /// <summary>Which sector follows which.</summary>
    private static List<uint> Table(byte[] file, int size)
    {
        var parts = new List<uint>();
        for (var i = 0; i < 109; i++)
            parts.Add(Number(file.AsSpan(76 + i * 4)));
        var more = Number(file.AsSpan(68));
        for (var left = file.Length / size; more < NoSector && left > 0; left--)
        {
            var sector = Sector(file, size, more);
            for (var i = 0; i + 8 <= sector.Length; i += 4)
                parts.Add(Number(sector[i..]));
            more = sector.Length == size ? Number(sector[^4..]) : NoSector;
        }

        var table = new List<uint>();
        foreach (var part in parts.Where(part => part < NoSector))
        {
            var sector = Sector(file, size, part);
            for (var i = 0; i + 4 <= sector.Length; i += 4)
                table.Add(Number(sector[i..]));
        }

        return table;
    }

    private static byte[] Chain(byte[] file, int size, List<uint> table, uint first)
    {
        using var chain = new MemoryStream();
        var left = file.Length / size + 1;
        for (var sector = first; sector < NoSector && left > 0; left--)
        {
            chain.Write(Sector(file, size, sector));
            sector = sector < table.Count ? table[(int)sector] : NoSector;
        }

        return chain.ToArray();
    }

    private static ReadOnlySpan<byte> Sector(byte[] file, int size, uint number)
    {
        var start = Math.Min((number + 1L) * size, file.Length);
        return file.AsSpan((int)start, (int)Math.Min(size, file.Length - start));
    }

    private static int Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
