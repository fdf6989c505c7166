using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Tests.Web;

namespace Outreach.Tests.Funnel;

/// <summary>Care for those who bring others: seen, thanked, and not asked too often.</summary>
public sealed class CarriersTests : AsOrganiser
{
    [Fact]
    public async Task Whoever_was_asked_stands_there_with_how_often_and_can_be_thanked()
    {
        var meeting = await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "ja");
        var tick = (await Site.PageAsync(meeting + "/checkin")).QuerySelector(".guests button")!.GetAttribute("formaction")!;
        var id = new PersonId(tick.Split('/')[^1]);
        await Site.Get<MarkAttendance>().HandleAsync(GroupId.Default, new MeetingId(meeting.Split('/')[^1]), id, attended: true, came: null, CancellationToken.None);
        await Site.AdvanceAsync(TimeSpan.FromDays(12));

        var carrier = Assert.Single(await Site.Get<ReadCarriers>().HandleAsync(GroupId.Default, CancellationToken.None));
        Assert.Equal((id, 1, false), (carrier.Person.Id, carrier.Asked, carrier.Rests));
        var page = await Site.PageAsync("/people/carriers");
        Assert.Contains("Mag gevraagd worden", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        await Site.FollowAsync("/people/carriers", page.QuerySelector("tbody form")!.GetAttribute("action")!);

        Assert.NotNull((await Site.Get<PeopleStore>().FindAsync(GroupId.Default, id, CancellationToken.None))!.Value.ThankedAt);
    }

    [Fact]
    public void How_often_somebody_was_asked_is_counted_beyond_the_meetings_that_are_remembered()
    {
        var person = An.Person with { AskedToNominate = [An.Meeting.Id] };

        for (var n = 1; n <= 4; n++)
            person = Outreach.Reminders.Reminders.NoteAskedToNominate(person, MeetingId.New(Moments.Monday.AddDays(n)));

        Assert.Equal((5, Outreach.Reminders.Reminders.MaxAskedInARow), (person.TimesAsked, person.AskedToNominate.Count));
    }
}
