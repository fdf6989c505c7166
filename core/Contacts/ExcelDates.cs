using System.Globalization;
using System.Text.RegularExpressions;

namespace Outreach.Contacts;

/// <summary>Excel makes a date of a house number such as 12-3 or 4-5, and of a date it may make the number of a day.</summary>
internal static class ExcelDates
{
    // 2000 to 2050 as Excel counts days. No street has a house with such a number.
    private const int FirstDay = 36526;
    private const int LastDay = 54789;

    public static bool IsDate(string text)
    {
        if (text.Length is < 3 or > 40)
            return false;
        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day))
            return day is >= FirstDay and <= LastDay;
        return Written.IsMatch(text);
    }

    private const string Months = MonthNames.Usual + "|" + MonthNames.Others;

    private static readonly Regex Written = new(@"^(?:[0-3]?[0-9][\-/. ]{1,2}(?:" + Months + @")\.?(?:[\-/. ]{1,2}'?[0-9]{2,4})?|(?:" + Months + @")\.?[\-/. ]{1,2}'?[0-9]{1,4}(?:,? [0-9]{4})?|[0-9]{1,2}[\-/.][0-9]{1,2}[\-/.][0-9]{2,4}|[0-9]{4}[\-/.][0-9]{1,2}[\-/.][0-9]{1,2}|(?:0?[1-9]|1[0-2])[\-/.](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[\-/.](?:0?[1-9]|1[0-2])|(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*[0-9]{4})(?:[ T][0-9:.]{3,12}Z?)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
