using Outreach.Invitations;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Storage;

namespace Outreach.People;

/// <summary>
/// Daily: erases what is due and writes down that it did. A nominee who stayed silent goes 30 days after the meeting; an uploaded file 30 days after it was read.
/// </summary>
public sealed class Retain(GroupStore groups, MeetingStore meetings, PeopleStore people, ListStore lists, IBlobs blobs, Erase erase, Audit audit, TimeProvider clock)
{
    public static readonly TimeSpan SilentNominees = TimeSpan.FromDays(30);
    public static readonly TimeSpan Uploads = TimeSpan.FromDays(30);

    /// <summary>Each meeting is looked at on the days just after its term; older ones are done.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(14);

    public async Task HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var group in await groups.ListAsync(ct))
        {
            foreach (var meeting in await meetings.ListAsync(group.Id, ct))
            {
                if (now >= meeting.EndsAt + SilentNominees && now < meeting.EndsAt + SilentNominees + Window)
                    await EraseNomineesAsync(group.Id, meeting, ct);
            }

            foreach (var list in await lists.ListAsync(group.Id, ct))
            {
                if (list.FinishedAt is { } finished && now >= finished + Uploads && now < finished + Uploads + Window)
                    await DeleteUploadAsync(group.Id, list, ct);
            }
        }
    }

    private async Task EraseNomineesAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        foreach (var shard in Shard.All(group))
        {
            var silent = new List<PersonId>();
            await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, ct))
            {
                if (invitation.Value is { Source: Source.Nomination, Reply: Reply.None, Attendance: not Attendance.Attended })
                    silent.Add(invitation.Value.Person);
            }

            foreach (var person in silent)
                await erase.HandleAsync(group, person, $"silent nominee of meeting {meeting.Id}", ct);
        }
    }

    private async Task DeleteUploadAsync(GroupId group, UploadedList list, CancellationToken ct)
    {
        if (await blobs.ReadAsync(list.Blob, ct) is not { } content)
            return;
        await content.DisposeAsync();
        await blobs.DeleteAsync(list.Blob, ct);
        await audit.WriteAsync(group, $"deleted the file of list {list.Id}", ct);
    }
}
