using Outreach.Contacts;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class ReceiveReportTests
{
    private const string Ann = "ann@post.example";

    [Fact]
    public async Task A_mail_that_bounces_after_it_was_taken_puts_the_neighbour_on_the_list_of_doors()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await InviteAnnAsync(here);
        Assert.Equal(Delivery.Delivered, (await here.InvitationAsync(meeting, Ann))!.Delivery);

        await here.InboundAsync(Bounce(here.Rows<Message>("msg|").Single().Key.ReferenceIn(Neighbourhood.Group)));

        await IsAtTheDoorAsync(here, meeting);
    }

    [Fact]
    public async Task A_bounce_without_our_reference_is_about_the_last_mail_to_that_address()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await InviteAnnAsync(here);

        await here.InboundAsync(Bounce(null));
        await here.InboundAsync(Bounce(null));

        await IsAtTheDoorAsync(here, meeting);
    }

    [Fact]
    public async Task A_bounce_without_our_reference_is_not_put_down_to_a_mail_that_has_not_left_alone()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await InviteAnnAsync(here);
        var welcome = here.Rows<Message>("msg|").Single() with { At = here.Now.AddHours(1), Step = "Welcome", Kind = MessageKind.Welcome, Meeting = null, State = MessageState.Sending };
        var changes = new Changes(Shard.Of(Neighbourhood.Group, welcome.Person));
        changes.Add(welcome);
        await here.Get<PeopleStore>().SaveAsync(changes, default);

        await here.InboundAsync(Bounce(null));

        Assert.Equal((Channel.Door, Delivery.HandedOn), await here.InvitationAsync(meeting, Ann) is { } invitation ? (invitation.Channel, invitation.Delivery) : default);
    }

    [Fact]
    public async Task A_bounce_of_an_address_that_was_never_mailed_marks_the_address()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ImportAsync(await here.PlanAsync(), $"Ann;;{Ann}");

        await here.InboundAsync(Bounce(null));

        Assert.Equal("5.1.1", (await here.WhoIsAsync(Ann))!.Email!.BadCode);
    }

    [Fact]
    public async Task An_sms_that_has_arrived_does_not_fail_any_more()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Bo;0622222222;");

        var reference = here.Rows<Message>("msg|").Single().Key.ReferenceIn(Neighbourhood.Group);
        await here.InboundAsync(new InboundEvent(InboundKind.Delivery, "late", "+31622222222", null, null, here.Now, Reference: reference, Report: DeliveryReport.AddressBad, Code: "30005"));

        Assert.Equal(Delivery.Delivered, (await here.InvitationAsync(meeting, "+31622222222"))!.Delivery);
    }

    private static async Task<Outreach.Records.Meeting> InviteAnnAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, $"naam;email;straat;huisnummer;postcode\nAnn;{Ann};Lindelaan;3;1234AB");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        return meeting;
    }

    private static InboundEvent Bounce(string? reference) =>
        new(InboundKind.Delivery, "bounce", Ann, null, null, Moments.Monday, Reference: reference, Report: DeliveryReport.AddressBad, Code: "5.1.1");

    private static async Task IsAtTheDoorAsync(Neighbourhood here, Outreach.Records.Meeting meeting)
    {
        var invitation = await here.InvitationAsync(meeting, Ann);
        Assert.Equal((Channel.Door, Delivery.HandedOn), (invitation!.Channel, invitation.Delivery));
        Assert.Equal("5.1.1", (await here.WhoIsAsync(Ann))!.Email!.BadCode);
        Assert.Equal(MessageState.PermanentFailure, here.Rows<Message>("msg|").Single().State);
    }
}
