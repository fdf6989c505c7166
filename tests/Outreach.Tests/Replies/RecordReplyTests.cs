using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Replies.Answers;
using Outreach.Storage;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Replies;

public sealed class RecordReplyTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";

    [Fact]
    public async Task A_yes_with_a_number_is_counted_and_confirmed_once_however_often_it_comes()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        var at = here.Now;

        await here.ReplyAsync(Ann, "ja 2", "SM1", at);
        await here.ReplyAsync(Ann, "ja 2", "SM1", at);

        Assert.Equal((Reply.Yes, 2), ((await here.InvitationAsync(meeting, Ann))!.Reply, (await here.InvitationAsync(meeting, Ann))!.Party));
        Assert.Equal(2, (await here.SentToAsync(Ann)).Count);
        Assert.Equal((1, 1), ((await here.FunnelAsync(meeting)).Yes, (await here.FunnelAsync(meeting)).Replied));
    }

    [Fact]
    public async Task A_yes_beyond_the_capacity_waits_and_hears_when_a_place_comes_free()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 2);
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "ja 2");
        await here.ReplyAsync(Bo, "ja");
        Assert.True((await here.InvitationAsync(meeting, Bo))!.Waiting);
        Assert.Equal((1, 1), ((await here.FunnelAsync(meeting)).Yes, (await here.FunnelAsync(meeting)).Waiting));

        await here.ReplyAsync(Ann, "nee");

        Assert.False((await here.InvitationAsync(meeting, Bo))!.Waiting);
        Assert.Equal(3, (await here.SentToAsync(Bo)).Count);
        Assert.Equal((1, 0), ((await here.FunnelAsync(meeting)).Yes, (await here.FunnelAsync(meeting)).Waiting));
    }

    [Theory]
    [InlineData("ok 👍")]
    [InlineData("tamam")]
    [InlineData("Bedankt!")]
    public async Task An_ok_or_thanks_after_a_yes_changes_nothing_and_asks_for_no_answer(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 2);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja 2");
        var sent = (await here.SentToAsync(Ann)).Count;

        await here.ReplyAsync(Ann, text);

        var invitation = (await here.InvitationAsync(meeting, Ann))!;
        Assert.Equal((Reply.Yes, 2), (invitation.Reply, invitation.Party));
        Assert.Equal(sent, (await here.SentToAsync(Ann)).Count);
        Assert.Empty(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Fact]
    public async Task An_ok_after_a_no_goes_to_a_person_and_turns_nothing_round()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "nee");

        await here.ReplyAsync(Ann, "ok 👍");

        Assert.Equal(Reply.No, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Theory]
    [InlineData("Ja ik kom!", 2)]
    [InlineData("ja, alleen", 1)]
    [InlineData("ja 3", 3)]
    public async Task A_yes_that_does_not_say_how_many_leaves_the_number_as_it_was(string text, int party)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 3);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja 2");

        await here.ReplyAsync(Ann, text);

        Assert.Equal((Reply.Yes, party), ((await here.InvitationAsync(meeting, Ann))!.Reply, (await here.InvitationAsync(meeting, Ann))!.Party));
    }

    [Fact]
    public async Task An_answer_that_was_given_later_wins_whatever_the_order_of_the_queue()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 3);
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await here.ReplyAsync(Ann, "nee", at: here.Now.AddSeconds(20));
        await here.ReplyAsync(Ann, "ja", at: here.Now.AddSeconds(10));

        Assert.Equal(Reply.No, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Equal(0, (await here.FunnelAsync(meeting)).Yes);
    }

    [Fact]
    public async Task What_is_said_on_a_page_comes_after_what_we_have_whatever_the_clock_of_another_machine_says()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "nee", at: here.Now.AddSeconds(20));

        await here.Get<RecordReply>().HandleAsync(new ReplyCommand(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, meeting.Id, Reply.Yes), default);

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    [Fact]
    public async Task A_yes_that_was_overtaken_by_a_question_still_counts()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        var at = here.Now;

        await here.ReplyAsync(Ann, "Hoe laat begint het eigenlijk?", at: at.AddMinutes(1));
        await here.ReplyAsync(Ann, "ja 2", at: at);

        Assert.Equal((Reply.Yes, 2), ((await here.InvitationAsync(meeting, Ann))!.Reply, (await here.InvitationAsync(meeting, Ann))!.Party));
    }

    [Fact]
    public async Task A_question_goes_to_a_person_who_answers()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await here.ReplyAsync(Ann, "Is er ook koffie in de zaal?");
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, item.Id, "Ja, en thee.", sawOpen: false, default);
        await here.DrainAsync();

        Assert.Equal(Reply.Question, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Contains(await here.SentToAsync(Ann), text => text.Contains("Ja, en thee.", StringComparison.Ordinal));
        Assert.Empty(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Fact]
    public async Task An_organiser_may_read_an_answer_as_yes()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "Als mijn dochter thuis is dan wel denk ik");

        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Yes, null, default);

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    [Fact]
    public async Task A_question_that_cannot_be_noted_as_an_answer_stays_open()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "Als mijn dochter thuis is dan wel denk ik");
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));

        await here.AdvanceToAsync(meeting.EndsAt.AddHours(1));

        Assert.Equal(InboxCloseOutcome.NotInvited, await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Yes, null, default));
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Equal(InboxCloseOutcome.Closed, await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, null, null, default));
    }

    [Fact]
    public async Task A_question_that_is_read_as_yes_after_a_stop_brings_nobody_back()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "Als mijn dochter thuis is dan wel denk ik");
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));

        await here.ReplyAsync(Ann, "stop");

        Assert.Equal(InboxCloseOutcome.Stopped, await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Yes, null, default));
        Assert.Equal(Reply.Stop, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Null(Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).As);
    }

    [Fact]
    public async Task A_page_that_was_open_when_a_stop_came_brings_nobody_back()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        var person = (await here.WhoIsAsync(Ann))!.Id;

        await here.ReplyAsync(Ann, "stop");
        var outcome = await here.Get<RecordReply>().HandleAsync(new ReplyCommand(Neighbourhood.Group, person, meeting.Id, Reply.Yes), default);

        Assert.IsType<ReplyOutcome.NotInvited>(outcome);
        Assert.Equal(Reply.Stop, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    [Fact]
    public async Task A_wrong_number_is_never_written_to_again()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await here.ReplyAsync(Ann, "verkeerd nummer");
        await here.AdvanceAsync(TimeSpan.FromDays(5));

        Assert.Equal(2, (await here.SentToAsync(Ann)).Count);
        Assert.Equal(Neighbourhood.HashOf(Ann), Assert.Single((await here.WhoIsAsync(Ann))!.Wrong).Hash);
    }

    [Fact]
    public async Task A_place_whose_answer_was_never_saved_is_free_again_after_a_minute()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 1);
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;");
        var store = here.Get<Outreach.Records.MeetingStore>();
        var seats = new Outreach.Records.Seats().Ask((await here.WhoIsAsync(Ann))!.Id, 1, 1, here.Now);
        await store.SaveSeatsAsync(Neighbourhood.Group, meeting.Id, null, seats, default);
        await here.ReplyAsync(Bo, "ja");

        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((await here.WhoIsAsync(Bo))!.Id, Assert.Single((await store.FindSeatsAsync(Neighbourhood.Group, meeting.Id, default))!.Value.Holders).Person);
        Assert.False((await here.InvitationAsync(meeting, Bo))!.Waiting);
    }

    [Theory]
    [InlineData(DeliveryReport.TemporaryFailure)]
    [InlineData(DeliveryReport.Sent)]
    public async Task A_provider_that_reports_on_a_claim_in_doubt_has_the_message(DeliveryReport report)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;;ann@post.example");
        var person = (await here.WhoIsAsync("ann@post.example"))!;
        var message = AskingMessage.For(person, (await here.InvitationAsync(meeting, "ann@post.example"))!, meeting) with { State = MessageState.Sending, TriedAt = here.Now };
        var claim = new Changes(Shard.Of(Neighbourhood.Group, person.Id));
        claim.Add(message);
        await here.Get<PeopleStore>().SaveAsync(claim, default);

        await here.InboundAsync(new InboundEvent(
            InboundKind.Delivery, "e1", "ann@post.example", null, null, here.Now, Reference: message.Key.ReferenceIn(Neighbourhood.Group), ProviderId: "SG1", Report: report));

        Assert.Equal(MessageState.Sent, (await here.Get<PeopleStore>().FindAsync(Neighbourhood.Group, message.Key, default))!.Value.State);
    }

    [Fact]
    public async Task Whatever_job_comes_again_nothing_changes()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 2);
        await here.InviteAsync(meeting, "Ann;0611111111;ann@post.example", "Bo;0622222222;", "Cas;;cas@post.example", "Di;0644444444;");
        await here.ReplyAsync(Ann, "ja 2");
        await here.ReplyAsync(Bo, "ja");
        await here.ReplyAsync("cas@post.example", "Waar is het precies?");
        await here.ReplyAsync("+31644444444", "stop");
        await here.ReplyAsync(Ann, "nee");
        await here.AdvanceToAsync(meeting.EndsAt.AddDays(2));
        var before = Everything(here);

        for (var times = 0; times < 2; times++)
        {
            foreach (var (queue, text) in here.Queues.Sent.ToList())
                await here.Queues.SendAsync(queue, text, TimeSpan.Zero, default);
            await here.DrainAsync();
        }

        Assert.Equal(before, Everything(here));
    }

    private static string Everything(Neighbourhood here) => string.Join('\n', TableNames.All.Where(t => t is not TableNames.Timers)
        .SelectMany(t => here.Tables.Dump(t)).Select(r => $"{r.Row.Key} {System.Text.Encoding.UTF8.GetString(r.Row.Json.Span)}"));
}
