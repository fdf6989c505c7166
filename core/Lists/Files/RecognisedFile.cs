namespace Outreach.Lists.Files;

/// <summary>A file whose kind is recognised by its content, whatever its name says.</summary>
internal static class RecognisedFile
{
    private const int HeadBytes = 64 * 1024;

    /// <exception cref="UnreadableFileException">It is empty, or of no kind that can be read.</exception>
    public static (IRowSource Source, ListFormat Format) Open(Stream content)
    {
        var buffer = new byte[HeadBytes];
        var head = buffer.AsMemory(0, content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        if (head.IsEmpty)
            throw new UnreadableFileException(Unreadable.Empty);
        if (!ExcelRows.IsWorkbook(head.Span))
            return CsvRows.Open(head, content);

        var workbook = new MemoryStream();
        using (var limited = new LimitedStream(content, head))
            limited.CopyTo(workbook);
        return (ExcelRows.Open(workbook), ListFormat.ForExcel);
    }
}
