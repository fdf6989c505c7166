using System.Text.Json;

namespace Outreach.Languages;

/// <summary>Days by their distance from today.</summary>
internal enum NearDay
{
    /// <summary>A greeting that contains a day word but names no day ("goede morgen"). A single word counts only at the start of a text and before a break.</summary>
    None,
    Today,
    Tomorrow,
    AfterTomorrow,
    ThisWeek,
    Weekend,
    NextWeek,
}

/// <summary>
/// Days and times as a language writes them, in the Gregorian calendar. The names of days and months are in the
/// language files: ICU lacks some, and a translator can then set them right. The local time is the one the offset says.
/// </summary>
public static class Dates
{
    /// <summary>"woensdag 26 november 2025"</summary>
    public static string Day(this Language language, DateOnly day) => language.Day(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    public static string Day(this Language language, DateTimeOffset at) => Write(language, "date.day", at);

    /// <summary>"14.00 uur"</summary>
    public static string Time(this Language language, DateTimeOffset at) => Write(language, "date.time", at);

    /// <summary>"woensdag 26 november 2025, van 14.00 tot 16.00 uur"; both days when it ends on another.</summary>
    public static string Period(this Language language, DateTimeOffset from, DateTimeOffset until) => language.Text(
        from.Date == until.Date ? "date.period" : "date.periodOfDays",
        ("day", language.Day(from)), ("from", Clock(language, from)), ("until", Clock(language, until)), ("untilDay", language.Day(until)));

    /// <summary>"wo 26 nov 14:00", for an SMS.</summary>
    public static string ShortMoment(this Language language, DateTimeOffset at) => Write(language, "date.short", at);

    /// <summary>"donderdag"</summary>
    public static string Weekday(this Language language, DayOfWeek day) => NameOf(language, "date.weekdays", (int)day);

    /// <summary>"maart"</summary>
    internal static string Month(this Language language, int month) => NameOf(language, "date.months", month - 1);

    /// <summary>How one calls a day by its distance: "vandaag", "vanavond".</summary>
    internal static IEnumerable<string> Near(this Language language, NearDay day) =>
        language.Paragraphs($"date.near.{JsonNamingPolicy.CamelCase.ConvertName(day.ToString())}").Select(lines => lines[0].Source);

    private static string Clock(Language language, DateTimeOffset at) => Write(language, "date.clock", at);

    private static string Write(Language language, string pattern, DateTimeOffset at) => language.Text(
        pattern,
        ("weekday", language.Weekday(at.DayOfWeek)),
        ("weekdayShort", NameOf(language, "date.weekdaysShort", (int)at.DayOfWeek)),
        ("day", language.Number(at.Day)),
        ("month", NameOf(language, "date.months", at.Month - 1)),
        ("monthShort", NameOf(language, "date.monthsShort", at.Month - 1)),
        ("monthNumber", language.Number(at.Month)),
        ("year", language.Number(at.Year)),
        ("hour", TwoDigits(language, at.Hour)),
        ("minute", TwoDigits(language, at.Minute)));

    private static string NameOf(Language language, string key, int index) => language.Paragraphs(key)[index][0].Source;

    private static string TwoDigits(Language language, int number) =>
        number < 10 ? language.Number(0) + language.Number(number) : language.Number(number);
}
