using System.Text.RegularExpressions;
using Outreach.Lists.Files;

namespace Outreach.Lists.Columns.Noes;

/// <summary>Lines that count people who said no, or divide a list: they refuse nothing for those who stand elsewhere.</summary>
internal static partial class TitlesOfNo
{
    /// <summary>"Aantal afmeldingen: 3".</summary>
    public static bool IsCount(string line) => Count.IsMatch(line);

    /// <summary>"Aantal afmeldingen", where the number stands in a cell of its own.</summary>
    public static bool NamesCount(string cell) => CountAhead.IsMatch(cell);

    /// <summary>A row that is about nobody: "Aantal afmeldingen: 3", in one cell or in two, "--- stop ---". "Totaal: 40" says no of nobody anyhow.</summary>
    public static bool AreCount(string[] cells) => cells switch
    {
        [var line] => IsDivider(line) || ((IsCount(line) || NobodyIn.IsMatch(line)) && SaysNo(line)),
        [var name, .. var rest] => NamesCount(name) && rest.All(OtherBlock.IsNumber) && SaysNo(name),
        _ => false,
    };

    /// <summary>"--- stop ---".</summary>
    public static bool IsDivider(string line) => Divider().IsMatch(line);

    /// <summary>"Afmeldingen: 3": below the list it counts them, and with people below it these may be the three.</summary>
    public static bool MayCount(string line) => IsCount(line) || IsDivider(line) || NumberAtEnd().IsMatch(line) || NumberAhead().IsMatch(line);

    private const string Ahead = @"^\W*(?:waarvan |van wie |dus )?(?:aantal|totaal|total|totale|number of|anzahl|nombre|som)\b";

    private static readonly Regex CountAhead = new(Ahead + @"[^0-9]*\z", RegexOptions.IgnoreCase);

    private static readonly Regex Count = new(Ahead + @".*[0-9]\W*\z", RegexOptions.IgnoreCase);

    // "Opt-outs: 0", "geen afmeldingen". "Geen mail" is an order.
    private static readonly Regex NobodyIn = new(@"^\W*" + LeftOut + @"[\p{L} \-]*[:=(]\s*(?:0|geen|none|nul)\W*\z|^\W*(?:0|(?:nog )?(?:geen|no|keine)) " + LeftOut + @"\W*\z", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"^\s*(?<rule>[-=*_~#+–—.])\k<rule>+\s*stop\s*(?:\k<rule>+\s*)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Divider();

    [GeneratedRegex(@"^[^0-9]*[:=(]\s*[0-9]+(?: \p{L}+)?\W*\z")]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex(@"^\W*[0-9]+ \p{L}[\p{L} \-]*\z")]
    private static partial Regex NumberAhead();
}
