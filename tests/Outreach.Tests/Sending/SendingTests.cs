using Outreach.Contacts;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Sending;

public sealed class SendingTests
{
    private static readonly SendingHours Hours = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
    private static readonly DateTimeOffset Now = Moments.Monday;

    [Fact]
    public void A_message_leaves_within_sending_hours() => Assert.Equal(new SendDecision.Send(Channel.Sms, "+31611111111"), Decide(An.Message(), An.Person));

    [Fact]
    public void By_night_it_waits_for_the_morning() =>
        Assert.IsType<SendDecision.Wait>(SendRules.Decide(An.Outgoing(An.Message(), An.Person), isBlocked: false, Hours, Now.AddHours(12)));

    [Fact]
    public void After_a_stop_it_is_dropped() => Assert.Equal(new SendDecision.Drop("stopped"), Decide(An.Message(), An.Person with { StoppedAt = Now }));

    [Fact]
    public void A_suppressed_number_gets_nothing_and_no_other_channel_is_tried() =>
        Assert.Equal(new SendDecision.Drop("stopped"), SendRules.Decide(An.Outgoing(An.Message(), An.Person), isBlocked: true, Hours, Now));

    [Fact]
    public void The_answer_to_a_stop_leaves_even_so_and_even_at_night() => Assert.IsType<SendDecision.Send>(
        SendRules.Decide(An.Outgoing(An.Message(MessageKind.Stopped) with { IsAnswer = true }, An.Person with { StoppedAt = Now }), isBlocked: true, Hours, Now.AddHours(12)));

    [Fact]
    public void An_answer_leaves_at_night_but_not_its_second_try_hours_later_unless_a_meeting_is_off()
    {
        var answer = An.Message(MessageKind.ConfirmYes) with { IsAnswer = true };

        Assert.IsType<SendDecision.Send>(AtNight(answer));
        Assert.Equal(new SendDecision.Wait(Hours.NextOpening(Now.AddHours(12))), AtNight(answer with { IsSecondTry = true }));
        Assert.IsType<SendDecision.Send>(AtNight(answer with { IsSecondTry = true, Kind = MessageKind.MeetingCancelled }));

        static SendDecision AtNight(Message message) => SendRules.Decide(An.Outgoing(message, An.Person), isBlocked: false, Hours, Now.AddHours(12));
    }

    [Fact]
    public void A_wrong_number_is_confirmed_though_it_is_suppressed_by_then() =>
        Assert.IsType<SendDecision.Send>(SendRules.Decide(An.Outgoing(An.Message(MessageKind.WrongNumber) with { IsAnswer = true }, An.Person), isBlocked: true, Hours, Now));

    [Fact]
    public void What_stood_on_a_form_gets_no_late_confirmation_after_another_message()
    {
        var confirmation = An.Message(MessageKind.ConfirmYes) with { IsAnswer = true, AsksWhetherItWasThem = true };
        var form = An.Contact("+31611111111", Basis.Form);

        Assert.Equal(new SendDecision.Drop("overtaken"), Decide(confirmation, An.Person with { Mobile = form with { AskedAt = Now.AddMinutes(1) } }));
        Assert.IsType<SendDecision.Send>(Decide(confirmation, An.Person with { Mobile = form with { AskedAt = form.Ground.At } }));
        Assert.IsType<SendDecision.Send>(Decide(confirmation, An.Person with { Mobile = form }));
    }

    [Theory]
    [InlineData(MessageKind.ConfirmYes)]
    [InlineData(MessageKind.WrongNumber)]
    [InlineData(MessageKind.APersonWillRead)]
    [InlineData(MessageKind.InboxAnswer)]
    public void No_other_answer_follows_a_stop(MessageKind kind) =>
        Assert.Equal(new SendDecision.Drop("stopped"), Decide(An.Message(kind) with { IsAnswer = true }, An.Person with { StoppedAt = Now }));

    [Theory]
    [InlineData(30, false)]
    [InlineData(600, true)]
    public void By_night_an_answer_by_hand_leaves_at_once_only_to_who_has_just_written(int minutesAgo, bool waits)
    {
        var night = new DateTimeOffset(Now.Date.AddHours(23), TimeSpan.Zero);
        var answer = An.Message(MessageKind.InboxAnswer) with { IsAnswer = true, At = night.AddMinutes(-minutesAgo), Address = "+31611111111" };

        var decision = SendRules.Decide(An.Outgoing(answer, An.Person), isBlocked: false, Hours, night);

        Assert.Equal(waits ? new SendDecision.Wait(Hours.NextOpening(night)) : new SendDecision.Send(Channel.Sms, "+31611111111"), decision);
    }

    [Fact]
    public void A_third_unasked_message_waits_until_the_first_is_a_week_old()
    {
        var person = An.Person with { Unasked = [Now.AddDays(-1), Now.AddDays(-2)] };

        Assert.Equal(new SendDecision.Wait(Hours.NextOpening(Now.AddDays(5))), Decide(An.Message(MessageKind.Nudge), person));
        Assert.IsType<SendDecision.Send>(Decide(An.Message(MessageKind.Reminder), person, An.Invitation with { Reply = Reply.Yes }));
        Assert.IsType<SendDecision.Send>(Decide(An.Message(MessageKind.Nudge) with { State = MessageState.Sending, TriedAt = Now.AddDays(-1) }, person));
    }

