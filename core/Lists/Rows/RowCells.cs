using System.Text.RegularExpressions;
using Outreach.Lists.Columns;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>The cells of the current row by what they hold, and what is to be said about them.</summary>
internal sealed partial class RowCells(IRowSource source, ColumnMap columns, Wording wording)
{
    private static readonly Field[] NameFields = [Field.Name, Field.FirstName, Field.Initials, Field.Infix, Field.LastName];

    private readonly int _country = Enumerable.Range(0, columns.Header.Count).FirstOrDefault(index => Headers.Compact(columns.Header[index]) is "land" or "woonland" or "country" or "pays" or "landnaam" or "countryname", -1);

    // Rows mostly have none.
    private readonly List<RowProblem> _problems = [];

    public int Row => source.Row;

    /// <summary>Where a column says in which country somebody lives; it is read for their numbers alone.</summary>
    public string? Country => _country >= 0 && CommentedNo.Without(source.Cell(_country)) is { Length: > 0 } name ? name : null;

    /// <summary>A column that we read holds something, be it of use or not.</summary>
    public bool IsFilled { get; private set; }

    public IReadOnlyList<RowProblem> Problems => _problems;

    /// <summary>Somebody struck the person of this row through: their name, or all that stands there.</summary>
    public bool IsCrossedOut { get; private set; }

    public void Begin()
    {
        _problems.Clear();
        IsFilled = false;
        IsCrossedOut = AreCrossedOut(NameFields.Select(columns.IndexOf)) || AreCrossedOut(Enumerable.Range(0, source.Count));
    }

    /// <summary>The text of a cell without blanks around it; null when there is none, or when it is too long to be used.</summary>
    public string? Text(Field field)
    {
        var index = columns.IndexOf(field);
        if (index < 0 || TextAt(index) is not { } text)
            return null;
        // A no is not part of an address.
        if (Headers.IsContact(field) || columns.NoStart(index, text) is not { } start)
            return text;
        var left = text[..start].TrimEnd(' ', ',', ';', '(', '[', '/', '-');
        Bend(field, wording.NoPartOfAddress, text, left);
        return left.Length == 0 ? null : left;
    }

    /// <summary>A number or an address, with what the column beside it says of whose it is: "0612345678 (dochter)".</summary>
    public string? Contact(Field field)
    {
        var text = Text(field);
        if (text is not null && NewerBeside(field) is { } newer)
        {
            Bend(field, newer, text, "");
            return null;
        }

        if (text is null || columns.SaysWhose(columns.IndexOf(field)) is not { } says)
            return text;
        var whose = CommentedNo.Without(source.Cell(says)).Trim();
        var isSaid = Belonging.IsOfAnother(whose) || (WhoseColumns.NamesSomebody(columns.Header[says]) && NamedBeside.IsOwn(whose, NamedBeside.NameOf(this)) is false);
        return isSaid && whose.Length <= ListRules.MaxShownCharacters ? $"{text} ({whose})" : text;
    }

    /// <summary>What to say where another column holds what came after it; null where none does.</summary>
    public string? NewerBeside(Field field) =>
        columns.NewerOf(field) is { } newer && CommentedNo.Without(source.Cell(newer)).Any(char.IsLetterOrDigit) ? wording.NewerBeside(columns.Header[newer]) : null;

    public string? TextAt(int index)
    {
        var text = CommentedNo.Without(source.Cell(index));
        if (source.ErrorAt(index) is { } error)
            Warn(columns.Header[index], ProblemCodes.CellError, wording.CellError, error);
        if (text is "" or "-")
            return null;
        IsFilled = true;
        if (CrossedOut.Has(text))
            text = WithoutCrossedOut(index, text);
        if (text.Length == 0)
            return null;
        if (text.Length <= ListRules.MaxCellCharacters)
            return text;
        Warn(columns.Header[index], ProblemCodes.CellTooLong, wording.CellTooLong, text);
        return null;
    }

    /// <summary>A number as it was before a spreadsheet computed with it: "12.0" is 12.</summary>
    public string? Number(Field field)
    {
        if (Text(field) is not { } text)
            return null;
        var number = WithoutDecimals(text);
        if (number.Length < text.Length)
            Bend(field, wording.DecimalTail, text, number);
        return number;
    }

    public static string WithoutDecimals(string text) =>
        text.Length >= 3 && text[^1] == '0' && DecimalTail().Match(text) is { Success: true } match ? match.Groups[1].Value : text;

    /// <summary>A name, a street or a city; null when what stands there only says that it is not known.</summary>
    public string? Name(Field field)
    {
        if (Text(field) is not { } text)
            return null;
        if (Garbled().IsMatch(text))
            Warn(field, ProblemCodes.TextGarbled, wording.TextGarbled, text);
        if (!(NameFields.Contains(field) ? Unknown.IsNoName(text) : Unknown.Is(text)))
            return text;
        Bend(field, wording.Placeholder, text, "");
        return null;
    }

    public void Warn(Field field, string code, string message, string value) => Warn(columns.HeaderOf(field), code, message, value);

    public void Warn(string column, string code, string message, string value)
    {
        // One value can be read for two purposes; it is reported once.
        if (!_problems.Exists(problem => problem.Code == code && problem.Column == column))
            _problems.Add(new(source.Row, column, code, message, RowReader.Shown(Harmless(value)), Rejected: false));
    }

    /// <summary>Says what became of a value that did not fit as it came.</summary>
    public void Bend(Field field, string message, string value, string became, string code = ProblemCodes.Adjusted) => Bend(columns.HeaderOf(field), message, value, became, code);

    public void Bend(string column, string message, string value, string became, string code = ProblemCodes.Adjusted)
    {
        if (!_problems.Exists(problem => problem.Code == code && problem.Column == column && problem.Became == became))
            _problems.Add(new(source.Row, column, code, message, RowReader.Shown(Harmless(value)), Rejected: false) { Became = RowReader.Shown(became) });
    }

    private static string Harmless(string value) => SensitiveWords.WithoutBrackets(value, $" ({SensitiveWords.Shown})");

    private string WithoutCrossedOut(int index, string text)
    {
        // What is said of a person as a whole is read as it stands.
        if (IsCrossedOut)
            return CrossedOut.Unmarked(text);
        var left = CrossedOut.Left(text);
        Bend(columns.Header[index], wording.CrossedOut, text, left);
        return left;
    }

    private bool AreCrossedOut(IEnumerable<int> indexes)
    {
        var isAny = false;
        foreach (var index in indexes)
        {
            if (index < 0 || CommentedNo.Without(source.Cell(index)) is not { Length: > 0 } text)
                continue;
            if (!CrossedOut.IsAll(text))
                return false;
            isAny = true;
        }

        return isAny;
    }

    // UTF-8 that some program read as another encoding, and a letter that it could not read at all: "JosÃ©", "Jos├®", "Jos√©", "Jos�".
    [GeneratedRegex(@"\uFFFD|[\u00C2-\u00C5\u00D0\u00D1\u00D8\u00D9][\u00A1-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]|\p{Ll}[\u00C2-\u00C5]|\u00E2\u20AC|[\u251C\u252C\u2500\u221A]")]
    private static partial Regex Garbled();

    [GeneratedRegex(@"^(\+?[0-9]+)[.,]0{1,4}\z")]
    private static partial Regex DecimalTail();
}
