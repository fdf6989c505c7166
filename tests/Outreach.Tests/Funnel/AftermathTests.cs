using Outreach.Funnel;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Funnel;

public sealed class AftermathTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";

    [Theory]
    [InlineData(Attendance.Attended, 4, 2, 2)]
    [InlineData(Attendance.Attended, 4, 0, 4)]
    [InlineData(Attendance.Attended, 0, 0, 1)]
    [InlineData(Attendance.NoShow, 4, 0, 0)]
    [InlineData(Attendance.Unknown, 4, 0, 0)]
    public void People_who_came_are_as_the_host_counted_and_else_as_they_said(Attendance attendance, int said, int counted, int came) =>
        Assert.Equal(came, (An.Invitation with { Attendance = attendance, Party = said, Came = counted }).PeopleWhoCame);

    [Fact]
    public async Task After_a_meeting_its_people_are_those_whom_the_host_counted_at_the_door()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "ja 4");
        await here.ReplyAsync(Bo, "ja 2");
        await here.Get<MarkAttendance>().HandleAsync(Neighbourhood.Group, meeting.Id, (await here.WhoIsAsync(Ann))!.Id, true, 2, default);
        await here.AttendAsync(meeting, Bo);
        await here.Get<WalkIn>().HandleAsync(new WalkInCommand(Neighbourhood.Group, meeting.Id, Neighbourhood.Candidate("Cas"), Came: 3), default);

        var aftermath = await here.Get<ReadAftermath>().HandleAsync(Neighbourhood.Group, meeting.Id, default);

        Assert.Equal((7, 2, 1), (aftermath.People, aftermath.Parties[2], aftermath.Parties[3]));
    }
}
