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
        var before = (await meetings.HeldBeforeAsync(group, meeting.StartsAt, ct)).Where(one => one.Audience == meeting.Audience).Take(MaxMeetings);
        var turnout = new Turnout();
        foreach (var one in before)
            turnout = turnout.With(MeetingFunnel.Of(await tallies.SumAsync(group, one.Id, ct)));
        var named = overview.Funnel.By["source"].GetValueOrDefault(EnumWord.Of(Source.Nomination));
        var facts = new ForecastFacts(meeting, overview.Progress, overview.Unsent, named?.Invited ?? 0, named?.Yes ?? 0, turnout);
        return Forecast.Of(facts, clock.GetUtcNow());
    }
}
