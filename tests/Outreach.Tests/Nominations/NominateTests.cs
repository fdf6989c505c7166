using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Nominations;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Nominations;

public sealed class NominateTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";

    [Fact]
    public async Task Only_who_came_may_name_a_neighbour()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        Assert.IsType<NominateOutcome.NotAttended>(await here.NominateAsync(meeting, Ann, Bo));
    }

    [Fact]
    public async Task Nobody_names_themselves()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = await CameAsync(here);

        Assert.IsType<NominateOutcome.Themselves>(await here.NominateAsync(first, Ann, Ann));

        Assert.Empty(here.Invitations(second));
        Assert.Equal(new NominateOutcome.Nominated(2), await here.NominateAsync(first, Ann, Bo));
    }

    [Fact]
    public async Task A_number_that_we_know_by_another_name_invites_nobody()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = await CameAsync(here);
        await here.ImportAsync(await here.PlanAsync(inDays: 90), "Carla Visser;0622222222;");

        Assert.Equal(new NominateOutcome.OthersNumber(), await here.NominateAsync(first, Ann, Bo, "Bo Jansen"));
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Empty(here.Invitations(second));
        Assert.Empty(await here.SentToAsync(Bo));
        Assert.Equal(new NominateOutcome.Nominated(2), await here.NominateAsync(first, Ann, Bo, "Carla"));
    }

    [Fact]
    public async Task Naming_the_same_neighbour_again_neither_counts_nor_invites_twice()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = await CameAsync(here);

        Assert.Equal(new NominateOutcome.Nominated(2), await here.NominateAsync(first, Ann, Bo));
        Assert.Equal(new NominateOutcome.Nominated(2), await here.NominateAsync(first, Ann, Bo));
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        var invitation = Assert.Single(here.Invitations(second));
        Assert.Equal((1, Source.Nomination), (invitation.Wave, invitation.Source));
        Assert.Single(await here.SentToAsync(Bo));
    }

    [Fact]
    public async Task Whoever_was_named_while_no_meeting_was_planned_is_invited_to_the_next_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        var first = await NamedWithoutANextAsync(here);
        Assert.Empty(await here.SentToAsync(Bo));

        await here.AdvanceAsync(TimeSpan.FromDays(6));
        var second = await here.PlanAsync(inDays: 20);
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        var invitation = Assert.Single(here.Invitations(second));
        Assert.Equal((1, Source.Nomination), (invitation.Wave, invitation.Source));
        Assert.Contains("Ann", Assert.Single(await here.SentToAsync(Bo)), StringComparison.Ordinal);
        Assert.Empty(await here.Get<WaitingNominees>().ListAsync(Neighbourhood.Group, default));
        Assert.Equal(1, (await here.FunnelAsync(first)).Attended);
    }

    [Fact]
    public async Task Whoever_waits_for_a_meeting_for_thirty_days_is_forgotten()
    {
        using var here = await Neighbourhood.OpenAsync();
        await NamedWithoutANextAsync(here);

        await here.AdvanceAsync(TimeSpan.FromDays(31));

        Assert.Null(await here.WhoIsAsync(Bo));
        Assert.NotNull(await here.WhoIsAsync(Ann));
        Assert.Empty(await here.Get<WaitingNominees>().ListAsync(Neighbourhood.Group, default));
    }

    [Fact]
    public async Task Somebody_of_a_list_who_waits_too_long_is_not_invited_and_stays()
    {
        using var here = await Neighbourhood.OpenAsync();
        await NamedWithoutANextAsync(here, "Bo;0622222222;");

        await here.AdvanceAsync(TimeSpan.FromDays(31));

        Assert.NotNull(await here.WhoIsAsync(Bo));
        Assert.Empty(await here.Get<WaitingNominees>().ListAsync(Neighbourhood.Group, default));
    }

    [Fact]
    public async Task Whoever_says_stop_while_they_wait_is_not_invited()
    {
        using var here = await Neighbourhood.OpenAsync();
        await NamedWithoutANextAsync(here);
        await here.ReplyAsync(Bo, "stop");

        var second = await here.PlanAsync(inDays: 20);
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Empty(here.Invitations(second));
        // What was sent before is erased with them; what came after would be kept.
        Assert.Empty(await here.SentToAsync(Bo));
    }

    [Fact]
    public async Task After_the_quota_was_lowered_below_what_was_used_none_are_left_and_never_fewer()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, _) = await CameAsync(here);
        await here.NominateAsync(first, Ann, Bo);
        await here.NominateAsync(first, Ann, "+31633333333");
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, first.Id, new MeetingChange { Quota = 1 }, default);

        Assert.Equal(new NominateOutcome.Nominated(0), await here.NominateAsync(first, Ann, Bo));
    }

    [Fact]
    public async Task Whose_meeting_is_gone_waits_for_a_next_one_no_longer_than_others()
    {
        using var here = await Neighbourhood.OpenAsync();
        await NamedWithoutANextAsync(here);
        var nominee = Assert.Single(await here.Get<WaitingNominees>().ListAsync(Neighbourhood.Group, default));
        await here.Get<WaitingNominees>().ChangeAsync(Neighbourhood.Group, nominee with { CameTo = MeetingId.New(Moments.Monday) }, default);

        await here.AdvanceAsync(TimeSpan.FromDays(31));

        Assert.Null(await here.WhoIsAsync(Bo));
        Assert.Empty(await here.Get<WaitingNominees>().ListAsync(Neighbourhood.Group, default));
    }

    [Fact]
    public async Task The_quota_holds_for_names_and_codes_together()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, _) = await CameAsync(here, quota: 2);
        await here.NominateAsync(first, Ann, Bo);
        Assert.IsType<NominateOutcome.PassedOn>(await PassOnAsync(here, first));

        Assert.IsType<NominateOutcome.QuotaReached>(await here.NominateAsync(first, Ann, "+31633333333"));
        Assert.IsType<NominateOutcome.QuotaReached>(await PassOnAsync(here, first));
    }

    [Fact]
    public async Task The_nominator_never_learns_that_somebody_said_stop()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = await CameAsync(here);
        await here.ReplyAsync(Bo, "stop");

        Assert.IsType<NominateOutcome.Nominated>(await here.NominateAsync(first, Ann, Bo));
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Empty(here.Invitations(second));
        Assert.Empty(await here.SentToAsync(Bo));
    }

    [Fact]
    public async Task A_passed_on_code_is_good_for_one_neighbour_who_may_answer_again()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = await CameAsync(here);
        var code = ((NominateOutcome.PassedOn)await PassOnAsync(here, first)).Code;

        Assert.IsType<PassedOnOutcome.SignedUp>(await AnswerAsync(here, code, Bo, Reply.Yes));
        Assert.IsType<PassedOnOutcome.Used>(await AnswerAsync(here, code, "+31633333333", Reply.Yes));
        Assert.IsType<PassedOnOutcome.SignedUp>(await AnswerAsync(here, code, Bo, Reply.No));

        Assert.Equal(Reply.No, Assert.Single(here.Invitations(second)).Reply);
        Assert.Null(await here.WhoIsAsync("+31633333333"));
    }

    [Fact]
    public async Task A_walk_in_is_there_and_was_never_invited()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();

        await here.Get<WalkIn>().HandleAsync(new WalkInCommand(Neighbourhood.Group, meeting.Id, Neighbourhood.Candidate("Bo", Bo)), default);
        await here.Get<WalkIn>().HandleAsync(new WalkInCommand(Neighbourhood.Group, meeting.Id, Neighbourhood.Candidate("Bo", Bo)), default);
        await here.Get<WalkIn>().HandleAsync(new WalkInCommand(Neighbourhood.Group, meeting.Id, Neighbourhood.Candidate("Zomaar")), default);

        Assert.Equal((0, 2), ((await here.FunnelAsync(meeting)).Invited, (await here.FunnelAsync(meeting)).Attended));
    }

    [Fact]
    public void A_nominee_is_invited_to_the_next_of_the_series_and_never_to_one_that_has_begun()
    {
        var next = An.Meeting with { Id = MeetingId.New(Moments.Monday.AddDays(1)), StartsAt = An.Meeting.StartsAt.AddDays(14), Series = "avond" };
        var other = next with { Id = MeetingId.New(Moments.Monday.AddDays(2)), StartsAt = An.Meeting.StartsAt.AddDays(7), Series = null };
        var series = An.Meeting with { Series = "avond" };

        Assert.Equal(series, Snowball.Target(series, [series, next, other], Moments.Monday));
        Assert.Equal(next, Snowball.Target(series, [series, next, other], series.StartsAt));
        Assert.Equal(other, Snowball.Target(An.Meeting, [An.Meeting, next, other], An.Meeting.StartsAt));
        Assert.Null(Snowball.Target(series, [series], series.StartsAt));
        Assert.Null(Snowball.Target(series, [series, next with { Audience = Audience.Professionals }], series.StartsAt));
    }

    private static async Task<Meeting> NamedWithoutANextAsync(Neighbourhood here, params string[] alsoListed)
    {
        var first = await here.PlanAsync(inDays: 3);
        await here.InviteAsync(first, "Ann;0611111111;");
        await here.AttendAsync(first, Ann);
        await here.AdvanceToAsync(first.EndsAt.AddHours(1));
        await here.ImportAsync(first, alsoListed);
        Assert.Equal(new NominateOutcome.Nominated(2), await here.NominateAsync(first, Ann, Bo));
        return first;
    }

    private static async Task<(Meeting First, Meeting Second)> CameAsync(Neighbourhood here, int quota = 3)
    {
        var first = await here.PlanAsync(inDays: 3, quota: quota);
        var second = await here.PlanAsync(inDays: 14);
        await here.InviteAsync(first, "Ann;0611111111;");
        await here.AttendAsync(first, Ann);
        await here.AdvanceToAsync(first.EndsAt.AddHours(1));
        return (first, second);
    }

    private static async Task<NominateOutcome> PassOnAsync(Neighbourhood here, Meeting meeting) =>
        await here.Get<PassOn>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, meeting.Id, default);

    private static Task<PassedOnOutcome> AnswerAsync(Neighbourhood here, Code code, string phone, Reply reply) =>
        here.Get<AnswerPassedOn>().HandleAsync(code, Neighbourhood.Candidate("Buur", phone), reply, 1, default);
}
