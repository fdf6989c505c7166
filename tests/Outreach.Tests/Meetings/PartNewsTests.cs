using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

/// <summary>People with a part in a meeting hear that it moves or is off, like those who said yes to it.</summary>
public sealed class PartNewsTests
{
    private const string Bo = "+31622222222";

    [Fact]
    public async Task Helpers_hear_once_that_a_meeting_is_off_and_get_no_reminder()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await HelpedAsync(here);

        await ChangeAsync(here, meeting, new MeetingChange { Cancelled = true });
        await here.AdvanceToAsync(meeting.EndsAt);

        Assert.Contains("gaat niet door", Assert.Single(await here.SentToAsync(Bo)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Helpers_hear_once_that_a_meeting_moved_and_are_reminded_of_the_new_day()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await HelpedAsync(here);

        await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1) });
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        var told = await here.SentToAsync(Bo);
        await here.AdvanceToAsync(meeting.EndsAt.AddDays(1));

        Assert.Contains("vr 13 mrt", Assert.Single(told), StringComparison.Ordinal);
        Assert.DoesNotContain("STOP", told[0], StringComparison.Ordinal);
        Assert.Equal(2, (await here.SentToAsync(Bo)).Count);
    }

    [Fact]
    public async Task Helpers_who_were_told_of_the_day_hear_at_once_of_another_hour()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await HelpedAsync(here);
        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-24));

        await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddHours(-10) });
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Contains("09:00", (await here.SentToAsync(Bo))[^1], StringComparison.Ordinal);
        Assert.Equal(2, (await here.SentToAsync(Bo)).Count);
    }

    [Fact]
    public async Task Whoever_said_stop_after_the_message_is_to_be_called()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await HelpedAsync(here);
        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-20));
        Assert.Equal(0, (await here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, meeting, default)).Parts);

        await here.ReplyAsync(Bo, "stop");

        Assert.Equal(1, (await here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, meeting, default)).Parts);
    }

    [Fact]
    public async Task Whoever_said_yes_as_well_hears_it_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Bo;0622222222;");
        await here.ReplyAsync(Bo, "ja");
        await here.Get<GivePart>().HandleAsync(Neighbourhood.Group, meeting.Id, PartKind.Host, Neighbourhood.Candidate("Bo", Bo), null, default);

        await ChangeAsync(here, meeting, new MeetingChange { Place = "De Fuik" });
        await here.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await here.SentToAsync(Bo), text => text.Contains("De Fuik", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_they_hear_of_it_is_not_one_of_the_two_unasked_messages_a_week()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await HelpedAsync(here);

        await ChangeAsync(here, meeting, new MeetingChange { Place = "De Fuik" });
        await here.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await here.SentToAsync(Bo));
        Assert.Empty((await here.WhoIsAsync(Bo))!.Unasked);
    }

    [Fact]
    public async Task A_helper_who_was_told_of_the_day_and_whom_the_news_does_not_reach_is_to_be_called()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await HelpedAsync(here);
        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-24));
        await here.ReplyAsync(Bo, "stop");

        await ChangeAsync(here, meeting, new MeetingChange { Place = "De Fuik" });
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        var moved = await here.Get<MeetingStore>().GetAsync(Neighbourhood.Group, meeting.Id, default);
        var part = Assert.Single(await here.Get<MeetingParts>().ListAsync(Neighbourhood.Group, meeting.Id, default)).Value;
        Assert.NotNull(part.ToldOf);
        Assert.True(News.NeedsCall(moved, new GivenPart(part, await here.WhoIsAsync(Bo)), here.Now));
        Assert.DoesNotContain(await here.SentToAsync(Bo), text => text.Contains("De Fuik", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_helper_whose_message_fails_by_every_way_is_to_be_called()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await HelpedAsync(here);
        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-20));
        Assert.False(await NeedsCallAsync(here, meeting));

        var sent = Assert.Single(await here.Get<PeopleStore>().MessagesAsync(Neighbourhood.Group, (await here.WhoIsAsync(Bo))!.Id, default).ToListAsync());
        var changes = new Changes(Shard.Of(Neighbourhood.Group, sent.Value.Person));
        changes.Change(sent, sent.Value with { State = MessageState.PermanentFailure, Code = "30008" });
        await here.Get<PeopleStore>().SaveAsync(changes, default);

        Assert.True(await NeedsCallAsync(here, meeting));
        Assert.Equal(1, (await here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, meeting, default)).Parts);
    }

    private static async Task<bool> NeedsCallAsync(Neighbourhood here, Meeting meeting) =>
        News.NeedsCall(meeting, Assert.Single(await here.Get<ReadParts>().HandleAsync(Neighbourhood.Group, meeting, default)), here.Now);

    [Fact]
    public void Whoever_no_message_reaches_any_more_is_to_be_called_though_one_has_left()
    {
        var off = An.Meeting with { CancelledAt = Moments.Monday.AddDays(1) };
        var part = new MeetingPart("part", off.Id, PartKind.Speaker, An.Person.Id, null, Moments.Monday) { NewsOf = off.CancelledAt };
        var bounced = An.Person with { Mobile = An.Person.Mobile! with { BadCode = "30005" } };

        Assert.False(News.NeedsCall(off, new GivenPart(part, An.Person), Moments.Monday.AddDays(2)));
        Assert.True(News.NeedsCall(off, new GivenPart(part, bounced), Moments.Monday.AddDays(2)));
    }

    [Fact]
    public async Task A_host_who_is_invited_too_hears_once_and_is_not_on_the_call_list_as_if_they_had_not()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await HelpedAsync(here);
        await here.InviteAsync(meeting, "Bo;0622222222;");
        await here.ReplyAsync(Bo, "ja");
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        var before = (await here.SentToAsync(Bo)).Count;

        await ChangeAsync(here, meeting, new MeetingChange { Place = "De Fuik" });
        await here.AdvanceAsync(TimeSpan.FromHours(1));

        var invitation = (await here.InvitationAsync(meeting, Bo))!;
        Assert.Equal((before + 1, HeardState.Told), ((await here.SentToAsync(Bo)).Count, invitation.News?.State));
        Assert.True(invitation.HasHeardOf((await here.Get<MeetingStore>().GetAsync(Neighbourhood.Group, meeting.Id, default)).NewsAt!.Value));
    }

    private static async Task<Meeting> HelpedAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        await here.Get<GivePart>().HandleAsync(Neighbourhood.Group, meeting.Id, PartKind.Host, Neighbourhood.Candidate("Bo", Bo), null, default);
        return meeting;
    }

    private static Task ChangeAsync(Neighbourhood here, Meeting meeting, MeetingChange change) => here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, change, default);
}
