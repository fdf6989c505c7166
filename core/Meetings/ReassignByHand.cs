using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>A number or an address has turned out to be useless: what lies ready to go there, for any meeting to come, goes by another hand.</summary>
public sealed class ReassignByHand(PeopleStore people, MeetingStore meetings, TimeProvider clock)
{
    /// <param name="except">The meeting in which it came out, and which has its own way on.</param>
    public async Task HandleAsync(GroupId group, PersonId person, MeetingId? except, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var meeting in (await meetings.ListAsync(group, ct)).Where(meeting => meeting.IsOpen(now) && meeting.Id != except))
            await Retry.OnConflictAsync(() => ReassignAsync(group, meeting.Id, person, ct));
    }

    private async Task ReassignAsync(GroupId group, MeetingId meeting, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, meeting, id, ct) is not { Value.IsByHand: true } invitation || await people.FindAsync(group, id, ct) is not { } person
            || invitation.Value.ByOtherHand(person.Value) is var after && after == invitation.Value)
            return;
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(invitation, after);
        await people.SaveAsync(changes, ct);
    }
}
