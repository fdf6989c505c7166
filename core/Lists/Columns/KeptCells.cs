using Outreach.Lists.Columns.Noes;
using Outreach.Lists.Files;
using Outreach.Lists.Rows;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>What may be kept and shown of a cell. Of a column that is not used, only that it says no: the file may be read again.</summary>
internal static class KeptCells
{
    // An order that every column is read for.
    private const string Order = "verwijderen";

    private const string Instead = $" ({SensitiveWords.Shown})";

    /// <summary>A cell as it may be kept and shown.</summary>
    /// <param name="isDraft">Somebody may still say what an unknown column is, and needs to see it.</param>
    public static string Of(ColumnMap columns, int index, string cell, bool isDraft)
    {
        if (CommentedNo.IsOn(cell))
            return CommentedNo.Moved(cell, Of(columns, index, CommentedNo.Without(cell), isDraft));
        // Beside the header nobody knows what a cell is about, but a no is one.
        if (index >= columns.Header.Count)
            return No(columns, index, cell) ?? PermissionWords.Bare(cell.Trim());
        if (columns.MayComeBack(index))
            return Used(columns, index, cell);
        var isUnknown = columns.IgnoredAt(index) is IgnoreReason.Unknown;
        if (isUnknown && isDraft)
            return SensitiveHeaders.LooksLikeBsn(cell) ? "" : cell;
        // Whose the number beside it is, and no more.
        if (columns.IsSaidWhose(index) && Belonging.IsOfAnother(cell))
            return "p/a";
        return columns.IsPermission(index) ? PermissionWords.Bare(cell.Trim()) : No(columns, index, cell) ?? Wrong(columns, index, cell) ?? (isUnknown ? Unknown(columns, index, cell.Trim()) : "");
    }

    private static string Used(ColumnMap columns, int index, string cell)
    {
        if (columns.IsName(index))
            return Name(columns, index, cell);
        if (columns.IsContact(index))
            return SensitiveWords.WithoutBrackets(cell, part => Belonging.IsOfAnother(part) ? " (p/a)" : Instead);
        if (IsAt(Field.HouseNumber))
            return SensitiveWords.WithoutWords(cell, SensitiveWords.Shown);
        return (IsAt(Field.Addition) || IsAt(Field.HouseLetter)) && SensitiveWords.AreIn(cell) ? SensitiveWords.Shown : SensitiveWords.WithoutBrackets(cell, Instead);

        bool IsAt(Field field) => columns.IndexOf(field) == index;
    }

    /// <summary>A name, with something instead of what stands beside it and is not part of it.</summary>
    public static string NameOf(string cell) => NameRemarks.Without(BesideName.WithoutSensitive(NameRemarks.OwnPartShown(cell), Instead), Instead);

    /// <summary>A no beside a name stays one.</summary>
    private static string Name(ColumnMap columns, int index, string cell)
    {
        var said = columns.Said(index, cell);
        foreach (var kept in (string[])[NameOf(cell), BesideName.WithoutSensitive(cell, Instead)])
        {
            if (kept == cell || columns.Said(index, kept) == said)
                return kept;
        }

        return said is Permission.Refused ? $"{NameOf(cell)} ({Refusal(columns, index, cell)})" : $"{NameOf(cell)} - Stop";
    }

    // That something stood there stays, so that the row is the same row.
    private static string Unknown(ColumnMap columns, int index, string cell) =>
        cell.Length == 0 ? "" : !columns.Permissions.Any(column => column.Index == index) ? SensitiveWords.Shown : PermissionWords.IsPlainNo(cell) ? "nee" : PermissionWords.Bare(cell);

    private static string? No(ColumnMap columns, int index, string cell) => columns.ByWay(index, cell)?.Bare ?? columns.Said(index, cell) switch
    {
        Permission.Refused => Refusal(columns, index, cell),
        // A word that says as much when it is read again.
        Permission.Unproven => columns.Said(index, "nee") is Permission.Unsaid ? Order : "nee",
        _ => null,
    };

    private static string? Wrong(ColumnMap columns, int index, string cell) => columns.IgnoredAt(index) is IgnoreReason.Notes or IgnoreReason.Unknown ? NotesOfWrong.Bare(cell) : null;

    /// <summary>A no to one way stays one to that way.</summary>
    private static string Refusal(ColumnMap columns, int index, string cell)
    {
        var bare = OptOutPhrases.Bare(cell);
        return columns.Said(index, bare) is Permission.Refused ? bare : OptOutPhrases.OfAllWays;
    }
}