    [Fact]
    public void Of_two_messages_to_what_stood_on_a_form_only_the_one_that_is_in_doubt_may_leave()
    {
        var person = (An.Person with { Mobile = An.Contact("+31611111111", Basis.Form) }).WithOneMessageUsed(Now.AddHours(1));
        var welcome = An.Message(MessageKind.Welcome) with { State = MessageState.Sending, TriedAt = Now.AddHours(1) };

        Assert.IsType<SendDecision.Send>(Decide(welcome, person));
        Assert.Equal(new SendDecision.Unreachable(), Decide(welcome with { State = MessageState.Queued, TriedAt = Now }, person));
        Assert.Equal(new SendDecision.Drop(DropReason.Overtaken), Decide(An.Message(MessageKind.ConfirmYes) with { IsAnswer = true, AsksWhetherItWasThem = true }, person));
    }

    [Theory]
    [InlineData(MessageKind.Nudge, Reply.No)]
    [InlineData(MessageKind.Reminder, Reply.No)]
    [InlineData(MessageKind.PlaceFreed, Reply.Maybe)]
    public void What_an_answer_has_overtaken_is_dropped(MessageKind kind, Reply reply) =>
        Assert.Equal(new SendDecision.Drop("answered"), Decide(An.Message(kind), An.Person, An.Invitation with { Reply = reply }));

    [Fact]
    public void An_invitation_to_a_meeting_that_has_begun_is_too_late() =>
        Assert.Equal(new SendDecision.Drop("too-late"), SendRules.Decide(An.Outgoing(An.Message(), An.Person), isBlocked: false, Hours, An.Meeting.StartsAt));

    [Fact]
    public void Of_a_cancelled_meeting_only_that_news_leaves()
    {
        var cancelled = An.Meeting with { CancelledAt = Now };

        Assert.Equal(new SendDecision.Drop("cancelled"), SendRules.Decide(An.Outgoing(An.Message(), An.Person) with { Meeting = cancelled }, isBlocked: false, Hours, Now));
        Assert.IsType<SendDecision.Send>(SendRules.Decide(An.Outgoing(An.Message(MessageKind.MeetingCancelled), An.Person) with { Meeting = cancelled }, isBlocked: false, Hours, Now));
    }

    [Fact]
    public void Without_a_ground_a_number_gets_nothing_unasked() => Assert.Equal(
        new SendDecision.Unreachable(), Decide(An.Message(), An.Person with { Mobile = An.Contact("+31611111111", Basis.None) }));

    [Fact]
    public void Paper_is_handed_on() => Assert.Equal(
        new SendDecision.HandOn(Channel.Door), Decide(An.Message() with { Channel = Channel.Door }, An.Person with { Address = new("Dorpsstraat", "1", null, "1234 AB", null) }));

    [Fact]
    public void Nobody_rings_where_no_address_is_known() => Assert.Equal(new SendDecision.Unreachable(), Decide(An.Message() with { Channel = Channel.Door }, An.Person));

    private static SendDecision Decide(Message message, Person person, Invitation? invitation = null) =>
        SendRules.Decide(An.Outgoing(message, person, invitation), isBlocked: false, Hours, Now);
}

public sealed class LadderTests
{
    private static readonly Outreach.Contacts.Address Home = new("Dorpsstraat", "1", null, "1234 AB", null);

    [Fact]
    public void An_SMS_comes_first_then_e_mail_a_letter_and_a_call()
    {
        var all = An.Person with { Email = An.Contact("ann@post.example"), Address = Home, Landline = An.Contact("+31201234567") };

        Assert.Equal(Channel.Sms, ChannelOrder.First(all));
        Assert.Equal(Channel.Email, ChannelOrder.First(all with { Mobile = null }));
        Assert.Equal(Channel.Letter, ChannelOrder.First(all with { Mobile = null, Email = null }));
        Assert.Equal(Channel.Call, ChannelOrder.First(all with { Mobile = null, Email = null, Address = null }));
        Assert.Null(ChannelOrder.First(all with { StoppedAt = Moments.Monday }));
    }

    [Fact]
    public void What_the_person_prefers_goes_before_all() =>
        Assert.Equal(Channel.Email, ChannelOrder.First(An.Person with { Email = An.Contact("ann@post.example"), Prefers = Channel.Email }));

    [Fact]
    public void What_failed_goes_one_step_down()
    {
        var all = An.Person with { Email = An.Contact("ann@post.example"), Address = Home };

        Assert.Equal(Channel.Email, ChannelOrder.Next(all, Channel.Sms));
        Assert.Equal(Channel.Door, ChannelOrder.Next(all, Channel.Email));
        Assert.Equal(Channel.Call, ChannelOrder.Next(all, Channel.Door));
        Assert.Null(ChannelOrder.Next(all, Channel.Call));
    }
}
