using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Who came to a meeting for the first time, and who had come to one before.</summary>
public sealed record Circle(Meeting Meeting, int Newcomers, int Returners);

public static class Circles
{
    /// <param name="attended">By meeting, the earliest first.</param>
    public static IReadOnlyList<Circle> Of(IEnumerable<(Meeting Meeting, IReadOnlyCollection<PersonId> People)> attended)
    {
        var before = new HashSet<PersonId>();
        var circles = new List<Circle>();
        foreach (var (meeting, people) in attended)
        {
            var returners = people.Count(before.Contains);
            circles.Add(new Circle(meeting, people.Count - returners, returners));
            before.UnionWith(people);
        }

        return circles;
    }
}

/// <summary>Reads who came to a meeting and to those of its series before; without a series, to all of the group.</summary>
public sealed class ReadCircles(PeopleStore people, MeetingStore meetings)
{
    private const int MaxMeetings = 12;

    public async Task<IReadOnlyList<Circle>> HandleAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        var earlier = (await meetings.ListAsync(group, ct))
            .Where(other => other.CancelledAt is null && other.StartsAt <= meeting.StartsAt && (meeting.Series is null || string.Equals(other.Series, meeting.Series, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(other => other.StartsAt).Take(MaxMeetings).Reverse();
        var attended = new List<(Meeting, IReadOnlyCollection<PersonId>)>();
        foreach (var other in earlier)
        {
            if (await AttendedAsync(group, other.Id, ct) is { Count: > 0 } came)
                attended.Add((other, came));
        }

        return Circles.Of(attended);
    }

    private async Task<IReadOnlyCollection<PersonId>> AttendedAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var came = new List<PersonId>();
        await foreach (var (invitation, _) in people.InvitationsAsync(group, meeting, ct))
        {
            if (invitation.Attendance is Attendance.Attended)
                came.Add(invitation.Person);
        }

        return came;
    }
}
