using Outreach.Contacts;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Sending;

public sealed class DeliveryResultTests
{
    private static readonly DateTimeOffset Now = Moments.Monday;
    private static readonly Outgoing Asked = An.Outgoing(An.Message() with { State = MessageState.Sending }, An.Person with { Email = An.Contact("ann@post.example") }, An.Invitation);

    [Fact]
    public void An_accepted_invitation_is_sent()
    {
        var result = Of(Asked, new MessageEvent.Accepted("SM1"));

        Assert.Equal((MessageState.Sent, "SM1"), (result.Message.State, result.Message.ProviderId));
        Assert.Equal((Delivery.Sent, Now), (result.Invitation!.Delivery, result.Invitation.SentAt));
    }

    [Fact]
    public void What_was_claimed_and_did_not_leave_has_bothered_nobody()
    {
        var earlier = Now.AddDays(-1);
        var claimed = Asked with { Message = Asked.Message with { TriedAt = Now }, Person = new(Asked.Person.Value.WithUnasked(earlier).WithUnasked(Now), "1") };

        Assert.Equal([Now, earlier], Of(claimed, new MessageEvent.Accepted("SM1")).Person.Unasked);
        Assert.Equal([earlier], Of(claimed, new MessageEvent.TryLater("20429", TimeSpan.FromMinutes(1))).Person.Unasked);
        Assert.Equal([earlier], Of(claimed, new MessageEvent.Refused("30007")).Person.Unasked);
        Assert.Equal([earlier], Of(claimed, new MessageEvent.Dropped(DropReason.TooLate)).Person.Unasked);
    }

    [Fact]
    public void An_answer_that_did_not_leave_takes_nothing_from_the_invitation_that_was_claimed_at_the_same_moment()
    {
        var answer = Asked with { Message = Asked.Message with { TriedAt = Now, IsAnswer = true, Kind = MessageKind.APersonWillRead }, Person = new(An.Person with { Unasked = [Now] }, "1") };

        Assert.Equal([Now], Of(answer, new MessageEvent.TryLater("20429", TimeSpan.FromMinutes(1))).Person.Unasked);
    }

    [Fact]
    public void The_one_message_to_what_stood_on_a_form_counts_from_its_claim_until_it_is_known_not_to_have_left()
    {
        var claimed = Asked with { Message = Asked.Message with { TriedAt = Now }, Person = new((An.Person with { Email = OnForm("ann@post.example") }).WithOneMessageUsed(Now), "1") };

        Assert.Equal(Now, Of(claimed, new MessageEvent.Accepted("SM1")).Person.Email!.AskedAt);
        Assert.Equal(Now, Of(claimed, new MessageEvent.Unknown("timeout")).Person.Email!.AskedAt);
        Assert.Null(Of(claimed, new MessageEvent.TryLater("20429", TimeSpan.FromMinutes(1))).Person.Email!.AskedAt);
        Assert.Null(Of(claimed, new MessageEvent.Refused("30007")).Person.Email!.AskedAt);
    }

    [Fact]
    public void News_that_a_mail_server_puts_off_has_not_been_heard_until_it_is_there()
    {
        var news = Asked with
        {
            Message = Asked.Message with { Kind = MessageKind.MeetingChanged, NewsOf = Now, State = MessageState.Sent },
            Invitation = new(An.Invitation with { News = new(Now, HeardState.Told) }, "1"),
        };

        var putOff = Of(news, new MessageEvent.Delayed("m1", "450")).Invitation!;

        Assert.Equal(HeardState.OnItsWay, putOff.News!.State);
        Assert.Equal(HeardState.Told, Of(news with { Invitation = new(putOff, "1") }, new MessageEvent.Delivered("m1")).Invitation!.News!.State);
    }

    [Fact]
    public void Whom_somebody_called_about_the_news_has_heard_it_whatever_becomes_of_the_mail()
    {
        var called = Asked with
        {
            Message = Asked.Message with { Kind = MessageKind.MeetingChanged, NewsOf = Now, State = MessageState.Sent, TriedAt = Now },
            Invitation = new(An.Invitation with { News = new(Now, HeardState.Told), Called = new(Now.AddHours(1), CallOutcome.Spoke, 0) }, "1"),
        };

        Assert.Equal(HeardState.Told, Of(called, new MessageEvent.Delayed("m1", "450")).Invitation!.News!.State);
    }

