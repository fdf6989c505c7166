using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>
/// Asks people again by the next way, as after a failure, when their invitation went to a number or address that turned out to be somebody else's. Harmless twice.
/// </summary>
public sealed class AskElsewhere(PeopleStore people, MeetingStore meetings, Settings settings, TimeProvider clock)
{
    private readonly SendingHours _hours = new(settings.Zone);

    /// <param name="messages">To and from the person.</param>
    /// <param name="wrong">The numbers and addresses.</param>
    /// <exception cref="ConflictException">Somebody changed it meanwhile: look again.</exception>
    public async Task HandleAsync(GroupId group, PersonId person, IReadOnlyList<Message> messages, string[] wrong, CancellationToken ct)
    {
        foreach (var about in messages.Where(message => message is { IsInvitation: true, Meeting: not null }).GroupBy(message => message.Meeting!.Value))
        {
            var last = about.MaxBy(message => message.At)!;
            if (wrong.Contains(last.Address) && await meetings.FindAsync(group, about.Key, ct) is { Value: var meeting } && meeting.IsOpen(clock.GetUtcNow()))
                await AskAsync(group, person, meeting, last, ct);
        }
    }

    private async Task AskAsync(GroupId group, PersonId id, Meeting meeting, Message astray, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { Value.StoppedAt: null } person
            || await people.FindAsync(group, meeting.Id, id, ct) is not { Value: { Reply: Reply.None or Reply.Question, Delivery: Delivery.Sent or Delivery.Delivered } } invitation)
            return;
        var now = clock.GetUtcNow();
        // What a stranger asked, and when they were asked, says nothing of the person.
        var unasked = invitation.Value with { Reply = Reply.None, RepliedAt = null, SentAt = null, NudgedAt = null };
        var item = new Outgoing(astray with { Person = id }, null, person, invitation with { Value = unasked }, meeting);
        var result = DeliveryResult.Of(item, new MessageEvent.AddressBad(WrongContact.Code), _hours, now);
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(invitation, result.Invitation!);
        if (result.Person != person.Value)
            changes.Change(person, result.Person);
        if (result.Next is { } next)
            changes.Send(next, now);
        await people.SaveAsync(changes, ct);
    }
}
