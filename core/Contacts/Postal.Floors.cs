using System.Text.RegularExpressions;

namespace Outreach.Contacts;

/// <summary>Floors beside a house: "3 hoog 16" and "2e verdieping" begin with a number that is not that of the house.</summary>
internal static partial class Postal
{
    private const string FloorWord = "(?:hoog|hg|etage|étage|et|verdieping|verd|floor|woonlaag|og|stock|stockwerk|obergeschoss)";

    // No house here has more of them.
    private const string FloorNumber = "(?:[1-9]|1[0-9]|20)";

    private const string Floor = FloorNumber + @"(?:e|de|ste|st|nd|rd|th|\.|º|°)?[ \-]?" + FloorWord + @"\b\.?(?:[ \-]?(?:achter|voor|links|rechts|midden)\b)?";

    /// <summary>"2e-12" may be the second floor of number 12, "3 hoog" that of any house.</summary>
    public static bool BeginsWithFloor(string text) => FloorFirst.IsMatch(text);

    /// <summary>"2e": the fifth letter behind the house, or its floor.</summary>
    public static bool MayBeFloor(string text) => FloorOrLetter().IsMatch(text);

    /// <summary>"Kerkstraat 1e etage 12" and "3 hoog, Kerkstraat 16" name the floor before the house: it belongs behind.</summary>
    private static (string Street, string Floor)? FloorApart(string street) =>
        FloorBeside.Match(street) is { Success: true } found ? (found.Groups["street"].Value, found.Groups["floor"].Value) : null;

    private static readonly Regex FloorFirst = new("^" + FloorNumber + "(?:(?:de|ste|st|nd|rd|th)\\b|e[ \\-/,]+(?:[0-9]|links|rechts|achter|voor|nr|nummer|huisn))|^" + Floor, RegexOptions.IgnoreCase);

    private static readonly Regex FloorBeside = new(@"^(?<street>\p{L}.*?)[ ,]+(?<floor>" + Floor + @")\z|^(?<floor>" + Floor + @")[ ,\-]+(?<street>\p{L}{3,}.*)\z", RegexOptions.IgnoreCase);

    [GeneratedRegex("^[1-9] ?e\\z")]
    private static partial Regex FloorOrLetter();

    [GeneratedRegex(" [0-9]{1,2}(?:e|de|ste)\\z")]
    private static partial Regex EndsInOrdinal();
}
