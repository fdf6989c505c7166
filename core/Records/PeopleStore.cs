using System.Runtime.CompilerServices;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>The main table: people, contact points, invitations, conversations and counts, a partition a shard.</summary>
public sealed class PeopleStore(ITables tables, IQueues queues, TimeProvider clock)
{
    /// <summary>Others may be counting in the same shard; each try reads the counts anew.</summary>
    private const int MostTries = 50;

    /// <summary>Fewer keys than this are not worth a page.</summary>
    private const int FewKeys = 4;

    /// <summary>So many rows are read, at most, to find one: a page costs as much as one row does, but not as little work.</summary>
    private const int RowsAKey = 16;
    private const int MostRows = 1000;

    public async Task<Stored<Person>?> FindAsync(GroupId group, PersonId person, CancellationToken ct) =>
        await FindAsync<Person>(Shard.Of(group, person), RowKeys.Person(person), ct);

    public async Task<Stored<Invitation>?> FindAsync(GroupId group, MeetingId meeting, PersonId person, CancellationToken ct) =>
        await FindAsync<Invitation>(Shard.Of(group, person), RowKeys.Invitation(meeting, person), ct);

    public async Task<Stored<Message>?> FindAsync(GroupId group, MessageKey message, CancellationToken ct) =>
        await FindAsync<Message>(Shard.Of(group, message.Person), message.RowKey, ct);

    public async Task<Stored<ContactRow>?> FindAsync(GroupId group, ContactHash contact, CancellationToken ct) =>
        await FindAsync<ContactRow>(new Shard(group, contact.Shard), RowKeys.Contact(contact), ct);

    /// <summary>Null for somebody who is not another person.</summary>
    public async Task<Stored<Joined>?> FindJoinedAsync(GroupId group, PersonId person, CancellationToken ct) =>
        await FindAsync<Joined>(Shard.Of(group, person), RowKeys.Joined(person), ct);

    /// <summary>Somebody, or whoever they turned out to be.</summary>
    public async Task<Stored<Person>?> FollowAsync(GroupId group, PersonId person, CancellationToken ct)
    {
        while (true)
        {
            if (await FindAsync(group, person, ct) is { } found)
                return found;
            if (await FindJoinedAsync(group, person, ct) is not { } joined)
                return null;
            person = joined.Value.To;
        }
    }

    public async Task<bool> HasReceivedAsync(GroupId group, Message message, CancellationToken ct) =>
        await FindAsync<ContactRow>(Shard.Of(group, message.Person), RowKeys.Seen(message.Person, message.Step), ct) is not null;

    public async Task<bool> HasNominatedAsync(GroupId group, MeetingId meeting, PersonId nominator, ContactHash nominee, CancellationToken ct) =>
        await FindAsync<ContactRow>(Shard.Of(group, nominator), RowKeys.Nomination(meeting, nominator, nominee), ct) is not null;

    public IAsyncEnumerable<Stored<Invitation>> InvitationsAsync(Shard shard, MeetingId meeting, CancellationToken ct) =>
        ReadAsync<Invitation>(shard, RowKeys.Invitations(meeting), RowKeys.After(RowKeys.Invitations(meeting)), null, ct);

    /// <summary>Invitations of one shard to one meeting, from one person up to and including another.</summary>
    public IAsyncEnumerable<Stored<Invitation>> InvitationsAsync(Shard shard, MeetingId meeting, PersonId from, PersonId to, CancellationToken ct) =>
        ReadAsync<Invitation>(shard, RowKeys.Invitation(meeting, from), RowKeys.Invitation(meeting, to) + "|", null, ct);

    /// <summary>At most so many invitations of one shard, those after a person when one is given.</summary>
    public IAsyncEnumerable<Stored<Invitation>> InvitationsAsync(Shard shard, MeetingId meeting, PersonId? after, int most, CancellationToken ct) =>
        ReadAsync<Invitation>(
            shard, after is { } last ? RowKeys.Invitation(meeting, last) + "|" : RowKeys.Invitations(meeting), RowKeys.After(RowKeys.Invitations(meeting)), most, ct);

    public IAsyncEnumerable<Stored<Person>> PeopleAsync(Shard shard, PersonId from, PersonId to, CancellationToken ct) =>
        ReadAsync<Person>(shard, RowKeys.Person(from), RowKeys.Person(to) + "|", null, ct);

    public IAsyncEnumerable<Stored<Person>> PeopleAsync(Shard shard, CancellationToken ct) =>
        ReadAsync<Person>(shard, "person|", "person}", null, ct);

