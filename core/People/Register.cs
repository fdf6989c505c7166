using Outreach.Invitations;
using Outreach.Messages;
using Outreach.Storage;

namespace Outreach.People;

/// <summary>
/// Takes in people who may be new: a chunk of a list, or one. Who is a duplicate is decided by inserting contact points, so that it is right whatever
/// runs beside it; run again after a crash it finds its own work by its deterministic ids and counts the same.
/// </summary>
public sealed class Register(ITables tables, PeopleStore people, Codes codes, ContactHasher hasher, TimeProvider clock)
{
    /// <summary>Contact, person and invitation: 99 operations in a submit.</summary>
    private const int BirthsASubmit = 33;

    internal static readonly TimeSpan AbandonedAfter = TimeSpan.FromMinutes(1);

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
        var (births, merges) = Sort(group, newcomers, blocked, seen, outcomes);
        await DrawCodesAsync(group, meeting, births, ct);

        merges.AddRange(await ClaimSecondAsync(group, births, ct));
        merges.AddRange(await BearAsync(group, meeting, births, outcomes, ct));
        foreach (var merge in merges.OrderBy(m => m.Index))
            outcomes[merge.Index] = await Retry.OnConflictAsync(() => MergeAsync(group, meeting, merge, blocked, ct));
        return outcomes;
    }

    private (List<Birth> Births, List<Birth> Merges) Sort(
        Group group, IReadOnlyList<Newcomer> newcomers, IReadOnlySet<string> blocked, SeenContacts? seen, Registered[] outcomes)
    {
        var (births, merges) = (new List<Birth>(newcomers.Count), new List<Birth>());
        var here = new HashSet<ContactHash>();
        var now = clock.GetUtcNow();
        for (var i = 0; i < newcomers.Count; i++)
        {
            var all = newcomers[i].Hashes(group.Id, hasher);
            var open = blocked.Count == 0 ? all : [.. all.Where(hash => !blocked.Contains(hash.Value))];
            if (open.Count == 0)
            {
                outcomes[i] = new Registered(RegisterKind.Suppressed, null);
                continue;
            }

            var shard = open[0].Shard;
            var id = newcomers[i].Origin.List is { } list ? PersonId.OfRow(shard, list, newcomers[i].Row) : PersonId.New(shard, now);
            IReadOnlyList<ContactHash> stopped = open.Count == all.Count ? [] : [.. all.Except(open)];
            var birth = new Birth(i, newcomers[i].Without(stopped, group.Id, hasher), open, id, now) { Stopped = stopped };
            var isNew = stopped.Count == 0;
            foreach (var hash in open)
                isNew &= here.Add(hash) & (seen?.Add(hash) ?? true);
            (isNew ? births : merges).Add(birth);
        }

        return (births, merges);
    }

    private async Task DrawCodesAsync(Group group, MeetingId? meeting, List<Birth> births, CancellationToken ct)
    {
        if (meeting is null)
            return;
        await Task.WhenAll(births.Chunk(RowRules.MaxOperations).Select(async batch =>
        {
            var drawn = await codes.DrawAsync([.. batch.Select(b => new CodeRow(group.Id, CodeKind.Invitation, b.Id, meeting))], ct);
            for (var i = 0; i < batch.Length; i++)
                batch[i].Code = drawn[i];
        }));
    }

    /// <summary>Second contact points first, in their own shards, pointing at people who are about to be born. Taken ones make their row a merge.</summary>
    private async Task<List<Birth>> ClaimSecondAsync(Group group, List<Birth> births, CancellationToken ct)
    {
        var claims = births.SelectMany(birth => birth.Hashes.Skip(1).Select(hash => (birth, hash)));
        var taken = await Task.WhenAll(claims.GroupBy(c => c.hash.Shard).SelectMany(shard => shard.Chunk(RowRules.MaxOperations)).Select(batch =>
            InsertAsync(group.Id, batch[0].hash.Shard, [.. batch.Select(c => c.birth)], b => [b.Claim(b.Hashes[1])], _ => Task.FromResult(true), ct)));
        var merges = taken.SelectMany(t => t).ToList();
        births.RemoveAll(merges.Contains);
        return merges;
    }

    private async Task<List<Birth>> BearAsync(Group group, MeetingId? meeting, List<Birth> births, Registered[] outcomes, CancellationToken ct)
    {
        var taken = await Task.WhenAll(births.GroupBy(b => b.Hashes[0].Shard).SelectMany(shard => shard.Chunk(BirthsASubmit)).Select(batch =>
            InsertAsync(group.Id, batch[0].Hashes[0].Shard, batch, b => b.Rows(meeting, group.Language), b => IsBornAsync(group.Id, meeting, b.Id, ct), ct)));
        var merges = taken.SelectMany(t => t).ToList();
        foreach (var birth in births.Except(merges))
            outcomes[birth.Index] = new Registered(RegisterKind.Accepted, birth.Id);
        return merges;
    }

    /// <summary>Inserts the rows of many newcomers in one submit. Each conflict names one who is known already; the rest goes again.</summary>
    /// <param name="isDone">A contact point that is this very person's own, from an earlier run, is no conflict, if that run got so far.</param>
    /// <returns>Those who need a closer look: known already, or half done.</returns>
    private async Task<List<Birth>> InsertAsync(
        GroupId group, int shard, IReadOnlyList<Birth> births, Func<Birth, IReadOnlyList<Operation>> rows, Func<Birth, Task<bool>> isDone, CancellationToken ct)
    {
        var partition = new Shard(group, shard).Partition;
        var left = births.ToList();
        var known = new List<Birth>();
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
                var birth = left[conflict.Index / each];
                left.RemoveAt(conflict.Index / each);
                var row = await tables.GetAsync(TableNames.People, partition, operations[conflict.Index / each * each].Key, ct);
                var isMine = row is not null && RowJson.Read<ContactRow>(row.Json).Person == birth.Id;
                if (!isMine || !await isDone(birth))
                    known.Add(birth);
            }
        }

        return known;
    }

    /// <summary>Somebody else may have borne them for another meeting, when their claim looked abandoned.</summary>
    private async Task<bool> IsBornAsync(GroupId group, MeetingId? meeting, PersonId id, CancellationToken ct) =>
        await people.FindAsync(group, id, ct) is not null && (meeting is not { } to || await people.FindAsync(group, to, id, ct) is not null);

    /// <summary>Somebody whom we know by one of these contact points: fills in, claims what is new, and makes sure of the one invitation.</summary>
    private async Task<Registered> MergeAsync(Group group, MeetingId? meeting, Birth birth, IReadOnlySet<string> blocked, CancellationToken ct)
    {
        if (await HasStoppedAsync(group.Id, birth, ct))
            return new Registered(RegisterKind.Suppressed, null);
        var (owner, abandoned) = await OwnerAsync(group.Id, birth, ct);
        if (owner is null)
            return await BearAloneAsync(group, meeting, abandoned is { } unborn ? birth.As(unborn) : birth, ct);
        if (owner.Value.StoppedAt is not null)
            return new Registered(RegisterKind.Suppressed, owner.Value.Id);

        await ClaimForAsync(group.Id, birth, owner.Value.Id, ct);
        var after = birth.Newcomer.FillIn(owner.Value);
        var changes = new Changes(Shard.Of(group.Id, owner.Value.Id));
        if (after != owner.Value)
            changes.Change(owner, after);
        if (meeting is { } id && await people.FindAsync(group.Id, id, owner.Value.Id, ct) is null)
        {
            var code = await codes.DrawAsync(new CodeRow(group.Id, CodeKind.Invitation, owner.Value.Id, id), ct);
            changes.Add(birth.InvitationOf(after, id, code, group.Language, clock.GetUtcNow()));
        }

        await people.SaveAsync(changes, ct);
        return new Registered(owner.Value.Id == birth.Id ? RegisterKind.Accepted : RegisterKind.Merged, owner.Value.Id);
    }

    /// <summary>
    /// Who said stop from one contact point is not asked at another that we learn of later. A number that was somebody else's (<c>wrong-number</c>) stops nobody.
    /// </summary>
    private async Task<bool> HasStoppedAsync(GroupId group, Birth birth, CancellationToken ct)
    {
        foreach (var hash in birth.Stopped)
        {
            if (await people.FindAsync(group, hash, ct) is not { } contact || await people.FindAsync(group, contact.Value.Person, ct) is not { Value.StoppedAt: null })
                return true;
        }

        return false;
    }

    /// <summary>
    /// The person behind the first contact point that has one. When all there is is a claim that was abandoned before its birth, that very person is born now:
    /// whoever claimed it may yet come back, and then finds them there.
    /// </summary>
    private async Task<(Stored<Person>? Owner, PersonId? Abandoned)> OwnerAsync(GroupId group, Birth birth, CancellationToken ct)
    {
        var abandoned = new List<(ContactHash Hash, Stored<ContactRow> Contact)>();
        foreach (var hash in birth.Stopped.Concat(birth.Hashes))
        {
            if (await people.FindAsync(group, hash, ct) is not { } contact || contact.Value.Person == birth.Id)
                continue;
            if (await people.FindAsync(group, contact.Value.Person, ct) is { } owner)
                return (owner, null);
            if (clock.GetUtcNow() - contact.Value.At < AbandonedAfter)
                throw new UnfinishedClaimException(contact.Value.Person);
            abandoned.Add((hash, contact));
        }

        var own = await people.FindAsync(group, birth.Id, ct);
        if (abandoned.Count == 0)
            return (own, null);
        var heir = own?.Value.Id ?? abandoned[0].Contact.Value.Person;
        foreach (var (hash, contact) in abandoned.Where(claim => claim.Contact.Value.Person != heir))
            await TakeOverAsync(group, hash, contact, heir, ct);
        return (own, own is null ? heir : null);
    }

    private async Task<Registered> BearAloneAsync(Group group, MeetingId? meeting, Birth birth, CancellationToken ct)
    {
        if (meeting is { } id)
            birth.Code ??= await codes.DrawAsync(new CodeRow(group.Id, CodeKind.Invitation, birth.Id, id), ct);
        await ClaimForAsync(group.Id, birth, birth.Id, ct);
        var shard = new Shard(group.Id, birth.Id.Shard);
        await tables.SubmitAsync(TableNames.People, shard.Partition, [.. birth.Rows(meeting, group.Language).Skip(1)], ct);
        return new Registered(RegisterKind.Accepted, birth.Id);
    }

    private async Task ClaimForAsync(GroupId group, Birth birth, PersonId owner, CancellationToken ct)
    {
        foreach (var hash in birth.Hashes)
        {
            var contact = await people.FindAsync(group, hash, ct);
            if (contact is null)
                await tables.SubmitAsync(TableNames.People, new Shard(group, hash.Shard).Partition, [Operation.Insert(RowKeys.Contact(hash), RowJson.Write(new ContactRow(owner, birth.Now)))], ct);
            else if (contact.Value.Person == birth.Id && owner != birth.Id)
                await TakeOverAsync(group, hash, contact, owner, ct);
        }
    }

    private async Task TakeOverAsync(GroupId group, ContactHash hash, Stored<ContactRow> contact, PersonId owner, CancellationToken ct)
    {
        var changes = new Changes(new Shard(group, hash.Shard));
        changes.TakeOver(hash, contact, new ContactRow(owner, clock.GetUtcNow()));
        await people.SaveAsync(changes, ct);
    }

    private sealed class Birth(int index, Newcomer newcomer, IReadOnlyList<ContactHash> hashes, PersonId id, DateTimeOffset now)
    {
        public int Index => index;

        public Newcomer Newcomer => newcomer;

        public IReadOnlyList<ContactHash> Hashes => hashes;

        public PersonId Id => id;

        public DateTimeOffset Now => now;

        /// <summary>Contact points of this row that opted out.</summary>
        public IReadOnlyList<ContactHash> Stopped { get; init; } = [];

        public Code? Code { get; set; }

        public Birth As(PersonId other) => new(index, newcomer, hashes, other, now) { Stopped = Stopped };

        public Operation Claim(ContactHash hash) => Operation.Insert(RowKeys.Contact(hash), RowJson.Write(new ContactRow(id, now)));

        public IReadOnlyList<Operation> Rows(MeetingId? meeting, string groupLanguage)
        {
            var person = newcomer.Born(id, now);
            var birth = Operation.Insert(RowKeys.Person(id), RowJson.Write(person));
            return meeting is { } to
                ? [Claim(hashes[0]), birth, Operation.Insert(RowKeys.Invitation(to, id), RowJson.Write(InvitationOf(person, to, Code!.Value, groupLanguage, now)))]
                : [Claim(hashes[0]), birth];
        }

        public Invitation InvitationOf(Person person, MeetingId to, Code code, string groupLanguage, DateTimeOffset at) => new()
        {
            Meeting = to,
            Person = person.Id,
            Code = code,
            Channel = Ladder.First(person) ?? Channel.Door,
            Language = person.Language ?? groupLanguage,
            Source = newcomer.Origin.Source,
            Wave = person.Wave,
            Nominator = person.Nominator,
            CreatedAt = at,
        };
    }
}

/// <summary>Another import has just claimed a contact point for somebody who is not there yet: come back in a moment.</summary>
public sealed class UnfinishedClaimException(PersonId person) : Exception($"Person {person} is just being registered; the job comes back by itself.");

/// <summary>
/// Contact points met in one import, to find duplicates without a failed insert: 64 bits for each, so that a million take some tens of megabytes.
/// The chance that two of two million share them is one in ten million.
/// </summary>
/// <param name="most">Past so many the rest is found by the store.</param>
public sealed class SeenContacts(int most = 1_000_000)
{
    private readonly HashSet<ulong> _seen = [];

    /// <summary>False when it was met before.</summary>
    public bool Add(ContactHash hash)
    {
        var bits = Convert.ToUInt64(hash.Value[..16], 16);
        return _seen.Count < most ? _seen.Add(bits) : !_seen.Contains(bits);
    }
}
