using System.IO.Compression;
using System.Text;
using Outreach.Contacts;
using Outreach.Lists;

namespace Outreach.Tests.Lists;

/// <summary>Lists made in a test, as bytes.</summary>
internal static class ListText
{
    public static readonly ListRules English = new(CountryRules.Dutch, "en");

    public static ListFile Open(string text) => Open(Encoding.UTF8.GetBytes(text));

    public static ListFile Open(byte[] bytes, ListRules? rules = null) => ListFile.Open(new MemoryStream(bytes), "lijst.csv", rules ?? ListRules.Dutch);

    public static List<ListRow> Rows(string text) => Rows(Encoding.UTF8.GetBytes(text));

    public static List<ListRow> Rows(byte[] bytes)
    {
        using var list = Open(bytes);
        Assert.Null(list.Refusal);
        return [.. list.Rows()];
    }

    public static ListReport Check(string text) => ListCheck.Run(new MemoryStream(Encoding.UTF8.GetBytes(text)), "lijst.csv", ListRules.Dutch);

    public static byte[] Windows1252(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    /// <summary>A workbook of one sheet or more. A cell is the inside of its <c>c</c> element, such as <c>&lt;v&gt;612345678&lt;/v&gt;</c> or a formula, or plain text; behind <c>~:</c> it is struck through.</summary>
    public static byte[] Xlsx(params string[][][] sheets)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var numbers = Enumerable.Range(1, sheets.Length).ToArray();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(numbers.Select(n => $"<sheet name=\"Blad{n}\" sheetId=\"{n}\" r:id=\"r{n}\"/>"))}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(numbers.Select(n => $"<Relationship Id=\"r{n}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))
                + $"<Relationship Id=\"s\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0000000000\"/></numFmts>"
                + "<fonts count=\"2\"><font/><font><strike/></font></fonts>"
                + "<cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"11\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>");
            foreach (var n in numbers)
                Add(zip, $"xl/worksheets/sheet{n}.xml", $"<worksheet xmlns=\"{Main}\"><dimension ref=\"A1\"/><sheetData>{string.Concat(sheets[n - 1].Select(Row))}</sheetData></worksheet>");
        }

        return file.ToArray();
    }

    /// <summary>The same workbook with cells of its first sheet merged, such as "D2:E3".</summary>
    public static byte[] Merged(byte[] workbook, params string[] ranges) =>
        Changed(workbook, "xl/worksheets/sheet1.xml", "</sheetData>", $"</sheetData><mergeCells>{string.Concat(ranges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>");

    /// <summary>The same workbook with a sheet under another name, hidden or not.</summary>
    public static byte[] Named(byte[] workbook, int sheet, string name, bool isHidden = false) =>
        Changed(workbook, "xl/workbook.xml", $"name=\"Blad{sheet}\"", $"name=\"{name}\"{(isHidden ? " state=\"hidden\"" : "")}");

    /// <summary>The same workbook with a row of its first sheet hidden.</summary>
    public static byte[] Hidden(byte[] workbook, int row) => Changed(workbook, "xl/worksheets/sheet1.xml", $"<row r=\"{row}\"", $"<row r=\"{row}\" hidden=\"1\"");

    /// <summary>The same workbook with comments on cells of its first sheet; a text is the inside of a <c>text</c> element.</summary>
    public static byte[] Commented(byte[] workbook, params (string Place, string Text)[] comments)
    {
        const string Relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            Add(zip, "xl/worksheets/_rels/sheet1.xml.rels", $"<Relationships><Relationship Id=\"c\" Type=\"{Relations}/comments\" Target=\"../comments7.xml\"/></Relationships>");
            Add(zip, "xl/comments7.xml", "<x:comments xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:authors><x:author>Els</x:author></x:authors><x:commentList>"
                + string.Concat(comments.Select(comment => $"<x:comment ref=\"{comment.Place}\" authorId=\"0\"><x:text>{comment.Text}</x:text></x:comment>")) + "</x:commentList></x:comments>");
        }

        return file.ToArray();
    }

    private static byte[] Changed(byte[] workbook, string part, string from, string to)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var reader = new StreamReader(zip.GetEntry(part)!.Open());
            var content = reader.ReadToEnd();
            reader.Dispose();
            zip.GetEntry(part)!.Delete();
            Add(zip, part, content.Replace(from, to, StringComparison.Ordinal));
        }

        return file.ToArray();
    }

    private static string Row(string[] cells, int index) =>
        cells.Length == 0 ? "" : $"<row r=\"{index + 1}\">{string.Concat(cells.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{index + 1}")))}</row>";

    private static string Cell(string cell, string place) => cell switch
    {
        "" => "",
        ['<', 'v' or 'f', '>', ..] => $"<c r=\"{place}\">{cell}</c>",
        ['<', 'i', 's', '>', ..] => $"<c r=\"{place}\" t=\"inlineStr\">{cell}</c>",
        ['~', ':', ..] => $"<c r=\"{place}\" s=\"4\" t=\"inlineStr\"><is><t>{cell[2..]}</t></is></c>",
        ['0', ':', ..] => $"<c r=\"{place}\" s=\"1\"><v>{cell[2..]}</v></c>",
        ['d', ':', ..] => $"<c r=\"{place}\" s=\"2\"><v>{cell[2..]}</v></c>",
        ['e', ':', ..] => $"<c r=\"{place}\" s=\"3\"><v>{cell[2..]}</v></c>",
        _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(cell)}</t></is></c>",
    };

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
