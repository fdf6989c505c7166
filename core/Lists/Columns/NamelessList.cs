using System.Text.RegularExpressions;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>A list in which no column says who people are, though a column that we do not know may.</summary>
internal static partial class NamelessList
{
    /// <summary>What is said of it once; null when there are names, or nothing looks like one.</summary>
    /// <param name="row">Where the names of the columns stand.</param>
    /// <param name="below">The first rows below them.</param>
    public static RowProblem? In(ColumnMap columns, int row, IReadOnlyList<IReadOnlyList<string>> below, Wording wording)
    {
        if (columns.Has(Field.Name) || columns.Has(Field.FirstName) || columns.Has(Field.LastName) || columns.Has(Field.Initials))
            return null;
        var likely = Enumerable.Range(0, columns.Header.Count).FirstOrDefault(index => columns.IgnoredAt(index) is IgnoreReason.Unknown && HoldsNames(columns, below, index), -1);
        return likely < 0 ? null : new(row, columns.Header[likely], ProblemCodes.NameMissing, wording.NoNameColumn, columns.Header[likely], Rejected: false);
    }

    /// <summary>Two words or more, of which the first and the last begin with a capital.</summary>
    public static bool IsFullName(string cell) => FullName().IsMatch(cell);

    private static bool HoldsNames(ColumnMap columns, IReadOnlyList<IReadOnlyList<string>> rows, int index)
    {
        var cells = rows.Where(row => index < row.Count).Select(row => CommentedNo.Without(row[index]).Trim()).Where(cell => cell.Length > 0).ToList();
        return cells.Count > 1 && cells.Count(cell => FullName().IsMatch(cell) && columns.Said(index, cell) is Permission.Unsaid) * 2 > cells.Count && cells.Distinct().Count() * 2 > cells.Count;
    }

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’\-]*,?(?: [\p{L}.'’\-]+){0,4} \p{Lu}[\p{L}.'’\-]*\z")]
    private static partial Regex FullName();
}
