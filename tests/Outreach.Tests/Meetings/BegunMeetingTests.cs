using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

/// <summary>Once a meeting has begun nobody can be told in time of a place that comes free.</summary>
public sealed class BegunMeetingTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";
    private const string Cas = "+31633333333";

    [Fact]
    public async Task Nobody_moves_up_once_it_has_begun_and_is_missed_the_next_day()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 2);
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;", "Cas;0633333333;");
        foreach (var neighbour in new[] { Ann, Cas, Bo })
            await here.ReplyAsync(neighbour, "ja");
        await here.AdvanceToAsync(meeting.StartsAt.AddMinutes(15));
        await here.AttendAsync(meeting, Cas);

        await here.ReplyAsync(Ann, "ik kan toch niet komen");
        await here.AdvanceToAsync(meeting.EndsAt.AddDays(2));

        Assert.Equal(Reply.No, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Equal((true, Attendance.Unknown), await here.InvitationAsync(meeting, Bo) is { } bo ? (bo.Waiting, bo.Attendance) : default);
        Assert.DoesNotContain(here.Rows<Message>("msg|"), message => message.Kind is MessageKind.MissedYou);
    }

    [Fact]
    public async Task Whoever_stays_away_with_a_place_is_missed()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 2);
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Bo, "ja");
        await here.AdvanceToAsync(meeting.StartsAt.AddMinutes(15));
        await here.AttendAsync(meeting, Ann);

        await here.AdvanceToAsync(meeting.EndsAt.AddDays(2));

        Assert.Equal(Attendance.NoShow, (await here.InvitationAsync(meeting, Bo))!.Attendance);
    }
}
