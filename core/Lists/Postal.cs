using System.Text.RegularExpressions;
using Outreach.Messages;

namespace Outreach.Lists;

/// <summary>Street, house number and postcode as people type them.</summary>
internal static partial class Postal
{
    /// <summary>"12 bis", "12-A", "12hs": the number and what stands behind it. False when it is no house number ("12-03-2026", which Excel made of 12-3).</summary>
    public static bool TrySplitNumber(string text, out string number, out string? addition)
    {
        (number, addition) = (text, null);
        if (text.Length is > 0 and <= 5 && text[0] != '0' && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return true;

        var match = HouseNumber().Match(text);
        number = match.Groups["number"].Value.TrimStart('0');
        addition = match.Groups["addition"] is { Success: true } group ? group.Value.Trim() : null;
        return match.Success && number.Length > 0;
    }

    /// <summary>"Kerkstraat 12 bis" in one cell: the last number that can be a house number ends the street ("Plein 1945 12").</summary>
    public static bool TrySplitStreet(string text, out string street, out string numberAndAddition)
    {
        var match = StreetAndNumber().Match(text);
        (street, numberAndAddition) = (match.Groups["street"].Value.TrimEnd(' ', ','), match.Groups["rest"].Value);
        return match.Success;
    }

    /// <summary>A Dutch postcode as "1234 AB", another country's as it is. False when it is neither.</summary>
    public static bool TryPostcode(string text, CountryRules countries, out string postcode)
    {
        postcode = text;
        if (IsWrittenWell(text))
            return true;
        if (DutchPostcode().Match(text) is { Success: true } dutch)
        {
            postcode = $"{dutch.Groups[1].ValueSpan} {dutch.Groups[2].Value.ToUpperInvariant()}";
            return true;
        }

        // Four digits in a Dutch list are a Dutch postcode whose letters are missing; a Belgian one needs its B.
        return ForeignPostcode().IsMatch(text)
            && !(countries.Default == "NL" && (LooksDutch().IsMatch(text) || (text.Length == 4 && int.TryParse(text, out _))));
    }

    private static bool IsWrittenWell(ReadOnlySpan<char> text) =>
        text.Length == 7 && text[0] is >= '1' and <= '9' && !text[1..4].ContainsAnyExceptInRange('0', '9') && text[4] == ' ' && !text[5..].ContainsAnyExceptInRange('A', 'Z');

    [GeneratedRegex(@"^(?:(?:nr|no)\.? *)?(?<number>(?>[0-9]{1,5}))(?!-[0-9]{1,2}-[0-9]{4}\z)(?:[ \-/.,]*(?<addition>[\p{L}0-9](?:[\p{L}0-9 \-/]{0,9}[\p{L}0-9])?))?\.?\z", RegexOptions.IgnoreCase)]
    private static partial Regex HouseNumber();

    [GeneratedRegex(@"^(?<street>.*[\p{L}0-9.)'].*?)[ ,]+(?<rest>[0-9]{1,5}(?:[ \-/]?[\p{L}]{1,6}\.?|[ ]*[\-/][ ]*[0-9\p{L}]{1,6}| [0-9]{0,3}[\p{L}]{1,6})?)\z")]
    private static partial Regex StreetAndNumber();

    [GeneratedRegex(@"^(?:NL[ \-]?)?([1-9][0-9]{3})[ \-]*([A-Za-z]{2})\z", RegexOptions.IgnoreCase)]
    private static partial Regex DutchPostcode();

    // Tried and missed: 0123 AB, 12345 AB, 1234 A.
    [GeneratedRegex(@"^[0-9]{3,6} ?[A-Za-z]{1,3}\z")]
    private static partial Regex LooksDutch();

    [GeneratedRegex(@"^(?=.*[0-9])[A-Za-z0-9](?:[A-Za-z0-9 \-]{1,8})[A-Za-z0-9]\z")]
    private static partial Regex ForeignPostcode();
}
