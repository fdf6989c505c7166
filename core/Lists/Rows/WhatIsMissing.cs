using System.Text.RegularExpressions;
using Outreach.Lists.Columns;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>Why nobody of a row can be reached, where none of its cells says so itself.</summary>
internal sealed partial class WhatIsMissing(IRowSource source, ColumnMap columns, Wording wording)
{
    /// <summary>Names the columns by which somebody could have been reached, and what stands in the row instead.</summary>
    public void Say(RowCells cells, string? name)
    {
        var address = new[] { Field.Street, Field.HouseNumber, Field.Postcode }.Where(columns.Has).ToList();
        var given = address.Where(field => cells.Text(field) is not null).ToList();
        if (given.Count > 0)
        {
            var missing = address.Except(given).Select(columns.HeaderOf).ToList();
            cells.Warn(
                string.Join(", ", missing.Count > 0 ? missing : given.Select(columns.HeaderOf)), ProblemCodes.Unreachable, wording.Unreachable, string.Join(' ', given.Select(field => columns.Kept(columns.IndexOf(field), cells.Text(field)!))));
            return;
        }

        var ways = new[] { Field.Mobile, Field.Phone, Field.OtherPhone, Field.Email, Field.OtherEmail, Field.Street }.Where(columns.Has).Select(columns.HeaderOf);
        cells.Warn(string.Join(", ", ways), ProblemCodes.Unreachable, wording.Unreachable, name ?? FirstCell());
    }

    private string FirstCell()
    {
        for (var i = 0; i < columns.Header.Count; i++)
        {
            var cell = CommentedNo.Without(source.Cell(i)).Trim();
            if (cell.Length > 0 && !SensitiveHeaders.LooksLikeBsn(cell) && (columns.MayComeBack(i) || (columns.IgnoredAt(i) is IgnoreReason.Unknown && RowNumber().IsMatch(cell))))
                return columns.MayComeBack(i) ? columns.Kept(i, cell) : cell;
        }

        return "-";
    }

    // A number by which somebody keeps their lists tells the row, and nothing of the person.
    [GeneratedRegex(@"^[A-Za-z]{0,3}[ \-.]?[0-9]{1,8}\z")]
    private static partial Regex RowNumber();
}
