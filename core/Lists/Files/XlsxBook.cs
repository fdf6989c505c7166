using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Outreach.Lists.Files;

/// <param name="Part">Where its rows stand.</param>
internal readonly record struct XlsxSheet(string Name, bool IsVisible, string Part);

/// <summary>What all sheets of a workbook share: their order, texts, and how numbers are shown. Read by local names, so that every name space will do.</summary>
internal sealed partial class XlsxBook
{
    private readonly List<string> _texts = [];
    private readonly List<(string? Format, bool IsStruck)> _styles = [];
    private readonly List<XlsxSheet> _sheets = [];
    private bool _from1904;

    public XlsxBook(XlsxFile file, string workbook)
    {
        var related = file.RelatedTo(workbook).Where(part => file.Has(part.Path)).ToList();
        if (related.FirstOrDefault(part => part.Kind is "sharedStrings").Path is { } texts)
            ReadTexts(file, texts);
        if (related.FirstOrDefault(part => part.Kind is "styles").Path is { } styles)
            ReadStyles(file, styles);
        ReadSheets(file, workbook, related.Where(part => part.Kind is "worksheet").ToDictionary(part => part.Id, part => part.Path, StringComparer.Ordinal));
    }

    public IReadOnlyList<XlsxSheet> Sheets => _sheets;

    public string? TextAt(string index) =>
        int.TryParse(index, NumberStyles.Integer, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < _texts.Count ? _texts[at] : null;

    /// <summary>A number as a person sees it.</summary>
    public string Shown(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        return CellNumber.Shown(number, StyleOf(style).Format, _from1904);
    }

    /// <summary>A cell is struck through as a whole.</summary>
    public bool IsStruck(string? style) => StyleOf(style).IsStruck;

    /// <summary>
    /// The text of an element with <c>t</c> elements in it, which is read to its end; how it is pronounced does not belong to it. What is struck through is marked.
    /// </summary>
    public static string TextIn(XmlReader xml)
    {
        var (text, isStruck) = (new TextParts(), false);
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        xml.Read();
        while (!isEmpty && !xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "t")
            {
                text.Add(xml.ReadElementContentAsString(), isStruck);
                continue;
            }

            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "rPh")
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType is XmlNodeType.Element)
                isStruck = xml.LocalName is "strike" ? IsOn(xml) : xml.LocalName is not "r" && isStruck;
            xml.Read();
        }

        if (!isEmpty)
            xml.Read();
        return Unescaped(text.ToString());
    }

    /// <summary>Excel writes what XML cannot hold as <c>_x000D_</c>.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    public static bool IsTrue(string? value) => value is "1" or "true";

    private void ReadTexts(XlsxFile file, string part)
    {
        using var xml = file.Read(part);
        while (!xml.EOF)
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "si")
                _texts.Add(TextIn(xml));
            else
                xml.Read();
        }
    }

    private (string? Format, bool IsStruck) StyleOf(string? style) =>
        int.TryParse(style, NumberStyles.Integer, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < _styles.Count ? _styles[at] : default;

    private void ReadStyles(XlsxFile file, string part)
    {
        var own = new Dictionary<string, string?>(StringComparer.Ordinal);
        var struck = new List<bool>();
        var within = "";
        using var xml = file.Read(part);
        while (xml.Read())
        {
            if (xml.LocalName is "fonts" or "cellXfs")
                within = xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement ? xml.LocalName : "";
            else if (xml.NodeType is not XmlNodeType.Element)
                continue;
            else if (xml.LocalName is "font" && within is "fonts")
                struck.Add(false);
            else if (xml.LocalName is "strike" && within is "fonts" && struck.Count > 0)
                struck[^1] = IsOn(xml);
            else if (xml.LocalName is "numFmt" && xml.GetAttribute("numFmtId") is { } id)
                own[id] = xml.GetAttribute("formatCode");
            else if (xml.LocalName is "xf" && within is "cellXfs")
                _styles.Add((FormatOf(xml, own), int.TryParse(xml.GetAttribute("fontId"), out var font) && struck.ElementAtOrDefault(font)));
        }
    }

    private static string? FormatOf(XmlReader xf, Dictionary<string, string?> own) =>
        xf.GetAttribute("numFmtId") is { } id ? own.GetValueOrDefault(id) ?? CellNumber.BuiltIn(id) : null;

    // Without a value it is on.
    private static bool IsOn(XmlReader xml) => xml.GetAttribute("val") is null or "1" or "true";

    private void ReadSheets(XlsxFile file, string workbook, Dictionary<string, string> parts)
    {
        using var xml = file.Read(workbook);
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName is "workbookPr")
                _from1904 = IsTrue(xml.GetAttribute("date1904"));
            else if (xml.LocalName is "sheet" && RelationOf(xml) is { } relation && parts.TryGetValue(relation, out var part))
                _sheets.Add(new(xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is null or "visible", part));
        }
    }

    private static string? RelationOf(XmlReader sheet)
    {
        string? id = null;
        while (sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName is "id")
                id = sheet.Value;
        }

        sheet.MoveToElement();
        return id;
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