    [Fact]
    public void A_bad_number_is_marked_and_the_e_mail_tries_next()
    {
        var result = Of(Asked, new MessageEvent.AddressBad("30003"));

        Assert.Equal("30003", result.Person.Mobile!.BadCode);
        Assert.Equal((Channel.Email, MessageState.Queued), (result.Next!.Channel, result.Next.State));
        Assert.Equal((Channel.Email, Delivery.Queued), (result.Invitation!.Channel, result.Invitation.Delivery));
    }

    [Fact]
    public void What_failed_at_an_old_number_says_nothing_of_the_new_one_and_goes_there()
    {
        var moved = An.Person with { Mobile = An.Contact("+31699999999") };

        var result = Of(Asked with { Message = Asked.Message with { Address = "+31611111111" }, Person = new(moved, "1") }, new MessageEvent.AddressBad("30003"));

        Assert.Null(result.Person.Mobile!.BadCode);
        Assert.Equal((Channel.Sms, MessageState.Queued, null), (result.Next!.Channel, result.Next.State, result.Next.Address));
        Assert.Equal((Channel.Sms, Delivery.Queued), (result.Invitation!.Channel, result.Invitation.Delivery));
    }

    [Fact]
    public void Whoever_failed_for_want_of_a_way_while_somebody_wrote_one_down_waits_for_the_next_mailing()
    {
        var unreachable = An.Person with { Mobile = null };
        var found = unreachable with { Address = new("Dorpsstraat", "1", null, "1234 AB", null) };

        var item = Asked with { Person = new(unreachable, "1") };
        var after = Of(item, new MessageEvent.NotSent("unreachable")).Onto(item, Meanwhile(item, Asked.Message, found, An.Invitation), Now);

        Assert.Equal((Channel.Letter, Delivery.Created), (after.Invitation!.Channel, after.Invitation.Delivery));
    }

    [Fact]
    public void Whoever_opted_out_at_the_provider_is_suppressed_here()
    {
        var result = Of(Asked, new MessageEvent.OptedOut("21610"));

        Assert.True(result.Suppress);
        Assert.Equal((Now, Delivery.Suppressed), (result.Person.StoppedAt, result.Invitation!.Delivery));
    }

    [Theory]
    [InlineData("cancelled", Delivery.Created)]
    [InlineData("stopped", Delivery.Suppressed)]
    public void What_was_dropped_for_the_moment_waits_for_the_next_mailing_but_not_after_a_stop(string why, Delivery delivery) =>
        Assert.Equal(delivery, Of(Asked with { Invitation = new(An.Invitation with { Delivery = Delivery.Created }, "1") }, new MessageEvent.Dropped(why)).Invitation!.Delivery);

    [Fact]
    public void A_report_that_was_faster_than_the_provider_s_answer_stands()
    {
        var report = Of(Asked with { Person = new(An.Person with { Address = new("Dorpsstraat", "1", null, "1234 AB", null) }, "1") }, new MessageEvent.AddressBad("30003"));

        var after = Of(Asked, new MessageEvent.Accepted("SM1")).Onto(Asked, Meanwhile(Asked, report.Message, report.Person, report.Invitation), Now);

        Assert.Equal((MessageState.PermanentFailure, "SM1"), (after.Message.State, after.Message.ProviderId));
        Assert.Equal((Channel.Door, Delivery.HandedOn), (after.Invitation!.Channel, after.Invitation.Delivery));
        Assert.Equal("30003", after.Person.Mobile!.BadCode);
    }

    [Fact]
    public void Whoever_answers_for_a_first_claim_leaves_the_later_one_as_it_counts()
    {
        var later = Now.AddHours(3);
        var first = Asked with { Message = Asked.Message with { State = MessageState.Sending, TriedAt = Now }, Person = new(An.Person with { Unasked = [Now] }, "1") };
        var claimedAgain = Meanwhile(first, first.Message with { TriedAt = later }, An.Person with { Unasked = [later] }, An.Invitation);

        var sent = Of(first, new MessageEvent.Accepted("SM1")).Onto(first, claimedAgain, later);
        var lost = Of(first, new MessageEvent.Undelivered("30003")).Onto(first, claimedAgain, later);

        Assert.Equal((later, later), (sent.Message.TriedAt, Assert.Single(sent.Person.Unasked)));
        Assert.Empty(lost.Person.Unasked);
    }

