using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Nominations;

/// <summary>What an attendee may still do to invite neighbours.</summary>
/// <param name="Refusal">Why they may not, when they may not.</param>
public sealed record Allowance(Meeting CameTo, Invitation? Invitation, NominateOutcome? Refusal)
{
    public int Left => Refusal is null ? CameTo.Quota - Invitation!.Nominations : 0;
}

/// <summary>Finds what an attendee may still do.</summary>
public sealed class Allowances(PeopleStore people, MeetingStore meetings)
{
    /// <returns>Null when there is no such meeting.</returns>
    public async Task<Allowance?> OfAsync(GroupId group, PersonId nominator, MeetingId meeting, CancellationToken ct)
    {
        if (await CameToAsync(group, nominator, meeting, ct) is not var (_, cameTo))
            return null;
        var invitation = (await people.FindAsync(group, cameTo.Id, nominator, ct))?.Value;
        return new Allowance(cameTo, invitation, Snowball.Refusal(invitation, cameTo));
    }

    /// <summary>The meeting that was named, and the one that the nominator came to: the same, or the latest before it.</summary>
    public async Task<(Meeting Named, Meeting CameTo)?> CameToAsync(GroupId group, PersonId nominator, MeetingId meeting, CancellationToken ct)
    {
        var all = await meetings.ListAsync(group, ct);
        if (all.FirstOrDefault(m => m.Id == meeting) is not { } named)
            return null;
        var before = all.Where(m => m.Id != named.Id && m.StartsAt <= named.StartsAt).OrderByDescending(m => m.StartsAt);
        foreach (var candidate in before.Prepend(named))
        {
            if (await people.FindAsync(group, candidate.Id, nominator, ct) is { Value.Attendance: Attendance.Attended })
                return (named, candidate);
        }

        return (named, named);
    }
}
