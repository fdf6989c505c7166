using System.Buffers;
using System.Text;
using CsvHelper;

namespace Outreach.Lists.Files;

/// <summary>A text file with cells between <c>;</c>, <c>,</c>, <c>|</c> or tabs.</summary>
internal sealed class CsvRows : IRowSource
{
    // A row beyond this is a quotation mark that was never closed, not a row.
    private const int MaxRow = 4 * 1024 * 1024;

    private static readonly char[] Delimiters = [';', ',', '\t', '|'];
    private static readonly SearchValues<char> Separators = SearchValues.Create(";,\t|:^~!#$%&*/\\_");

    private readonly Stream _content;
    private readonly long _start;
    private readonly Encoding _decode;
    private readonly ListFormat _format;
    private CsvReader _reader;
    private CsvMalformedReason? _malformed;

    /// <param name="start">Where the text begins in the content; negative when it cannot be gone back to.</param>
    /// <param name="head">The beginning of the text, already read.</param>
    private CsvRows(Stream content, long start, Encoding decode, ListFormat format, ReadOnlyMemory<byte> head)
    {
        (_content, _start, _decode, _format) = (content, start, decode, format);
        _reader = Begin(head);
    }

    public int Row => (int)_reader.RowNumber;

    public int Count => _reader.FieldCount;

    // Quotation marks that do not fit, in a row of several lines, mean that other people's rows hang on this one.
    public bool IsBroken =>
        _malformed is CsvMalformedReason.UnterminatedQuote || (_malformed is not null && _reader.RawRecord.IndexOfAny((byte)'\n', (byte)'\r') >= 0);

    /// <summary>Reads the format from the beginning of the file, and stands before the first row.</summary>
    /// <param name="head">The beginning of the file, already read from <paramref name="content"/>.</param>
    public static (CsvRows Rows, ListFormat Format) Open(ReadOnlyMemory<byte> head, Stream content)
    {
        var (decode, label, mark) = TextEncoding.Detect(head.Span);
        var isGuessed = false;
        if (mark == 0 && label == ListFormat.Utf8 && EightBit(head, content) is { } sample)
        {
            (label, isGuessed) = CodePage.Of(sample);
            decode = label == ListFormat.Windows1252 ? decode : label;
        }

        var start = decode.GetString(head.Span[mark..]);
        RefuseOtherThanText(start);
        var separator = SeparatorLine(start);
        var format = new ListFormat(label, mark > 0, separator ?? DelimiterOf(start), HasSeparatorLine: separator is not null) { IsGuessed = isGuessed };
        return (new(content, content.CanSeek ? content.Position - head.Length + mark : -1, decode, format, head[mark..]), format);
    }

    public bool Rewind()
    {
        if (_start < 0)
            return false;
        _content.Position = _start;
        _reader = Begin(default);
        return true;
    }

    public bool Read()
    {
        try
        {
            _malformed = null;
            return _reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw new UnreadableFileException(Unreadable.OpenQuote, e);
        }
    }

    public string Cell(int index) => index < _reader.FieldCount ? _reader.GetString(index) : "";

    public void Dispose() => _reader.Dispose();

    private CsvReader Begin(ReadOnlyMemory<byte> head)
    {
        var text = new StreamReader(new LimitedStream(_content, head), _decode, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
        if (_format.HasSeparatorLine)
            text.ReadLine();
        return ReaderFor(text, _format.Delimiter, record => _malformed = record.Reason);
    }

    private static CsvReader ReaderFor(TextReader text, char delimiter, Action<CsvMalformedRecord>? onMalformed) => CsvReader.Create(text, new()
    {
        Separator = delimiter,
        HasHeader = false,
        SkipEmptyLines = false,
        MaxRecordSize = MaxRow,
        OnMalformedRecord = onMalformed,
    });

    private static CodePage.Sample? EightBit(ReadOnlyMemory<byte> head, Stream content)
    {
        if (!content.CanSeek)
            return TextEncoding.EightBit(new MemoryStream(head.ToArray(), writable: false));

        var position = content.Position;
        content.Seek(position - head.Length, SeekOrigin.Begin);
        var answer = TextEncoding.EightBit(content);
        content.Seek(position, SeekOrigin.Begin);
        return answer;
    }

    private static void RefuseOtherThanText(string start)
    {
        var text = start.AsSpan().TrimStart();
        var controls = text.Length - text.ToString().Count(c => !char.IsControl(c) || char.IsWhiteSpace(c));
        if (text.Contains('\0') || controls > text.Length / 100 || text.StartsWith("<") || text.StartsWith("%PDF") || text.StartsWith("{\\rtf"))
            throw new UnreadableFileException(Unreadable.NotAList);
    }

    /// <summary>"sep=;", which Excel reads; other programs put it in quotation marks or add delimiters behind it.</summary>
    private static char? SeparatorLine(string start)
    {
        var end = start.AsSpan().IndexOfAny('\r', '\n');
        var line = (end < 0 ? start : start[..end]).AsSpan().TrimStart('"');
        if (line.Length < 5 || !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || !Separators.Contains(line[4]))
            return null;
        var separator = line[4];
        return line[5..].Trim("\";,\t ").Trim(separator).IsEmpty ? separator : null;
    }

    /// <summary>The delimiter that shows most headers we know; then the one that shows most cells.</summary>
    private static char DelimiterOf(string start) => Delimiters.MaxBy(delimiter =>
        FirstRows(start, delimiter).Select(row => (HeaderRow.KnownIn(row), row.Length)).DefaultIfEmpty().Max());

    private static IEnumerable<string[]> FirstRows(string start, char delimiter)
    {
        using var reader = ReaderFor(new StringReader(start), delimiter, onMalformed: null);
        for (var rows = 0; rows < HeaderRow.MaxRows && reader.Read();)
        {
            var cells = reader.Current.ToArray();
            if (!cells.Any(cell => !cell.AsSpan().Trim(" ;,\t|").IsEmpty))
                continue;
            rows++;
            yield return cells;
        }
    }

    /// <summary>The cells of a record that stood in one cell.</summary>
    public static string[] CellsOf(string record, char delimiter)
    {
        using var reader = ReaderFor(new StringReader(record), delimiter, onMalformed: null);
        return reader.Read() ? reader.Current.ToArray() : [];
    }
}