    /// <summary>Who is asked to a meeting and did not stop, with their invitation: two runs over each shard where there is anybody, not a read a person.</summary>
    /// <param name="wanted">Whose invitation is of use.</param>
    public async IAsyncEnumerable<(Stored<Person> Person, Stored<Invitation> Invitation)> AskedAsync(
        GroupId group, MeetingId meeting, Func<Invitation, bool> wanted, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var shard in Shard.All(group))
        {
            var asked = new Dictionary<PersonId, Stored<Invitation>>();
            await foreach (var invitation in InvitationsAsync(shard, meeting, ct))
            {
                if (wanted(invitation.Value))
                    asked[invitation.Value.Person] = invitation;
            }

            if (asked.Count == 0)
                continue;
            await foreach (var person in PeopleAsync(shard, ct))
            {
                if (person.Value.StoppedAt is null && asked.TryGetValue(person.Value.Id, out var invitation))
                    yield return (person, invitation);
            }
        }
    }

    /// <summary>Under this id alone.</summary>
    public IAsyncEnumerable<Stored<Message>> MessagesAsync(GroupId group, PersonId person, CancellationToken ct) =>
        ReadAsync<Message>(Shard.Of(group, person), RowKeys.Messages(person), RowKeys.After(RowKeys.Messages(person)), null, ct);

    /// <summary>Those that exist of many messages of one shard.</summary>
    public Task<IReadOnlyDictionary<string, Stored<Message>>> FindManyAsync(Shard shard, IEnumerable<MessageKey> messages, CancellationToken ct) =>
        FindManyAsync<Message>(shard, messages.Select(message => message.RowKey), ct);

    /// <summary>Those that exist of many people of one shard.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Stored<Person>>> FindManyAsync(Shard shard, IEnumerable<PersonId> persons, CancellationToken ct) =>
        (await FindManyAsync<Person>(shard, persons.Select(RowKeys.Person), ct)).Values.ToDictionary(person => person.Value.Id);

    /// <summary>The invitations of many people of one shard to one meeting.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Stored<Invitation>>> FindManyAsync(Shard shard, MeetingId meeting, IEnumerable<PersonId> persons, CancellationToken ct) =>
        (await FindManyAsync<Invitation>(shard, persons.Select(person => RowKeys.Invitation(meeting, person)), ct)).Values.ToDictionary(invitation => invitation.Value.Person);

    /// <summary>Oldest first, with what was said to and by those who turned out to be this person.</summary>
    public async IAsyncEnumerable<Stored<Message>> ConversationAsync(GroupId group, PersonId person, [EnumeratorCancellation] CancellationToken ct)
    {
        var earlier = (await FindAsync(group, person, ct))?.Value.Joined ?? [];
        if (earlier.Count == 0)
        {
            await foreach (var message in MessagesAsync(group, person, ct))
                yield return message;
            yield break;
        }

        var all = new List<Stored<Message>>();
        foreach (var one in earlier.Append(person))
        {
            await foreach (var message in MessagesAsync(group, one, ct))
                all.Add(message);
        }

        foreach (var message in all.OrderBy(message => message.Value.At))
            yield return message;
    }

    /// <summary>Every message of one shard, of all conversations.</summary>
    public IAsyncEnumerable<Stored<Message>> MessagesAsync(Shard shard, CancellationToken ct) =>
        ReadAsync<Message>(shard, "msg|", "msg}", null, ct);

    public IAsyncEnumerable<Stored<Job>> OutboxAsync(Shard shard, CancellationToken ct) =>
        ReadAsync<Job>(shard, "outbox|", "outbox}", null, ct);

    public async Task<Tally> TallyAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var rows = await Task.WhenAll(Shard.All(group).Select(shard => FindAsync<Tally>(shard, RowKeys.Tally(meeting), ct)));
        var sum = Tally.Empty;
        foreach (var row in rows)
            sum.Add(row?.Value ?? Tally.Empty);
        return sum;
    }

    /// <summary>Saves all of it or nothing, then hands the jobs to their queues. Returns the new ETags of the rows, in the order they were decided on.</summary>
    /// <exception cref="ConflictException">A row has changed since it was read, or exists already: load again and decide again.</exception>
    public async Task<IReadOnlyList<string?>> SaveAsync(Changes changes, CancellationToken ct)
    {
        if (changes.IsEmpty)
            return [];
        IReadOnlyList<string?> etags;
        for (var tries = 1; ; tries++)
        {
            try
            {
                var operations = await WithCountsAndJobsAsync(changes, ct);
                etags = await tables.SubmitAsync(TableNames.People, changes.Shard.Partition, operations, ct);
                break;
            }
            catch (ConflictException conflict) when (conflict.Key.StartsWith("tally|", StringComparison.Ordinal) && tries < MostTries)
            {
            }
        }

        var written = etags.Skip(etags.Count - changes.Jobs.Count).Zip(changes.Jobs, (etag, job) => new Stored<Job>(job, etag!));
        await HandOnAsync(changes.Shard, [.. written], ct);
        return etags;
    }

    /// <summary>Sends jobs whose outbox rows are stored, and forgets the rows. A crash between leaves the rows to the sweep.</summary>
    public async Task HandOnAsync(Shard shard, IReadOnlyList<Stored<Job>> jobs, CancellationToken ct)
    {
        foreach (var batch in jobs.Chunk(RowRules.MaxOperations))
        {
            foreach (var job in batch)
                await queues.SendAsync(job.Value, clock.GetUtcNow(), ct);
            await ForgetAsync(shard, batch, ct);
        }
    }

    /// <summary>Deletes the outbox rows of jobs.</summary>
    /// <returns>False when the sweep was here first, or a later job has one of the rows now: then all that are left are the sweep's.</returns>
    public async Task<bool> ForgetAsync(Shard shard, IReadOnlyList<Stored<Job>> jobs, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.People, shard.Partition, [.. jobs.Select(job => Operation.Delete(RowKeys.Outbox(job.Value.Id), job.ETag))], ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    /// <summary>Lets go of contact points, those that are this person's; asked for again, of what is left.</summary>
    public async Task ReleaseAsync(GroupId group, IEnumerable<ContactHash> contacts, PersonId owner, CancellationToken ct)
    {
        foreach (var hash in contacts)
        {
            if (await FindAsync(group, hash, ct) is not { } contact || contact.Value.Person != owner)
                continue;
            var changes = new Changes(new Shard(group, hash.Shard));
            changes.Release(hash, contact);
            await SaveAsync(changes, ct);
        }
    }

    /// <summary>Counts all invitations of a meeting anew. Equal to the stored counts, always; the operator's verb <c>recount</c> shows it.</summary>
    public async Task<Tally> RecountAsync(Shard shard, MeetingId meeting, CancellationToken ct)
    {
        var tally = Tally.Empty;
        await foreach (var invitation in InvitationsAsync(shard, meeting, ct))
            tally.Add(null, invitation.Value);
        return tally.Trimmed();
    }

    public Task<Stored<Tally>?> TallyAsync(Shard shard, MeetingId meeting, CancellationToken ct) =>
        FindAsync<Tally>(shard, RowKeys.Tally(meeting), ct);

    private async Task<List<Operation>> WithCountsAndJobsAsync(Changes changes, CancellationToken ct)
    {
        var operations = new List<Operation>(changes.Size);
        operations.AddRange(changes.Operations);
        foreach (var (meeting, delta) in changes.Counts)
        {
            var stored = await TallyAsync(changes.Shard, meeting, ct);
            var tally = stored?.Value ?? Tally.Empty;
            tally.Add(delta);
            var json = RowJson.Write(tally.Trimmed());
            operations.Add(stored is null
                ? Operation.Insert(RowKeys.Tally(meeting), json)
                : Operation.Replace(RowKeys.Tally(meeting), json, stored.ETag));
        }

        foreach (var job in changes.Jobs)
            operations.Add(Operation.Upsert(RowKeys.Outbox(job.Id), RowJson.Write(job)));
        return operations;
    }

    private async Task<Stored<T>?> FindAsync<T>(Shard shard, string key, CancellationToken ct)
        where T : IStored<T> =>
        await tables.GetAsync(TableNames.People, shard.Partition, key, ct) is { } row ? RowJson.Read<T>(row) : null;

    /// <summary>Neighbours come in one page; where the rows lie too far apart for that, one by one.</summary>
    private async Task<IReadOnlyDictionary<string, Stored<T>>> FindManyAsync<T>(Shard shard, IEnumerable<string> keys, CancellationToken ct)
        where T : IStored<T>
    {
        var found = new Dictionary<string, Stored<T>>(StringComparer.Ordinal);
        var wanted = keys.Distinct().Order(StringComparer.Ordinal).ToArray();
        var (next, near) = (0, true);
        while (next < wanted.Length)
        {
            if (near && wanted.Length - next >= FewKeys)
            {
                var after = await ReadPageAsync(shard, wanted, next, found, ct);
                near = after - next >= FewKeys;
                next = after;
            }
            else
            {
                if (await FindAsync<T>(shard, wanted[next], ct) is { } one)
                    found[wanted[next]] = one;
                next++;
            }
        }

        return found;
    }

    /// <returns>The first of the wanted keys that the page does not tell of.</returns>
    private async Task<int> ReadPageAsync<T>(Shard shard, string[] wanted, int next, Dictionary<string, Stored<T>> found, CancellationToken ct)
        where T : IStored<T>
    {
        var take = Math.Min(MostRows, (wanted.Length - next) * RowsAKey);
        var rows = 0;
        await foreach (var row in tables.QueryAsync(TableNames.People, shard.Partition, wanted[next], wanted[^1] + "|", take, ct))
        {
            rows++;
            while (next < wanted.Length && string.CompareOrdinal(wanted[next], row.Key) < 0)
                next++;
            if (next == wanted.Length || wanted[next] != row.Key)
                continue;
            found[row.Key] = RowJson.Read<T>(row);
            next++;
        }

        return rows < take ? wanted.Length : next;
    }

    private async IAsyncEnumerable<Stored<T>> ReadAsync<T>(Shard shard, string from, string to, int? take, [EnumeratorCancellation] CancellationToken ct)
        where T : IStored<T>
    {
        await foreach (var row in tables.QueryAsync(TableNames.People, shard.Partition, from, to, take, ct))
            yield return RowJson.Read<T>(row);
    }
}
