using Outreach.Calls;
using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Calls;

/// <summary>Whoever notes an answer for somebody learns that there is no room for it, while they still have them on the phone or at the door.</summary>
public sealed class KeptPlacesTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";

    [Theory]
    [InlineData(1, CallNoted.Noted, 1)]
    [InlineData(2, CallNoted.Noted, 2)]
    [InlineData(5, CallNoted.Kept, 1)]
    public async Task A_caller_learns_that_a_larger_party_stays_as_it_was(int party, CallNoted noted, int comes)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 2);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja");

        Assert.Equal(noted, await here.Get<RecordCall>().HandleAsync(new CallCommand(Neighbourhood.Group, meeting.Id, (await here.WhoIsAsync(Ann))!.Id, CallAnswer.Yes, party), default));

        Assert.Equal(comes, (await here.InvitationAsync(meeting, Ann))!.Party);
    }

    [Fact]
    public async Task A_caller_learns_that_whoever_was_called_waits_for_a_place()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 1);
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "ja");

        Assert.Equal(CallNoted.Waiting, await here.Get<RecordCall>().HandleAsync(new CallCommand(Neighbourhood.Group, meeting.Id, (await here.WhoIsAsync(Bo))!.Id, CallAnswer.Yes), default));
    }

    [Fact]
    public async Task A_wrong_number_leaves_nobody_on_the_call_list_of_another_meeting()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = (await here.PlanAsync(), await here.PlanAsync(inDays: 20));
        foreach (var meeting in new[] { first, second })
        {
            await here.ImportTextAsync(meeting, "naam;telefoon\nAnn;0301234567\n");
            await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
            await here.DrainAsync();
        }

        await here.Get<RecordCall>().HandleAsync(new CallCommand(Neighbourhood.Group, first.Id, Assert.Single(here.Invitations(first)).Person, CallAnswer.WrongNumber), default);

        Assert.Equal([Delivery.PermanentFailure, Delivery.PermanentFailure], new[] { first, second }.Select(meeting => Assert.Single(here.Invitations(meeting)).Delivery));
    }

    [Fact]
    public async Task A_wrong_number_that_is_tapped_twice_takes_off_one_number()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "naam;mobiel;telefoon\nAnn;0611111111;0301234567\n");
        var ann = (await here.WhoIsAsync(Ann))!.Id;
        var tap = new CallCommand(Neighbourhood.Group, meeting.Id, ann, CallAnswer.WrongNumber, Number: "+31301234567");

        await here.Get<RecordCall>().HandleAsync(tap, default);
        await here.Get<RecordCall>().HandleAsync(tap, default);

        var after = (await here.Get<PeopleStore>().FindAsync(Neighbourhood.Group, ann, default))!.Value;
        Assert.Equal((WrongContact.Code, null), (after.Landline!.BadCode, after.Mobile!.BadCode));
    }

    [Fact]
    public async Task Of_a_meeting_that_is_off_it_is_noted_who_did_not_answer()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja");
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = true }, default);
        var ann = (await here.WhoIsAsync(Ann))!.Id;

        Assert.Equal(CallNoted.Again, await here.Get<RecordCall>().HandleAsync(new CallCommand(Neighbourhood.Group, meeting.Id, ann, CallAnswer.NoAnswer), default));

        Assert.Equal(1, (await here.InvitationAsync(meeting, Ann))!.Called!.Unanswered);
    }

    [Fact]
    public async Task Whoever_rings_at_a_door_learns_that_all_places_are_taken_or_that_there_are_no_more()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 3);
        var (addresses, _) = TypedStreets.Read("Kerkstraat 1-3", CountryRules.Dutch);
        await here.Get<AddDoors>().HandleAsync(Neighbourhood.Group, meeting.Id, "Kerkstraat", [.. addresses.Select(address => new NewDoor(address, []))], default);
        var doors = await here.Get<DoorStore>().OfAsync(Neighbourhood.Group, meeting.Id, default);

        Assert.Equal(KnockOutcome.Noted, await KnockAsync("first", doors[0].Value, 2));
        Assert.Equal(KnockOutcome.Waiting, await KnockAsync("second", doors[1].Value, 2));
        Assert.Equal(KnockOutcome.Kept, await KnockAsync("third", doors[0].Value, 9));

        Task<KnockOutcome> KnockAsync(string id, Door door, int party) => here.Get<RecordKnock>().HandleAsync(
            new KnockCommand(Neighbourhood.Group, meeting.Id, door.Id, new Knock(id, 1, here.Now, DoorOutcome.Yes) { Party = party, Pair = 1 }, null, new Candidate()), default);
    }

    [Fact]
    public async Task A_place_that_comes_free_in_the_night_before_the_morning_is_told_at_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var planned = await here.PlanAsync(capacity: 1);
        var (meeting, _) = await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, planned.Id, new MeetingChange { StartsAt = planned.StartsAt.AddHours(-10) }, default);
        await here.InviteAsync(meeting!, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Bo, "ja");
        await here.AdvanceToAsync(meeting!.StartsAt.AddHours(-12));

        await here.ReplyAsync(Ann, "nee");
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Contains("er is een plaats voor u", (await here.SentToAsync(Bo))[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Reply.Yes, false)]
    [InlineData(Reply.No, false)]
    [InlineData(Reply.Maybe, false)]
    [InlineData(Reply.None, true)]
    public void An_invitation_that_goes_another_way_after_it_failed_is_not_sent_to_who_has_answered_meanwhile(Reply reply, bool isSent)
    {
        var person = An.Person with { Email = An.Contact("ann@post.example") };
        var item = An.Outgoing(An.Message() with { Channel = Channel.Email }, person, An.Invitation with { Reply = reply });

        var decision = SendRules.Decide(item, isBlocked: false, new SendingHours(TimeZoneInfo.Utc), Moments.Monday);

        Assert.Equal(isSent, decision is SendDecision.Send);
    }

    [Fact]
    public async Task A_yes_that_does_not_say_how_many_leaves_the_number_as_it_was()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja met 4");

        await here.Get<RecordCall>().HandleAsync(new CallCommand(Neighbourhood.Group, meeting.Id, (await here.WhoIsAsync(Ann))!.Id, CallAnswer.Yes), default);

        Assert.Equal(4, (await here.InvitationAsync(meeting, Ann))!.Party);
    }
}
