using System.Text.RegularExpressions;

namespace Outreach.Contacts;

/// <summary>A street, a postcode and a city in one cell, or two of them.</summary>
internal static partial class Postal
{
    /// <summary>"Kerkstraat 12, 1234 AB Utrecht" in one cell: the street with its number, and what follows. Postcode and city are null where nothing does.</summary>
    public static (string Street, string? Postcode, string? City) WithoutPostcode(string text)
    {
        if (DutchBehindStreet().Match(text) is not { Success: true } found)
            return (text, null, null);
        var (street, postcode, behind) = (found.Groups["street"].Value, found.Groups["postcode"].Value, found.Groups["city"].Value);
        if (behind.Length == 0)
            return (street, postcode, null);
        if (WithoutCountry(behind) is { } city)
            return (street, postcode, city);
        // Mailchimp writes the city before the postcode, and the country behind it.
        return CityBefore().Match(street) is { Success: true } before && !Additions.IsKnown(before.Groups["city"].Value)
            ? (before.Groups["street"].Value, postcode, before.Groups["city"].Value)
            : (street, postcode, null);
    }

    /// <summary>"6511 AB Nijmegen" in one cell: the postcode, and the city behind it, which is null where none is.</summary>
    public static (string Postcode, string? City) WithoutCity(string text) =>
        CityBehind.Match(text) is { Success: true } found ? (found.Groups["postcode"].Value, WithoutCountry(found.Groups["city"].Value)) : (text, null);

    /// <summary>Null where nothing but the country stands there. Luxembourg is a city too.</summary>
    private static string? WithoutCountry(string city)
    {
        var words = city.TrimEnd().Split(' ');
        if (CountryNames.CodeOf(words[^1].Trim('(', ')', ',', '.').ToLowerInvariant()) is null or "LU")
            return city;
        return string.Join(' ', words[..^1]).TrimEnd(' ', ',', '-') is { Length: > 0 } left ? left : null;
    }

    // "1234 De Bilt" has lost its letters.
    private static readonly Regex CityBehind = new(@"^(?<postcode>(?:NL[ \-]?)?[1-9][0-9]{3} ?(?:(?![Dd][Ee] [\p{Lu} ]+\z)[A-Z]{2}|(?!de|la|le|el|op|st)[a-z]{2})|(?:[A-Z]{1,2}[ \-]?)?[0-9]{4,5}(?![ \-]*[A-Za-z] ?[A-Za-z](?!\p{L})))[ ,;/·-]+(?<city>['’]?\p{L}[\p{L} .'’()\-]*)\z");

    [GeneratedRegex(@"^(?<street>\p{L}.* [0-9].*?)(?:[ ,;(\[]+| [\-–—/] )(?:NL[ \-]?)?(?<postcode>[1-9][0-9]{3}[ \-]?[A-Z]{2})[)\]]?(?:[ ,;]+(?<city>\p{L}.*))?\z", RegexOptions.IgnoreCase)]
    private static partial Regex DutchBehindStreet();

    /// <summary>A postcode stands there, of whatever country, and perhaps a town: not understood as a whole, it is no house number that is wrong.</summary>
    public static bool HoldsTown(string text) => TownBehind().IsMatch(text);

    /// <summary>"Kerkstraat, 6511 AB": no number stands between the street and the postcode.</summary>
    public static bool LacksNumber(string text) => PostcodeBehindName().IsMatch(text);

    /// <summary>Behind the street stands the postcode, and not the number: "6511 AB Nijmegen", "9000 Gent".</summary>
    private static bool IsTown(string before, string rest) => DutchPostcode().IsMatch(rest) || (before.TrimEnd() is [.., ','] ? NumberedTown() : LongNumberedTown()).IsMatch(rest);

    [GeneratedRegex(@"^[1-9][0-9]{3}(?:[ \-]?[A-Z]{2}|[a-z]{2})(?=[ ,;)\]]|\z)")]
    private static partial Regex DutchPostcode();

    [GeneratedRegex(@"^[1-9][0-9]{3,4} +\p{Lu}\p{L}{2,}")]
    private static partial Regex NumberedTown();

    [GeneratedRegex(@"^[1-9][0-9]{4} +\p{Lu}\p{L}{2,}")]
    private static partial Regex LongNumberedTown();

    [GeneratedRegex(@"^[^0-9]*\p{L}[^0-9]*(?<!\p{L})(?:NL[ \-]?)?[1-9][0-9]{3}[ \-]?[A-Z]{2}(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex PostcodeBehindName();

    [GeneratedRegex(@"\p{L}.*[ ,(]+(?:[A-Z]{1,2}[ \-])?(?:[1-9][0-9]{3} ?[A-Z]{2}\)?\z|[1-9][0-9]{3,4}[ ,]+\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex TownBehind();

    [GeneratedRegex(@"^(?<street>.*[0-9]\S*),? +(?<city>\p{Lu}[\p{L} .'’\-]{2,})\z")]
    private static partial Regex CityBefore();
}
