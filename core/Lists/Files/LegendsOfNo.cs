using System.Text.RegularExpressions;
using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;

namespace Outreach.Lists.Files;

/// <summary>A key to the codes or the colours of a list, of which one means a no: "Legenda: NB = niet benaderen", "rood | niet bellen". Who has that code is not told by any row.</summary>
internal static partial class LegendsOfNo
{
    private const int MaxCode = 10;
    private const int MaxCodes = 1000;

    /// <summary>The no of a row without people; null when it says none.</summary>
    public static string? In(string[] cells) => EntriesIn([.. cells.Where(cell => cell.Length > 0)]).Where(entry => entry.IsLook).Select(entry => entry.Text).FirstOrDefault();

    /// <summary>A no in the row of the names of the columns, in a cell that names none.</summary>
    public static string? InHeader(IEnumerable<string> cells) =>
        cells.FirstOrDefault(cell => NamesSomebody(cell) || Entry().Match(cell) is { Success: true, Index: 0 } && EntriesIn([cell]).Any(entry => entry.IsLook));

    /// <summary>The same of a row on a sheet that is a key: a colour, or a code that somebody in the list has, and what it means.</summary>
    public static string? OfPair(IReadOnlyList<string> cells, IReadOnlySet<string> codes) =>
        EntriesIn(cells).Where(entry => entry.IsLook || codes.Contains(entry.Code)).Select(entry => entry.Text).FirstOrDefault();

    /// <summary>The columns that have no name, or that of a key.</summary>
    public static int[] NamelessIn(IReadOnlyList<string> header) => [.. Enumerable.Range(0, header.Count).Where(index => header[index].Length == 0 || Key.IsMatch(header[index]))];

    /// <summary>What may be an entry of a key in the current row. Whoever can be reached in it may have a code, and a no, of their own.</summary>
    /// <param name="nameless">Where to look beside people; null where there are none.</param>
    public static IEnumerable<LegendEntry> Beside(IRowSource source, int[]? nameless, int headers)
    {
        var (columns, from) = nameless is null ? ([], 0) : (nameless, headers);
        if (columns.Length == 0 && source.Count <= from)
            return [];
        string[] cells = [.. columns.Concat(Enumerable.Range(from, Math.Max(0, source.Count - from))).Select(source.Cell).Where(cell => cell.Length > 0)];
        return [.. EntriesIn(cells).Where(entry => entry.IsLook || !entry.IsPair || nameless is null), .. cells.Where(NamesSomebody).Select(cell => new LegendEntry(cell, cell) { IsLook = true })];
    }

    private static IEnumerable<LegendEntry> EntriesIn(IReadOnlyList<string> cells)
    {
        if (cells.Count == 0)
            return [];
        var isNamed = Name.IsMatch(cells[0]);
        return cells.SelectMany(InCell).Concat(isNamed ? PairsIn([.. cells.Skip(1)]) : PairsIn(cells)).Where(entry => entry.IsLook || entry.IsSure)
            .Select(entry => entry with { IsLook = entry.IsLook || isNamed });

        IEnumerable<LegendEntry> InCell(string cell) => Entry().Matches(cell).Select(entry => Of(entry.Groups["code"].Value, entry.Groups["means"].Value, cell) is { } found
            ? found with { IsSure = isNamed || entry.Groups["sure"].Success }
            : default);
    }

    /// <summary>The code in one cell, and what it means in the next.</summary>
    private static IEnumerable<LegendEntry> PairsIn(IReadOnlyList<string> cells) =>
        cells is [var code, ..] && Code().IsMatch(code) ? cells.Skip(1).Select(means => Of(code, means, $"{code} = {means}") is { } found ? found with { IsSure = true, IsPair = true } : default) : [];

    /// <summary>Null when it does not mean a no.</summary>
    private static LegendEntry? Of(string code, string means, string text) =>
        Look.IsMatch(code) is var isLook && (SaysNo(means) || isLook && IsAnswer(means)) ? new LegendEntry(code, text) { IsLook = isLook } : null;

    /// <summary>"Afgemeld: Bo Bal".</summary>
    public static bool NamesSomebody(string cell) => cell.Split(':', 2) is [var title, var names] && Person().IsMatch(names) && TitlesOfNo.Is(title);

    /// <summary>Adds what may be a code in the current row: a word in a column that is not read.</summary>
    public static void Collect(IRowSource source, ColumnMap columns, HashSet<string> codes)
    {
        for (var i = 0; i < source.Count && codes.Count < MaxCodes; i++)
        {
            if (columns.IgnoredAt(i) is not null && source.Cell(i) is { Length: > 0 and <= MaxCode } cell)
                codes.Add(cell.Trim());
        }
    }

    private static bool SaysNo(string text) => OptOutPhrases.Contains(text) || PermissionWords.IsOrder(text) || CellsOfNo.IsPlain(text.Trim());

    private static bool IsAnswer(string text) => CellsOfNo.IsBare(text.Trim()) || LabelsOfNo.IsNoWay(text);

    // How a cell looks: that is lost when the list is read.
    private static readonly Regex Look = new("^(?:rood|roze|geel|groen|oranje|blauw|paars|grijs|red|pink|yellow|green|orange|blue|purple|gr[ae]y|rot|gelb|gr[uü]n|blau|lila|grau|cursief|schuin|vet|vetgedrukt|onderstreept|doorgestreept|doorgehaald|gekleurd|gearceerd|italics?|bold|underlined|strikethrough|kursiv|fett|unterstrichen|durchgestrichen|[*#°^†✗✘×!+]{1,3})$", RegexOptions.IgnoreCase);

    private static readonly Regex Key = new(@"^\W*(?:legenda|legende|legend|légende|verklaring|kleurcodes?|betekenis|uitleg)\b", RegexOptions.IgnoreCase);

    private static readonly Regex Name = new(@"^\W*(?:legenda|legende|legend|légende|verklaring|codes?|kleuren|kleurcodes?|colou?rs|farben|betekenis|key)\b", RegexOptions.IgnoreCase);

    // A colon may stand behind any word: there only a colour or a mark counts.
    [GeneratedRegex(@"(?:^|[\s,;:(])(?<code>\w{1,15}|[*#°^†✗✘×!+]{1,3})\s*(?:(?<sure>=|→|⇒|->|\bbetekent\b|\bmeans\b|\bbedeutet\b)|:)\s*(?<means>[^=,;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Entry();

    // A name is longer, or has small letters.
    [GeneratedRegex(@"^(?:[A-Z0-9]{1,4}|\p{Ll}{1,15}|[*#°^†✗✘×!+]{1,3})\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*\p{Lu}\p{Ll}+(?: \p{L}+)*? \p{Lu}")]
    private static partial Regex Person();
}

/// <param name="Code">What stands for the no: a word, a colour or a mark.</param>
internal readonly record struct LegendEntry(string Code, string Text)
{
    /// <summary>Nobody's cell need hold the code: a colour, a mark, or an entry of what is called a key.</summary>
    public bool IsLook { get; init; }

    /// <summary>It is written as an entry of a key is, and need not be a sentence.</summary>
    public bool IsSure { get; init; }

    /// <summary>Code and meaning stand in two cells.</summary>
    public bool IsPair { get; init; }
}
