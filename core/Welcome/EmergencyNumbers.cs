namespace Outreach.Welcome;

/// <param name="Key">Of its words, on the pages of residents.</param>
public sealed record EmergencyNumber(string Phone, string Key)
{
    public bool IsSame(string phone) => Digits(Phone) == Digits(phone);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}

/// <summary>They are on every contact card. No row holds them, so that nobody can change them or take them off, and they never turn stale.</summary>
public static class EmergencyNumbers
{
    /// <summary>Where a phone finds help in every country of Europe.</summary>
    public const string Anywhere = "112";

    private static readonly EmergencyNumber Help = new(Anywhere, "welcome.emergency");

    /// <param name="country">ISO 3166 code of two letters.</param>
    public static IReadOnlyList<EmergencyNumber> Of(string country) => country.ToUpperInvariant() switch
    {
        "NL" => [Help, new("0900 8844", "welcome.police")],
        "BE" => [Help, new("101", "welcome.policeNow")],
        "DE" => [Help, new("110", "welcome.policeNow")],
        _ => [Help],
    };
}
