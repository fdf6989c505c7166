using Outreach.Funnel;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

public sealed class PlacesTests
{
    [Fact]
    public async Task Sign_ups_and_who_came_are_counted_at_the_place_whose_code_they_used()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var add = here.Get<AddPlace>();
        var pharmacy = (await add.HandleAsync(Neighbourhood.Group, meeting.Id, "Apotheek", PlaceKind.Pharmacy, default))!;
        var chat = (await add.HandleAsync(Neighbourhood.Group, meeting.Id, "Buurtapp", PlaceKind.Chat, default))!;

        foreach (var (phone, place, party) in new[] { ("0612345601", pharmacy, 2), ("0612345602", pharmacy, 1), ("0612345603", chat, 1) })
            Assert.IsType<PassedOnOutcome.SignedUp>(await here.Get<AnswerPassedOn>().SentAsync(place.Code, Neighbourhood.Candidate("Buur", phone), party, here.Now, default));
        await here.AttendAsync(meeting, "+31612345601");

        var counts = (await here.Get<ReadPlaces>().HandleAsync(Neighbourhood.Group, meeting.Id, default)).ToDictionary(one => one.Place.Name);
        Assert.Equal((2, 3, 1), (counts["Apotheek"].SignedUp, counts["Apotheek"].People, counts["Apotheek"].Came));
        Assert.Equal((1, 1, 0), (counts["Buurtapp"].SignedUp, counts["Buurtapp"].People, counts["Buurtapp"].Came));
        Assert.Equal(3, here.Invitations(meeting).Count(invitation => invitation.Source is Source.FlyerCode));

        var bySource = MeetingFunnel.Of(await here.Get<Tallies>().SumAsync(Neighbourhood.Group, meeting.Id, default))
            .WithPlaces(await here.Get<ReadPlaces>().FunnelAsync(Neighbourhood.Group, meeting.Id, default)).By["source"];
        Assert.Equal((3, 2, 1), (bySource["flyerCode"].Yes, bySource[pharmacy.Code.Value].Yes, bySource[chat.Code.Value].Yes));
        Assert.Equal((1, 0), (bySource[pharmacy.Code.Value].Attended, bySource[chat.Code.Value].Attended));
    }

    [Fact]
    public async Task A_place_that_is_added_twice_keeps_its_code_and_one_without_a_name_gets_none()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var add = here.Get<AddPlace>();

        var first = await add.HandleAsync(Neighbourhood.Group, meeting.Id, "Apotheek", PlaceKind.Pharmacy, default);
        var again = await add.HandleAsync(Neighbourhood.Group, meeting.Id, " apotheek ", PlaceKind.Pharmacy, default);

        Assert.Equal(first, again);
        Assert.Null(await add.HandleAsync(Neighbourhood.Group, meeting.Id, "  ", PlaceKind.Shop, default));
    }
}
