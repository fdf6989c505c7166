using System.Text.RegularExpressions;
using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;
using Outreach.Lists.Rows;
using Outreach.Records;

namespace Outreach.Lists.Files;

/// <summary>The sheets of a workbook that are not read. Where one of them lists people who want no message, or says a no of one person, the list waits until it holds that no too.</summary>
internal static partial class SheetsOfNo
{
    /// <summary>The first sheet, shown or hidden, whose name says that no message is wanted.</summary>
    public static string? Named(ShownRows source)
    {
        string? found = null;
        if (!source.SheetNames.Any(TitlesOfNo.Is))
            return found;
        while (found is null && source.NextSheet(hiddenToo: true))
        {
            if (TitlesOfNo.Is(source.Sheet) && source.Peek(2) is { Count: > 0 } rows && (rows.Count > 1 || HeaderRow.Find(rows) is null))
                found = source.Sheet;
        }

        return found;
    }

    /// <summary>The first no of a person on a sheet, shown or hidden, beside the one that is read. The source stands anywhere afterwards.</summary>
    /// <param name="codes">What stands in columns of the list that are not read: a key may say what they mean.</param>
    public static RowProblem? Beside(ShownRows source, string read, IReadOnlySet<string> codes, ListRules rules, Wording wording)
    {
        if (rules.AreOptOuts || source.SheetNames.Count < 2)
            return null;
        // What an organiser said of columns is about those of the list.
        rules = rules with { Columns = [], Answers = null, Header = HeaderKind.Found };
        RowProblem? found = null;
        source.Rewind();
        while (found is null && source.NextSheet(hiddenToo: true))
        {
            source.ShowHidden();
            if (source.Sheet == read)
                continue;
            try
            {
                found = OnSheet(source, codes, rules, wording);
            }
            catch (UnreadableFileException)
            {
                // A sheet that is not read may be damaged.
            }
        }

        return found;
    }

    private static RowProblem? OnSheet(ShownRows source, IReadOnlySet<string> codes, ListRules rules, Wording wording)
    {
        var rows = source.Peek(HeaderRow.MaxRows);
        if (HeaderRow.Find(rows) is not { } header)
            return rows.Count > 0 && NamesPeople(rows[0]) ? InRows(source, FoundHeader.OnSheet(source, rows, new HeaderRow(0, HeaderRow.CellsOf(rows[0])), rules, wording).Columns, rules, wording) : InText(source, codes, wording);
        var found = FoundHeader.OnSheet(source, rows, header, rules, wording);
        return found.Objection is { Code: ProblemCodes.PeopleWhoSaidNo } title
            ? title with { Message = wording.NoOnSheet(source.Sheet, title.Row) }
            : InRows(source, found.Columns, rules, wording);
    }

    private static bool NamesPeople(RawRow row) => new ColumnMap(HeaderRow.CellsOf(row)) is var columns && (columns.Has(Field.Name) || columns.Has(Field.LastName) || columns.Has(Field.FirstName));

    private static RowProblem? InRows(ShownRows source, ColumnMap columns, ListRules rules, Wording wording)
    {
        var reader = new RowReader(source, columns, rules, wording);
        var isOfChanges = Changes.IsMatch(Headers.Spaced(source.Sheet)) || columns.Header.Any(header => Changes.IsMatch(Headers.Spaced(header)));
        var isOfEvenings = Evenings.IsMatch(Headers.Spaced(source.Sheet));
        while (source.Read())
        {
            if (OtherBlock.At(source, columns, rules, wording, isFirst: false) is { Code: ProblemCodes.PeopleWhoSaidNo } title)
                return title with { Message = wording.NoOnSheet(source.Sheet, source.Row) };
            if (isOfEvenings && SaysNoOfOneEvening(source))
                continue;
            if (isOfChanges && Enumerable.Range(0, source.Count).Select(source.Cell).Any(SaysNo))
                return Problem(source, columns.NameColumn, columns.Has(Field.Name) ? source.Cell(columns.IndexOf(Field.Name)) : source.Sheet, wording);
            if (reader.ReadForNo(isOnlyNo: true) is { } row && (row.Candidate ?? row.Refuser) is { } person)
                return Problem(source, columns.NameColumn, person.Name ?? ContactOf(person), wording);
        }

        return null;
    }

