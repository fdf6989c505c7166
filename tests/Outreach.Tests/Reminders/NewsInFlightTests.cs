using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Reminders;

/// <summary>An invitation that was just leaving when the meeting moved or was called off says what holds no longer: whoever got it hears so, once.</summary>
public sealed class NewsInFlightTests
{
    private const string Ann = "+31611111111";

    [Theory]
    [InlineData(false, "De Fuik")]
    [InlineData(true, "gaat niet door")]
    public async Task Whose_invitation_was_leaving_hears_the_news_once_it_is_known_to_have_left(bool isOff, string news)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var leaving = await LeavingAsync(here, meeting, here.Now);
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, isOff ? new MeetingChange { Cancelled = true } : new MeetingChange { Place = "De Fuik" }, default);

        await here.AdvanceAsync(TimeSpan.FromMinutes(30));
        var before = await here.SentToAsync(Ann);
        await here.InboundAsync(new InboundEvent(InboundKind.Delivery, "r1", Ann, null, null, here.Now, Reference: leaving.Key.ReferenceIn(Neighbourhood.Group), ProviderId: "p", Report: DeliveryReport.Delivered));
        await here.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.DoesNotContain(before, text => text.Contains(news, StringComparison.Ordinal));
        Assert.Single(await here.SentToAsync(Ann), text => text.Contains(news, StringComparison.Ordinal));
        Assert.True(await IsToldAsync(here, meeting));
    }

    [Fact]
    public async Task What_was_claimed_after_the_news_says_it_and_is_not_waited_for()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Place = "De Fuik" }, default);
        await LeavingAsync(here, meeting, here.Now.AddMinutes(1));

        await here.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.True(await IsToldAsync(here, meeting));
    }

    [Fact]
    public async Task A_message_that_stays_in_doubt_for_ever_is_waited_for_some_days_and_no_longer()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 20);
        await LeavingAsync(here, meeting, here.Now);
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Place = "De Fuik" }, default);

        await here.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.False(await IsToldAsync(here, meeting));
        await here.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.True(await IsToldAsync(here, meeting));
    }

    /// <summary>An invitation as it lies in the store while a provider has it, or after the machine went off just then.</summary>
    private static async Task<Message> LeavingAsync(Neighbourhood here, Meeting meeting, DateTimeOffset claimedAt)
    {
        await here.InviteAsync(meeting, "Ann;0611111111;");
        var people = here.Get<PeopleStore>();
        var person = (await here.WhoIsAsync(Ann))!.Id;
        var invitation = (await people.FindAsync(Neighbourhood.Group, meeting.Id, person, default))!;
        var message = (await people.MessagesAsync(Neighbourhood.Group, person, default).ToListAsync()).Single(message => message.Value.IsInvitation);
        var leaving = message.Value with { State = MessageState.Sending, TriedAt = claimedAt, ProviderId = null };
        var changes = new Changes(Shard.Of(Neighbourhood.Group, person));
        changes.Change(message, leaving);
        changes.Change(invitation, invitation.Value.CarriedBy(leaving, null, null, claimedAt));
        await people.SaveAsync(changes, default);
        return leaving;
    }

    private static async Task<bool> IsToldAsync(Neighbourhood here, Meeting meeting)
    {
        var plan = (await here.Get<MeetingStore>().FindPlanAsync(Neighbourhood.Group, meeting.Id, default))?.Value;
        return plan?.ChangeTold is not null || plan?.CancellationToldAt is not null;
    }
}
