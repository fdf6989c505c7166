using Outreach.Lists.Columns;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>What a row says of being written to, over all its columns. A no found anywhere counts.</summary>
internal sealed class PermissionCells(IRowSource source, RowCells cells, ColumnMap columns, Wording wording)
{
    public Permissions Read()
    {
        var said = new Permissions();
        foreach (var (index, column) in columns.Permissions)
        {
            if (source.Cell(index).Trim() is { Length: > 0 and <= ListRules.MaxCellCharacters } cell)
                said = Read(said, columns.Header[index], column, cell);
        }

        for (var i = 0; i < source.Count; i++)
        {
            // Behind a number or a name too: "06 12345678 (niet bellen)".
            if (columns.IgnoredAt(i) is null or IgnoreReason.Unknown or IgnoreReason.Notes && PermissionWords.IsNoByItself(source.Cell(i)) && !columns.IsPermission(i))
                said = ReadNote(said, i);
        }

        return said;
    }

    private Permissions Read(Permissions said, string header, PermissionColumn column, string cell)
    {
        switch (column.Kind)
        {
            case PermissionKind.Consent:
                return ReadConsent(said, header, column, cell);
            case PermissionKind.OptOut:
                var optOut = PermissionWords.InOptOut(cell, out var isPlain);
                if (!isPlain)
                    cells.Bend(header, wording.OptOutUnknown, cell, wording.OptedOut);
                return said.And(column.Ways, optOut);
            case PermissionKind.Status or PermissionKind.AnyStatus:
                var status = column.Kind is PermissionKind.Status ? PermissionWords.InStatus(cell) : PermissionWords.InAnyStatus(cell);
                if (status is Permission.Unproven)
                    cells.Warn(header, ProblemCodes.ConsentUnknown, wording.ConsentUnknown, cell);
                return said.And(status is Permission.OptedOut ? Stopped(column, cell) : column.Ways, status);
            default:
                return said;
        }
    }

    private Permissions ReadConsent(Permissions said, string header, PermissionColumn column, string cell)
    {
        var consent = PermissionWords.InConsent(cell);
        var ways = consent switch { Permission.Given => GivenBy(column.Ways), Permission.OptedOut => Stopped(column, cell), _ => column.Ways };
        if (consent is Permission.Unproven || ways != column.Ways && consent is Permission.OptedOut)
        {
            cells.Warn(header, ProblemCodes.ConsentUnknown, wording.ConsentUnknown, cell);
            said = said.And(column.Ways, Permission.Unproven);
        }

        return said.And(ways, consent);
    }

    /// <summary>What the stop of a cell is about, of what the column is about.</summary>
    private static Ways Stopped(PermissionColumn column, string cell)
    {
        var ways = OptOutPhrases.WaysOf(Headers.Compact(cell)) & column.Ways;
        return ways is Ways.None ? column.Ways : ways;
    }

    /// <summary>Of a note, only that it says no: what else it says is never shown.</summary>
    private Permissions ReadNote(Permissions said, int index)
    {
        var header = index < columns.Header.Count ? columns.Header[index] : "";
        cells.Bend(header, wording.NoInNote, columns.IgnoredAt(index) is IgnoreReason.Notes ? "…" : source.Cell(index).Trim(), wording.OptedOut);
        return said.And(Ways.Sms | Ways.Email, Permission.Refused);
    }

    // Who may be called has not agreed to an SMS.
    private static Ways GivenBy(Ways ways) => ways is (Ways.Call | Ways.Sms) ? Ways.Call : ways;
}
