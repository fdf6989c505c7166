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
    public void Who_was_written_to_where_nothing_arrives_is_put_back_on_the_list_when_there_is_a_way(Delivery delivery)
    {
        var followed = (An.Invitation with { Channel = Channel.Email, Delivery = delivery, SentAt = Moments.Monday }).Follow(Bounced, Found, Now);

        Assert.Equal((Channel.Letter, Delivery.Created, null, Now, 1), (followed.Channel, followed.Delivery, followed.SentAt, followed.CreatedAt, followed.PutBack));
    }

    [Theory]
    [InlineData(Delivery.Delivered, Reply.None)]
    [InlineData(Delivery.PermanentFailure, Reply.Yes)]
    public void Who_has_it_or_has_answered_is_not_asked_again(Delivery delivery, Reply reply)
    {
        var followed = (An.Invitation with { Channel = Channel.Email, Delivery = delivery, Reply = reply, SentAt = Moments.Monday }).Follow(Bounced, Found, Now);

        Assert.Equal((delivery, 0), (followed.Delivery, followed.PutBack));
    }

    [Fact]
    public void Without_a_new_way_nothing_is_tried_again() =>
        Assert.Equal(Delivery.PermanentFailure, (An.Invitation with { Delivery = Delivery.PermanentFailure }).Follow(Found, Found with { Name = "Anna" }, Now).Delivery);
}
