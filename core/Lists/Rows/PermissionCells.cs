using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>What a row says of being written to, over all its columns. A no found anywhere counts.</summary>
internal sealed class PermissionCells(IRowSource source, RowCells cells, ColumnMap columns, Wording wording)
{
    private static readonly Field[] Contacts = [Field.Mobile, Field.Phone, Field.OtherPhone, Field.Email, Field.OtherEmail];
    private static readonly Field[] Places = [.. Contacts, Field.Street, Field.HouseNumber, Field.Postcode, Field.City];

    public Permissions Read()
    {
        var said = new Permissions();
        foreach (var (index, column) in columns.Permissions)
            said = ReadAt(said, index, column);

        said = HoldMoved(said);
        for (var i = 0; i < source.Count; i++)
        {
            // Behind a number or a name too: "06 12345678 (niet bellen)".
            var cell = source.Cell(i);
            said = CommentedNo.IsOn(cell) ? (CommentedNo.IsSure(cell) ? ReadNote(said, i) : Hold(said, i)) : columns.IsPermission(i) ? said : columns.Said(i, cell) switch
            {
                Permission.Refused => ReadNote(said, i),
                Permission.Unproven => Hold(said, i),
                _ => said,
            };
        }

        return cells.IsCrossedOut ? SayCrossedOut(said) : said;
    }

    /// <summary>A row that is a cell short has its answer where a number or an address belongs, and what it answers nobody knows.</summary>
    private Permissions HoldMoved(Permissions said)
    {
        if (!columns.Permissions.Any(one => one.Column.Kind is not PermissionKind.Doubtful))
            return said;
        var at = Array.Find(Contacts, field => CellOf(field) is { Length: > 1 and < 12 } cell && PermissionWords.IsPlainYes(cell));
        if (at == default)
            at = Array.Find(Places, field => CellOf(field) is { Length: > 0 and < 12 } cell && IsMovedAnswer(cell));
        if (at == default)
            return said;
        cells.Warn(at, ProblemCodes.ConsentUnknown, wording.RowShort, CellOf(at));
        return said.And(Ways.All, Permission.Unproven);
    }

    private string CellOf(Field field) => columns.Has(field) ? CommentedNo.Without(source.Cell(columns.IndexOf(field))).Trim() : "";

    /// <summary>
    /// The column that asks holds nothing in this row. A column of those who said no mostly holds nothing, and there are people without a number: there the row has to be short too.
    /// </summary>
    private bool IsMovedAnswer(string cell)
    {
        var isShort = source.Count < columns.Header.Count;
        if (cell.Length == 1 ? !isShort || Headers.Compact(cell) is not ("x" or "j" or "n") : !PermissionWords.IsPlainNo(cell) && !PermissionWords.IsPlainYes(cell))
            return false;
        return columns.Permissions.Any(one => source.Cell(one.Index).Length == 0 && (one.Column.Kind is PermissionKind.Consent || (isShort && one.Column.Kind is PermissionKind.OptOut or PermissionKind.Status or PermissionKind.Asked)));
    }

    private Permissions ReadAt(Permissions said, int index, PermissionColumn column)
    {
        var cell = RowCells.WithoutDecimals(CommentedNo.Without(source.Cell(index).Trim()));
        if (CrossedOut.Has(cell) && column.Kind is not (PermissionKind.Asked or PermissionKind.Doubtful))
        {
            // What was struck through may have been a no, or a yes that was taken back.
            Doubt(index, wording.CrossedOut, cell);
            said = said.And(column.Ways, Permission.Unproven);
            cell = CrossedOut.Left(cell);
        }

        if (column.Kind is PermissionKind.Asked || (column.Kind is PermissionKind.Doubtful && !PermissionWords.IsPlainNo(cell)))
            return said;
        if ((source.ErrorAt(index) ?? ErrorIn(cell)) is { } error)
            cells.Warn(columns.Header[index], ProblemCodes.CellError, wording.CellError, Shown(index, error));
        else if (cell.Length > ListRules.MaxCellCharacters)
            cells.Warn(columns.Header[index], ProblemCodes.CellTooLong, wording.CellTooLong, Shown(index, cell));
        else
            return cell.Length == 0 ? said : Read(said, index, column, cell);
        // What cannot be read may be a no.
        return said.And(column.Ways, Permission.Unproven);
    }

    // In a text file the error or the formula is text.
    private static string? ErrorIn(string cell) => cell is ['=', _, ..] || (cell is ['#', ..] && Unknown.Is(cell)) ? cell : null;

