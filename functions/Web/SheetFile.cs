using System.IO.Compression;
using System.Text;
using System.Xml;
using Outreach.Lists;

namespace Outreach.Functions.Web;

/// <summary>Rows of text as a file for a spreadsheet. All cells are text: nothing in them is run.</summary>
internal static class SheetFile
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    // What a workbook of one sheet has besides the sheet.
    private static readonly (string Name, string Xml)[] Frame =
    [
        ("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
    ];

    /// <summary>As Excel opens it in the Netherlands: semicolons, and the mark that says UTF-8.</summary>
    public static byte[] Csv(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows)
            text.AppendJoin(';', row.Select(cell => DelimitedCell.Of(SafeCell.Of(cell), ';'))).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Xlsx(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in Frame)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(xml);
            }

            using var sheet = XmlWriter.Create(zip.CreateEntry("xl/worksheets/sheet1.xml").Open(), new XmlWriterSettings { CloseOutput = true, CheckCharacters = false });
            Write(sheet, rows);
        }

        return file.ToArray();
    }

    private static void Write(XmlWriter sheet, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetData");
        foreach (var row in rows)
        {
            sheet.WriteStartElement("row");
            foreach (var cell in row)
            {
                sheet.WriteStartElement("c");
                sheet.WriteAttributeString("t", "inlineStr");
                sheet.WriteStartElement("is");
                sheet.WriteElementString("t", new string([.. cell.Where(XmlConvert.IsXmlChar)]));
                sheet.WriteEndElement();
                sheet.WriteEndElement();
            }

            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }
}
