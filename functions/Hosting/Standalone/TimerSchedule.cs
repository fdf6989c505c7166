using NCrontab;

namespace Outreach.Functions.Hosting.Standalone;

/// <summary>
/// When a timer function is due: NCrontab with six fields, seconds first, read in UTC, as the Functions host reads it unless it is given a time zone
/// (which its Linux plans do not take). Local time is the functions' own business.
/// </summary>
internal sealed class TimerSchedule(string expression)
{
    private readonly CrontabSchedule _schedule =
        CrontabSchedule.Parse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true });

    /// <summary>The first time strictly after the given one.</summary>
    public DateTimeOffset After(DateTimeOffset instant) =>
        new(DateTime.SpecifyKind(_schedule.GetNextOccurrence(instant.UtcDateTime), DateTimeKind.Utc));
}
