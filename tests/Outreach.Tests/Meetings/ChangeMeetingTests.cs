using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

public sealed class ChangeMeetingTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";
    private const string Cas = "+31633333333";

    private static readonly string[] Everybody = ["Ann;0611111111;", "Bo;0622222222;", "Cas;0633333333;"];

    [Fact]
    public async Task Who_said_yes_before_there_was_a_number_of_places_keeps_the_place()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, Everybody);
        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Bo, "ja");

        await SetPlacesAsync(here, meeting, 2);
        await here.ReplyAsync(Cas, "ja");

        Assert.False((await here.InvitationAsync(meeting, Ann))!.Waiting);
        Assert.False((await here.InvitationAsync(meeting, Bo))!.Waiting);
        Assert.True((await here.InvitationAsync(meeting, Cas))!.Waiting);
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Waiting);
    }

    [Fact]
    public async Task A_yes_that_was_on_its_way_when_the_places_were_set_is_given_one_by_the_clock()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, Everybody);
        var withPlaces = await SetPlacesAsync(here, meeting, 1);
        // Whoever handles this answer has read the meeting before it was changed.
        await PutAsync(here, withPlaces with { Capacity = null, CapacityAt = null });
        await here.ReplyAsync(Ann, "ja");
        await PutAsync(here, withPlaces);

        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        await here.ReplyAsync(Bo, "ja");

        Assert.False((await here.InvitationAsync(meeting, Ann))!.Waiting);
        Assert.True((await here.InvitationAsync(meeting, Bo))!.Waiting);
    }

    [Fact]
    public async Task Without_a_number_of_places_nobody_waits_any_longer_and_they_hear_of_it()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 1);
        await here.InviteAsync(meeting, Everybody);
        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Bo, "ja 2");
        Assert.True((await here.InvitationAsync(meeting, Bo))!.Waiting);
        var before = (await here.SentToAsync(Bo)).Count;

        await SetPlacesAsync(here, meeting, 0);
        await here.DrainAsync();
        await here.ReplyAsync(Cas, "ja");

        Assert.All(here.Invitations(meeting), invitation => Assert.False(invitation.Waiting));
        Assert.Equal(before + 1, (await here.SentToAsync(Bo)).Count);
        Assert.Equal(3, here.Invitations(meeting).Count(i => i.Reply is Reply.Yes));
        await here.FunnelAsync(meeting);
    }

    private static async Task<Meeting> SetPlacesAsync(Neighbourhood here, Meeting meeting, int places)
    {
        return (await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Capacity = places, Cancelled = false }, default)).Meeting!;
    }

    private static async Task PutAsync(Neighbourhood here, Meeting meeting)
    {
        var meetings = here.Get<MeetingStore>();
        await meetings.SaveAsync(Neighbourhood.Group, (await meetings.FindAsync(Neighbourhood.Group, meeting.Id, default))!, meeting, default);
    }
}
