using Outreach.Contacts;
using Outreach.People;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.People;

/// <summary>An invitation that went to a number or address that turns out not to be theirs.</summary>
public sealed class AskedAstrayTests
{
    private const string Ann = "+31611111111";
    private const string New = "+31633333333";

    [Fact]
    public async Task Whoever_was_asked_at_a_wrong_number_is_asked_once_at_the_right_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        Assert.True((await CorrectAsync(here, (await here.WhoIsAsync(Ann))!, _ => Neighbourhood.Candidate("Ann", New))).IsAskedAgain);
        await here.InviteAsync(meeting);
        await here.InviteAsync(meeting);

        Assert.Single(await here.SentToAsync(Ann));
        Assert.Single(await here.SentToAsync(New));
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task Whoever_has_the_mail_is_not_asked_again_when_the_number_is_put_right()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;;ann@post.example");
        var ann = await here.WhoIsAsync("ann@post.example");
        await CorrectAsync(here, ann!, _ => Neighbourhood.Candidate("Ann", Ann, "ann@post.example"));

        Assert.False((await CorrectAsync(here, (await here.WhoIsAsync(Ann))!, _ => Neighbourhood.Candidate("Ann", New, "ann@post.example"))).IsAskedAgain);
        await here.InviteAsync(meeting);

        Assert.Empty(await here.SentToAsync(New));
        Assert.Single(await here.SentToAsync("ann@post.example"));
    }

    [Fact]
    public async Task A_mail_that_comes_back_from_the_wrong_address_later_asks_nobody_twice()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;;fout@post.example");
        var first = here.Rows<Message>("msg|").Single(message => message.IsInvitation);
        await CorrectAsync(here, (await here.WhoIsAsync("fout@post.example"))!, _ => Neighbourhood.Candidate("Ann", email: "ann@post.example"));
        await here.InviteAsync(meeting);

        await here.InboundAsync(new InboundEvent(InboundKind.Delivery, "bounce", "fout@post.example", null, null, here.Now, Reference: first.Key.ReferenceIn(Neighbourhood.Group), Report: DeliveryReport.AddressBad));
        await here.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await here.SentToAsync("ann@post.example"));
        Assert.Equal((Channel.Email, Delivery.Delivered), await here.InvitationAsync(meeting, "ann@post.example") is { } asked ? (asked.Channel, asked.Delivery) : default);
    }

    [Fact]
    public async Task A_number_that_is_put_right_while_the_message_leaves_for_the_wrong_one_is_asked_all_the_same()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;");
        await ClaimAsync(here, meeting);

        await CorrectAsync(here, (await here.WhoIsAsync(Ann))!, _ => Neighbourhood.Candidate("Ann", New));
        var first = here.Rows<Message>("msg|").Single(message => message.IsInvitation);
        await here.InboundAsync(new InboundEvent(InboundKind.Delivery, "sent", Ann, null, null, here.Now, Reference: first.Key.ReferenceIn(Neighbourhood.Group), Report: DeliveryReport.Delivered));
        await here.InviteAsync(meeting);
        await here.InviteAsync(meeting);

        Assert.Single(await here.SentToAsync(New));
        Assert.Equal((Delivery.Delivered, 1), await here.InvitationAsync(meeting, New) is { } asked ? (asked.Delivery, asked.PutBack) : default);
    }

    /// <summary>Its sender has it in hand.</summary>
    private static async Task ClaimAsync(Neighbourhood here, Meeting meeting)
    {
        var (people, ann) = (here.Get<PeopleStore>(), (await here.WhoIsAsync(Ann))!);
        var invitation = (await people.FindAsync(Neighbourhood.Group, meeting.Id, ann.Id, default))!;
        var message = AskingMessage.For(ann, invitation.Value, meeting) with { State = MessageState.Sending, TriedAt = here.Now, Address = Ann };
        var claim = new Changes(Shard.Of(Neighbourhood.Group, ann.Id));
        claim.Add(message);
        claim.Change(invitation, invitation.Value with { Delivery = Delivery.Sending });
        await people.SaveAsync(claim, default);
    }

    private static Task<Corrected> CorrectAsync(Neighbourhood here, Person person, Func<Person, Candidate> wanted) =>
        here.Get<CorrectPerson>().HandleAsync(Neighbourhood.Group, person.Id, wanted, new Ground(Basis.Relation, "belde zelf", here.Now), default);
}
