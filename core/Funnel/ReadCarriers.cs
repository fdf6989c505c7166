using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Somebody who brings neighbours, over all meetings of the group.</summary>
/// <param name="Named">Neighbours whom they named or handed a code.</param>
/// <param name="Came">Number of those who have been at a meeting.</param>
/// <param name="Asked">How often we asked them to name neighbours.</param>
/// <param name="Rests">Asked after two meetings in a row: after the next they are left in peace.</param>
public sealed record Carrier(Person Person, int Named, int Came, int Asked, bool Rests);

/// <summary>Reads who carries the chains, how often they were asked, and who has a rest.</summary>
public sealed class ReadCarriers(PeopleStore people, MeetingStore meetings, TimeProvider clock)
{
    /// <summary>People who carried a chain before that have moved on.</summary>
    private const int MaxMeetings = 24;

    /// <returns>Those who named most first; those who were asked and named nobody last.</returns>
    public async Task<IReadOnlyList<Carrier>> HandleAsync(GroupId group, CancellationToken ct)
    {
        var all = await meetings.ListAsync(group, ct);
        var next = NextOf(all, clock.GetUtcNow());
        if (next is null)
            return [];
        var (named, came) = await CountAsync(group, all.Where(meeting => meeting.CancelledAt is null).OrderByDescending(meeting => meeting.StartsAt).Take(MaxMeetings), ct);
        var (carriers, brought) = (new List<Person>(), new Dictionary<PersonId, int>());
        foreach (var shard in Shard.All(group))
        {
            await foreach (var (person, _) in people.PeopleAsync(shard, ct))
            {
                if (person.Nominator is { } nominator && came.Contains(person.Id))
                    brought[nominator] = brought.GetValueOrDefault(nominator) + 1;
                if (person.StoppedAt is null && (named.ContainsKey(person.Id) || person.AskedToNominate.Count > 0))
                    carriers.Add(person);
            }
        }

        return
        [
            .. carriers.Select(person => Of(person, named.GetValueOrDefault(person.Id), brought.GetValueOrDefault(person.Id), next, all))
                .OrderByDescending(carrier => carrier.Named).ThenByDescending(carrier => carrier.Came).ThenBy(carrier => carrier.Person.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static Carrier Of(Person person, int named, int came, Meeting next, IReadOnlyList<Meeting> all) => new(
        person, named, came, Math.Max(person.TimesAsked, person.AskedToNominate.Count), !Reminders.Reminders.MayAskToNominate(person.AskedToNominate, next, all));

    /// <summary>After which somebody would be asked next; where none is planned, as if it were now.</summary>
    private static Meeting? NextOf(IReadOnlyList<Meeting> all, DateTimeOffset now)
    {
        var open = all.Where(meeting => meeting.CancelledAt is null).OrderBy(meeting => meeting.StartsAt).ToList();
        return open.FirstOrDefault(meeting => meeting.EndsAt > now) ?? (open.LastOrDefault() is { } last ? last with { Id = default, StartsAt = now, EndsAt = now } : null);
    }

    private async Task<(Dictionary<PersonId, int> Named, HashSet<PersonId> Came)> CountAsync(GroupId group, IEnumerable<Meeting> counted, CancellationToken ct)
    {
        var (named, came) = (new Dictionary<PersonId, int>(), new HashSet<PersonId>());
        foreach (var meeting in counted)
        {
            await foreach (var (invitation, _) in people.InvitationsAsync(group, meeting.Id, ct))
            {
                if (invitation.Nominations > 0)
                    named[invitation.Person] = named.GetValueOrDefault(invitation.Person) + invitation.Nominations;
                if (invitation.Attendance is Attendance.Attended)
                    came.Add(invitation.Person);
            }
        }

        return (named, came);
    }
}
