using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Counts a meeting by street. The counts that are kept do not know where people live, so that everybody is looked at: for one view, when somebody asks for it.</summary>
public sealed class ReadStreets(PeopleStore people)
{
    /// <returns>From a street to its counts, "" for those who gave no address; by name.</returns>
    public async Task<IReadOnlyDictionary<string, FunnelCounts>> HandleAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var counts = new SortedDictionary<string, int[]>(StringComparer.OrdinalIgnoreCase);
        await foreach (var (person, invitation) in people.InvitedAsync(group, meeting, _ => true, ct))
        {
            if (person is null)
                continue;
            var street = person.Value.Address?.Street ?? "";
            if (!counts.TryGetValue(street, out var count))
                counts[street] = count = new int[Milestones.Count];
            Milestones.AddTo(count, invitation.Value);
        }

        return counts.ToDictionary(street => street.Key, street => FunnelCounts.Of([street.Value]));
    }
}
