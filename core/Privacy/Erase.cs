using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>
/// Erases all we hold of a person, and writes down that it was done, not of whom. The suppression stays. The person's own row goes last, so that an erasure
/// that was interrupted can be asked for again.
/// </summary>
public sealed class Erase(PeopleStore people, EraseRows rows, Roles roles, ForgetInFiles files, Audit audit)
{
    /// <returns>False when there is nobody with this id.</returns>
    public async Task<bool> HandleAsync(GroupId group, PersonId id, string why, CancellationToken ct) => await HandleAsync(group, [id], why, ct) > 0;

    /// <returns>How many there were.</returns>
    public Task<int> HandleAsync(GroupId group, IReadOnlyCollection<PersonId> ids, string why, CancellationToken ct) => EraseAsync(group, ids, why, isCounted: false, ct);

    /// <summary>Their time is over: the counts of the meetings keep them, so that a funnel does not shrink.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> EndAsync(GroupId group, IReadOnlyCollection<PersonId> ids, string why, CancellationToken ct) => EraseAsync(group, ids, why, isCounted: true, ct);

    private async Task<int> EraseAsync(GroupId group, IReadOnlyCollection<PersonId> ids, string why, bool isCounted, CancellationToken ct)
    {
        var all = new Dictionary<PersonId, Stored<Person>>();
        foreach (var id in ids)
        {
            if (await people.FollowAsync(group, id, ct) is { } person)
                all[person.Value.Id] = person;
        }

        if (all.Count == 0)
            return 0;
        // Once for all of them: each file is read and written whole.
        await files.HandleAsync(group, [.. all.Values.Select(person => person.Value)], ct);
        await roles.EraseAsync(group, [.. all.Values.SelectMany(person => person.Value.Joined.Append(person.Value.Id))], ct);
        foreach (var person in all.Values)
            await rows.HandleAsync(group, person, isCounted, ct);
        await audit.WriteAsync(group, AuditKind.Erased, all.Count == 1 ? $"erased one person: {why}" : $"erased {all.Count} people: {why}", ct);
        foreach (var (id, person) in all)
            await rows.FinishAsync(group, id, isStopOver: isCounted && person.Value.StoppedAt is not null, ct);

        return all.Count;
    }
}
