namespace Outreach.Lists.Files;

/// <summary>The rows of a file of any kind, as text. <see cref="ShownRows"/> makes of them what a person sees and means.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>Number of the current row, as Excel shows it.</summary>
    int Row { get; }

    /// <summary>How many cells the current row has.</summary>
    int Count { get; }

    /// <summary>The current row hangs together by a quotation mark that is not closed where it should be.</summary>
    bool IsBroken => false;

    /// <summary>The current row is filtered out or hidden.</summary>
    bool IsHidden => false;

    /// <summary>Name of the sheet that is read; a file without sheets has none.</summary>
    string Sheet => "";

    /// <summary>Goes on to the next sheet that is visible, before its first row.</summary>
    bool NextSheet() => false;

    bool IsColumnHidden(int index) => false;

    /// <exception cref="UnreadableFileException">The file cannot be read further.</exception>
    bool Read();

    string Cell(int index);

    /// <summary>What stands in a cell without a value: the error, or the formula that was never computed. Null for any other cell.</summary>
    string? ErrorAt(int index) => null;
}

public enum Unreadable
{
    Empty,
    HeaderOnly,
    TooLarge,
    TooManyRows,
    NotAList,
    OpenDocument,
    Encrypted,
    Damaged,
    OpenQuote,
}

public sealed class UnreadableFileException(Unreadable why, Exception? inner = null) : Exception(why.ToString(), inner)
{
    public Unreadable Why => why;
}
