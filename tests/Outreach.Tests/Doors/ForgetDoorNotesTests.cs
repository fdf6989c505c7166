using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Doors;

public sealed class ForgetDoorNotesTests
{
    [Fact]
    public async Task What_was_noted_at_a_door_goes_after_its_time_and_the_numbers_stay()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.Get<AddDoors>().HandleAsync(Neighbourhood.Group, meeting.Id, "", [new NewDoor(new Address("Kerkstraat", "1", null, "", null), [])], default);
        var door = (await here.Get<DoorStore>().OfAsync(Neighbourhood.Group, meeting.Id, default)).Single().Value;
        await here.Get<RecordKnock>().HandleAsync(new KnockCommand(Neighbourhood.Group, meeting.Id, door.Id, new Knock("tap", 1, here.Now, DoorOutcome.No), null, new Candidate()), default);
        var before = await here.Get<ReadDoorResults>().HandleAsync(Neighbourhood.Group, meeting.Id, default);

        await here.AdvanceToAsync(meeting.EndsAt.AddDays(RetentionRules.Of(Kept.DoorNotes).Days - 1));
        Assert.Single(await here.Get<DoorStore>().OfAsync(Neighbourhood.Group, meeting.Id, default));
        await here.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Empty(await here.Get<DoorStore>().OfAsync(Neighbourhood.Group, meeting.Id, default));
        Assert.Equal(before!.Total, (await here.Get<ReadDoorResults>().HandleAsync(Neighbourhood.Group, meeting.Id, default))!.Total);
    }
}
