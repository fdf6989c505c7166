using Outreach.Meetings;
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
    public async Task Whoever_is_ticked_after_they_heard_that_they_were_missed_is_thanked_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Bo, "ja");
        await here.AdvanceToAsync(meeting.EndsAt);
        await here.AttendAsync(meeting, Ann);
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        await here.AttendAsync(meeting, Bo);
        await here.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal([MessageKind.MissedYou, MessageKind.Thanks], Told(Bo));
        Assert.Equal([MessageKind.Thanks], Told(Ann));

        MessageKind?[] Told(string to) =>
            [.. here.Rows<Message>("msg|").Where(message => message.Address == to && message.Kind is (MessageKind.MissedYou or MessageKind.Thanks)).OrderBy(message => message.At).Select(message => message.Kind)];
    }

    [Fact]
    public async Task What_came_of_it_is_told_however_late_it_is_written()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja");
        await here.AdvanceToAsync(meeting.EndsAt.AddDays(95));

        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Report = "Er komt een bankje." }, default);
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Contains("bankje", (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
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
