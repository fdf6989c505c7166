using Outreach.Contacts;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Records;

/// <summary>What becomes of an invitation when we learn more of the person.</summary>
public sealed class FollowTests
{
    private static readonly DateTimeOffset Now = Moments.Monday.AddHours(1);
    private static readonly Person Bounced = An.Person with { Mobile = null, Email = An.Contact("ann@post.example") with { BadCode = "5.1.1" } };
    private static readonly Person Found = Bounced with { Address = new("Dorpsstraat", "1", null, "1234 AB", null) };

    [Theory]
    [InlineData(Delivery.PermanentFailure)]
    [InlineData(Delivery.Sent)]
    public void Whoever_was_written_to_where_nothing_arrives_is_put_back_on_the_list_when_there_is_a_way(Delivery delivery)
    {
        var followed = (An.Invitation with { Channel = Channel.Email, Delivery = delivery, SentAt = Moments.Monday }).Follow(Bounced, Found, Now);

        Assert.Equal((Channel.Letter, Delivery.Created, null, Now, 1), (followed.Channel, followed.Delivery, followed.SentAt, followed.CreatedAt, followed.PutBack));
    }

    [Theory]
    [InlineData(Delivery.Delivered, Reply.None)]
    [InlineData(Delivery.PermanentFailure, Reply.Yes)]
    public void Whoever_has_it_or_has_answered_is_not_asked_again(Delivery delivery, Reply reply)
    {
        var followed = (An.Invitation with { Channel = Channel.Email, Delivery = delivery, Reply = reply, SentAt = Moments.Monday }).Follow(Bounced, Found, Now);

        Assert.Equal((delivery, 0), (followed.Delivery, followed.PutBack));
    }

    [Fact]
    public void Without_a_new_way_nothing_is_tried_again() =>
        Assert.Equal(Delivery.PermanentFailure, (An.Invitation with { Delivery = Delivery.PermanentFailure }).Follow(Found, Found with { Name = "Anna" }, Now).Delivery);

    [Theory]
    [InlineData(Delivery.Sent)]
    [InlineData(Delivery.Delivered)]
    [InlineData(Delivery.PermanentFailure)]
    public void Whoever_was_written_to_at_a_number_that_is_not_theirs_is_put_back_on_the_list(Delivery delivery)
    {
        var followed = (An.Invitation with { Delivery = delivery, SentAt = Moments.Monday }).Follow(An.Person, An.Person with { Mobile = An.Contact("+31633333333") }, Now);

        Assert.Equal((Channel.Sms, Delivery.Created, null, Now, 1), (followed.Channel, followed.Delivery, followed.SentAt, followed.CreatedAt, followed.PutBack));
    }

    [Theory]
    [InlineData(Channel.Email, Reply.None)]
    [InlineData(Channel.Sms, Reply.Yes)]
    public void Whoever_has_it_by_another_way_or_has_answered_keeps_it_when_a_number_is_put_right(Channel channel, Reply reply)
    {
        var ann = An.Person with { Email = An.Contact("ann@post.example") };
        var invitation = An.Invitation with { Channel = channel, Delivery = Delivery.Delivered, Reply = reply };

        Assert.Equal(invitation, invitation.Follow(ann, ann with { Mobile = An.Contact("+31633333333") }, Now));
    }

    [Fact]
    public void What_becomes_of_a_message_from_before_it_was_put_back_says_nothing_of_it()
    {
        var first = An.Message() with { Step = MessageStep.Ask(An.Meeting.Id, 0), State = MessageState.Delivered };
        var again = An.Invitation with { Delivery = Delivery.Created, PutBack = 1 };

        Assert.Equal(again, again.CarriedBy(first, null, null, Now));
        Assert.Equal(Delivery.Delivered, again.CarriedBy(first with { Step = MessageStep.By(MessageStep.Ask(An.Meeting.Id, 1), Channel.Email) }, null, null, Now).Delivery);
    }
}