    /// <summary>"Afgemeld" for one evening, and no other no in the row.</summary>
    private static bool SaysNoOfOneEvening(ShownRows source)
    {
        var noes = Enumerable.Range(0, source.Count).Select(source.Cell).Where(SaysNo).ToList();
        return noes.Count > 0 && noes.TrueForAll(cell => Headers.Compact(cell) is "afgemeld" or "afmelding" or "afgemeldvoordezekeer" or "abgemeldet");
    }

    private static string ContactOf(Candidate person) => (person.Mobile ?? person.Landline)?.Value ?? person.Email?.Value ?? person.Address?.StreetLine ?? "-";

    /// <summary>Where no row names the columns, a no counts beside a person, or behind a code that somebody in the list has.</summary>
    private static RowProblem? InText(ShownRows source, IReadOnlySet<string> codes, Wording wording)
    {
        var isBelowTitle = false;
        while (source.Read())
        {
            var cells = Enumerable.Range(0, source.Count).Select(source.Cell).Where(cell => cell.Length > 0).ToList();
            var person = cells.Select(PersonIn).FirstOrDefault(name => name is not null);
            if (person is not null && (isBelowTitle || cells.Exists(SaysNo)))
                return Problem(source, wording.ColumnAt(0), person, wording);
            if (LegendsOfNo.OfPair(cells, codes) is { } legend)
                return FoundHeader.Problem(source.Row, ProblemCodes.PeopleWhoSaidNo, wording.LegendOnSheet(source.Sheet, source.Row), legend) with { Column = wording.ColumnAt(0) };
            isBelowTitle = cells.Count == 0 ? isBelowTitle : cells is [var only] && TitlesOfNo.Is(only);
        }

        return null;
    }

    private static bool SaysNo(string cell) => CommentedNo.IsSure(cell) || LegendsOfNo.NamesSomebody(cell) || OptOutPhrases.Contains(cell) || PermissionWords.IsOrder(cell);

    /// <summary>The number or the name that a cell holds; null when it holds neither.</summary>
    private static string? PersonIn(string cell) =>
        Contact().Match(cell) is { Success: true, Value: var contact } && OtherBlock.IsContact(contact) ? contact
        : WholeName.Matches(cell).Select(match => match.Value).FirstOrDefault(name => !SaysNo(name) && !TitlesOfNo.Is(name));

    private static RowProblem Problem(ShownRows source, string column, string value, Wording wording) =>
        FoundHeader.Problem(source.Row, ProblemCodes.PeopleWhoSaidNo, wording.NoOnSheet(source.Sheet, source.Row), value) with { Column = column };

    // Who came, and who let us know that they would not.
    private static readonly Regex Evenings = new("\\b(?:presentie\\w*|aanwezig\\w*|absentie\\w*|opkomst|notulen|verslag|attendance|anwesenheit)\\b");

    // A sheet of changes tells who left.
    private static readonly Regex Changes = new("^(?:\\w+ )?(?:mutaties?|wijziging(?:en)?|veranderingen|changes|anderungen)(?: [0-9]+| \\w+)?$");

    [GeneratedRegex(@"[^\s@,;()<>]+@[^\s@,;()<>]+|[+0-9][0-9 ()\-]{7,}[0-9]")]
    private static partial Regex Contact();

    // A first name and a surname. A heading has one capital: "Geen contact".
    private static readonly Regex WholeName = new(@"(?<!\p{L})(?!(?:Kolom|Kolommen|Column|Sheet|Blad|Tab|Veld|Field|Rij|Row|Stap|Step|Versie|Version|Spalte|Feld|Colonne|Let|Nota|Excel|Opt)\b)\p{Lu}(?:\p{Ll}+|\.)(?: (?:van|de|der|den|het|'t|ter|ten|te|von|el|al|ben|bin|du|le|la))* \p{Lu}['’\p{L}\-]+");
}
