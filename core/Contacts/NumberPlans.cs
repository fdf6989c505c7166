using PhoneNumbers;

namespace Outreach.Contacts;

/// <summary>The numbering plans of the world, as libphonenumber keeps them.</summary>
internal static class NumberPlans
{
    private const int MinDigits = 5;

    // Countries whose numbers are most often in Dutch lists, and often without their country code.
    private static readonly string[] Familiar = ["NL", "BE", "DE", "PL", "GB", "TR"];

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    public static bool Knows(string country) => Library.GetSupportedRegions().Contains(country);

    /// <summary>Countries may share a code: 1 is the United States, Canada and more.</summary>
    public static IReadOnlyList<string> CountriesOf(int callingCode) => Library.GetRegionCodesForCountryCode(callingCode);

    /// <summary>Numbers are dialled with a 0 inside the country, which is not part of E.164.</summary>
    public static bool HasTrunkZero(string country) => Library.GetNddPrefixForRegion(country, stripNonDigits: true) is ['0', ..];

    /// <param name="digits">With the country code in front.</param>
    public static PlannedNumber International(ReadOnlySpan<char> digits) =>
        digits is ['0', ..] ? default : Read(string.Concat("+", digits), digits.Length, null);

    /// <param name="digits">As dialled in the country.</param>
    public static PlannedNumber National(ReadOnlySpan<char> digits, string country) => Read(digits.ToString(), digits.Length, country);

    /// <summary>Would be somebody's number if only the country were known.</summary>
    public static bool ExistsSomewhere(ReadOnlySpan<char> digits)
    {
        var abroad = International(digits);
        foreach (var country in Familiar)
        {
            if (National(digits, country).Kind is PhoneKind.Mobile || (abroad.Exists && CountriesOf(abroad.CallingCode)[0] == country))
                return true;
        }

        return false;
    }

    private static PlannedNumber Read(string text, int digits, string? country)
    {
        if (digits < MinDigits)
            return default;
        try
        {
            var number = Library.Parse(text, country);
            return new(KindOf(Library.GetNumberType(number)), number.CountryCode, Library.Format(number, PhoneNumberFormat.E164));
        }
        catch (NumberParseException)
        {
            return default;
        }
    }

    // Numbers of services and organisations (0800, 0900, 088, 14020), pagers and personal numbering lead to no one person's phone.
    private static PhoneKind KindOf(PhoneNumberType type) => type switch
    {
        PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE => PhoneKind.Mobile,
        PhoneNumberType.FIXED_LINE or PhoneNumberType.VOIP => PhoneKind.Landline,
        _ => PhoneKind.Invalid,
    };
}

/// <summary>A number as its plan knows it.</summary>
internal readonly record struct PlannedNumber(PhoneKind Kind, int CallingCode, string E164)
{
    public bool Exists => Kind is not PhoneKind.Invalid;
}
