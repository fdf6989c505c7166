using Outreach.Languages;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Sending;

public sealed class MailingTests
{
    private static readonly string[] Rows = [.. Enumerable.Range(0, 12).Select(i => $"Buur{i};06222222{i:d2};")];

    [Fact]
    public async Task A_cancelled_mailing_sends_nothing_and_a_new_one_may_follow()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        var mailing = (await PressAsync(here, meeting)).Mailing!;
        await here.Get<Mailings>().ChangeAsync(Neighbourhood.Group, meeting.Id, mailing.Id, MailingState.Cancelled, default);
        await here.DrainAsync();
        Assert.Equal(0, (await here.FunnelAsync(meeting)).Invited);

        await here.InviteAsync(meeting, Rows);

        Assert.Equal(12, (await here.FunnelAsync(meeting)).Invited);
        Assert.Single(await here.SentToAsync("+31622222200"));
    }

    [Fact]
    public async Task A_paused_mailing_goes_on_when_it_is_resumed()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        var mailing = (await PressAsync(here, meeting)).Mailing!;
        await here.Get<Mailings>().ChangeAsync(Neighbourhood.Group, meeting.Id, mailing.Id, MailingState.Paused, default);
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(0, (await here.FunnelAsync(meeting)).Invited);

        await here.Get<Mailings>().ChangeAsync(Neighbourhood.Group, meeting.Id, mailing.Id, MailingState.Running, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(12, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task A_spread_mailing_goes_on_at_its_pace_after_a_night()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        await here.AdvanceToAsync(Moments.Monday.AddHours(8));
        await PressAsync(here, meeting, perHour: 2);

        await here.AdvanceToAsync(Moments.Monday.AddHours(24).AddMinutes(30));

        Assert.InRange((await here.FunnelAsync(meeting)).Invited, 4, 8);
    }

    [Fact]
    public async Task A_spread_mailing_leaves_a_few_at_a_time()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        await PressAsync(here, meeting, perHour: 4);

        await here.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.InRange((await here.FunnelAsync(meeting)).Invited, 3, 6);
        await here.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(12, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task A_spread_mailing_goes_on_at_its_pace_after_a_pause()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        var mailing = (await PressAsync(here, meeting, perHour: 4)).Mailing!.Id;
        var mailings = here.Get<Mailings>();
        Assert.True(await mailings.ChangeAsync(Neighbourhood.Group, meeting.Id, mailing, MailingState.Paused, default));
        await here.AdvanceAsync(TimeSpan.FromHours(4));
        Assert.InRange((await here.FunnelAsync(meeting)).Invited, 0, 2);

        Assert.True(await mailings.ChangeAsync(Neighbourhood.Group, meeting.Id, mailing, MailingState.Running, default));

        await here.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.InRange((await here.FunnelAsync(meeting)).Invited, 3, 7);
        await here.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(12, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task Send_pressed_twice_asks_everybody_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);

        var first = await PressAsync(here, meeting);
        var second = await PressAsync(here, meeting);
        await here.DrainAsync();
        var third = await PressAsync(here, meeting);

        Assert.Equal([(12, 0), (0, 12), (0, 0)], Counts(first, second, third));
        Assert.Equal(12, Assert.Single(await here.Get<Mailings>().ListAsync(Neighbourhood.Group, meeting.Id, default)).Queued);
        Assert.Single(await here.SentToAsync("+31622222203"));
        Assert.Equal(12, here.Rows<Message>("msg|").Count);
    }

    [Fact]
    public async Task Of_two_presses_at_once_one_counts()
    {
        var faults = new Faults();
        using var here = await Neighbourhood.OpenAsync(faults);
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        Task<SendOutcome>? other = null;
        faults.Hook = (moment, operation, target) =>
        {
            if (!IsMailingSaved(operation, target))
                return;
            faults.Hook = null;
            other = PressAsync(here, meeting);
        };

        var one = await PressAsync(here, meeting);

        Assert.Equal([(12, 0), (0, 12)], Counts(await other!, one));
        Assert.Equal(12, Assert.Single(await here.Get<Mailings>().ListAsync(Neighbourhood.Group, meeting.Id, default)).Queued);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_press_that_was_cut_off_before_anything_was_queued_is_made_good_by_the_next_or_by_itself(bool pressedAgain)
    {
        var faults = new Faults();
        using var here = await Neighbourhood.OpenAsync(faults);
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        faults.Hook = (moment, operation, target) =>
        {
            if (moment is Moment.After && IsMailingSaved(operation, target))
                throw new IOException("cut off");
        };
        await Assert.ThrowsAsync<IOException>(() => PressAsync(here, meeting));
        faults.Hook = null;

        if (pressedAgain)
            Assert.Equal([(0, 12)], Counts(await PressAsync(here, meeting)));
        await here.AdvanceAsync(pressedAgain ? TimeSpan.Zero : TimeSpan.FromMinutes(11));

        Assert.Equal(12, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task A_second_list_leaves_at_once_and_the_first_keeps_its_pace()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        await PressAsync(here, meeting, perHour: 4);
        await here.AdvanceAsync(TimeSpan.FromMinutes(61));
        var left = (await here.FunnelAsync(meeting)).Invited;

        await here.ImportAsync(meeting, "Ann;0611111111;", "Bob;0611111112;");
        var second = await PressAsync(here, meeting);
        await here.DrainAsync();

        Assert.Equal((2, 12 - left), (second.Queued, second.OnTheirWay));
        Assert.Equal(left + 2, (await here.FunnelAsync(meeting)).Invited);
        await here.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(14, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task Whoever_is_put_on_the_list_after_the_press_waits_for_the_next_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        // Known before, so that the ids of the late ones lie between those of the others.
        string[] known = [.. Enumerable.Range(0, 80).Select(i => $"Buur{i};06222222{i:d2};")];
        await here.ImportAsync(await here.PlanAsync(), known);
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, [.. known.Where((_, i) => i % 2 == 0)]);
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, new SendWish(From: here.Now.AddHours(3)), default);
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        await here.ImportAsync(meeting, known);

        await here.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Equal(40, (await here.FunnelAsync(meeting)).Invited);
        Assert.Equal([(40, 0)], Counts(await PressAsync(here, meeting)));
        await here.DrainAsync();
        Assert.Equal(80, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task A_press_does_not_wake_what_was_paused()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        var mailing = (await PressAsync(here, meeting)).Mailing!;
        await here.Get<Mailings>().ChangeAsync(Neighbourhood.Group, meeting.Id, mailing.Id, MailingState.Paused, default);

        var again = await PressAsync(here, meeting);
        await here.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal((0, 12, 0), (again.Queued, again.OnTheirWay, (await here.FunnelAsync(meeting)).Invited));
    }

    [Fact]
    public async Task What_has_left_or_was_cancelled_leaves_no_part_behind()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, Rows);
        await here.ImportAsync(meeting, "Ann;0611111111;");
        var mailing = (await PressAsync(here, meeting)).Mailing!;
        await here.Get<Mailings>().ChangeAsync(Neighbourhood.Group, meeting.Id, mailing.Id, MailingState.Cancelled, default);
        await here.DrainAsync();

        Assert.Empty(here.Rows<SendInvitationsJob>("part|", TableNames.Meetings));
    }

    [Fact]
    public async Task A_mailing_that_was_under_way_goes_on_where_its_group_has_moved_to()
    {
        using var before = await Neighbourhood.OpenAsync();
        var meeting = await before.PlanAsync();
        await before.ImportAsync(meeting, "Ann;0611111111;", "Bo;;bo@post.example");
        await before.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        using var file = new MemoryStream();
        await before.Get<ExportGroup>().HandleAsync(Neighbourhood.Group, file, default);

        file.Position = 0;
        using var after = await Neighbourhood.OpenAsync();
        await after.Get<ImportGroup>().HandleAsync(Neighbourhood.Group, file, default);
        await after.DrainAsync();

        Assert.Single(await after.SentToAsync("+31611111111"));
        Assert.Single(await after.SentToAsync("bo@post.example"));
    }

    [Fact]
    public async Task A_mailing_pressed_at_night_waits_for_the_morning()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.AdvanceAsync(TimeSpan.FromHours(12));
        await here.InviteAsync(meeting, Rows);
        Assert.Equal(0, (await here.FunnelAsync(meeting)).Invited);

        await here.AdvanceAsync(TimeSpan.FromHours(11));

        Assert.Equal(12, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task Nobody_gets_a_third_unasked_message_in_a_week()
    {
        using var here = await Neighbourhood.OpenAsync();
        for (var i = 0; i < 3; i++)
            await here.InviteAsync(await here.PlanAsync(inDays: 12 + i), "Ann;0611111111;");
        Assert.Equal(2, (await here.SentToAsync("+31611111111")).Count);

        await here.AdvanceAsync(TimeSpan.FromDays(6.5));
        Assert.Equal(2, (await here.SentToAsync("+31611111111")).Count);
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        // What waited comes due at one moment, and is sent by handlers beside each other.
        Assert.Equal(4, (await here.SentToAsync("+31611111111")).Count);
    }

    private static async Task<SendOutcome> PressAsync(Neighbourhood here, Meeting meeting, int? perHour = null) =>
        (await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, new SendWish(perHour), default))!;

    private static IEnumerable<(int Queued, int OnTheirWay)> Counts(params SendOutcome[] presses) => presses.Select(press => (press.Queued, press.OnTheirWay));

    private static bool IsMailingSaved(string operation, string target) =>
        operation == nameof(ITables.SubmitAsync) && target == $"{TableNames.Meetings}/{Neighbourhood.Group}";
}
