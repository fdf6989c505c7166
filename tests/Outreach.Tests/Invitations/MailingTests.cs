using Outreach.Invitations;
using Outreach.Messages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Invitations;

public sealed class MailingTests
{
    private static readonly string[] Rows = [.. Enumerable.Range(0, 12).Select(i => $"Buur{i};06222222{i:d2};")];

    [Fact]
    public async Task A_cancelled_mailing_sends_nothing_and_a_new_one_may_follow()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        var mailing = (await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default))!;
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
        var mailing = (await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default))!;
        await here.Get<Mailings>().ChangeAsync(Neighbourhood.Group, meeting.Id, mailing.Id, MailingState.Paused, default);
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(0, (await here.FunnelAsync(meeting)).Invited);

        await here.Get<Mailings>().ChangeAsync(Neighbourhood.Group, meeting.Id, mailing.Id, MailingState.Running, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(12, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task A_spread_mailing_leaves_a_few_at_a_time()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, 4, default);

        await here.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.InRange((await here.FunnelAsync(meeting)).Invited, 3, 6);
        await here.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(12, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task Send_pressed_twice_asks_everybody_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, Rows);

        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();

        Assert.Single(await here.SentToAsync("+31622222203"));
        Assert.Equal(12, here.Rows<Message>("msg|").Count);
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
        Assert.InRange((await here.SentToAsync("+31611111111")).Count, 3, 4);
    }
}
