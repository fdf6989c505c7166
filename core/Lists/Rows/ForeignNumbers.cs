using Outreach.Contacts;
using Outreach.Lists.Columns;

namespace Outreach.Lists.Rows;

/// <summary>Numbers without a + that the country of the row, or the code of a country before them, tells how to read.</summary>
internal sealed class ForeignNumbers(RowCells cells, CountryRules countries)
{
    // "32470123456": shorter ones can be another number with a slip.
    private const int MinWithCode = 11;

    private readonly Dictionary<string, CountryRules> _rules = [];

    /// <summary>The number as it is in the country of the row; null when the row names none, or it is not one there.</summary>
    public (PhoneKind Kind, PhoneNumber Number)? InCountryOfRow(string typed)
    {
        if (cells.Country is not { } name || CountryNames.CodeOf(Headers.Compact(name)) is not { } code || code == countries.Default || typed.TrimStart().StartsWith('+'))
            return null;
        if (!_rules.TryGetValue(code, out var rules))
            _rules[code] = rules = new CountryRules(code, string.Join(' ', countries.Allowed));
        return PhoneNumber.TryParse(typed, rules, out var number, out var kind) ? (kind, number) : null;
    }

    /// <summary>A mobile number of an allowed country behind its code; null when it is none.</summary>
    public PhoneNumber? BehindCode(string typed) =>
        typed.Count(char.IsAsciiDigit) >= MinWithCode && typed.TrimStart() is [>= '1' and <= '9', ..] && PhoneNumber.Read($"+{typed.TrimStart()}", countries, out var number) is PhoneKind.Mobile ? number : null;
}
