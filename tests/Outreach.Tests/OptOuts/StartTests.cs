using Outreach.Contacts;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.OptOuts;

/// <summary>A start word after a stop: what they are invited to is open again.</summary>
public sealed class StartTests
{
    private const string Ann = "+31611111111";

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task Whoever_stops_before_their_invitation_leaves_and_starts_again_is_asked_by_the_next_press(int hoursBetween)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;ann@post.example");
        await here.ReplyAsync(Ann, "stop");
        await here.AdvanceAsync(TimeSpan.FromHours(hoursBetween));

        await here.ReplyAsync(Ann, "start");
        await here.DrainAsync();
        var quiet = (await here.SentToAsync(Ann)).Count;
        await here.InviteAsync(meeting);
        await here.InviteAsync(meeting);

        Assert.Equal((2, 3), (quiet, (await here.SentToAsync(Ann)).Count));
        Assert.Equal((Reply.None, Delivery.Delivered), await here.InvitationAsync(meeting, Ann) is { } asked ? (asked.Reply, asked.Delivery) : default);
        await here.ReplyAsync(Ann, "ja");
        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Yes);
    }

    [Fact]
    public async Task Whoever_stops_by_sms_and_starts_by_mail_hears_by_mail()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;ann@post.example");
        await here.ReplyAsync(Ann, "stop");
        var bySms = (await here.SentToAsync(Ann)).Count;

        await here.InboundAsync(new InboundEvent(InboundKind.Email, "in9", "ann@post.example", null, "start", here.Now.AddMinutes(1)));
        await here.AdvanceAsync(TimeSpan.FromDays(8));
        var byMail = (await here.SentToAsync("ann@post.example")).Count;
        await here.InviteAsync(await here.PlanAsync(inDays: 20), "Ann;0611111111;ann@post.example");

        Assert.Equal((bySms, byMail + 1), ((await here.SentToAsync(Ann)).Count, (await here.SentToAsync("ann@post.example")).Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_waits_for_the_morning_when_they_stop_and_start_leaves_once(bool startsAtNight)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;");
        await QueueAsync(here, meeting);
        await here.AdvanceToAsync(Moments.Monday.Date.AddHours(22));
        await here.ReplyAsync(Ann, "stop");
        if (startsAtNight)
            await here.ReplyAsync(Ann, "start");
        await here.AdvanceAsync(TimeSpan.FromHours(13));
        if (!startsAtNight)
            await here.ReplyAsync(Ann, "start");
        await here.InviteAsync(meeting);
        await here.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await here.SentToAsync(Ann), text => text.Contains("Buurtavond", StringComparison.Ordinal));
        Assert.Equal((Reply.None, Delivery.Delivered), await here.InvitationAsync(meeting, Ann) is { } asked ? (asked.Reply, asked.Delivery) : default);
    }

    [Fact]
    public async Task Whoever_starts_again_by_the_phone_is_asked_there_though_they_are_mailed_first()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "naam;mobiel;email;voorkeur\nAnn;0611111111;ann@post.example;email\n");
        await here.ReplyAsync("ann@post.example", "stop");

        await here.ReplyAsync(Ann, "start");
        await here.InviteAsync(meeting);

        Assert.Equal((Channel.Sms, Delivery.Delivered), await here.InvitationAsync(meeting, Ann) is { } asked ? (asked.Channel, asked.Delivery) : default);
    }

    [Fact]
    public async Task Whose_first_try_failed_before_they_stopped_is_asked_by_the_next_press()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        var (ann, before) = ((await here.WhoIsAsync(Ann))!, (await here.SentToAsync(Ann)).Count);
        var people = here.Get<PeopleStore>();
        var invitation = (await people.FindAsync(Neighbourhood.Group, meeting.Id, ann.Id, default))!;
        var changes = new Changes(Shard.Of(Neighbourhood.Group, ann.Id));
        changes.Change(invitation, invitation.Value with { Delivery = Delivery.Queued, SentAt = null });
        await people.SaveAsync(changes, default);
        await here.ReplyAsync(Ann, "stop");
        await here.ReplyAsync(Ann, "start");

        await here.InviteAsync(meeting);

        Assert.Equal(before + 3, (await here.SentToAsync(Ann)).Count);
        Assert.Equal((Reply.None, Delivery.Delivered), await here.InvitationAsync(meeting, Ann) is { } asked ? (asked.Reply, asked.Delivery) : default);
    }

    [Fact]
    public async Task Whoever_was_asked_and_starts_after_a_stop_is_not_asked_again_and_may_answer()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");
        await here.ReplyAsync(Ann, "start");

        await here.InviteAsync(meeting);

        Assert.Equal((Reply.None, Delivery.Delivered), await here.InvitationAsync(meeting, Ann) is { } asked ? (asked.Reply, asked.Delivery) : default);
        Assert.Equal(3, (await here.SentToAsync(Ann)).Count);
        Assert.Equal(0, (await here.FunnelAsync(meeting)).Replied);
    }

    /// <summary>It has a row of its own and waits for the morning.</summary>
    private static async Task QueueAsync(Neighbourhood here, Meeting meeting)
    {
        await here.AdvanceToAsync(Moments.Monday.Date.AddHours(21));
        await here.Get<AskOne>().HandleAsync(Neighbourhood.Group, meeting, (await here.WhoIsAsync(Ann))!.Id, default);
        await here.DrainAsync();
        Assert.Equal(Delivery.Queued, (await here.InvitationAsync(meeting, Ann))!.Delivery);
    }
}
