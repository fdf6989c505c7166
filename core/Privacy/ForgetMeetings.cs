using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Privacy;

/// <summary>
/// Removes meetings of long ago, with the lists that were uploaded for them. As long as somebody is known who was asked to one, or has a part in it, it stays: what is held of them is
/// whole, and by its end their own time is counted.
/// </summary>
public sealed class ForgetMeetings(MeetingStore meetings, PeopleStore people, MeetingParts parts, ListStore lists, RemoveMeeting remove) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct)
    {
        var group = run.Group.Id;
        var due = (await meetings.ListAsync(group, ct)).Where(meeting => run.IsDue(Kept.Meetings, meeting.EndsAt)).ToList();
        var uploaded = due.Count == 0 ? [] : await lists.ListAsync(group, ct);
        foreach (var meeting in due)
        {
            if (run.IsFull)
                return;
            var own = uploaded.Where(list => list.Meeting == meeting.Id).ToList();
            if (own.Exists(list => list.FileDeletedAt is null) || await HasPeopleAsync(group, meeting, ct))
                continue;
            foreach (var list in own)
                await lists.RemoveAsync(group, list.Id, ct);
            await remove.HandleAsync(group, meeting, ct);
            run.Count(Kept.Meetings);
        }
    }

    private async Task<bool> HasPeopleAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        foreach (var shard in Shard.All(group))
        {
            await foreach (var _ in people.InvitationsAsync(shard, meeting.Id, after: null, most: 1, ct))
                return true;
        }

        foreach (var (part, _) in await parts.ListAsync(group, meeting.Id, ct))
        {
            if (await people.FollowAsync(group, part.Person, ct) is not null)
                return true;
        }

        return false;
    }
}
