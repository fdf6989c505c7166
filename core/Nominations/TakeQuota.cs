using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Nominations;

/// <summary>
/// Counts a nominee before they are invited, under the hash of how they are reached: naming the same one again (or a crash between) neither counts nor invites twice.
/// </summary>
public sealed class TakeQuota(PeopleStore people, ContactHasher hasher, TimeProvider clock)
{
    /// <param name="at">The meeting that the nominator came to.</param>
    /// <returns>How many of the quota are used now; why no more may be named, when they may not.</returns>
    public Task<(NominateOutcome? Refusal, int Used)> HandleAsync(GroupId group, Meeting at, PersonId nominator, Candidate nominee, CancellationToken ct)
    {
        var hash = Newcomer.HashesOf(nominee, group, hasher)[0];
        return Retry.OnConflictAsync(() => TakeAsync(group, at, nominator, hash, ct));
    }

    private async Task<(NominateOutcome? Refusal, int Used)> TakeAsync(GroupId group, Meeting at, PersonId nominator, ContactHash nominee, CancellationToken ct)
    {
        var stored = await people.FindAsync(group, at.Id, nominator, ct);
        var changes = new Changes(Shard.Of(group, nominator));
        if (stored is not null && await people.HasNominatedAsync(group, at.Id, nominator, nominee, ct))
            return (null, stored.Value.Nominations);
        if (Snowball.Refusal(stored?.Value, at) is { } refusal)
            return (refusal, 0);
        changes.Nominate(at.Id, nominator, nominee, clock.GetUtcNow());
        changes.Change(stored!, stored!.Value with { Nominations = stored.Value.Nominations + 1 });
        await people.SaveAsync(changes, ct);
        return (null, stored.Value.Nominations + 1);
    }
}
