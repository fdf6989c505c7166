using System.Collections.Frozen;

namespace Outreach.Contacts;

/// <summary>Which countries' numbers a group may reach, and which country a number without a country code is in.</summary>
public sealed class CountryRules
{
    private readonly FrozenSet<string> _allowed;

    /// <summary>Country of numbers written without a country code when the settings name none (ISO 3166).</summary>
    public const string UsualDefault = "NL";

    /// <summary>Where nobody set others: the Netherlands and their neighbours.</summary>
    public const string UsualAllowed = "NL BE DE";

    /// <param name="defaultCountry">ISO 3166 code of two letters, as in <c>Outreach__DefaultCountry</c>.</param>
    /// <param name="allowed">Codes parted by spaces or commas, as in <c>Outreach__AllowedCountries</c>.</param>
    public CountryRules(string defaultCountry, string allowed)
    {
        Default = defaultCountry.Trim().ToUpperInvariant();
        _allowed = allowed.ToUpperInvariant()
            .Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Allowed codes that do not belong to any country, to be reported at start.</summary>
    public IEnumerable<string> Unknown => _allowed.Where(country => !NumberPlans.Knows(country));

    public static CountryRules Dutch { get; } = new(UsualDefault, UsualAllowed);

    public string Default { get; }

    public IReadOnlyCollection<string> Allowed => _allowed;

    internal bool Allows(int callingCode) => NumberPlans.CountriesOf(callingCode).Any(_allowed.Contains);
}
