using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Nominations;

/// <summary>Finds the meeting to which a nominee can still be asked by message.</summary>
public sealed class NomineeTarget(MeetingStore meetings, Settings settings)
{
    private readonly SendingHours _hours = new(settings.Zone);

    public async Task<Meeting?> FindAsync(Group group, Meeting cameTo, DateTimeOffset now, CancellationToken ct) => Of(cameTo, await meetings.ListAsync(group.Id, ct), now);

    /// <param name="all">The meetings of the group.</param>
    public Meeting? Of(Meeting cameTo, IReadOnlyList<Meeting> all, DateTimeOffset now) => Snowball.Target(cameTo, all, _hours, now);
}
