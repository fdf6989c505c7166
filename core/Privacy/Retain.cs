using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>
/// Daily: erases what is due and writes down that it did. A nominee who stayed silent goes 30 days after the meeting; an uploaded file 30 days after it was read.
/// </summary>
public sealed class Retain(GroupStore groups, MeetingStore meetings, PeopleStore people, ListStore lists, IBlobs blobs, DiscardList discard, Erase erase, Audit audit, TimeProvider clock)
{
    public static readonly TimeSpan SilentNominees = TimeSpan.FromDays(30);
    public static readonly TimeSpan Uploads = TimeSpan.FromDays(30);

    /// <summary>A list that nobody said yes to.</summary>
    public static readonly TimeSpan Drafts = TimeSpan.FromDays(3);

    public async Task HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var group in await groups.ListAsync(ct))
        {
            foreach (var meeting in (await meetings.ListAsync(group.Id, ct)).Where(m => now >= m.EndsAt + SilentNominees))
                await Retry.OnConflictAsync(() => ForgetAsync(group.Id, meeting, now, ct));
            foreach (var draft in (await lists.ListAsync(group.Id, ct)).Where(l => l.IsDraft && now >= l.At + Drafts))
                await discard.HandleAsync(group.Id, draft.Id, ct);
            foreach (var list in (await lists.ListAsync(group.Id, ct)).Where(l => !l.IsDraft && l.FileDeletedAt is null && now >= (l.FinishedAt ?? l.At) + Uploads))
                await Retry.OnConflictAsync(() => DeleteUploadAsync(group.Id, list.Id, now, ct));
        }
    }

    /// <summary>Once a meeting, however long nothing ran; again when it was moved to a later day meanwhile.</summary>
    private async Task ForgetAsync(GroupId group, Meeting meeting, DateTimeOffset now, CancellationToken ct)
    {
        var plan = await meetings.FindPlanAsync(group, meeting.Id, ct);
        if (plan?.Value.ForgottenAt >= meeting.EndsAt + SilentNominees)
            return;
        await EraseNomineesAsync(group, meeting, ct);
        await meetings.SavePlanAsync(group, meeting.Id, plan, (plan?.Value ?? new Plan()) with { ForgottenAt = now }, ct);
    }

    private async Task EraseNomineesAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        foreach (var shard in Shard.All(group))
        {
            var silent = new List<PersonId>();
            var known = await HeardOfAsync(group, shard, meeting, ct);
            await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, ct))
            {
                if (invitation.Value is { Source: Source.Nomination, Reply: Reply.None, Attendance: not Attendance.Attended })
                    silent.Add(invitation.Value.Person);
            }

            foreach (var person in silent.Where(p => !known.Contains(p)))
                await erase.HandleAsync(group, person, $"silent nominee of meeting {meeting.Id}", ct);
        }
    }

    /// <summary>Those who came to us another way, who answered or came to another meeting, or whose invitation to a later one is still young.</summary>
    private async Task<HashSet<PersonId>> HeardOfAsync(GroupId group, Shard shard, Meeting meeting, CancellationToken ct)
    {
        var known = new HashSet<PersonId>();
        await foreach (var person in people.PeopleAsync(shard, ct))
        {
            if (person.Value.Source is not Source.Nomination)
                known.Add(person.Value.Id);
        }

        foreach (var other in (await meetings.ListAsync(group, ct)).Where(m => m.Id != meeting.Id))
        {
            await foreach (var invitation in people.InvitationsAsync(shard, other.Id, ct))
            {
                if (other.EndsAt > meeting.EndsAt || invitation.Value.Reply is not Reply.None || invitation.Value.Attendance is Attendance.Attended)
                    known.Add(invitation.Value.Person);
            }
        }

        return known;
    }

    private async Task DeleteUploadAsync(GroupId group, ListId id, DateTimeOffset now, CancellationToken ct)
    {
        if (await lists.FindAsync(group, id, ct) is not { Value.FileDeletedAt: null } list)
            return;
        await foreach (var blob in blobs.ListAsync(UploadedList.BlobsOf(group, id), ct))
            await blobs.DeleteAsync(blob, ct);
        await audit.WriteAsync(group, $"deleted the file of list {id}", ct);
        await lists.SaveAsync(group, list, list.Value with { FileDeletedAt = now }, [], ct);
    }
}
