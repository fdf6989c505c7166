namespace Outreach.Tests.Simulation;

/// <summary>When messages may leave, written down anew for the days of the stories: the model must not ask the program.</summary>
internal static class Calendar
{
    /// <summary>Mondays before a clock change and Easter, before a clock change, before Christmas, and a plain one.</summary>
    public static readonly DateTimeOffset[] Starts = [new(2026, 3, 23, 8, 0, 0, TimeSpan.Zero), new(2026, 10, 19, 7, 0, 0, TimeSpan.Zero), new(2026, 12, 14, 9, 0, 0, TimeSpan.Zero), new(2026, 6, 8, 7, 0, 0, TimeSpan.Zero)];

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly HashSet<DateOnly> Holidays = [new(2026, 4, 5), new(2026, 4, 6), new(2026, 4, 27), new(2026, 12, 25), new(2026, 12, 26), new(2027, 1, 1)];

    public static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(Local(now));

    public static DateTime Local(DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, Zone).DateTime;

    /// <summary>The next moment at which messages may leave, give or take a quarter of an hour.</summary>
    public static DateTimeOffset NextOpening(DateTimeOffset now)
    {
        while (IsQuiet(now))
            now = now.AddMinutes(15);
        return now;
    }

    /// <summary>When the reminder of a meeting falls due: the last afternoon before its day on which messages may leave.</summary>
    public static DateTimeOffset ReminderAt(DateTimeOffset startsAt)
    {
        var day = Local(startsAt).Date.AddDays(-1);
        while (IsClosed(day))
            day = day.AddDays(-1);
        var local = day.AddHours(day.DayOfWeek is DayOfWeek.Saturday ? 14 : 16);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    public static bool IsQuiet(DateTimeOffset now)
    {
        var local = Local(now);
        return IsClosed(local)
            || (local.DayOfWeek is DayOfWeek.Saturday ? local.Hour is < 10 or >= 16 : local.Hour is < 9 or >= 20);
    }

    private static bool IsClosed(DateTime local) => local.DayOfWeek is DayOfWeek.Sunday || Holidays.Contains(DateOnly.FromDateTime(local));
}
