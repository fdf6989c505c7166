using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;
using Outreach.Records;

namespace Outreach.Lists.Files;

/// <summary>
/// A row halfway with which another list begins: a title over people who want no message, or other names of columns. What stands below it cannot be read like
/// what stands above.
/// </summary>
internal static class OtherBlock
{
    // Digits that make a phone number and not a date.
    private const int PhoneDigits = 9;

    private const int MaxEntries = 100;

    /// <summary>What is wrong with the first such row from the current one on, if there is any. Reads to there, or to the end.</summary>
    /// <param name="found">Columns: from the empty ones those are taken out in which something stands, to the states those are added in which somebody said no, and to the codes what stands in columns that are not read.</param>
    public static RowProblem? In(IRowSource source, ColumnMap columns, ListRules rules, Wording wording, (HashSet<int> Empty, HashSet<int> States, HashSet<string> Codes) found)
    {
        var (first, entries, nameless) = (source.Row, new List<(int Row, LegendEntry Entry)>(), LegendsOfNo.NamelessIn(columns.Header));
        RowProblem? count = null;
        try
        {
            do
            {
                found.States.UnionWith(columns.StopsIn(source.Cell));
                found.Empty.RemoveWhere(index => (source.Cell(index).Length > 0 && !NeverOptedOut.IsNoDay(source.Cell(index)) && !NeverOptedOut.IsNone(columns.Header[index], source.Cell(index))) || source.ErrorAt(index) is not null);
                LegendsOfNo.Collect(source, columns, found.Codes);
                var isOfPeople = IsOfPeople(source);
                if (!rules.AreOptOuts && entries.Count < MaxEntries)
                    entries.AddRange(LegendsOfNo.Beside(source, isOfPeople ? nameless : null, columns.Header.Count).Select(entry => (source.Row, entry)));
                if (count is not null && (isOfPeople || !Counts(source)))
                    return count;
                if (!isOfPeople && InRow(source, columns, rules, wording, isFirst: source.Row == first) is { } problem)
                {
                    // "Afmeldingen: 3" is about those below it, if anybody stands there.
                    if (!Counts(source))
                        return problem;
                    count = problem;
                }
            }
            while (source.Read() && source.Row - first < ListRules.MaxRows);
        }
        catch (UnreadableFileException)
        {
            // That is said where its rows are read. What stands in the others nobody knows.
            found.Empty.Clear();
        }

        return entries.Where(entry => entry.Entry.IsLook || found.Codes.Contains(entry.Entry.Code)).Select(entry => OutsideRows(entry.Row, entry.Entry.Text, wording)).FirstOrDefault();
    }

    private static bool Counts(IRowSource source) => Enumerable.Range(0, source.Count).Select(source.Cell).All(cell => !cell.Any(char.IsLetter) || TitlesOfNo.MayCount(cell));

    /// <param name="isFirst">Right below the header: where an organiser said which row that is, the names may stand here all the same.</param>
    public static RowProblem? At(IRowSource source, ColumnMap columns, ListRules rules, Wording wording, bool isFirst) =>
        IsOfPeople(source) ? null : InRow(source, columns, rules, wording, isFirst);

    // Nearly every row is, and most of its cells need not be looked at.
    private static bool IsOfPeople(IRowSource source)
    {
        var isContact = source.IsBroken;
        for (var i = 0; i < source.Count && !isContact; i++)
            isContact = IsContact(source.Cell(i));
        return isContact;
    }

    private static RowProblem? InRow(IRowSource source, ColumnMap columns, ListRules rules, Wording wording, bool isFirst)
    {
        var cells = Enumerable.Range(0, source.Count).Select(source.Cell).Select(CommentedNo.Without).ToArray();
        if (!rules.AreOptOuts && LegendsOfNo.In(cells) is { } legend)
            return OutsideRows(source.Row, legend, wording);
        if (!rules.AreOptOuts && TitleOf(cells, columns) is { } title)
            return FoundHeader.Problem(source.Row, ProblemCodes.PeopleWhoSaidNo, wording.TitleOfNo(title), title);
        return (rules.Header is HeaderKind.Found || !isFirst) && IsOtherHeader(cells, columns)
            ? FoundHeader.Problem(source.Row, ProblemCodes.SecondHeader, wording.SecondHeader, string.Join(", ", cells.Where(cell => cell.Length > 0)))
            : null;
    }

    /// <summary>A no that is not in the row of whom it is about.</summary>
    public static RowProblem OutsideRows(int row, string text, Wording wording) => FoundHeader.Problem(row, ProblemCodes.PeopleWhoSaidNo, wording.NoOutsideRows(text), text);

    private static string? TitleOf(string[] cells, ColumnMap columns)
    {
        // A number beside it counts them. A word alone in the column of those who said no is about nobody.
        var filled = cells.Where((cell, index) => cell.Any(char.IsLetter) && !columns.IsPermission(index)).Take(2).ToList();
        return filled is [var only] && TitlesOfNo.Is(only) && !(TitlesOfNo.NamesCount(only) && Array.Exists(cells, IsNumber)) && (!TitlesOfNo.MayBeOfOne(only) || StandsAlone(only, cells, columns)) ? only : null;
    }

    /// <summary>Nothing before it, and in a column where people stand: "14;;geen" is about that one house.</summary>
    private static bool StandsAlone(string only, string[] cells, ColumnMap columns) =>
        Array.Find(cells, cell => cell.Length > 0) == only && (columns.IgnoredAt(Array.IndexOf(cells, only)) is null || cells[0] == only);

    private static bool IsOtherHeader(string[] cells, ColumnMap columns)
    {
        var (known, filled) = (HeaderRow.KnownIn(cells), cells.Count(cell => cell.Length > 0));
        return known >= 2 && known * 2 >= filled && !cells.Any(cell => cell.Length > 0 && cell.All(char.IsAsciiDigit))
            && cells.Where((cell, index) => cell.Length > 0 && (index >= columns.Header.Count || Headers.Compact(cell) != Headers.Compact(columns.Header[index]))).Any();
    }

    /// <summary>A number of people.</summary>
    public static bool IsNumber(string cell) => cell.Length is > 0 and < PhoneDigits && cell.All(char.IsAsciiDigit);

    /// <summary>A phone number or an e-mail address, by its look.</summary>
    public static bool IsContact(string cell) => cell.Contains('@') || (cell.Length >= PhoneDigits && cell.Count(char.IsAsciiDigit) >= PhoneDigits);
}
