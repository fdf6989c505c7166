using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

public sealed class InvitePersonTests
{
    [Fact]
    public async Task Somebody_with_the_number_of_another_is_not_put_on_the_list_in_their_name()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ahmed Kaya;0611111111;");
        var next = await here.PlanAsync(inDays: 30);
        var nadia = Neighbourhood.Candidate("Nadia Bos", "0611111111");

        Assert.Equal(new Invited(InviteOutcome.OthersNumber), await here.Get<InvitePerson>().HandleAsync(Neighbourhood.Group, next.Id, nadia, new Ground(Basis.Consent, null, here.Now), default));

        Assert.Empty(here.Invitations(next));
    }

    [Fact]
    public async Task To_invite_somebody_we_know_is_no_ground_to_write_where_there_was_none()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;ann@post.example");
        var (people, id) = (here.Get<PeopleStore>(), (await here.WhoIsAsync("+31611111111"))!.Id);
        var stored = (await people.FindAsync(Neighbourhood.Group, id, default))!;
        var changes = new Changes(Shard.Of(Neighbourhood.Group, id));
        changes.Change(stored, stored.Value with { Email = stored.Value.Email! with { Ground = new Ground(Basis.None, null, here.Now) } });
        await people.SaveAsync(changes, default);
        var next = await here.PlanAsync(inDays: 30);

        var known = (await people.FindAsync(Neighbourhood.Group, id, default))!.Value;
        Assert.Equal(new Invited(InviteOutcome.Listed, id), await here.Get<InvitePerson>().HandleAsync(Neighbourhood.Group, next.Id, known, Source.List, default));

        var after = (await people.FindAsync(Neighbourhood.Group, id, default))!.Value;
        Assert.Equal((Basis.Consent, Basis.None), (after.Mobile!.Ground.Basis, after.Email!.Ground.Basis));
        Assert.NotNull(await here.InvitationAsync(next, "+31611111111"));
    }

    [Theory]
    [InlineData(false, null, InviteOutcome.Listed)]
    [InlineData(true, null, InviteOutcome.AlreadyInvited)]
    [InlineData(true, "nee", InviteOutcome.AlreadyInvited)]
    public async Task Whoever_was_invited_or_has_answered_is_not_said_to_be_invited_with_the_next_press(bool isSent, string? answer, InviteOutcome outcome)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        if (isSent)
            await here.InviteAsync(meeting, "Ann;0611111111;");
        else
            await here.ImportAsync(meeting, "Ann;0611111111;");
        if (answer is not null)
            await here.ReplyAsync("+31611111111", answer);
        var ann = (await here.WhoIsAsync("+31611111111"))!;
        var (invite, ground) = (here.Get<InvitePerson>(), new Ground(Basis.Consent, null, here.Now));

        Assert.Equal(new Invited(outcome, ann.Id), await invite.HandleAsync(Neighbourhood.Group, meeting.Id, Neighbourhood.Candidate("Ann", "0611111111"), ground, default));
        Assert.Equal(new Invited(outcome, ann.Id), await invite.HandleAsync(Neighbourhood.Group, meeting.Id, ann, Source.List, default));
    }
}
