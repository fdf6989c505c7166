using Outreach.Contacts;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Sending;

/// <summary>An SMS that did not arrive, though nobody says that the number is bad.</summary>
public sealed class UndeliveredTests
{
    private const string Ann = "+31611111111";
    private const string AnnMail = "ann@post.example";

    [Theory]
    [InlineData("30003")]
    [InlineData("30008")]
    [InlineData("39999")]
    [InlineData(null)]
    public async Task It_is_tried_again_within_a_day_and_then_by_mail(string? code)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, $"Ann;0611111111;{AnnMail}");

        await FailAsync(here, code);
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Failed);
        await here.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.Equal((2, 0), ((await here.SentToAsync(Ann)).Count, (await here.SentToAsync(AnnMail)).Count));
        await FailAsync(here, code);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((2, 1), ((await here.SentToAsync(Ann)).Count, (await here.SentToAsync(AnnMail)).Count));
        Assert.Equal(0, (await here.FunnelAsync(meeting)).Failed);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("kan ik later komen?")]
    public async Task A_number_that_was_called_bad_works_again_once_they_write_from_it(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await FailAsync(here, "30005");
        Assert.False((await here.WhoIsAsync(Ann))!.IsReachableUnasked);

        await here.ReplyAsync(Ann, text);

        Assert.True((await here.WhoIsAsync(Ann))!.IsReachableUnasked);
    }

    [Fact]
    public async Task Without_another_way_it_ends_at_the_door()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "naam;mobiel;straat;huisnummer;postcode\nAnn;0611111111;Lindelaan;1;1234AB\n");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();

        await FailAsync(here, null);
        await here.AdvanceAsync(TimeSpan.FromHours(5));
        await FailAsync(here, null);

        var invitation = (await here.InvitationAsync(meeting, Ann))!;
        Assert.Equal((Delivery.HandedOn, Channel.Door), (invitation.Delivery, invitation.Channel));
    }

    [Fact]
    public async Task Whoever_has_no_other_way_is_on_the_list_of_calls()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await FailAsync(here, "30003");
        await here.AdvanceAsync(TimeSpan.FromHours(5));
        await FailAsync(here, "30003");
        await FailAsync(here, "30003");

        var invitation = (await here.InvitationAsync(meeting, Ann))!;
        Assert.Equal((Delivery.HandedOn, Channel.Call), (invitation.Delivery, invitation.Channel));
        Assert.Equal(2, (await here.SentToAsync(Ann)).Count);
    }

    [Fact]
    public async Task What_never_arrived_does_not_count_as_an_unasked_message()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await FailAsync(here, "30003");

        Assert.Empty((await here.WhoIsAsync(Ann))!.Unasked);
    }

    [Fact]
    public async Task When_it_is_there_after_all_the_second_try_does_not_leave()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, $"Ann;0611111111;{AnnMail}");
        var first = await FailAsync(here, "30003");

        await ArriveAsync(here, first);
        await ArriveAsync(here, first);
        await here.AdvanceAsync(TimeSpan.FromHours(30));

        Assert.Equal((1, 0), ((await here.SentToAsync(Ann)).Count, (await here.SentToAsync(AnnMail)).Count));
        Assert.Equal((Delivery.Delivered, Channel.Sms), (await here.InvitationAsync(meeting, Ann))! is var there ? (there.Delivery, there.Channel) : default);
        Assert.Equal(first.TriedAt, Assert.Single((await here.WhoIsAsync(Ann))!.Unasked));
        Assert.Equal((0, 1), await here.FunnelAsync(meeting) is var funnel ? (funnel.Failed, funnel.Delivered) : default);
    }

    [Fact]
    public async Task When_the_second_try_has_left_it_has_left()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, $"Ann;0611111111;{AnnMail}");
        var first = await FailAsync(here, "30003");
        await here.AdvanceAsync(TimeSpan.FromHours(23));
        var before = await here.InvitationAsync(meeting, Ann);

        await ArriveAsync(here, first);
        await here.AdvanceAsync(TimeSpan.FromHours(23));

        Assert.Equal((2, 0), ((await here.SentToAsync(Ann)).Count, (await here.SentToAsync(AnnMail)).Count));
        Assert.Equal(before!.Delivery, (await here.InvitationAsync(meeting, Ann))!.Delivery);
        await here.FunnelAsync(meeting);
    }

    [Fact]
    public async Task A_number_that_was_called_bad_is_good_when_the_sms_is_there_after_all()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        var first = await FailAsync(here, "30005");
        Assert.Equal((Delivery.PermanentFailure, "30005"), ((await here.InvitationAsync(meeting, Ann))!.Delivery, (await here.WhoIsAsync(Ann))!.Mobile!.BadCode));

        await ArriveAsync(here, first);

        Assert.Equal((Delivery.Delivered, Channel.Sms, false), (await here.InvitationAsync(meeting, Ann))! is var there ? (there.Delivery, there.Channel, there.IsByHand) : default);
        Assert.Null((await here.WhoIsAsync(Ann))!.Mobile!.BadCode);
        await here.FunnelAsync(meeting);
    }

    private static Task ArriveAsync(Neighbourhood here, Message message) => here.InboundAsync(new InboundEvent(
        InboundKind.Delivery, $"{message.Step}-arrived", Ann, null, null, here.Now, Reference: message.Key.ReferenceIn(Neighbourhood.Group), ProviderId: "SM1", Report: DeliveryReport.Delivered));

    /// <summary>The last SMS to Ann, that the local outbox said had arrived, did not.</summary>
    [Fact]
    public async Task An_answer_of_an_organiser_that_cannot_arrive_leaves_the_question_open()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "Hoe laat begint het?");
        var inbox = here.Get<Inbox>();
        var item = Assert.Single(await inbox.ListAsync(Neighbourhood.Group, open: true, default));
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, item.Id, "Om zeven uur.", sawOpen: false, default);
        await here.DrainAsync();
        Assert.Empty(await inbox.ListAsync(Neighbourhood.Group, open: true, default));

        await FailAsync(here, "30005", MessageKind.InboxAnswer);

        Assert.Equal(item.Id, Assert.Single(await inbox.ListAsync(Neighbourhood.Group, open: true, default)).Id);
    }

    private static async Task<Message> FailAsync(Neighbourhood here, string? code, MessageKind? kind = null)
    {
        var person = (await here.WhoIsAsync(Ann))!.Id;
        var last = here.Rows<Message>("msg|").Last(message => message.Person == person && message.Channel is Channel.Sms && (kind is null || message.Kind == kind));
        if (await here.Get<Outreach.Records.PeopleStore>().FindAsync(Neighbourhood.Group, last.Key, default) is { Value.State: MessageState.Delivered } stored)
        {
            var changes = new Outreach.Records.Changes(Shard.Of(Neighbourhood.Group, person));
            changes.Change(stored, stored.Value with { State = MessageState.Sent });
            await here.Get<Outreach.Records.PeopleStore>().SaveAsync(changes, default);
        }

        await here.InboundAsync(new InboundEvent(
            InboundKind.Delivery, $"{last.Step}-failed", Ann, null, null, here.Now, Reference: last.Key.ReferenceIn(Neighbourhood.Group), ProviderId: "SM1",
            Report: Outreach.Functions.Adapters.Twilio.TwilioErrors.Report(code is null ? null : int.Parse(code, System.Globalization.CultureInfo.InvariantCulture)), Code: code));
        return last;
    }
}
