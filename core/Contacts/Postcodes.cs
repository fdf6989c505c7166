using System.Text.RegularExpressions;

namespace Outreach.Contacts;

/// <summary>Postcodes of the countries that a group may reach. What fits none of them is not one: "flat 3" is not a postcode of anywhere.</summary>
internal static partial class Postcodes
{
    public static bool TryRead(string text, CountryRules countries, out string postcode)
    {
        text = text.Trim(' ', '.', ',', ';', '(', ')');
        postcode = text;
        if (IsDutchAsWritten(text))
            return true;
        if (Dutch().Match(text) is { Success: true } dutch)
        {
            postcode = $"{dutch.Groups[1].ValueSpan} {dutch.Groups[2].Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()}";
            return true;
        }

        foreach (var country in countries.Allowed)
        {
            if (InCountry(text, country, isDefault: country == countries.Default) is { } found)
            {
                postcode = found;
                return true;
            }
        }

        return countries.Allowed.Count == 0 && Elsewhere().IsMatch(text);
    }

    /// <summary>Four digits and two letters: of a house they would be the number and an addition that none has.</summary>
    public static bool IsDutch(string text) => Dutch().IsMatch(text);

    /// <summary>In the one spelling by which two rows are the same house; null when it is not of that country.</summary>
    private static string? InCountry(string text, string country, bool isDefault) => country switch
    {
        "NL" => null,
        "BE" or "LU" or "AT" or "CH" or "DK" or "NO" => OfDigits(country, 4, text, isDefault),
        "DE" or "FR" or "IT" or "ES" or "FI" or "EE" or "TR" or "UA" or "HR" => OfDigits(country, 5, text, isDefault: true),
        "RO" or "IN" or "CN" => OfDigits(country, 6, text, isDefault: true),
        "PL" => Joined(Polish().Match(text), '-'),
        "GB" => Joined(British().Match(text), ' '),
        "IE" => Joined(Irish().Match(text), ' '),
        "SE" or "CZ" or "SK" or "GR" => Joined(FiveInTwo().Match(text), ' '),
        "PT" => Joined(Portuguese().Match(text), '-'),
        _ => Elsewhere().IsMatch(text) ? text : null,
    };

    // Four digits in a Dutch list are a Dutch postcode whose letters are missing; a Belgian one needs its B there.
    private static string? OfDigits(string country, int length, string text, bool isDefault)
    {
        var match = Prefixed().Match(text);
        var (prefix, digits) = (match.Groups["country"].Value, match.Groups["digits"].Value);
        if (digits.Length != length || (digits[0] == '0' && country is "BE" or "LU" or "AT" or "CH") || (prefix.Length == 0 ? !isDefault : !IsPrefixOf(country, prefix)))
            return null;
        return isDefault ? digits : $"{(country is "BE" or "LU" or "AT" ? country[..1] : country)}-{digits}";
    }

    private static bool IsPrefixOf(string country, string prefix) =>
        country.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || (country is "FI" && prefix.Equals("FIN", StringComparison.OrdinalIgnoreCase));

    private static string? Joined(Match match, char between) => match.Success ? $"{match.Groups[1].Value}{between}{match.Groups[2].Value}".ToUpperInvariant() : null;

    private static bool IsDutchAsWritten(ReadOnlySpan<char> text) =>
        text.Length == 7 && text[0] is >= '1' and <= '9' && !text[1..4].ContainsAnyExceptInRange('0', '9') && text[4] == ' ' && !text[5..].ContainsAnyExceptInRange('A', 'Z') && text[5..] is not ("SA" or "SD" or "SS");

    // The post gave no district SA, SD or SS.
    [GeneratedRegex(@"^(?:NL[ \-]?)?([1-9][0-9]{3})[ \-.]*((?!s[ads]\z)[A-Za-z] ?[A-Za-z])\z", RegexOptions.IgnoreCase)]
    private static partial Regex Dutch();

    [GeneratedRegex(@"^(?:(?<country>[A-Za-z]{1,3})[ \-]?)?(?<digits>[0-9]{4,6})\z")]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"^(?:PL[ \-]?)?([0-9]{2})-?([0-9]{3})\z", RegexOptions.IgnoreCase)]
    private static partial Regex Polish();

    [GeneratedRegex(@"^([A-Za-z]{1,2}[0-9][A-Za-z0-9]?) ?([0-9][A-Za-z]{2})\z")]
    private static partial Regex British();

    [GeneratedRegex(@"^([A-Za-z][0-9]{1,2}[Ww]?) ?([A-Za-z0-9]{4})\z")]
    private static partial Regex Irish();

    [GeneratedRegex(@"^(?:[A-Za-z]{1,2}[ \-]?)?([0-9]{3}) ?([0-9]{2})\z")]
    private static partial Regex FiveInTwo();

    [GeneratedRegex(@"^([0-9]{4})-?([0-9]{3})\z")]
    private static partial Regex Portuguese();

    [GeneratedRegex(@"^[0-9]{3,7}\z")]
    private static partial Regex Elsewhere();
}
