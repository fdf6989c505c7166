using System.Text.RegularExpressions;
using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;
using Outreach.Lists.Rows;
using Outreach.Records;

namespace Outreach.Lists.Files;

/// <summary>The columns of a list, and the sheet and row where their names were found. The source stands at the first row below, unless there is an objection.</summary>
/// <param name="Skipped">What stood above the header, to be named.</param>
/// <param name="Objection">Why the list cannot be used.</param>
internal sealed partial record FoundHeader(ColumnMap Columns, IReadOnlyList<string> OtherSheets, RowProblem? Skipped = null, RowProblem? Objection = null)
{
    /// <summary>Where the names of the columns stand.</summary>
    public int Row { get; init; } = 1;

    /// <summary>No column says who people are.</summary>
    public RowProblem? NoName { get; init; }

    /// <summary>No address of the list is of use.</summary>
    public RowProblem? NoHome { get; init; }

    /// <summary>No other list begins halfway. A stream that cannot be read twice has to be watched while it is read.</summary>
    public bool IsLookedThrough { get; init; }

    /// <exception cref="UnreadableFileException">Nothing is there, or nothing below the header.</exception>
    public static FoundHeader In(ShownRows source, string fileName, ListRules rules, Wording wording)
    {
        var sheet = rules.AreOptOuts ? null : SheetsOfNo.Named(source);
        var canLook = source.Rewind();
        var found = FirstIn(source, rules, wording);
        if (found.Objection is not null)
            return found;
        if (sheet is not null)
            return found with { Objection = Problem(0, ProblemCodes.PeopleWhoSaidNo, wording.SheetOfNo(sheet), sheet) };
        if (!rules.AreOptOuts && source.SheetNames.Count > 1 && TitlesOfNo.IsPutAway(source.Sheet))
            return found with { Objection = Problem(0, ProblemCodes.PeopleWhoSaidNo, wording.SheetPutAway(source.Sheet), source.Sheet) };
        if (!rules.AreOptOuts && TitlesOfNo.IsFile(Path.GetFileNameWithoutExtension(fileName)))
            return found with { Objection = Problem(0, ProblemCodes.PeopleWhoSaidNo, wording.FileOfNo(fileName), fileName) };
        if (!canLook)
            return found;
        var (empty, states, codes) = (found.Columns.AskedAt.ToHashSet(), new HashSet<int>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var read = source.Sheet;
        var other = OtherBlock.In(source, found.Columns, rules, wording, (empty, states, codes)) ?? SheetsOfNo.Beside(source, read, codes, rules, wording);
        source.Rewind();
        found = FirstIn(source, rules, wording) with { Objection = other, IsLookedThrough = true };
        found.Columns.LeaveUnasked(empty);
        found.Columns.ReadStrictly(states);
        return found;
    }

    private static FoundHeader FirstIn(ShownRows source, ListRules rules, Wording wording)
    {
        if (rules.Header is not HeaderKind.Found)
            return Assumed(source, rules, wording);
        var others = new List<string>();
        var (first, firstSheet, headerOnly) = ((RawRow?)null, "", false);
        for (var more = source.Start(); more; more = source.NextSheet())
        {
            var rows = source.Peek(HeaderRow.MaxRows);
            if (HeaderRow.Find(rows) is { } header)
            {
                if (OnSheet(source, rows, header, rules, wording) is var found && (found.Objection is not null || source.Read()))
                    return found with { OtherSheets = others };
                headerOnly = true;
            }

            if (first is null && rows.Count > 0)
                (first, firstSheet) = (rows[0], source.Sheet);
            if (rows.Count > 0)
                others.Add(source.Sheet);
        }

        if (headerOnly)
            throw new UnreadableFileException(Unreadable.HeaderOnly);
        return first is not null ? Missing(first, [.. others.Where(sheet => sheet != firstSheet)], wording) : throw new UnreadableFileException(Unreadable.Empty);
    }

    /// <summary>As an organiser said: the first row that is not blank, or none.</summary>
    private static FoundHeader Assumed(ShownRows source, ListRules rules, Wording wording)
    {
        for (var more = source.Start(); more; more = source.NextSheet())
        {
            if (source.Peek(HeaderRow.MaxRows) is not [var first, ..] rows)
                continue;
            var isHeader = rules.Header is HeaderKind.FirstRow;
            var columns = new ColumnMap(isHeader ? ColumnMap.WithAnswersNamed(HeaderRow.CellsOf(first), [.. rows.Select(row => row.Cells)], wording) : [.. first.Cells.Select((_, index) => wording.ColumnAt(index))], rules, source.IsColumnHidden);
            source.Skip(isHeader ? 1 : 0);
            source.HoldsAcross = columns.IsPermission;
            source.Judge(columns);
            var objection = ObjectionTo(columns, first.Row, rows.Skip(isHeader ? 1 : 0), wording);
            if (objection is null && !source.Read())
                throw new UnreadableFileException(Unreadable.HeaderOnly);
            return new(columns, [], Objection: objection) { Row = isHeader ? first.Row : 0 };
        }

        throw new UnreadableFileException(Unreadable.Empty);
    }

    internal static FoundHeader OnSheet(ShownRows source, IReadOnlyList<RawRow> rows, HeaderRow header, ListRules rules, Wording wording)
    {
        var row = rows[header.Index].Row;
        source.Inner = header.Inner;
        source.Skip(header.Index + 1);
        var below = rows.Skip(header.Index + 1).Select(one => (header.Inner is { } inner ? ShownRows.TakenApart(one, inner) : one).Cells).ToList();
        var columns = new ColumnMap(ColumnMap.WithAnswersNamed(header.Cells, below, wording), rules, source.IsColumnHidden);
        source.HoldsAcross = columns.IsPermission;
        source.Judge(columns);
        var objection = ObjectionTo(columns, row, rows.Skip(header.Index + 1), wording)
            ?? (rules.AreOptOuts ? null : InComment(rows.Take(header.Index + 1), wording) ?? NoAbove(rows.Take(header.Index), columns, wording) ?? NoBeside(columns, row, below, wording) ?? (LegendsOfNo.InHeader(columns.Header) is { } text ? OtherBlock.OutsideRows(row, text, wording) : null));
        return new(columns, [], header.Index == 0 ? null : SkippedAbove(rows, header.Index, wording), objection) { Row = row, NoName = NamelessList.In(columns, row, below, wording), NoHome = HomelessList.In(columns, row, below, wording) };
    }

    /// <summary>A comment on the name of a column, or on what stands above them.</summary>
    private static RowProblem? InComment(IEnumerable<RawRow> rows, Wording wording) =>
        rows.SelectMany(row => row.Cells.Where(CommentedNo.IsSure).Select(cell => OtherBlock.OutsideRows(row.Row, CommentedNo.Without(cell), wording))).FirstOrDefault();

    /// <summary>A title that says that those below it want no message, unless it became part of the name of a column.</summary>
    private static RowProblem? NoAbove(IEnumerable<RawRow> above, ColumnMap columns, Wording wording)
    {
        foreach (var row in above)
        {
            // "Vertrouwelijk | nee" says something of the whole list.
            var cells = HeaderRow.CellsOf(row).ToList();
            var isAlone = cells.Count(cell => cell.Length > 0) == 1;
            if (LegendsOfNo.In([.. cells]) is { } legend)
                return OtherBlock.OutsideRows(row.Row, legend, wording);
            var title = cells.Where((cell, index) => TitlesOfNo.Is(cell) && !IsInName(cell, index) && !(isAlone && TitlesOfNo.IsDivider(cell)) && !(TitlesOfNo.NamesCount(cell) && cells.Exists(OtherBlock.IsNumber)) && (isAlone || !TitlesOfNo.IsAnswer(cell))).FirstOrDefault();
            if (title is not null)
                return Problem(row.Row, ProblemCodes.PeopleWhoSaidNo, wording.TitleOfNo(title), title);
        }

        return null;

        bool IsInName(string cell, int index) => columns.Permissions.Any(permission =>
            columns.Header[permission.Index].StartsWith(cell, StringComparison.Ordinal) || (permission.Index == index && permission.Column.Kind is PermissionKind.OptOut));
    }

    /// <summary>Behind an empty column, a list of those who want no message: the person named there is not the one the row is about.</summary>
    private static RowProblem? NoBeside(ColumnMap columns, int row, IReadOnlyList<IReadOnlyList<string>> below, Wording wording)
    {
        var title = columns.Permissions
            .Where(one => one.Column.Kind is PermissionKind.OptOut && one.Index > 0 && columns.Header[one.Index - 1].Length == 0 && TitlesOfNo.Is(columns.Header[one.Index]))
            .Where(one => below.Any(cells => one.Index < cells.Count && IsNoAnswer(cells[one.Index], columns.Header[one.Index])))
            .Select(one => columns.Header[one.Index]).FirstOrDefault();
        return title is null ? null : Problem(row, ProblemCodes.PeopleWhoSaidNo, wording.TitleOfNo(title), title);

        static bool IsNoAnswer(string cell, string header) => cell.Any(char.IsLetterOrDigit) && PermissionWords.InOptOut(CellText.Of(cell), header, out var isPlain) is not Permission.Unsaid && !isPlain;
    }

    private static RowProblem SkippedAbove(IReadOnlyList<RawRow> rows, int header, Wording wording)
    {
        var above = rows.Take(header).ToList();
        var texts = above.SelectMany(HeaderRow.CellsOf).Where(cell => cell.Length > 0);
        var message = wording.RowsSkipped(HiddenRows.RangesOf([(above[0].Row, rows[header].Row - 1)]), rows[header].Row);
        return new(above[0].Row, "", ProblemCodes.RowsSkipped, message, RowReader.Shown(string.Join(", ", texts.Select(text => SensitiveHeaders.ReasonOf(text) is IgnoreReason.Sensitive ? SensitiveWords.Shown : text))), Rejected: false);
    }

    private static RowProblem? ObjectionTo(ColumnMap columns, int row, IEnumerable<RawRow> below, Wording wording)
    {
        var seen = Named(columns);
        if (columns.Doubles.Count > 0)
            return Problem(row, ProblemCodes.ColumnsDouble, wording.ColumnsDouble(columns.Doubles, seen), string.Join(", ", columns.Doubles));
        if (!columns.CanReach || (columns.ReachesByAddressAlone && !below.Any(one => HomelessList.HoldsPostcode(one.Cells, columns.IndexOf(Field.Street)))))
            return Problem(row, ProblemCodes.ColumnsMissing, columns.HasOthers ? wording.WhoseOnly : wording.ColumnsMissing(seen), "");
        return columns.ReachesByStreetAlone && !below.Any(one => EndsInNumber(one, columns.IndexOf(Field.Street)))
            ? Problem(row, ProblemCodes.ColumnsMissing, wording.NoHouseNumberColumn, columns.HeaderOf(Field.Street))
            : null;
    }

    private static bool EndsInNumber(RawRow row, int street) => street < row.Cells.Count && Digit().IsMatch(row.Cells[street]);

    private static FoundHeader Missing(RawRow first, IReadOnlyList<string> otherSheets, Wording wording)
    {
        var columns = new ColumnMap(HeaderRow.CellsOf(first));
        var seen = Named(columns).ToList();
        var message = seen is [var only] && only.AsSpan().IndexOfAny(";,\t|") >= 0 ? wording.AllInOneColumn : wording.ColumnsMissing(seen);
        return new(columns, otherSheets, Objection: Problem(first.Row, ProblemCodes.ColumnsMissing, wording.ColumnsMissingOn(message, otherSheets), ""));
    }

    private static IEnumerable<string> Named(ColumnMap columns) => columns.Header.Where(header => header.Length > 0);

    internal static RowProblem Problem(int row, string code, string message, string value) => new(row, "", code, message, RowReader.Shown(value), Rejected: true);

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();
}
