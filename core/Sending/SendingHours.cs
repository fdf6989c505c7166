using Outreach.Ids;

namespace Outreach.Sending;

/// <summary>
/// When unasked messages may leave: Monday to Friday 9:00-20:00, Saturday 10:00-16:00, never on Sundays and Dutch public holidays, in local time.
/// No Dutch law sets hours for SMS; these are manners, and stricter than the Dutch code of conduct for telemarketing.
/// </summary>
public sealed record SendingHours(TimeZoneInfo Zone)
{
    private static readonly TimeOnly WeekOpens = new(9, 0);
    private static readonly TimeOnly WeekCloses = new(20, 0);
    private static readonly TimeOnly SaturdayOpens = new(10, 0);
    private static readonly TimeOnly SaturdayCloses = new(16, 0);

    public bool IsOpen(DateTimeOffset now) => NextOpening(now) == now;

    /// <summary>Now when sending is allowed now, else the first moment at which it is.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (Hours(day) is var (opens, closes))
        {
            var time = TimeOnly.FromDateTime(local.DateTime);
            if (time >= opens && time < closes)
                return now;
            if (time < opens)
                return At(day, opens);
        }

        do
            day = day.AddDays(1);
        while (Hours(day) is null);
        return At(day, Hours(day)!.Value.Opens);
    }

    public static (TimeOnly Opens, TimeOnly Closes)? Hours(DateOnly day) => day.DayOfWeek switch
    {
        _ when PublicHolidays.Contains(day) => null,
        DayOfWeek.Sunday => null,
        DayOfWeek.Saturday => (SaturdayOpens, SaturdayCloses),
        _ => (WeekOpens, WeekCloses),
    };

    /// <summary>The local day of a moment.</summary>
    public DateOnly Day(DateTimeOffset moment) => Zone.Day(moment);

    /// <summary>A local time of day as an instant. Opening hours never fall in the hour that a clock change skips or repeats.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => Zone.At(day, time);
}

/// <summary>Dutch public holidays: fixed days, the days around Easter, and King's Day (27 April, or the Saturday before when that is a Sunday).</summary>
public static class PublicHolidays
{
    public static bool Contains(DateOnly day)
    {
        var easter = Easter(day.Year);
        return day == new DateOnly(day.Year, 1, 1)
            || day == easter || day == easter.AddDays(1)
            || day == KingsDay(day.Year)
            || (day == new DateOnly(day.Year, 5, 5) && day.Year % 5 == 0)
            || day == easter.AddDays(39)
            || day == easter.AddDays(49) || day == easter.AddDays(50)
            || day is { Month: 12, Day: 25 or 26 };
    }

    public static DateOnly KingsDay(int year)
    {
        var day = new DateOnly(year, 4, 27);
        return day.DayOfWeek is DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }

    /// <summary>Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        var day = ((h + l - (7 * m) + 114) % 31) + 1;
        return new DateOnly(year, month, day);
    }
}
