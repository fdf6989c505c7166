using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.People;

/// <summary>
/// Takes in people who may be new: a chunk of a list, or one. Inserting contact points decides who is a duplicate, so that it is right whatever
/// runs beside it; run again after a crash it finds its own work by its deterministic ids and counts the same.
/// </summary>
public sealed class Register(ITables tables, PeopleStore people, Codes codes, Recognise recognise, ContactHasher hasher, TimeProvider clock)
{
    /// <summary>Contact, person and invitation: 99 operations in a submit.</summary>
    private const int PeoplePerSubmit = 33;

    /// <summary>Does ahead what <see cref="RunAsync"/> would begin with, for a caller who can do so on another thread while the store is busy.</summary>
    public void Prepare(GroupId group, IEnumerable<Newcomer> newcomers)
    {
        foreach (var newcomer in newcomers)
            newcomer.Hashes(group, hasher);
    }

    /// <param name="blocked">The group's suppressions.</param>
    /// <param name="meeting">They are invited to it, once; null: only known.</param>
    /// <param name="seen">Contact points this import met before: likely duplicates, that need no failed insert to find out. Grows.</param>
    /// <returns>An outcome for each newcomer, in order.</returns>
    public async Task<IReadOnlyList<Registered>> RunAsync(
        Group group, MeetingId? meeting, IReadOnlyList<Newcomer> newcomers, IReadOnlySet<string> blocked, SeenContacts? seen, CancellationToken ct)
    {
        var outcomes = new Registered[newcomers.Count];
        var (added, merges) = Sort(group, newcomers, blocked, seen, outcomes);
        await DrawCodesAsync(group, meeting, added, ct);

        merges.AddRange(await ClaimSecondAsync(group, added, ct));
        merges.AddRange(await AddAsync(group, meeting, added, outcomes, ct));
        foreach (var merge in merges.OrderBy(m => m.Index))
            outcomes[merge.Index] = await Retry.OnConflictAsync(() => recognise.HandleAsync(group, meeting, merge, ct));
        return outcomes;
    }

    private (List<Registration> New, List<Registration> Merges) Sort(
        Group group, IReadOnlyList<Newcomer> newcomers, IReadOnlySet<string> blocked, SeenContacts? seen, Registered[] outcomes)
    {
        var (added, merges) = (new List<Registration>(newcomers.Count), new List<Registration>());
        var here = new HashSet<ContactHash>();
        var now = clock.GetUtcNow();
        for (var i = 0; i < newcomers.Count; i++)
        {
            var newcomer = newcomers[i].WithoutStoppedHouse(blocked, group.Id, hasher).WithoutStoppedLandline(blocked, group.Id, hasher);
            var all = newcomer.Hashes(group.Id, hasher);
            var open = blocked.Count == 0 ? all : [.. all.Where(hash => !blocked.Contains(hash.Value))];
            if (open.Count == 0)
            {
                outcomes[i] = new Registered(RegisterKind.Suppressed, null);
                continue;
            }

            var shard = open[0].Shard;
            var id = newcomer.Origin.List is { } list ? PersonId.OfRow(shard, list, newcomer.Row) : PersonId.New(shard, now);
            IReadOnlyList<ContactHash> stopped = open.Count == all.Count ? [] : [.. all.Except(open)];
            var registration = new Registration(i, newcomer.Without(stopped, group.Id, hasher), open, id, now) { Stopped = stopped };
            var isNew = stopped.Count == 0 && !newcomer.IsReadAgain;
            foreach (var hash in open)
            {
                var isNewHere = here.Add(hash);
                var isNewInList = seen is null || seen.Add(hash);
                isNew = isNew && isNewHere && isNewInList;
            }

            (isNew ? added : merges).Add(registration);
        }

        return (added, merges);
    }

    private async Task DrawCodesAsync(Group group, MeetingId? meeting, List<Registration> added, CancellationToken ct)
    {
        if (meeting is null)
            return;
        await Task.WhenAll(added.Chunk(RowRules.MaxOperations).Select(async batch =>
        {
            var drawn = await codes.DrawAsync([.. batch.Select(b => new CodeRow(group.Id, CodeKind.Invitation, b.Id, meeting))], ct);
            for (var i = 0; i < batch.Length; i++)
                batch[i].Code = drawn[i];
        }));
    }

    /// <summary>Second contact points first, in their own shards, pointing at people who are about to be added. Taken ones make their row a merge.</summary>
    private async Task<List<Registration>> ClaimSecondAsync(Group group, List<Registration> added, CancellationToken ct)
    {
        var claims = added.SelectMany(registration => registration.Hashes.Skip(1).Select(hash => (registration, hash)));
        var taken = await Task.WhenAll(claims.GroupBy(c => c.hash.Shard).SelectMany(shard => shard.Chunk(RowRules.MaxOperations)).Select(batch =>
            InsertAsync(group.Id, batch[0].hash.Shard, [.. batch.Select(c => c.registration)], b => [b.Claim(b.Hashes[1])], _ => Task.FromResult(true), ct)));
        var merges = taken.SelectMany(t => t).ToList();
        added.RemoveAll(merges.Contains);
        return merges;
    }

    private async Task<List<Registration>> AddAsync(Group group, MeetingId? meeting, List<Registration> added, Registered[] outcomes, CancellationToken ct)
    {
        var taken = await Task.WhenAll(added.GroupBy(b => b.Hashes[0].Shard).SelectMany(shard => shard.Chunk(PeoplePerSubmit)).Select(batch =>
            InsertAsync(group.Id, batch[0].Hashes[0].Shard, batch, b => b.Rows(meeting, group.Language), b => IsAddedAsync(group.Id, meeting, b.Id, ct), ct)));
        var merges = taken.SelectMany(t => t).ToList();
        foreach (var registration in added.Except(merges))
            outcomes[registration.Index] = new Registered(RegisterKind.Accepted, registration.Id) { Own = registration.Id };
        return merges;
    }

    /// <summary>Inserts the rows of many newcomers in one submit. Each conflict names one who is known already; the rest goes again.</summary>
    /// <param name="isDone">A contact point that is this very person's own, from an earlier run, is not a conflict, if that run got so far.</param>
    /// <returns>Those who need a closer look: known already, or half done.</returns>
    private async Task<List<Registration>> InsertAsync(
        GroupId group, int shard, IReadOnlyList<Registration> added, Func<Registration, IReadOnlyList<Operation>> rows, Func<Registration, Task<bool>> isDone, CancellationToken ct)
    {
        var partition = new Shard(group, shard).Partition;
        var left = added.ToList();
        var known = new List<Registration>();
        while (left.Count > 0)
        {
            var operations = left.SelectMany(rows).ToList();
            try
            {
                await tables.SubmitAsync(TableNames.People, partition, operations, ct);
                break;
            }
            catch (ConflictException conflict)
            {
                var each = operations.Count / left.Count;
                var registration = left[conflict.Index / each];
                left.RemoveAt(conflict.Index / each);
                var row = await tables.GetAsync(TableNames.People, partition, operations[conflict.Index / each * each].Key, ct);
                var isMine = row is not null && RowJson.Read<ContactRow>(row.Json).Person == registration.Id;
                if (!isMine || !await isDone(registration))
                    known.Add(registration);
            }
        }

        return known;
    }

    /// <summary>Somebody else may have added them for another meeting, when their claim looked abandoned.</summary>
    private async Task<bool> IsAddedAsync(GroupId group, MeetingId? meeting, PersonId id, CancellationToken ct) =>
        await people.FindAsync(group, id, ct) is not null && (meeting is not { } to || await people.FindAsync(group, to, id, ct) is not null);
}
