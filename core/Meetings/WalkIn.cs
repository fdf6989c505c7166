using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <param name="Came">How many walk in together; 0: nobody counted.</param>
/// <param name="Tap">Made by the page: the same tap that is sent again is the same person.</param>
public sealed record WalkInCommand(GroupId Group, MeetingId Meeting, Records.Candidate Candidate, int Came = 0, string? Tap = null);

/// <param name="IsWithoutContact">What they gave belongs to somebody of another name: they are there without it.</param>
public sealed record WalkedIn(Invitation Invitation, bool IsWithoutContact);

/// <summary>Somebody walks in: known or not, invited or not, they are there.</summary>
public sealed class WalkIn(GroupStore groups, MeetingStore meetings, PeopleStore people, WhoWalksIn who, Codes codes, TimeProvider clock)
{
    /// <returns>Null when there is no such meeting.</returns>
    public async Task<WalkedIn?> HandleAsync(WalkInCommand command, CancellationToken ct)
    {
        var (meeting, came) = (command.Meeting, command.Came);
        if (await meetings.FindAsync(command.Group, meeting, ct) is null)
            return null;
        var group = await groups.GetAsync(command.Group, ct);
        var now = clock.GetUtcNow();
        var (id, isWithoutContact) = await who.FindOrAddAsync(group, meeting, command.Candidate, command.Tap, ct);
        var invitation = await Retry.OnConflictAsync(async () =>
        {
            var changes = new Changes(new Shard(group.Id, id.Shard));
            Invitation after;
            if (await people.FindAsync(group.Id, meeting, id, ct) is { } stored)
            {
                after = MarkAttendance.Present(stored.Value) with { Came = came > 0 ? came : stored.Value.Came };
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
        return new WalkedIn(invitation, isWithoutContact);
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
