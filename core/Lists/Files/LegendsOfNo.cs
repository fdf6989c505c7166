using System.Text.RegularExpressions;
using Outreach.Lists.Columns;

namespace Outreach.Lists.Files;

/// <summary>A key to the codes or the colours of a list, of which one means a no: "Legenda: NB = niet benaderen", "rood | niet bellen". Who has that code is not told by any row.</summary>
internal static partial class LegendsOfNo
{
    /// <summary>The no of a row below the people that is called a legend; null when it is another row, or says none.</summary>
    public static string? In(string[] cells) =>
        Array.Find(cells, cell => cell.Length > 0) is { } first && Name().IsMatch(first) ? Array.Find(cells, cell => Entry().Match(cell) is { Success: true } entry && SaysNo(entry.Groups["means"].Value)) : null;

    /// <summary>The same of a row on a sheet that is a key: a code, and what it means.</summary>
    public static string? OfPair(IReadOnlyList<string> cells) => cells switch
    {
        [var code, _, ..] when Code().IsMatch(code) && !SaysNo(code) => cells.Skip(1).Any(SaysNo) ? string.Join(" = ", cells) : null,
        [var only] when Entry().Match(only) is { Success: true } entry && SaysNo(entry.Groups["means"].Value) => only,
        _ => null,
    };

    private static bool SaysNo(string text) => OptOutPhrases.Contains(text) || PermissionWords.IsOrder(text) || CellsOfNo.IsPlain(text.Trim());

    [GeneratedRegex(@"^\W*(?:legenda|legende|legend|légende|verklaring|codes?|kleuren|kleurcodes?|colou?rs|farben|betekenis|key)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:^|[\s,;:])(?<code>\w{1,10})\s*=\s*(?<means>[^=,;]+)")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\W*\w{1,10}\W*\z")]
    private static partial Regex Code();
}
