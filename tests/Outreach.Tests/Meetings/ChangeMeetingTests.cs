using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Privacy;
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
    public async Task Whoever_said_yes_before_there_was_a_number_of_places_keeps_the_place()
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
    public void A_place_that_is_the_same_but_for_spaces_has_not_moved() =>
        Assert.Null(new MeetingChange { Place = $" {An.Meeting.Place} " }.Onto(An.Meeting, Moments.Monday).ChangedAt);

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

    [Fact]
    public async Task Whoever_no_longer_comes_when_the_places_are_set_again_keeps_nobody_from_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await WithAnAnswerAsync(here, "ja 3");
        await here.ReplyAsync(Ann, "nee");

        await SetPlacesAsync(here, meeting, 4);
        await here.ReplyAsync(Bo, "ja 3");

        Assert.Equal((false, 3), await here.InvitationAsync(meeting, Bo) is { } bo ? (bo.Waiting, bo.Party) : default);
        Assert.Equal(3, await TakenAsync(here, meeting));
    }

    [Fact]
    public async Task Whoever_was_erased_when_the_places_are_set_again_keeps_nobody_from_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await WithAnAnswerAsync(here, "ja 3");
        await here.Get<Erase>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, "asked", default);

        await SetPlacesAsync(here, meeting, 4);
        await here.ReplyAsync(Bo, "ja 3");

        Assert.False((await here.InvitationAsync(meeting, Bo))!.Waiting);
    }

    [Fact]
    public async Task Whoever_comes_with_more_when_the_places_are_set_again_has_them_and_none_is_given_twice()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await WithAnAnswerAsync(here, "ja 1");
        await here.ReplyAsync(Ann, "ja 4");

        await SetPlacesAsync(here, meeting, 4);
        await here.ReplyAsync(Bo, "ja 3");

        Assert.Equal((false, 4), await here.InvitationAsync(meeting, Ann) is { } ann ? (ann.Waiting, ann.Party) : default);
        Assert.True((await here.InvitationAsync(meeting, Bo))!.Waiting);
        Assert.Equal(4, await TakenAsync(here, meeting));
    }

    [Fact]
    public async Task Whoever_was_told_that_they_are_welcome_keeps_their_place_though_the_meeting_is_fuller_than_its_places()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await WithAnAnswerAsync(here, "ja 2");
        await here.ReplyAsync(Bo, "ja 3");

        await SetPlacesAsync(here, meeting, 4);
        await here.ReplyAsync(Cas, "ja");
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((false, false, true), ((await here.InvitationAsync(meeting, Ann))!.Waiting, (await here.InvitationAsync(meeting, Bo))!.Waiting, (await here.InvitationAsync(meeting, Cas))!.Waiting));
        Assert.Equal(5, await TakenAsync(here, meeting));
        await here.FunnelAsync(meeting);
    }

    [Fact]
    public async Task A_meeting_that_is_over_does_not_move_and_nobody_is_told_that_it_did()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await HeldAsync(here);

        var (changed, problem) = await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(7) });
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((null, MeetingProblem.Over), (changed, problem));
        Assert.DoesNotContain(await here.SentToAsync(Ann), text => text.Contains("19 mrt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_meeting_that_is_over_is_not_called_off_and_who_came_is_thanked()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await HeldAsync(here);

        Assert.Equal((null, MeetingProblem.Over), await ChangeAsync(here, meeting, new MeetingChange { Cancelled = true }));
        await here.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Contains(here.Rows<Message>("msg|"), message => message.Kind is MessageKind.Thanks);
    }

    [Fact]
    public async Task A_meeting_that_has_begun_may_turn_out_to_be_off()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.AdvanceToAsync(meeting.StartsAt.AddMinutes(5));

        Assert.Null((await ChangeAsync(here, meeting, new MeetingChange { Cancelled = true })).Problem);
    }

    [Fact]
    public async Task A_meeting_that_is_over_is_not_opened_again_by_a_later_end()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.AdvanceToAsync(meeting.EndsAt.AddHours(1));

        var (_, problem) = await ChangeAsync(here, meeting, new MeetingChange { EndsAt = meeting.EndsAt.AddHours(3) });

        Assert.Equal(MeetingProblem.Over, problem);
    }

    [Fact]
    public async Task What_is_wrong_in_a_meeting_that_is_over_but_for_its_time_can_still_be_put_right()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.AdvanceToAsync(meeting.EndsAt);

        var (changed, _) = await ChangeAsync(here, meeting, new MeetingChange { Title = "Buurtfeest", StartsAt = meeting.StartsAt, EndsAt = meeting.EndsAt.AddHours(-1) });

        Assert.Equal(("Buurtfeest", meeting.EndsAt.AddHours(-1)), (changed!.Title, changed.EndsAt));
    }

    /// <summary>Four places; Ann answers; then the number of places is lifted.</summary>
    private static async Task<Meeting> WithAnAnswerAsync(Neighbourhood here, string answer)
    {
        var meeting = await here.PlanAsync(capacity: 4);
        await here.InviteAsync(meeting, Everybody);
        await here.ReplyAsync(Ann, answer);
        await SetPlacesAsync(here, meeting, 0);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        return meeting;
    }

    private static async Task<int> TakenAsync(Neighbourhood here, Meeting meeting) =>
        (await here.Get<MeetingStore>().FindSeatsAsync(Neighbourhood.Group, meeting.Id, default))!.Value.Holders.Sum(seat => seat.Party);

    private static async Task<Meeting> SetPlacesAsync(Neighbourhood here, Meeting meeting, int places)
    {
        return (await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Capacity = places, Cancelled = false }, default)).Meeting!;
    }

    /// <summary>Ann was there.</summary>
    private static async Task<Meeting> HeldAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, Everybody);
        await here.ReplyAsync(Ann, "ja");
        await here.AttendAsync(meeting, Ann);
        await here.AdvanceToAsync(meeting.EndsAt);
        return meeting;
    }

    private static Task<(Meeting? Meeting, MeetingProblem? Problem)> ChangeAsync(Neighbourhood here, Meeting meeting, MeetingChange change) =>
        here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, change, default);

    private static async Task PutAsync(Neighbourhood here, Meeting meeting)
    {
        var meetings = here.Get<MeetingStore>();
        await meetings.SaveAsync(Neighbourhood.Group, (await meetings.FindAsync(Neighbourhood.Group, meeting.Id, default))!, meeting, default);
    }
}
