namespace Outreach.Lists;

/// <summary>The rows of a file of any kind, as text. Sources: <see cref="CsvRows"/>, <see cref="ExcelRows"/>.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>Number of the current row, as Excel shows it.</summary>
    int Row { get; }

    /// <summary>How many cells the current row has.</summary>
    int Count { get; }

    /// <summary>The current row hangs together by a quotation mark that is not closed where it should be.</summary>
    bool IsBroken { get; }

    /// <summary>Sheets with content beside the one that is read; known when reading has ended.</summary>
    IReadOnlyList<string> OtherSheets { get; }

    /// <exception cref="UnreadableFileException">The file cannot be read further.</exception>
    bool Read();

    /// <summary>A cell as a person sees it.</summary>
    string Cell(int index);
}

public enum Unreadable
{
    Empty,
    HeaderOnly,
    TooLarge,
    TooManyRows,
    NotAList,
    Encrypted,
    Damaged,
    OpenQuote,
}

public sealed class UnreadableFileException(Unreadable why, Exception? inner = null) : Exception(why.ToString(), inner)
{
    public Unreadable Why => why;
}
