using Outreach.Calls;
using Outreach.Funnel;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Meetings;

/// <summary>Whoever waited and has a place now hears of it by message, or from a person.</summary>
public sealed class FreedPlaceTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";
    private const string Header = "naam;mobiel;telefoon;straat;huisnummer;postcode\n";

    [Theory]
    [InlineData("Bo;;;Lindelaan;1;1234AB")]
    [InlineData("Bo;;0301234567;Lindelaan;1;1234AB")]
    [InlineData("Bo;;0301234567;;;")]
    public async Task A_place_for_somebody_whom_no_message_reaches_is_told_by_hand(string row)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await FullAsync(here, row);
        var bo = here.Rows<Person>("person|").Single(person => person.Name == "Bo").Id;
        await here.Get<RecordReply>().HandleAsync(new ReplyCommand(Neighbourhood.Group, bo, meeting.Id, Reply.Yes, 1), default);

        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain((await CallsAsync(here, meeting)).SelectMany(call => call.Why), why => why is CallReason.Place);
        await here.ReplyAsync(Ann, "nee");
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(("Bo", CallReason.Place, CallTurn.Now), (await CallsAsync(here, meeting)).Select(call => (call.Person.Name, call.Why[0], call.Turn)).First());
        Assert.DoesNotContain(here.Rows<Message>("msg|"), message => message.Kind is MessageKind.PlaceFreed);
        Assert.Equal(1, Assert.Single(await TodayAsync(here), task => task.Kind is TodayKind.TellPlace).Count);

        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        await here.Get<RecordCall>().HandleAsync(new CallCommand(Neighbourhood.Group, meeting.Id, bo, CallAnswer.Yes), default);

        Assert.DoesNotContain((await CallsAsync(here, meeting)).SelectMany(call => call.Why), why => why is CallReason.Place);
        Assert.DoesNotContain(await TodayAsync(here), task => task.Kind is TodayKind.TellPlace);
    }

    [Fact]
    public async Task A_place_that_is_told_by_message_is_no_task_for_anybody()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await FullAsync(here, "Bo;0622222222;;;;");
        await here.ReplyAsync(Bo, "ja");

        await here.ReplyAsync(Ann, "nee");
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Contains("er is een plaats voor u", (await here.SentToAsync(Bo))[^1], StringComparison.Ordinal);
        Assert.Equal(HeardState.Told, (await here.InvitationAsync(meeting, Bo))!.PlaceFreed!.State);
        Assert.DoesNotContain(await TodayAsync(here), task => task.Kind is TodayKind.TellPlace);
    }

    [Fact]
    public void A_message_about_a_place_that_cannot_arrive_is_told_by_hand_and_survives_a_change_meanwhile()
    {
        var freed = An.Invitation with { Reply = Reply.Yes, Party = 1, PlaceFreed = new Heard(Moments.Monday, HeardState.OnItsWay) };
        var item = An.Outgoing(An.Message(MessageKind.PlaceFreed) with { State = MessageState.Sending, TriedAt = Moments.Monday }, An.Person, freed);

        var failed = DeliveryResult.Of(item, new MessageEvent.AddressBad("30003"), new SendingHours(TimeZoneInfo.Utc), Moments.Monday);
        var arrived = DeliveryResult.Of(item, new MessageEvent.Accepted("SM1"), new SendingHours(TimeZoneInfo.Utc), Moments.Monday);

        Assert.Equal(HeardState.ByHand, failed.Invitation!.PlaceFreed!.State);
        Assert.Equal(HeardState.Told, arrived.Invitation!.PlaceFreed!.State);
        Assert.Equal(HeardState.ByHand, failed.Onto(item, Meanwhile(item, freed with { Party = 2 }), Moments.Monday).Invitation!.PlaceFreed!.State);
        Assert.True(FreedPlace.NeedsCall(An.Meeting, failed.Invitation!, Moments.Monday));
        Assert.False(FreedPlace.NeedsCall(An.Meeting, arrived.Invitation!, Moments.Monday));
    }

    [Fact]
    public void A_place_is_told_by_hand_when_no_message_has_left_in_time_and_never_to_who_has_answered_since()
    {
        var freed = An.Invitation with { Reply = Reply.Yes, Party = 1, RepliedAt = Moments.Monday, PlaceFreed = new Heard(An.Meeting.StartsAt.AddHours(-2), HeardState.OnItsWay) };
        var late = An.Meeting.StartsAt.AddHours(-1);

        Assert.True(FreedPlace.NeedsCall(An.Meeting, freed, late));
        Assert.False(FreedPlace.NeedsCall(An.Meeting, freed, freed.PlaceFreed.Of));
        Assert.False(FreedPlace.NeedsCall(An.Meeting, freed with { RepliedAt = late }, late));
        Assert.False(FreedPlace.NeedsCall(An.Meeting, freed with { Waiting = true }, late));
        Assert.False(FreedPlace.NeedsCall(An.Meeting, freed with { Reply = Reply.No }, late));
    }

    /// <summary>Ann has the only place.</summary>
    private static async Task<Meeting> FullAsync(Neighbourhood here, string row)
    {
        var meeting = await here.PlanAsync(capacity: 1);
        await here.ImportTextAsync(meeting, Header + "Ann;0611111111;;;;\n" + row + "\n");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        await here.ReplyAsync(Ann, "ja");
        return meeting;
    }

    private static Outgoing Meanwhile(Outgoing item, Invitation invitation) => item with { Invitation = new(invitation, "2") };

    private static Task<IReadOnlyList<CallEntry>> CallsAsync(Neighbourhood here, Meeting meeting) => here.Get<ReadCalls>().HandleAsync(Neighbourhood.Group, meeting, default);

    private static Task<IReadOnlyList<TodayTask>> TodayAsync(Neighbourhood here) =>
        here.Get<ReadToday>().HandleAsync(Neighbourhood.Group, here.Now, default);
}
