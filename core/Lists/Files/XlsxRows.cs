using System.Globalization;
using System.Xml;

namespace Outreach.Lists.Files;

/// <summary>The visible sheets of an Excel workbook (xlsx), row by row.</summary>
internal sealed class XlsxRows(XlsxFile file, XlsxBook book) : IRowSource
{
    public const int MaxColumns = 16_384;

    private readonly List<string> _cells = [];
    private readonly Dictionary<int, string> _errors = [];
    private readonly List<(int First, int Last)> _hidden = [];
    private MergedCells _merged = new();
    private ILookup<int, (int Column, bool IsSure)>? _commentedNo;
    private XmlReader? _xml;
    private int _sheet = -1;

    public int Row { get; private set; }

    public int Count => _cells.Count;

    public bool IsHidden { get; private set; }

    public string Sheet => _sheet >= 0 ? book.Sheets[_sheet].Name : "";

    public IReadOnlyList<string> SheetNames => [.. book.Sheets.Select(sheet => sheet.Name)];

    public IReadOnlyList<(int First, int Last)> Across => _merged.Across;

    public bool NextSheet(bool hiddenToo = false) => Guard.Reading(() =>
    {
        do
        {
            if (++_sheet >= book.Sheets.Count)
                return false;
        }
        while (!book.Sheets[_sheet].IsVisible && !hiddenToo);
        _xml?.Dispose();
        _hidden.Clear();
        Row = 0;
        _merged = MergedCells.In(file, book.Sheets[_sheet].Part);
        _commentedNo = CommentedNo.In(file, book.Sheets[_sheet].Part);
        _xml = file.Read(book.Sheets[_sheet].Part);
        return true;
    });

    public bool Rewind()
    {
        _xml?.Dispose();
        (_xml, _sheet) = (null, -1);
        return true;
    }

    public bool IsColumnHidden(int index) => _hidden.Exists(columns => index >= columns.First && index <= columns.Last);

    public bool Read() => Guard.Reading(() =>
    {
        while (_xml is { EOF: false })
        {
            if (_xml.NodeType is XmlNodeType.Element && _xml.LocalName is "row")
            {
                ReadRow(_xml);
                return true;
            }

            if (_xml.NodeType is XmlNodeType.Element && _xml.LocalName is "col")
                ReadColumn(_xml);
            _xml.Read();
        }

        return false;
    });

    public string Cell(int index) => index < _cells.Count ? _cells[index] : "";

    public string? ErrorAt(int index) => _errors.GetValueOrDefault(index);

    public void Dispose()
    {
        _xml?.Dispose();
        file.Dispose();
    }

    /// <summary>"C12" is 2; -1 when it is not a place.</summary>
    public static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var c in place)
        {
            var letter = char.ToUpperInvariant(c) - 'A';
            if (letter is < 0 or > 25 || column > MaxColumns)
                break;
            column = column * 26 + letter + 1;
        }

        return column - 1;
    }

    private void ReadColumn(XmlReader xml)
    {
        if ((XlsxBook.IsTrue(xml.GetAttribute("hidden")) || IsZero(xml.GetAttribute("width")))
            && int.TryParse(xml.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(xml.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            _hidden.Add((first - 1, last - 1));
    }

    private void ReadRow(XmlReader xml)
    {
        _cells.Clear();
        _errors.Clear();
        Row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? Math.Max(row, Row + 1) : Row + 1;
        IsHidden = XlsxBook.IsTrue(xml.GetAttribute("hidden")) || IsZero(xml.GetAttribute("ht"));
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        xml.Read();
        while (!isEmpty && !xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "c")
                ReadCell(xml);
            else
                xml.Read();
        }

        MarkComments();
        _merged.Apply(Row, _cells, _errors);
    }

    private void MarkComments()
    {
        foreach (var (column, isSure) in _commentedNo?[Row].Where(comment => comment.Column < MaxColumns) ?? [])
        {
            while (_cells.Count <= column)
                _cells.Add("");
            _cells[column] = CommentedNo.MarkOn(_cells[column], isSure);
        }
    }

    private void ReadCell(XmlReader xml)
    {
        var column = xml.GetAttribute("r") is { } place ? ColumnOf(place) : _cells.Count;
        var (kind, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var (value, text, formula) = ContentOf(xml);
        if (column is < 0 or >= MaxColumns)
            return;
        while (_cells.Count <= column)
            _cells.Add("");
        // A formula that was never computed: programs leave its value out, or empty. Only a computed text can be empty.
        var hasNoValue = kind is "str" ? value is null : string.IsNullOrEmpty(value);
        if (kind is "e" || (formula is not null && hasNoValue && text is null))
        {
            _errors[column] = hasNoValue ? $"={formula}" : value!;
            return;
        }

        var shown = text ?? (value is null ? "" : Shown(value, kind, style));
        _cells[column] = book.IsStruck(style) ? CrossedOut.Mark(shown) : shown;
    }

    private static bool IsZero(string? size) => double.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0;

    private static (string? Value, string? Text, string? Formula) ContentOf(XmlReader xml)
    {
        string? value = null, text = null, formula = null;
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        xml.Read();
        while (!isEmpty && !xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element)
                xml.Read();
            else if (xml.LocalName is "v")
                value = xml.ReadElementContentAsString();
            else if (xml.LocalName is "f")
                formula = xml.ReadElementContentAsString();
            else if (xml.LocalName is "is")
                text = XlsxBook.TextIn(xml);
            else
                xml.Skip();
        }

        return (value, text, formula);
    }

    private string Shown(string value, string? kind, string? style) => kind switch
    {
        "s" => book.TextAt(value) ?? "",
        "str" or "inlineStr" => XlsxBook.Unescaped(value),
        "b" => XlsxBook.IsTrue(value) ? "ja" : "nee",
        "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? CellNumber.Shown(moment) : value,
        _ => book.Shown(value, style),
    };
}
