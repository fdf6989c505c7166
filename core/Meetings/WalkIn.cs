using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Somebody walks in: known or not, invited or not, they are there.</summary>
public sealed class WalkIn(GroupStore groups, MeetingStore meetings, PeopleStore people, WhoWalksIn who, Codes codes, TimeProvider clock)
{
    /// <param name="came">How many walk in together; 0: nobody counted.</param>
    /// <param name="tap">Made by the page: the same tap that is sent again is the same person.</param>
    public async Task<Invitation?> HandleAsync(GroupId groupId, MeetingId meeting, Records.Candidate candidate, CancellationToken ct, int came = 0, string? tap = null)
    {
        if (await meetings.FindAsync(groupId, meeting, ct) is null)
            return null;
        var group = await groups.GetAsync(groupId, ct);
        var now = clock.GetUtcNow();
        var id = await who.FindOrAddAsync(group, meeting, candidate, tap, ct);
        return await Retry.OnConflictAsync(async () =>
        {
            var changes = new Changes(new Shard(groupId, id.Shard));
            Invitation after;
            if (await people.FindAsync(groupId, meeting, id, ct) is { } stored)
            {
                after = stored.Value with { Attendance = Attendance.Attended, Came = came > 0 ? came : stored.Value.Came };
                changes.Change(stored, after);
            }
            else
            {
                after = await InvitationAsync(group, meeting, id, now, ct) with { Attendance = Attendance.Attended, Came = came };
                changes.Add(after);
            }

            await people.SaveAsync(changes, ct);
            return after;
        });
    }

    private async Task<Invitation> InvitationAsync(Group group, MeetingId meeting, PersonId id, DateTimeOffset now, CancellationToken ct)
    {
        var person = (await people.FindAsync(group.Id, id, ct))!.Value;
        return new Invitation
        {
            Meeting = meeting,
            Person = id,
            Code = await codes.DrawAsync(new CodeRow(group.Id, CodeKind.Invitation, id, meeting), ct),
            Channel = ChannelOrder.First(person) ?? Channel.Door,
            Language = person.Language ?? group.Language,
            Source = Source.WalkIn,
            Wave = person.Wave,
            CreatedAt = now,
        };
    }
}
