using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>One count of a meeting that is not what a recount gives.</summary>
/// <param name="Key">As in <see cref="Tally.By"/>: "sms,nl,0,list".</param>
public sealed record TallyDifference(int Shard, string Key, Milestone Milestone, int Stored, int Counted);

public sealed record MeetingRecount(Meeting Meeting, int Invitations, IReadOnlyList<TallyDifference> Differences);

/// <summary>Counts every invitation of a group again and compares with the stored counts: they must be equal, always.</summary>
public sealed class Recount(ITables tables, PeopleStore people, Tallies tallies, MeetingStore meetings, GroupStore groups, Audit audit)
{
    private const int MaxTries = 20;

    /// <param name="repair">Puts the recount in the place of stored counts that differ.</param>
    /// <returns>Null when there is no such group.</returns>
    public async Task<IReadOnlyList<MeetingRecount>?> HandleAsync(GroupId group, bool repair, CancellationToken ct)
    {
        if (await groups.FindAsync(group, ct) is null)
            return null;
        var results = new List<MeetingRecount>();
        foreach (var meeting in await meetings.ListAsync(group, ct))
        {
            var (invitations, differences) = (0, new List<TallyDifference>());
            foreach (var shard in Shard.All(group))
            {
                var (stored, counted, seen) = await CompareAsync(shard, meeting.Id, ct);
                invitations += seen;
                var found = Differences(shard.Number, stored?.Value ?? Tally.Empty, counted).ToList();
                if (found.Count > 0 && repair)
                    await RepairAsync(shard, meeting.Id, stored, counted, ct);
                differences.AddRange(found);
            }

            results.Add(new(meeting, invitations, differences));
        }

        if (repair && results.Sum(r => r.Differences.Count) is > 0 and var repaired)
            await audit.WriteAsync(group, $"repaired {repaired} counts by a recount", ct);
        return results;
    }

    /// <summary>
    /// Counts and invitations change in one submit: as long as the counts are the same before and after the reading, so is what was read.
    /// </summary>
    private async Task<(Stored<Tally>? Stored, Tally Counted, int Seen)> CompareAsync(Shard shard, MeetingId meeting, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var before = await tallies.FindAsync(shard, meeting, ct);
            var (counted, seen) = (Tally.Empty, 0);
            await foreach (var invitation in people.InvitationsAsync(shard, meeting, ct))
            {
                counted.Add(null, invitation.Value);
                seen++;
            }

            if ((await tallies.FindAsync(shard, meeting, ct))?.ETag == before?.ETag)
                return (before, counted.Trimmed(), seen);
            if (tries == MaxTries)
                throw new InvalidOperationException($"Shard {shard.Number:x2} of meeting {meeting} changes too fast to be counted. Try again when it is quiet.");
        }
    }

    private static IEnumerable<TallyDifference> Differences(int shard, Tally stored, Tally counted)
    {
        foreach (var key in stored.By.Keys.Union(counted.By.Keys).Order(StringComparer.Ordinal))
        {
            for (var milestone = 0; milestone < Milestones.Count; milestone++)
            {
                var (had, has) = (At(stored, key, milestone), At(counted, key, milestone));
                if (had != has)
                    yield return new(shard, key, (Milestone)milestone, had, has);
            }
        }
    }

    private static int At(Tally tally, string key, int milestone) => tally.By.TryGetValue(key, out var counts) ? counts[milestone] : 0;

    private Task RepairAsync(Shard shard, MeetingId meeting, Stored<Tally>? stored, Tally counted, CancellationToken ct)
    {
        var (key, json) = (RowKeys.Tally(meeting), RowJson.Write(new Tally(counted.By) { Ended = stored?.Value.Ended }));
        return tables.SubmitAsync(
            TableNames.People, shard.Partition, [stored is null ? Operation.Insert(key, json) : Operation.Replace(key, json, stored.ETag)], ct);
    }
}
