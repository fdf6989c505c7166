using Outreach.Records;

namespace Outreach.Replies.Answers;

/// <summary>The hour at which somebody says they come. Near the meeting it is when they arrive; far from it they mean another time.</summary>
internal static class NamedHour
{
    /// <summary>"Half past seven" may name the eighth hour, and some come early.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(1);

    private const int HalfADay = 12;

    public static bool IsOther(int hour, Meeting meeting, Settings settings)
    {
        for (var moment = meeting.StartsAt - Early; moment < meeting.EndsAt; moment += TimeSpan.FromHours(1))
            if (IsSame(hour, settings.Local(moment).Hour))
                return false;
        return true;
    }

    /// <summary>"At 8" may be in the evening.</summary>
    private static bool IsSame(int said, int hour) => said > HalfADay ? said == hour : said % HalfADay == hour % HalfADay;
}
