using Outreach.Invitations;
using Outreach.Messages;
using Outreach.People;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Messages;

public sealed class DeliverTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task A_job_comes_back_for_a_message_that_changed_under_its_hands_but_still_waits()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;");
        var group = await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default);
        var (people, ann) = (here.Get<PeopleStore>(), (await here.WhoIsAsync(Ann))!);
        var invitation = (await people.FindAsync(group.Id, meeting.Id, ann.Id, default))!;
        var message = AskingMessage.For(ann, invitation.Value, meeting);
        var changes = new Changes(Shard.Of(group.Id, ann.Id));
        changes.Add(message);
        await people.SaveAsync(changes, default);
        var stale = new Outgoing(message, new Stored<Message>(message, "0"), (await people.FindAsync(group.Id, ann.Id, default))!, invitation, meeting);

        await Assert.ThrowsAsync<ConflictException>(() => here.Get<Deliver>().RunAsync(group, [stale], default));
    }

    [Fact]
    public async Task Whose_number_went_bad_while_the_invitation_waited_goes_one_step_down_the_ladder()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;");
        var group = await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default);
        var (people, ann) = (here.Get<PeopleStore>(), (await here.WhoIsAsync(Ann))!);
        var invitation = (await people.FindAsync(group.Id, meeting.Id, ann.Id, default))!;
        var waiting = AskingMessage.For(ann, invitation.Value, meeting);
        var person = (await people.FindAsync(group.Id, ann.Id, default))!;
        var changes = new Changes(Shard.Of(group.Id, ann.Id));
        changes.Change(person, person.Value with { Mobile = person.Value.Mobile! with { BadCode = "30003" }, Address = new("Dorpsstraat", "1", null, "1234 AB", null) });
        changes.Send(waiting, here.Now);
        await people.SaveAsync(changes, default);

        await here.DrainAsync();

        Assert.Equal((Channel.Door, Delivery.HandedOn), await here.InvitationAsync(meeting, Ann) is { } after ? (after.Channel, after.Delivery) : default);
        Assert.Empty(await here.SentToAsync(Ann));
    }
}
