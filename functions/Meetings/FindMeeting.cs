using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

internal static class FindMeeting
{
    /// <summary>By an id as it stands in an address.</summary>
    /// <returns>Null when the group has no such meeting; another group's looks the same.</returns>
    public static async Task<Meeting?> FindAsync(this MeetingStore meetings, GroupId group, string id, CancellationToken ct) =>
        MeetingId.TryParse(id, out var meeting) ? (await meetings.FindAsync(group, meeting, ct))?.Value : null;
}