    private Permissions Read(Permissions said, int index, PermissionColumn column, string cell)
    {
        switch (column.Kind)
        {
            case PermissionKind.Consent:
                return ReadConsent(said, index, column, cell);
            case PermissionKind.OptOut:
                var optOut = PermissionWords.InOptOut(cell, columns.Header[index], out var isPlain);
                if (optOut is Permission.Unproven)
                    Doubt(index, wording.ConsentUnknown, cell);
                else if (!isPlain)
                    cells.Bend(columns.Header[index], wording.OptOutUnknown, Shown(index, cell), wording.OptedOut);
                return said.And((WayCells.NamedBehind(columns.Header[index], cell) & column.Ways) is not Ways.None and var named ? named : column.Ways, optOut);
            case PermissionKind.Refusal:
                return said.And(column.Refused, PermissionWords.InRefusal(cell));
            case PermissionKind.Status or PermissionKind.AnyStatus:
                var status = column.Kind is PermissionKind.Status ? PermissionWords.InStatus(cell) : PermissionWords.InAnyStatus(cell);
                if (status is Permission.Unproven)
                    Doubt(index, wording.ConsentUnknown, cell);
                return said.And(status is Permission.OptedOut ? Stopped(column, cell) : column.Ways, status);
            default:
                Doubt(index, wording.NoInUnknownColumn, cell);
                return said.And(column.Ways is Ways.None ? Ways.All : column.Ways, Permission.Unproven);
        }
    }

    private Permissions ReadConsent(Permissions said, int index, PermissionColumn column, string cell)
    {
        var consent = PermissionWords.InConsent(cell);
        var ways = consent switch { Permission.Given => GivenBy(column.Ways), Permission.OptedOut => Stopped(column, cell), Permission.Refused => column.Refused, _ => column.Ways };
        if (consent is Permission.Unproven || ways != column.Ways && consent is Permission.OptedOut)
        {
            Doubt(index, wording.ConsentUnknown, cell);
            said = said.And(column.Ways, Permission.Unproven);
        }

        return said.And(ways, consent);
    }

    private Permissions SayCrossedOut(Permissions said)
    {
        var index = Enumerable.Range(0, source.Count).First(i => source.Cell(i).Length > 0);
        var cell = columns.IgnoredAt(index) is null ? source.Cell(index) : SensitiveWords.Shown;
        cells.Bend(HeaderAt(index), wording.RowCrossedOut, cell, wording.OptedOut);
        return said.And(Ways.All, Permission.Refused);
    }

    private void Doubt(int index, string message, string cell) => cells.Warn(columns.Header[index], ProblemCodes.ConsentUnknown, message, Shown(index, cell));

    /// <summary>What the stop of a cell is about, of what the column is about.</summary>
    private static Ways Stopped(PermissionColumn column, string cell)
    {
        var ways = OptOutPhrases.WaysOf(cell) & column.Ways;
        return ways is Ways.None ? column.Ways : ways;
    }

    /// <summary>Of a note, only that it says no: what else it says is never shown.</summary>
    private Permissions ReadNote(Permissions said, int index)
    {
        var cell = source.Cell(index).Trim();
        // A no to one way is taken for one to all messages, which cost nothing to leave out.
        var ways = columns.ByWay(index, cell) is { } answers ? (Ways.Sms | Ways.Email | answers.No) & ~answers.Yes : OptOutPhrases.IsOfMailAlone(cell) ? Ways.Email : (Ways.Sms | Ways.Email | OptOutPhrases.WaysOf(cell)) & ~OptOutPhrases.LeftBy(cell);
        cells.Bend(HeaderAt(index), wording.NoInNote(ways), Shown(index, cell), wording.OptedOut);
        return said.And(ways, Permission.Refused);
    }

    private Permissions Hold(Permissions said, int index)
    {
        var cell = source.Cell(index).Trim();
        if (columns.ByWay(index, cell) is { } answers)
        {
            cells.Warn(HeaderAt(index), ProblemCodes.ConsentUnknown, wording.MayBeNoToSome, Shown(index, cell));
            return said.And(Ways.All & ~answers.Yes, Permission.Unproven);
        }

        var ways = columns.InPlace(index, cell) is not Ways.None and var own ? own : Ways.All;
        cells.Warn(HeaderAt(index), ProblemCodes.ConsentUnknown, ways is Ways.All ? wording.MayBeNo : wording.NoInPlace, Shown(index, cell));
        said = said.And(ways, Permission.Unproven);
        return CellsOfNo.TellsOfDeath(cell) ? said.And(Ways.Call | Ways.Post, Permission.Refused) : said;
    }

    private string HeaderAt(int index) => index < columns.Header.Count ? columns.Header[index] : wording.ColumnAt(index);

    // An unknown column may hold identity numbers, which must not be shown.
    private string Shown(int index, string cell)
    {
        if (columns.MayComeBack(index))
            return columns.IsName(index) ? BesideName.WithoutSensitive(cell, $" ({SensitiveWords.Shown})") : cell;
        return columns.IgnoredAt(index) is IgnoreReason.Unknown && !CommentedNo.IsOn(cell) && !SensitiveWords.AreIn(cell) && SensitiveHeaders.ReasonOf(cell) is null ? cell : SensitiveWords.Shown;
    }

    // Consent to calls is not consent to SMS.
    private static Ways GivenBy(Ways ways) => ways is (Ways.Call | Ways.Sms) ? Ways.Call : ways;
}
