namespace Outreach.Ids;

/// <summary>Days and hours as the clock on the wall shows them.</summary>
public static class LocalTime
{
    public static DateOnly Day(this TimeZoneInfo zone, DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The moment when the clock on the wall shows this; of an hour that comes twice the later, and in the hour that summer time skips the time it would have been.</summary>
    public static DateTimeOffset At(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
