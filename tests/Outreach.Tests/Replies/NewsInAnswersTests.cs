using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Replies.Answers;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

/// <summary>Whoever writes after a meeting moved or was called off hears of it in the answer, and not once more.</summary>
public sealed class NewsInAnswersTests
{
    private const string Ann = "+31611111111";

    [Theory]
    [InlineData(true, "gaat niet door")]
    [InlineData(false, "De Fuik")]
    public async Task What_was_heard_in_an_answer_is_not_told_once_more_a_week_later(bool cancelled, string news)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 40);
        await AskTwiceAsync(here, meeting);
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = cancelled, Place = cancelled ? null : "De Fuik" }, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain(await here.SentToAsync(Ann), text => text.Contains(news, StringComparison.Ordinal));

        await here.ReplyAsync(Ann, "ja leuk");
        await here.AdvanceAsync(TimeSpan.FromDays(12));

        Assert.Single(await here.SentToAsync(Ann), text => text.Contains(news, StringComparison.Ordinal));
        Assert.Equal(HeardState.Told, (await here.InvitationAsync(meeting, Ann))!.News!.State);
    }

    [Fact]
    public async Task A_yes_in_the_minutes_before_the_clock_tells_that_it_moved_is_answered_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 40);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Place = "De Fuik" }, default);

        await here.ReplyAsync(Ann, "ja leuk");
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Single(await here.SentToAsync(Ann), text => text.Contains("De Fuik", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_organiser_notes_from_the_inbox_is_confirmed_with_the_new_day_and_not_told_once_more()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 40);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "Als mijn dochter thuis is dan wel denk ik");
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Place = "De Fuik" }, default);
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));

        await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Yes, null, default);
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Single(await here.SentToAsync(Ann), text => text.Contains("De Fuik", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_said_yes_to_the_old_day_and_whom_no_answer_reached_is_called()
    {
        var meeting = An.Meeting with { ChangedAt = Moments.Monday, Before = [new EarlierPlan(Moments.Monday, An.Meeting.StartsAt.AddDays(-1), An.Meeting.Place)] };
        var invitation = An.Invitation with { Reply = Reply.Yes, Party = 1, RepliedAt = Moments.Monday.AddHours(1), SentAt = Moments.Monday.AddDays(-1), News = new(Moments.Monday, HeardState.ByHand) };

        Assert.True(News.NeedsCall(meeting, An.Person, invitation, Moments.Monday.AddHours(2)));
    }

    [Fact]
    public void Whose_invitation_has_not_arrived_holds_no_old_day()
    {
        var meeting = An.Meeting with { ChangedAt = Moments.Monday };
        var asked = An.Invitation with { SentAt = Moments.Monday.AddDays(-1) };

        Assert.True(News.Concerns(meeting, asked with { Delivery = Delivery.Delivered }));
        Assert.False(News.Concerns(meeting, asked with { Delivery = Delivery.TemporaryFailure }));
    }

    [Fact]
    public async Task What_does_not_arrive_in_an_answer_is_told_all_the_same()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 40);
        await AskTwiceAsync(here, meeting);
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = true }, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        await here.ReplyAsync(Ann, "ja leuk");
        var answer = here.Rows<Message>("msg|").Single(message => message is { Kind: MessageKind.MeetingCancelled, IsAnswer: true });

        Assert.Equal((await here.InvitationAsync(meeting, Ann))!.News!.Of, answer.NewsOf);
        Assert.Equal(HeardState.ByHand, Failing(answer, (await here.InvitationAsync(meeting, Ann))!).News!.State);
    }

    /// <summary>The invitation and its repeat: this week there is no room for a third.</summary>
    private static async Task AskTwiceAsync(Neighbourhood here, Meeting meeting)
    {
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.AdvanceAsync(TimeSpan.FromDays(4));
        Assert.Equal(2, (await here.SentToAsync(Ann)).Count);
    }

    private static Invitation Failing(Message answer, Invitation invitation) => Outreach.Sending.DeliveryResult.Of(
        An.Outgoing(answer with { State = MessageState.Sent }, An.Person, invitation), new MessageEvent.AddressBad("30003"), new Outreach.Sending.SendingHours(TimeZoneInfo.Utc), Moments.Monday).Invitation!;
}
