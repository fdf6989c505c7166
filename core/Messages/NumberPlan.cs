using System.Text.RegularExpressions;

namespace Outreach.Messages;

/// <summary>
/// How numbers look in the countries whose numbers stand most often in Dutch lists. Mobile and fixed ranges follow the public numbering plans (ACM, BIPT,
/// Bundesnetzagentur, UKE, Ofcom, BTK). Service numbers (0800, 0900, 14020) are nobody's own and therefore invalid.
/// </summary>
internal sealed partial class NumberPlan(string country, string code, bool hasTrunk, Regex mobile, Regex fixedLine)
{
    private static readonly NumberPlan[] Known =
    [
        new("NL", "31", true, DutchMobile(), DutchFixed()),
        new("BE", "32", true, BelgianMobile(), BelgianFixed()),
        new("DE", "49", true, GermanMobile(), GermanFixed()),
        new("PL", "48", false, PolishMobile(), PolishFixed()),
        new("GB", "44", true, BritishMobile(), BritishFixed()),
        new("TR", "90", true, TurkishMobile(), TurkishFixed()),
    ];

    public string Code => code;

    /// <summary>Numbers are dialled with a 0 inside the country, which is not part of E.164.</summary>
    public bool HasTrunk => hasTrunk;

    public static NumberPlan? ByCountry(string country) => Array.Find(Known, plan => plan.Country == country);

    public static NumberPlan? ByCode(ReadOnlySpan<char> code)
    {
        foreach (var plan in Known)
        {
            if (code.SequenceEqual(plan.Code))
                return plan;
        }

        return null;
    }

    /// <summary>Would be somebody's number if only the country were known.</summary>
    public static bool ExistsSomewhere(ReadOnlySpan<char> digits)
    {
        foreach (var plan in Known)
        {
            var abroad = digits.StartsWith(plan.Code) ? digits[plan.Code.Length..] : default;
            if (plan.IsMobile(plan.WithoutTrunk(digits)) || plan.KindOf(plan.WithoutTrunk(abroad)) is not PhoneKind.Invalid)
                return true;
        }

        return false;
    }

    public ReadOnlySpan<char> WithoutTrunk(ReadOnlySpan<char> national) =>
        hasTrunk && national.Length > 0 && national[0] == '0' ? national[1..] : national;

    public PhoneKind KindOf(ReadOnlySpan<char> national) =>
        mobile.IsMatch(national) ? PhoneKind.Mobile : fixedLine.IsMatch(national) ? PhoneKind.Landline : PhoneKind.Invalid;

    public bool IsMobile(ReadOnlySpan<char> national) => mobile.IsMatch(national);

    private string Country => country;

    // 06, and 097 for devices, which also get SMS as far as the network lets them.
    [GeneratedRegex(@"^(?:6[1-58]\d{7}|970\d{8})\z")]
    private static partial Regex DutchMobile();

    // The area codes; 085 and 091 (internet telephony), 088 (organisations), 084 and 087 (personal).
    [GeneratedRegex(@"^(?:10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|7\d|85|91|88|84|87|"
        + @"11[134578]|16[124-8]|17[24]|18[0-467]|22[2-46-9]|25[125]|29[479]|31[3-8]|32[01]|34[1-8]|"
        + @"41[1-368]|47[58]|48[15-8]|49[23579]|51[1-9]|52[1-57-9]|54[13-8]|56[126]|57[0-3578]|59[1-9])\d+(?<=^\d{9})\z")]
    private static partial Regex DutchFixed();

    [GeneratedRegex(@"^4[5-9]\d{7}\z")]
    private static partial Regex BelgianMobile();

    [GeneratedRegex(@"^(?:80[2-8]\d{5}|(?:1[0-69]|[23][2-8]|4[23]|5\d|6[013-57-9]|71|8[1-79]|9[2-4])\d{6})\z")]
    private static partial Regex BelgianFixed();

    [GeneratedRegex(@"^(?:15\d{9}|1(?:6[023]|7\d)\d{7,8})\z")]
    private static partial Regex GermanMobile();

    [GeneratedRegex(@"^(?:[2-6]\d|7[1-9]|70[2-8]|8[1-9]|80[2-9]|9[1-9]|90[6-9])\d{4,9}\z")]
    private static partial Regex GermanFixed();

    [GeneratedRegex(@"^(?:45|5[0137]|6[069]|7[2389]|88)\d{7}\z")]
    private static partial Regex PolishMobile();

    [GeneratedRegex(@"^(?:1[2-8]|2[2-69]|3[2-4]|4[1-468]|5[24-689]|6[1-3578]|7[14-7]|8[1-79]|9[145])\d{7}\z")]
    private static partial Regex PolishFixed();

    // 070 is personal numbering and 076 is pagers, but for the Isle of Man.
    [GeneratedRegex(@"^7(?:[1-57-9]\d|624)\d+(?<=^\d{10})\z")]
    private static partial Regex BritishMobile();

    [GeneratedRegex(@"^(?:1\d{8,9}|2[03489]\d{8}|3[0347]\d{8})\z")]
    private static partial Regex BritishFixed();

    [GeneratedRegex(@"^5(?:[03-5]\d|1[06]|24|6[124]|7[245]|82|9[46])\d{7}\z")]
    private static partial Regex TurkishMobile();

    [GeneratedRegex(@"^[234][1-9]\d{8}\z")]
    private static partial Regex TurkishFixed();
}
