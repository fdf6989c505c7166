namespace Outreach.Ids;

/// <summary>Local dates and times.</summary>
public static class LocalTime
{
    public static DateOnly Day(this TimeZoneInfo zone, DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>
    /// The moment of a local date and time. An ambiguous time is the later one (standard time); a time skipped by daylight saving uses the offset before the change.
    /// </summary>
    public static DateTimeOffset At(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
