using Outreach.Contacts;

namespace Outreach.Records;

/// <summary>What becomes of an invitation when we learn more of the person, and when it is put back on the list.</summary>
public sealed partial record Invitation
{
    /// <summary>
    /// What we know of the person changed. An invitation that is not sent, or was sent to a contact that no longer exists, takes the current channel; handed-on paper
    /// stays. Somebody who could not be reached and now can, or whose invitation went to a number or address that is not theirs, waits for the next mailing.
    /// </summary>
    public Invitation Follow(Person before, Person after, DateTimeOffset now)
    {
        var isCutOff = Channel is Channel.Sms or Channel.Email && !ChannelOrder.Reaches(after, Channel);
        var isLost = Delivery is Delivery.PermanentFailure || (isCutOff && Delivery is Delivery.Sent or Delivery.TemporaryFailure);
        var isAstray = Delivery is Delivery.Sent or Delivery.Delivered or Delivery.PermanentFailure && HasMoved(before, after);
        var isFound = Reply is Reply.None && (isAstray || (isLost && ChannelOrder.HasNewWay(before, after)));
        var isUnsent = Delivery is Delivery.Created || isFound;
        var followed = this with
        {
            Language = after.Language != before.Language ? after.Language ?? Language : Language,
            Channel = isUnsent || isCutOff ? ChannelOrder.First(after) ?? Channel.Door : Channel,
        };
        return isFound ? followed.BackOnList(now) : followed;
    }

    /// <summary>
    /// Lies ready to be brought or called, and nobody finds them there any more: the next way by hand has its turn. A visit that was to follow a message is off.
    /// </summary>
    public Invitation ByOtherHand(Person after)
    {
        if (!IsByHand || ChannelOrder.Reaches(after, ByHand))
            return this;
        if (VisitSince is not null)
            return this with { VisitSince = null };
        if (ChannelOrder.Next(after, ByHand) is { } next)
            return this with { Channel = next };
        return ChannelOrder.Reaches(after, Channel.Door) ? this with { Channel = Channel.Door } : this with { Delivery = Delivery.PermanentFailure };
    }

    /// <summary>
    /// They said start after a stop. What had left may be answered again; what had not waits for the next mailing, by the way they wrote, for the others are still blocked.
    /// </summary>
    public Invitation Restarted(Person after, Channel? by, DateTimeOffset now)
    {
        var silent = this with { Reply = Reply.None, RepliedAt = null };
        return Delivery is Delivery.Suppressed && SentAt is null
            ? silent.BackOnList(now) with { Channel = by is { } way && ChannelOrder.Reaches(after, way) ? way : ChannelOrder.First(after) ?? Channel }
            : silent;
    }

    /// <summary>Whether it was put back on the list after this message was decided on: what becomes of that one says nothing of it any more.</summary>
    public bool IsPutBackSince(Message message) =>
        PutBack > 0 && MessageStep.Ask(Meeting, PutBack) is var asking && message.Step != asking && !MessageStep.IsInsteadOf(message.Step, asking);

    /// <summary>It turns out to have left for a number or address that was not theirs any more by then.</summary>
    public Invitation LeftFor(string? address, Person person, DateTimeOffset now) =>
        Reply is Reply.None && !string.IsNullOrEmpty(address) && Channel is Channel.Sms or Channel.Email && (Channel is Channel.Sms ? person.Mobile : person.Email)?.Value != address
            ? BackOnList(now) with { Channel = ChannelOrder.First(person) ?? Channel.Door }
            : this;

    private bool HasMoved(Person before, Person after) => Channel switch
    {
        Channel.Sms => before.Mobile is { } mobile && mobile.Value != after.Mobile?.Value,
        Channel.Email => before.Email is { } email && email.Value != after.Email?.Value,
        _ => false,
    };

    private Invitation BackOnList(DateTimeOffset now) => this with { Delivery = Delivery.Created, Mailing = null, SentAt = null, NudgedAt = null, PutBack = PutBack + 1, CreatedAt = now };
}