    [Fact]
    public void An_answer_that_came_in_meanwhile_stays()
    {
        var answered = An.Invitation with { Reply = Reply.Yes, Party = 2 };

        var after = Of(Asked, new MessageEvent.Accepted("SM1")).Onto(Asked, Meanwhile(Asked, Asked.Message, An.Person with { StoppedAt = Now }, answered), Now);

        Assert.Equal((Reply.Yes, 2, Delivery.Sent), (after.Invitation!.Reply, after.Invitation.Party, after.Invitation.Delivery));
        Assert.Equal(Now, after.Person.StoppedAt);
    }

    [Fact]
    public void Another_message_says_nothing_of_how_the_invitation_went_meanwhile()
    {
        var reminder = Asked with { Message = Asked.Message with { Kind = MessageKind.Reminder }, Invitation = new(An.Invitation with { Delivery = Delivery.Sent }, "1") };
        var handedOn = An.Invitation with { Channel = Channel.Door, Delivery = Delivery.HandedOn };

        var after = Of(reminder, new MessageEvent.Accepted("SM1")).Onto(reminder, Meanwhile(reminder, reminder.Message, An.Person, handedOn), Now);

        Assert.Equal((Channel.Door, Delivery.HandedOn), (after.Invitation!.Channel, after.Invitation.Delivery));
    }

    [Fact]
    public void What_did_not_arrive_does_not_count_though_another_message_left_meanwhile()
    {
        var form = An.Person with { Mobile = OnForm("+31611111111") with { AskedAt = Now.AddMinutes(-5) }, Unasked = [Now.AddMinutes(-5)] };
        var sent = Asked with { Message = Asked.Message with { State = MessageState.Sent, TriedAt = Now.AddMinutes(-5) }, Person = new(form, "1") };

        var lost = Of(sent, new MessageEvent.Undelivered("30003")).Onto(sent, Meanwhile(sent, sent.Message, form with { Unasked = [Now, Now.AddMinutes(-5)] }, An.Invitation), Now);
        var another = Asked with { Person = new(form, "1") };
        var left = Of(another, new MessageEvent.Accepted("SM1")).Onto(another, Meanwhile(another, Asked.Message, form with { Unasked = [Now] }, An.Invitation), Now);

        Assert.Equal([Now], lost.Person.Unasked);
        Assert.Null(lost.Person.Mobile!.AskedAt);
        Assert.Equal([Now], left.Person.Unasked);
    }

    [Fact]
    public void What_another_message_found_out_about_the_news_stays()
    {
        var news = Asked with
        {
            Message = Asked.Message with { Kind = MessageKind.MeetingCancelled, NewsOf = Now },
            Invitation = new(An.Invitation with { News = new(Now, HeardState.Told) }, "1"),
        };
        var lost = An.Invitation with { News = new(Now, HeardState.ByHand) };

        Assert.Equal(HeardState.ByHand, Of(news, new MessageEvent.Dropped("too-late")).Onto(news, Meanwhile(news, news.Message, An.Person, lost), Now).Invitation!.News!.State);
        Assert.Equal(HeardState.Told, Of(news with { Invitation = new(lost, "1") }, new MessageEvent.Accepted("SM1")).Onto(news with { Invitation = new(lost, "1") }, Meanwhile(news with { Invitation = new(lost, "1") }, news.Message, An.Person, lost), Now).Invitation!.News!.State);
    }

    [Fact]
    public void What_a_faster_report_said_did_not_arrive_is_not_counted_after_all()
    {
        var claimed = Asked with { Message = Asked.Message with { TriedAt = Now }, Person = new(Asked.Person.Value.WithUnasked(Now), "1") };
        var report = Of(claimed, new MessageEvent.AddressBad("30003"));

        Assert.Empty(Of(claimed, new MessageEvent.Accepted("SM1")).Onto(claimed, Meanwhile(claimed, report.Message, report.Person, report.Invitation), Now).Person.Unasked);
    }

    private static Outgoing Meanwhile(Outgoing item, Message message, Person person, Invitation? invitation) =>
        item with { Stored = new(message, "2"), Person = new(person, "2"), Invitation = invitation is null ? null : new(invitation, "2") };

    /// <summary>Given yesterday.</summary>
    private static Contact OnForm(string value) => new(value, new Ground(Basis.Form, null, Now.AddDays(-1)));

    private static DeliveryResult Of(Outgoing item, MessageEvent happened) => DeliveryResult.Of(item, happened, new SendingHours(TimeZoneInfo.Utc), Now);
}
