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

    /// <summary>The names of all sheets, those that are hidden too.</summary>
    IReadOnlyList<string> SheetNames => [];

    /// <summary>Columns that are one cell in the current row: what stands in the first holds for all of them.</summary>
    IReadOnlyList<(int First, int Last)> Across => [];

    /// <summary>Goes on to the next sheet, before its first row; passes over those that are hidden, unless these are asked for too.</summary>
    bool NextSheet(bool hiddenToo = false) => false;

    /// <summary>Goes back to where it stood when it was opened.</summary>
    /// <returns>False when what was read is gone.</returns>
    bool Rewind();

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
