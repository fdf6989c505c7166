using Outreach.Lists;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>One message that should leave now: an answer, a fallback, or one that had to wait.</summary>
public sealed class SendMessage(PeopleStore people, GroupStore groups, MeetingStore meetings, OwnTextStore texts, ListStore lists, Deliver deliver)
{
    public async Task HandleAsync(SendMessageJob job, CancellationToken ct)
    {
        if (await people.FindAsync(job.Group, job.Key, ct) is not { } message || await people.FindAsync(job.Group, job.Person, ct) is not { } person)
            return;
        var group = await groups.GetAsync(job.Group, ct);
        var meeting = message.Value.Meeting is { } id ? (await meetings.FindAsync(job.Group, id, ct))?.Value : null;
        var invitation = meeting is null ? null : await people.FindAsync(job.Group, meeting.Id, job.Person, ct);
        var own = await texts.ForAsync(job.Group, meeting, message.Value.Kind, ct);
        var isHeld = MessageKinds.IsUnasked(message.Value, invitation?.Value) && await lists.HoldsAsync(job.Group, person.Value, ct);
        await deliver.RunAsync(group, [new Outgoing(message.Value, message, person, invitation, meeting) { OwnTexts = own, IsHeld = isHeld }], ct);
    }
}
