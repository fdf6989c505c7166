using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Reads what a forecast of a meeting rests on, and makes it.</summary>
public sealed class ReadForecast(MeetingStore meetings, Tallies tallies, TimeProvider clock)
{
    /// <summary>What was longer ago says little of this year.</summary>
    private const int MaxMeetings = 5;

    public async Task<Forecast> HandleAsync(GroupId group, MeetingOverview overview, CancellationToken ct)
    {
        var meeting = overview.Meeting;
        var before = (await meetings.ListAsync(group, ct))
            .Where(one => one.CancelledAt is null && one.Audience == meeting.Audience && one.EndsAt < meeting.StartsAt)
            .OrderByDescending(one => one.StartsAt).Take(MaxMeetings);
        var turnout = new Turnout();
        foreach (var one in before)
            turnout = With(turnout, FunnelCounts.Of((await tallies.SumAsync(group, one.Id, ct)).By.Values));
        var named = overview.Funnel.By["source"].GetValueOrDefault(EnumWord.Of(Source.Nomination));
        var facts = new ForecastFacts(meeting, overview.Progress, overview.Unsent, named?.Invited ?? 0, named?.Yes ?? 0, turnout);
        return Forecast.Of(facts, clock.GetUtcNow());
    }

    /// <summary>A meeting where nobody was ticked says nothing about who came.</summary>
    private static Turnout With(Turnout turnout, FunnelCounts counts) => counts.Attended == 0
        ? turnout
        : new Turnout(turnout.Yes + counts.Yes, turnout.Attended + Math.Min(counts.Attended, counts.Yes), Math.Max(turnout.People, counts.Attended));
}
