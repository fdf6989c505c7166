using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Outreach.Lists.Files;

/// <summary>A number in a cell is not what a person sees: 612345678 with format 0000000000 shows as 0612345678, and 12 with 0" hs" as 12 hs. No digit may be lost on the way.</summary>
internal static class CellNumber
{
    private const string Date = "dd-mm-yyyy";

    // Formats that only place digits, as most do that are not General: 0000000000, 00-00000000.
    private static readonly SearchValues<char> DigitFormat = SearchValues.Create("0# -");

    private static readonly SearchValues<char> DateParts = SearchValues.Create("dDmMyYhHsS");

    public static string Shown(double number, string? format, bool from1904 = false)
    {
        if (format is not null && format.Contains('0') && !format.AsSpan().ContainsAnyExcept(DigitFormat))
            return number.ToString(format, CultureInfo.InvariantCulture);
        var section = format is null or "General" ? "" : NumberFormat.SectionFor(number, format);
        if (section.Length == 0 && format is not (null or "General") && NumberFormat.Answers(format))
            return "";
        var isDate = section.Length > 0 && IsDate(section);
        if (isDate && MomentOf(number, from1904) is { } moment)
            return Shown(moment);
        if (isDate && !from1904 && number is >= 0 and < 1)
            return ShownOfDayZero(number);
        if (section.Length > 0 && !isDate && NumberFormat.Shown(number, section) is { } shown)
            return shown;
        return Math.Abs(number) < 1e15
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
            : number.ToString(CultureInfo.InvariantCulture);
    }

    public static string Shown(DateTime moment) =>
        moment.ToString(moment.TimeOfDay.Ticks == 0 ? "dd-MM-yyyy" : "dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The built-in formats that matter: dates and times.</summary>
    public static string? BuiltIn(string id) =>
        int.TryParse(id, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)
            ? Date
            : null;

    private static bool IsDate(string section) => Literals.Replace(section, "").AsSpan().ContainsAny(DateParts);

    // Excel has a day before the first of its calendar; an empty cell that a formula fetched is shown as that day.
    private static string ShownOfDayZero(double number) =>
        number == 0 ? "00-01-1900" : DateTime.FromOADate(number).ToString("'00-01-1900' HH:mm", CultureInfo.InvariantCulture);

    private static DateTime? MomentOf(double number, bool from1904)
    {
        var days = from1904 ? number + 1462 : number;
        return days is >= 1 and < 2_958_466 ? DateTime.FromOADate(days) : null;
    }

    // Quoted text, escaped characters, colours and conditions.
    private static readonly Regex Literals = new("""
        "[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]
        """, RegexOptions.IgnoreCase);
}
