using Outreach.Calls;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

/// <summary>A page or list that was opened before a meeting moved tells how it was: what is tapped on it is kept, and the news still goes.</summary>
public sealed class OutdatedPageTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task Whoever_was_called_from_a_list_of_before_a_change_still_hears_of_it()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, shownAt) = await MovedInTheEveningAsync(here);

        var noted = await here.Get<RecordCall>().HandleAsync(new CallCommand(Neighbourhood.Group, meeting.Id, (await here.WhoIsAsync(Ann))!.Id, CallAnswer.Yes, 2) { SeenAt = shownAt }, default);

        Assert.Equal(CallNoted.Outdated, noted);
        await HearsInTheMorningAsync(here, meeting);
    }

    [Fact]
    public async Task A_call_from_the_list_as_it_is_tells_them()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, _) = await MovedInTheEveningAsync(here);

        var noted = await here.Get<RecordCall>().HandleAsync(new CallCommand(Neighbourhood.Group, meeting.Id, (await here.WhoIsAsync(Ann))!.Id, CallAnswer.Yes, 2) { SeenAt = here.Now }, default);

        Assert.Equal(CallNoted.Noted, noted);
        await here.AdvanceAsync(TimeSpan.FromHours(14));
        Assert.DoesNotContain(await here.SentToAsync(Ann), text => text.Contains("De Fuik", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_answers_on_a_page_of_before_a_change_still_hears_of_it()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, shownAt) = await MovedInTheEveningAsync(here);

        await here.Get<RecordReply>().HandleAsync(
            new ReplyCommand(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, meeting.Id, Reply.Yes, 2) { IsOnTheirPage = true, SeenAt = shownAt }, default);

        await HearsInTheMorningAsync(here, meeting);
    }

    private static async Task<(Meeting Moved, DateTimeOffset ShownAt)> MovedInTheEveningAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "misschien");
        await here.AdvanceToAsync(new DateTimeOffset(here.Now.Date.AddDays(1).AddHours(19), TimeSpan.Zero));
        var shownAt = here.Now;
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        var (moved, _) = await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Place = "De Fuik" }, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));
        Assert.DoesNotContain(await here.SentToAsync(Ann), text => text.Contains("De Fuik", StringComparison.Ordinal));
        return (moved!, shownAt);
    }

    private static async Task HearsInTheMorningAsync(Neighbourhood here, Meeting meeting)
    {
        var invitation = (await here.InvitationAsync(meeting, Ann))!;
        Assert.Equal((Reply.Yes, 2), (invitation.Reply, invitation.Party));
        await here.AdvanceAsync(TimeSpan.FromHours(14));
        Assert.Contains("De Fuik", (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
    }
}
