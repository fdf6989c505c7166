using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Replies;

/// <summary>Puts what somebody wrote into the inbox, and tells an organiser that something waits there.</summary>
public sealed class PutInInbox(Inbox inbox, OrganiserNotices notices)
{
    public static InboxItem Of(InboundEvent inbound, Group group, Person? person, MeetingId? meeting) => new(
        SameText.IdOf(person?.Id, inbound), person?.Id, person?.Name, inbound.Channel, inbound.From, person?.Language ?? group.Language, inbound.Words ?? "", inbound.At, meeting)
    {
        Event = InboxItem.IdFrom(inbound.Id),
        Subject = inbound.IsSubjectAlone ? null : inbound.Subject,
    };

    /// <returns>False when another message said the same before.</returns>
    public async Task<bool> HandleAsync(Group group, InboxItem item, CancellationToken ct)
    {
        if (!await inbox.AddAsync(group.Id, item, ct))
            return false;
        // Before the message counts as received: a run that is interrupted right after would not come back for it.
        await notices.TellAsync(group, OrganiserNotice.Inbox, null, ct);
        return true;
    }
}
