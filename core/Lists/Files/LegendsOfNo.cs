using System.Text.RegularExpressions;
using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;

namespace Outreach.Lists.Files;

/// <summary>A key to the codes or the colours of a list, of which one means a no: "Legenda: NB = niet benaderen", "rood | niet bellen". Who has that code is not told by any row.</summary>
internal static partial class LegendsOfNo
{
    private const int MaxCode = 10;
    private const int MaxCodes = 1000;

    /// <summary>The no of a row below the people that is called a legend; null when it is another row, or says none.</summary>
    public static string? In(string[] cells) =>
        Array.Find(cells, cell => cell.Length > 0) is not { } first ? null
        : Name.IsMatch(first) ? Array.Find(cells, cell => Entry().Match(cell) is { Success: true } entry && SaysNo(entry.Groups["means"].Value))
        : Array.Find(cells, cell => Entry().Matches(cell).Any(entry => Look.IsMatch(entry.Groups["code"].Value) && (SaysNo(entry.Groups["means"].Value) || IsAnswer(entry.Groups["means"].Value))));

    /// <summary>The same of a row on a sheet that is a key: a code that somebody in the list has, and what it means.</summary>
    public static string? OfPair(IReadOnlyList<string> cells, IReadOnlySet<string> codes) => cells switch
    {
        [var code, _, ..] when codes.Contains(code.Trim()) => cells.Skip(1).Any(SaysNo) ? string.Join(" = ", cells) : null,
        [var only] when Entry().Match(only) is { Success: true } entry && codes.Contains(entry.Groups["code"].Value) && SaysNo(entry.Groups["means"].Value) => only,
        _ => null,
    };

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
    private static readonly Regex Look = new("^(?:rood|roze|geel|groen|oranje|blauw|paars|grijs|red|pink|yellow|green|orange|blue|purple|gr[ae]y|rot|gelb|gr[uü]n|blau|lila|grau|cursief|schuin|vet|vetgedrukt|onderstreept|doorgestreept|doorgehaald|gekleurd|gearceerd|italics?|bold|underlined|strikethrough|kursiv|fett|unterstrichen|durchgestrichen)$", RegexOptions.IgnoreCase);

    private static readonly Regex Name = new(@"^\W*(?:legenda|legende|legend|légende|verklaring|codes?|kleuren|kleurcodes?|colou?rs|farben|betekenis|key)\b", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"(?:^|[\s,;:])(?<code>\w{1,15})\s*=\s*(?<means>[^=,;]+)")]
    private static partial Regex Entry();
}
