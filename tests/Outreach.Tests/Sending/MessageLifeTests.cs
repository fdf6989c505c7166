using Outreach.Contacts;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Sending;

public sealed class MessageLifeTests
{
    private static readonly DateTimeOffset Now = Moments.Monday;
    private static readonly Message Claimed = An.Message().Apply(new MessageEvent.Claimed(), Now);

    [Fact]
    public void It_is_claimed_taken_and_delivered()
    {
        var taken = Claimed.Apply(new MessageEvent.Accepted("SM1"), Now);
        var there = taken.Apply(new MessageEvent.Delivered(null), Now);

        Assert.Equal((MessageState.Sending, Now, 1), (Claimed.State, Claimed.TriedAt, Claimed.Tries));
        Assert.Equal((MessageState.Sent, "SM1"), (taken.State, taken.ProviderId));
        Assert.Equal((MessageState.Delivered, "SM1"), (there.State, there.ProviderId));
    }

    [Fact]
    public void A_refusal_for_the_moment_puts_it_back_and_only_its_own_tries_count()
    {
        var busy = Claimed.Apply(new MessageEvent.TryLater("busy", TimeSpan.FromMinutes(1)), Now);
        var paced = Claimed.Apply(new MessageEvent.TryLater(MessageEvent.TryLater.Pace, TimeSpan.FromMinutes(1)), Now);
        var stopped = Claimed.Apply(new MessageEvent.ChannelStopped("401", "Check the key."), Now);

        Assert.Equal([(MessageState.Queued, null, 1), (MessageState.Queued, null, 0), (MessageState.Queued, null, 0)],
            ((MessageState, DateTimeOffset?, int)[])[.. new[] { busy, paced, stopped }.Select(message => (message.State, message.TriedAt, message.Tries))]);
    }

    [Fact]
    public void What_nobody_knows_changes_nothing_and_the_first_doubt_is_kept()
    {
        Assert.Equal(Claimed, Claimed.Apply(new MessageEvent.Unknown("time-out"), Now));
        var doubted = Claimed.Apply(new MessageEvent.AwaitsReport(Now.AddHours(1)), Now);

        Assert.Equal(Now, doubted.Apply(new MessageEvent.AwaitsReport(Now.AddHours(2)), Now.AddHours(1)).DoubtedAt);
    }

    [Fact]
    public void A_report_never_takes_it_back_but_for_a_mail_that_bounces_or_an_sms_that_arrives_after_all()
    {
        var failed = An.Message() with { Channel = Channel.Sms, State = MessageState.PermanentFailure, Code = "30003" };
        var arrived = new MessageEvent.Delivered("SM1");
        Assert.True(failed.IsChangedBy(arrived));
        Assert.Equal((MessageState.Delivered, null), failed.Apply(arrived, Now) is var late ? (late.State, late.Code) : default);
        // Its mail server took it before it sent it back.
        Assert.False((failed with { Channel = Channel.Email }).IsChangedBy(arrived));
        Assert.False((failed with { State = MessageState.Dropped }).IsChangedBy(arrived));
        var there = An.Message() with { State = MessageState.Delivered };
        var bounce = new MessageEvent.AddressBad("5.1.1");

        Assert.False(there.IsChangedBy(new MessageEvent.Undelivered("30003")));
        Assert.False(there.IsChangedBy(bounce));
        Assert.True((there with { Channel = Channel.Email }).IsChangedBy(bounce));
        Assert.False((there with { Channel = Channel.Email, State = MessageState.PermanentFailure }).IsChangedBy(bounce));
        Assert.True(there.IsChangedBy(new MessageEvent.OptedOut("21610")));
    }

    [Fact]
    public void That_the_provider_took_it_is_news_only_where_it_was_in_doubt()
    {
        var taken = new MessageEvent.Accepted("SM1");

        Assert.True(Claimed.IsChangedBy(taken));
        Assert.False((Claimed with { State = MessageState.Sent }).IsChangedBy(taken));
    }

    [Theory]
    [InlineData(MessageState.Queued, Delivery.Queued)]
    [InlineData(MessageState.Sending, Delivery.Sending)]
    [InlineData(MessageState.Sent, Delivery.Sent)]
    [InlineData(MessageState.Delivered, Delivery.Delivered)]
    [InlineData(MessageState.PermanentFailure, Delivery.PermanentFailure)]
    public void The_delivery_of_an_invitation_is_that_of_its_message(MessageState state, Delivery delivery) =>
        Assert.Equal(delivery, An.Invitation.CarriedBy(Claimed with { State = state }, null, null, Now).Delivery);

    [Fact]
    public void A_failure_waits_for_the_second_try_or_the_next_channel_or_goes_on_paper()
    {
        var failed = Claimed.Apply(new MessageEvent.Undelivered("30003"), Now);
        var again = failed.Anew("ask-again", Channel.Sms, Now) with { IsSecondTry = true };
        var mail = failed.Anew("ask-email", Channel.Email, Now);

        Assert.Equal(Delivery.TemporaryFailure, An.Invitation.CarriedBy(failed, again, null, Now).Delivery);
        Assert.Equal((Delivery.Queued, Channel.Email), An.Invitation.CarriedBy(failed, mail, null, Now) is var queued ? (queued.Delivery, queued.Channel) : default);
        Assert.Equal((Delivery.HandedOn, Channel.Door), An.Invitation.CarriedBy(failed, null, Channel.Door, Now) is var door ? (door.Delivery, door.Channel) : default);
    }
}
