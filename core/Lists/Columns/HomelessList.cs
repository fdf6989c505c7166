using Outreach.Contacts;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>A list with streets and no postcodes, or with numbers of houses and no streets: of none of its rows the address is of use.</summary>
internal static class HomelessList
{
    /// <summary>Whether a street has its postcode in the same cell.</summary>
    public static bool HoldsPostcode(IReadOnlyList<string> cells, int street) => Postal.WithoutPostcode(Cell(cells, street)).Postcode is not null;

    private static string Cell(IReadOnlyList<string> cells, int index) => index < cells.Count ? OneLine.Of(CommentedNo.Without(cells[index])) : "";

    /// <summary>What is said of it once, with the first such value; null when its addresses can be read, or it has none.</summary>
    /// <param name="row">Where the names of the columns stand.</param>
    /// <param name="below">The first rows below them.</param>
    public static RowProblem? In(ColumnMap columns, int row, IReadOnlyList<IReadOnlyList<string>> below, Wording wording)
    {
        if (columns.Has(Field.Street) && !columns.Has(Field.Postcode))
            return First(Field.Street) is { } street && !below.Any(cells => HoldsPostcode(cells, columns.IndexOf(Field.Street))) ? Problem(Field.Street, wording.NoPostcodeColumn, street) : null;
        return columns.Has(Field.HouseNumber) && !columns.Has(Field.Street) && First(Field.HouseNumber) is { } number ? Problem(Field.HouseNumber, wording.NoStreetColumn, number) : null;

        string? First(Field field) => below.Select(cells => Cell(cells, columns.IndexOf(field))).FirstOrDefault(cell => cell.Any(char.IsLetterOrDigit));

        RowProblem Problem(Field field, string message, string value) =>
            new(row, columns.HeaderOf(field), ProblemCodes.ColumnsMissing, message, Rows.RowReader.Shown(columns.Kept(columns.IndexOf(field), value)), Rejected: false);
    }
}
