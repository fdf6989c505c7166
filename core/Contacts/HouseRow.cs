using System.Globalization;
using System.Text.RegularExpressions;

namespace Outreach.Contacts;

/// <summary>A row of houses as people write it: "1-41 oneven", "2 t/m 80".</summary>
/// <param name="Parity">1 for the odd house numbers, 0 for the even ones, null for both sides of the street.</param>
internal sealed record HouseRow(int From, int To, int? Parity)
{
    /// <summary>The words between its first and its last number, for a pattern.</summary>
    public const string Until = "t/m|tm|tot en met|tot|to";

    /// <summary>The same, or a dash: "12-3" may be one house too, where an addition can be a number.</summary>
    public const string UntilOrDash = "[-–—]|" + Until;

    public const string Sides = "even|oneven|odd";

    public IEnumerable<int> Numbers => Enumerable.Range(From, To - From + 1).Where(number => Parity is null || number % 2 == Parity);

    public static HouseRow? Read(string text) => Row.Match(text) is { Success: true, Groups: var row }
        ? new(Number(row["from"]), Number(row["to"]), ParityOf(row["side"].Value))
        : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static int? ParityOf(string word) => word.ToLowerInvariant() switch
    {
        "" => null,
        "oneven" or "odd" => 1,
        _ => 0,
    };

    private static readonly Regex Row = new("^(?<from>[1-9][0-9]{0,4}) ?(?:" + UntilOrDash + ") ?(?<to>[0-9]{1,5})(?: +(?<side>" + Sides + @"))?\z", RegexOptions.IgnoreCase);
}
