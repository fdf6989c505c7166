using System.Buffers.Binary;
using System.Text;

namespace Outreach.Tests.Lists;

/// <summary>A binary workbook (xls) of one sheet: texts, <c>#REF!</c> for a cell in which that error stands, and <c>~~text~~</c> for a cell that is struck through.</summary>
internal static class XlsText
{
    private const int Sector = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    /// <param name="merged">First row, last row, first column and last column, from 0.</param>
    public static byte[] Of(string[][] rows, params (int FirstRow, int LastRow, int FirstColumn, int LastColumn)[] merged)
    {
        // Number 4 is never used: the fifth is number 5.
        byte[] fonts = [.. Enumerable.Range(0, 5).SelectMany(font => Record(0x31, [.. Words(200, font == 4 ? 8 : 0, 0x7FFF, 400, 0, 0, 0), 1, 0, (byte)'A']))];
        byte[] formats = [.. Enumerable.Range(0, 16).SelectMany(_ => Record(0xE0, Words(0, 0, 0xFFF5, 0x20, 0, 0, 0, 0, 0, 0x20C0))), .. Record(0xE0, Words(5, 0, 1, 0x20, 0, 0, 0, 0, 0, 0x20C0))];
        byte[] start = [.. Record(0x809, Words(0x600, 5, 0x0DBB, 0x7CC, 0, 0, 6, 0)), .. Record(0x42, Words(1200)), .. fonts, .. formats];
        var name = Encoding.Unicode.GetBytes("Blad1");
        var sheet = start.Length + 4 + 8 + name.Length + 4;
        byte[] workbook = [.. start, .. Record(0x85, [.. Word(sheet), .. Word(sheet >> 16), 0, 0, 5, 1, .. name]), .. Record(0x0A, []), .. Sheet(rows, merged)];
        return File([.. workbook, .. new byte[Math.Max(4096, (workbook.Length + Sector - 1) / Sector * Sector) - workbook.Length]]);
    }

    private static byte[] Sheet(string[][] rows, (int FirstRow, int LastRow, int FirstColumn, int LastColumn)[] merged)
    {
        var columns = rows.Max(row => row.Length);
        return
        [
            .. Record(0x809, Words(0x600, 0x10, 0x0DBB, 0x7CC, 0, 0, 6, 0)),
            .. Record(0x200, Words(0, 0, rows.Length, 0, 0, columns, 0)),
            .. rows.SelectMany((_, row) => Record(0x208, Words(row, 0, columns, 255, 0, 0, 0x100, 0x0F))),
            .. rows.SelectMany((cells, row) => cells.SelectMany((cell, column) => Cell(row, column, cell))),
            .. merged.Length == 0 ? [] : Record(0xE5, [.. Word(merged.Length), .. merged.SelectMany(range => Words(range.FirstRow, range.LastRow, range.FirstColumn, range.LastColumn))]),
            .. Record(0x0A, []),
        ];
    }

    private static byte[] Cell(int row, int column, string text) => text switch
    {
        "" => [],
        "#REF!" => Record(0x205, [.. Words(row, column, 15), 0x17, 1]),
        ['~', '~', .. var struck, '~', '~'] => Record(0x204, [.. Words(row, column, 16), .. Word(struck.Length), 1, .. Encoding.Unicode.GetBytes(struck)]),
        _ => Record(0x204, [.. Words(row, column, 15), .. Word(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]),
    };

    /// <summary>One table of sectors, one sector of names, and the workbook behind them.</summary>
    private static byte[] File(byte[] workbook)
    {
        var sectors = workbook.Length / Sector;
        uint[] table = [0xFFFFFFFD, EndOfChain, .. Enumerable.Range(3, sectors - 1).Select(next => (uint)next), EndOfChain];
        byte[] begin = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], .. Words(0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0)];
        return
        [
            .. begin, .. Longs(0, 1, 1, 0, 4096, EndOfChain, 0, EndOfChain, 0, 0), .. Longs([.. Enumerable.Repeat(Free, 108)]),
            .. Longs([.. table, .. Enumerable.Repeat(Free, 128 - table.Length)]),
            .. Entry("Root Entry", 5, child: 1, EndOfChain, 0), .. Entry("Workbook", 2, Free, 2, (uint)workbook.Length), .. Entry("", 0, Free, 0, 0), .. Entry("", 0, Free, 0, 0),
            .. workbook,
        ];
    }

    private static byte[] Entry(string name, byte kind, uint child, uint start, uint length) =>
    [
        .. Encoding.Unicode.GetBytes(name.PadRight(32, '\0')), .. Word(name.Length == 0 ? 0 : name.Length * 2 + 2), kind, 1, .. Longs(Free, Free, child), .. new byte[36], .. Longs(start, length, 0),
    ];

    private static byte[] Record(int id, byte[] data) => [.. Word(id), .. Word(data.Length), .. data];

    private static byte[] Words(params int[] words) => [.. words.SelectMany(Word)];

    private static byte[] Word(int word) => [(byte)word, (byte)(word >> 8)];

    private static byte[] Longs(params uint[] numbers)
    {
        var bytes = new byte[numbers.Length * 4];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), numbers[i]);
        return bytes;
    }
}
