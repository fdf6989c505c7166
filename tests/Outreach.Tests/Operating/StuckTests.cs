using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Operating;

/// <summary>The two ways out for work that is stuck: once more, or never, for a reason that is kept.</summary>
public sealed class StuckTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task A_message_of_any_kind_is_in_doubt_ten_minutes_after_its_claim()
    {
        using var here = await Neighbourhood.OpenAsync();
        var id = await Stuck.DoubtAsync(here.Get<PeopleStore>(), Neighbourhood.Group, here.Now - Claims.Period);

        Assert.Empty(await here.Get<UncertainMessages>().ListAsync(Neighbourhood.Group, default));
        Assert.False(await here.Get<UncertainMessages>().DropAsync(Neighbourhood.Group, id, "too early", default));
        here.Clock.MoveTo(here.Now.AddSeconds(1));

        Assert.Equal(new UncertainMessage(id, An.Person.Id, Channel.Sms, here.Now.AddSeconds(-1) - Claims.Period), Assert.Single(await here.Get<UncertainMessages>().ListAsync(Neighbourhood.Group, default)));
    }

    [Fact]
    public async Task A_doubt_that_is_looked_at_again_is_settled_with_the_provider()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, id) = await ClaimedAsync(here, "Ann;0611111111;");

        Assert.True(await here.Get<UncertainMessages>().LookAgainAsync(Neighbourhood.Group, id, default));
        await here.DrainAsync();

        Assert.Equal(Delivery.Delivered, (await here.InvitationAsync(meeting, Ann))!.Delivery);
        Assert.Single(await here.SentToAsync(Ann));
        Assert.Empty(await here.Get<UncertainMessages>().ListAsync(Neighbourhood.Group, default));
        Assert.False(await here.Get<UncertainMessages>().LookAgainAsync(Neighbourhood.Group, id, default));
    }

    [Fact]
    public async Task A_doubt_that_is_dropped_goes_on_to_the_next_channel()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, id) = await ClaimedAsync(here, "Ann;0611111111;ann@post.example");

        Assert.True(await here.Get<UncertainMessages>().DropAsync(Neighbourhood.Group, id, "the provider lost it", default));
        await here.DrainAsync();

        Assert.Empty(await here.SentToAsync(Ann));
        Assert.Single(await here.SentToAsync("ann@post.example"));
        Assert.Equal((Channel.Email, Delivery.Delivered), await here.InvitationAsync(meeting, Ann) is { } invitation ? (invitation.Channel, invitation.Delivery) : default);
        Assert.Contains(await here.Get<Audit>().ListAsync(Neighbourhood.Group, default), line => line.What == $"gave up message {id}: the provider lost it");
        Assert.False(await here.Get<UncertainMessages>().DropAsync(Neighbourhood.Group, id, "twice", default));
    }

    [Fact]
    public async Task A_doubt_that_is_dropped_with_no_other_way_to_go_is_given_to_a_caller()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, id) = await ClaimedAsync(here, "Ann;0611111111;");

        await here.Get<UncertainMessages>().DropAsync(Neighbourhood.Group, id, "the provider lost it", default);

        Assert.Equal((Channel.Call, Delivery.HandedOn), await here.InvitationAsync(meeting, Ann) is { } invitation ? (invitation.Channel, invitation.Delivery) : default);
        await here.FunnelAsync(meeting);
    }

    [Fact]
    public async Task What_another_group_doubts_or_lets_lie_is_out_of_reach()
    {
        using var here = await Neighbourhood.OpenAsync();
        var elsewhere = new GroupId("elders");
        var id = await Stuck.DoubtAsync(here.Get<PeopleStore>(), elsewhere, here.Now.AddHours(-1));
        await Stuck.LateAsync(here.Tables, elsewhere, "job", here.Now.AddHours(-1));

        var mine = await here.Get<ReadStatus>().GroupAsync(Neighbourhood.Group, default);

        Assert.True(mine.IsWell);
        Assert.False(await here.Get<UncertainMessages>().LookAgainAsync(Neighbourhood.Group, id, default));
        Assert.False(await here.Get<UncertainMessages>().DropAsync(Neighbourhood.Group, id, "not mine", default));
        Assert.False(await here.Get<LateJobs>().DropAsync(Neighbourhood.Group, "job", "not mine", default));
    }

    [Fact]
    public async Task A_late_job_is_dropped_for_a_reason_that_is_kept_and_a_young_one_is_not()
    {
        using var here = await Neighbourhood.OpenAsync();
        await Stuck.LateAsync(here.Tables, Neighbourhood.Group, "old", here.Now.AddMinutes(-11));
        await Stuck.LateAsync(here.Tables, Neighbourhood.Group, "young", here.Now.AddMinutes(-9));
        var late = here.Get<LateJobs>();

        Assert.Equal("old", Assert.Single(await late.ListAsync(Neighbourhood.Group, default)).Id);
        Assert.False(await late.DropAsync(Neighbourhood.Group, "young", "why", default));
        Assert.True(await late.DropAsync(Neighbourhood.Group, "old", "sent by hand", default));

        Assert.Equal(["young"], here.Rows<Job>("outbox|").Select(job => job.Id));
        Assert.Contains(await here.Get<Audit>().ListAsync(Neighbourhood.Group, default), line => line.What == "dropped late job old for queue messages: sent by hand");
    }

    [Fact]
    public async Task The_message_of_a_late_job_that_is_dropped_goes_on_to_the_next_channel()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (_, id) = await ClaimedAsync(here, "Ann;0611111111;ann@post.example");
        Assert.True(MessageKey.TryParseReference(id, out _, out var message));
        await Stuck.LateAsync(here.Tables, Neighbourhood.Group, "late", here.Now.AddMinutes(-11), message);

        Assert.True(await here.Get<LateJobs>().DropAsync(Neighbourhood.Group, "late", "their phone is broken", default));
        await here.DrainAsync();

        Assert.Empty(await here.SentToAsync(Ann));
        Assert.Single(await here.SentToAsync("ann@post.example"));
    }

    [Fact]
    public async Task The_message_of_failed_work_that_is_dropped_goes_on_to_the_next_channel()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, id) = await ClaimedAsync(here, "Ann;0611111111;");
        Assert.True(MessageKey.TryParseReference(id, out _, out var message));
        await here.Queues.SendAsync(QueueNames.PoisonOf(QueueNames.Messages), Stuck.JobText(Neighbourhood.Group, message), TimeSpan.Zero, default);
        await here.Queues.SendAsync(QueueNames.PoisonOf(QueueNames.Messages), "not ours", TimeSpan.Zero, default);
        var poison = here.Get<PoisonMessages>();

        foreach (var failed in await poison.ListAsync(QueueNames.Messages, default))
            Assert.True(await poison.DropAsync(Neighbourhood.Group, QueueNames.Messages, failed.Id, "called her", default));

        Assert.Equal((Channel.Call, Delivery.HandedOn), await here.InvitationAsync(meeting, Ann) is { } invitation ? (invitation.Channel, invitation.Delivery) : default);
    }

    [Fact]
    public async Task An_answer_of_an_organiser_that_is_given_up_leaves_the_question_open()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "hoe laat begint het eigenlijk?");
        var inbox = here.Get<Inbox>();
        var item = Assert.Single(await inbox.ListAsync(Neighbourhood.Group, open: true, default));
        await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, item.Id, "Om zeven uur.", sawOpen: false, default);
        Assert.Empty(await inbox.ListAsync(Neighbourhood.Group, open: true, default));
        var answer = here.Rows<Message>("msg|").Single(message => message.Kind is MessageKind.InboxAnswer);

        Assert.True(await here.Get<GiveUp>().HandleAsync(Neighbourhood.Group, answer.Key, default));

        Assert.Equal(item.Id, Assert.Single(await inbox.ListAsync(Neighbourhood.Group, open: true, default)).Id);
    }

    [Theory]
    [InlineData(32, 32, null)]
    [InlineData(40, 32, 40)]
    public async Task Where_more_has_failed_than_can_be_looked_at_the_number_of_all_is_told(int failed, int shown, int? all)
    {
        using var here = await Neighbourhood.OpenAsync();
        for (var i = 0; i < failed; i++)
            await here.Queues.SendAsync("lists-poison", """{"group":"default"}""", TimeSpan.Zero, default);

        var failures = await here.Get<PoisonMessages>().OfAsync(Neighbourhood.Group, default);

        Assert.Equal(shown, failures.Shown.Count);
        Assert.Equal(all, failures.Hidden.SingleOrDefault()?.All);
    }

    [Fact]
    public async Task Failed_work_whose_time_is_over_is_dropped_though_it_lies_far_behind_and_the_rest_shows_again()
    {
        using var here = await Neighbourhood.OpenAsync();
        for (var i = 0; i < 70; i++)
            await here.Queues.SendAsync("lists-poison", """{"group":"elsewhere"}""", TimeSpan.Zero, default);
        for (var i = 0; i < 3; i++)
            await here.Queues.SendAsync("lists-poison", """{"group":"default"}""", TimeSpan.Zero, default);

        Assert.Equal(2, await here.Get<PoisonMessages>().ForgetAsync(Neighbourhood.Group, here.Now, 2, default));

        Assert.Equal(71, await here.Queues.CountAsync("lists-poison", default));
        Assert.Equal(32, (await here.Get<PoisonMessages>().ListAsync("lists", default)).Count);
    }

    /// <summary>An invitation whose sender died with the claim in hand, eleven minutes ago.</summary>
    private static async Task<(Meeting Meeting, string Id)> ClaimedAsync(Neighbourhood here, string row)
    {
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, row);
        var (people, ann) = (here.Get<PeopleStore>(), (await here.WhoIsAsync(Ann))!);
        var invitation = (await people.FindAsync(Neighbourhood.Group, meeting.Id, ann.Id, default))!;
        var message = AskingMessage.For(ann, invitation.Value, meeting) with { State = MessageState.Sending, TriedAt = here.Now, Address = Ann, Text = "Komt u ook?", Tries = 1 };
        var changes = new Changes(Shard.Of(Neighbourhood.Group, ann.Id));
        changes.Add(message);
        changes.Change(invitation, invitation.Value with { Delivery = Delivery.Sending });
        await people.SaveAsync(changes, default);
        here.Clock.MoveTo(here.Now.AddMinutes(11));
        return (meeting, message.Key.ReferenceIn(Neighbourhood.Group));
    }
}
