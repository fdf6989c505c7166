using System.Collections.Frozen;
using Outreach.Messages;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>Country calling codes (ITU-T E.164), which are prefix-free: a number starts with one of them at most.</summary>
internal static class CallingCodes
{
    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["AT"] = "43", ["BE"] = "32", ["BG"] = "359", ["CH"] = "41", ["CW"] = "599", ["CY"] = "357", ["CZ"] = "420", ["DE"] = "49",
        ["DK"] = "45", ["EE"] = "372", ["ES"] = "34", ["FI"] = "358", ["FR"] = "33", ["GB"] = "44", ["GR"] = "30", ["HR"] = "385",
        ["HU"] = "36", ["IE"] = "353", ["IS"] = "354", ["IT"] = "39", ["LT"] = "370", ["LU"] = "352", ["LV"] = "371", ["MA"] = "212",
        ["MT"] = "356", ["NL"] = "31", ["NO"] = "47", ["PL"] = "48", ["PT"] = "351", ["RO"] = "40", ["SE"] = "46", ["SI"] = "386",
        ["SK"] = "421", ["SR"] = "597", ["SY"] = "963", ["TR"] = "90", ["UA"] = "380", ["US"] = "1",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool Knows(string country) => Codes.ContainsKey(country);

    public static bool IsIn(PhoneNumber number, IReadOnlyList<string> countries) =>
        countries.Any(country => number.Value.AsSpan(1).StartsWith(Codes[country], StringComparison.Ordinal));
}
