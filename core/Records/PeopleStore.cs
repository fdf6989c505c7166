using System.Runtime.CompilerServices;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>The main table: people, contact points, invitations, conversations and counts, one partition per shard.</summary>
public sealed class PeopleStore(ITables tables, Tallies tallies, Outbox outbox)
{
    /// <summary>Others may be counting in the same shard; each try builds on what they counted.</summary>
    private const int MaxTries = 50;

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

    /// <summary>A note that is no longer needed, whoever else forgets it meanwhile.</summary>
    public Task ForgetNoteAsync(Shard shard, string key, CancellationToken ct) =>
        Retry.OnConflictAsync(() => tables.DeleteRangeAsync(TableNames.People, shard.Partition, KeyRange.Only(key), null, ct));

    /// <summary>As versions before December 2026 noted those from whom something has to be taken off that is somebody else's.</summary>
    public IAsyncEnumerable<Row> WrongAsync(Shard shard, CancellationToken ct) => tables.QueryAsync(TableNames.People, shard.Partition, RowKeys.OlderRemovals, null, ct);

    public IAsyncEnumerable<Stored<Joined>> JoinedAsync(Shard shard, CancellationToken ct) => ReadAsync<Joined>(shard, RowKeys.AllJoined, null, ct);

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
        ReadAsync<Invitation>(shard, KeyRange.StartingWith(RowKeys.Invitations(meeting)), null, ct);

    /// <summary>Invitations of one shard to one meeting, from one person up to and including another.</summary>
    public IAsyncEnumerable<Stored<Invitation>> InvitationsAsync(Shard shard, MeetingId meeting, PersonId from, PersonId to, CancellationToken ct) =>
        ReadAsync<Invitation>(shard, KeyRange.Only(RowKeys.Invitation(meeting, to)) with { From = RowKeys.Invitation(meeting, from) }, null, ct);

    /// <summary>A page of one shard's invitations, starting after the given person.</summary>
    public IAsyncEnumerable<Stored<Invitation>> InvitationsAsync(Shard shard, MeetingId meeting, PersonId? after, int most, CancellationToken ct)
    {
        var all = KeyRange.StartingWith(RowKeys.Invitations(meeting));
        return ReadAsync<Invitation>(shard, after is { } last ? all with { From = KeyRange.Only(RowKeys.Invitation(meeting, last)).To } : all, most, ct);
    }

    public IAsyncEnumerable<Stored<Person>> PeopleAsync(Shard shard, PersonId from, PersonId to, CancellationToken ct) =>
        ReadAsync<Person>(shard, KeyRange.Only(RowKeys.Person(to)) with { From = RowKeys.Person(from) }, null, ct);

    public IAsyncEnumerable<Stored<Person>> PeopleAsync(Shard shard, CancellationToken ct) =>
        ReadAsync<Person>(shard, RowKeys.People, null, ct);

    /// <summary>Under this id alone.</summary>
    public IAsyncEnumerable<Stored<Message>> MessagesAsync(GroupId group, PersonId person, CancellationToken ct) =>
        ReadAsync<Message>(Shard.Of(group, person), KeyRange.StartingWith(RowKeys.Messages(person)), null, ct);

    /// <summary>Those that exist of many messages of one shard.</summary>
    public Task<IReadOnlyDictionary<string, Stored<Message>>> FindManyAsync(Shard shard, IEnumerable<MessageKey> messages, CancellationToken ct) =>
        ManyRows.FindAsync<Message>(tables, shard, messages.Select(message => message.RowKey), ct);

    /// <summary>Those that exist of many people of one shard.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Stored<Person>>> FindManyAsync(Shard shard, IEnumerable<PersonId> persons, CancellationToken ct) =>
        (await ManyRows.FindAsync<Person>(tables, shard, persons.Select(RowKeys.Person), ct)).Values.ToDictionary(person => person.Value.Id);

    /// <summary>The invitations of many people of one shard to one meeting.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Stored<Invitation>>> FindManyAsync(Shard shard, MeetingId meeting, IEnumerable<PersonId> persons, CancellationToken ct) =>
        (await ManyRows.FindAsync<Invitation>(tables, shard, persons.Select(person => RowKeys.Invitation(meeting, person)), ct)).Values.ToDictionary(invitation => invitation.Value.Person);

    /// <summary>Every message of one shard, of all conversations.</summary>
    public IAsyncEnumerable<Stored<Message>> MessagesAsync(Shard shard, CancellationToken ct) =>
        ReadAsync<Message>(shard, RowKeys.AllMessages, null, ct);

    /// <summary>Every contact point of one shard, with whose it is.</summary>
    public async IAsyncEnumerable<(ContactHash Hash, ContactRow Row)> ContactsAsync(Shard shard, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in tables.QueryAsync(TableNames.People, shard.Partition, KeyRange.StartingWith(RowKeys.Contacts), null, ct))
            yield return (new ContactHash(row.Key[RowKeys.Contacts.Length..]), RowJson.Read<ContactRow>(row.Json));
    }

    /// <summary>The conversations of one shard from one person up to and including another.</summary>
    public IAsyncEnumerable<Stored<Message>> MessagesAsync(Shard shard, PersonId from, PersonId to, CancellationToken ct) =>
        ReadAsync<Message>(shard, KeyRange.StartingWith(RowKeys.Messages(to)) with { From = RowKeys.Messages(from) }, null, ct);

    /// <summary>Saves all of it or nothing, then hands the jobs to their queues.</summary>
    /// <exception cref="ConflictException">A row has changed since it was read, or exists already: load again and decide again.</exception>
    public async Task<Saved> SaveAsync(Changes changes, CancellationToken ct)
    {
        if (changes.IsEmpty)
            return Saved.Nothing;
        var saved = changes.Counts.Count == 0 ? await SubmitAsync(changes, [], ct) : await tallies.InTurnAsync(changes.Shard, () => CountAndSubmitAsync(changes, ct));
        await outbox.QueueAsync(changes.Shard, [.. changes.Jobs.Select(saved.Of)], ct);
        return saved;
    }

    private async Task<Saved> CountAndSubmitAsync(Changes changes, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var counts = await tallies.ChangesAsync(changes.Shard, changes.Counts, ct);
            try
            {
                return await SubmitAsync(changes, counts, ct);
            }
            catch (ConflictException conflict)
            {
                if (!tallies.Forget(changes.Shard, counts, conflict.Key) || tries == MaxTries)
                    throw;
            }
        }
    }

    private async Task<Saved> SubmitAsync(Changes changes, IReadOnlyList<TallyChange> counts, CancellationToken ct)
    {
        Operation[] operations =
        [
            .. changes.Operations, .. counts.Select(count => count.Operation), .. changes.Jobs.Select(job => Operation.Upsert(RowKeys.Outbox(job.Id), RowJson.Write(job))),
        ];
        var saved = new Saved(operations, await tables.SubmitAsync(TableNames.People, changes.Shard.Partition, operations, ct));
        foreach (var count in counts)
            tallies.Saw(changes.Shard, count, saved.ETagOf(count.Key));
        return saved;
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

    /// <summary>Frees what was an erased person's.</summary>
    public async Task ReleaseAsync(GroupId group, OwedRelease owed, CancellationToken ct)
    {
        await ReleaseAsync(group, owed.Contacts, owed.Person, ct);
        await ForgetNoteAsync(Shard.Of(group, owed.Person), RowKeys.OwedRelease(owed.Person), ct);
    }

    private async Task<Stored<T>?> FindAsync<T>(Shard shard, string key, CancellationToken ct)
        where T : IStored<T> =>
        await tables.GetAsync(TableNames.People, shard.Partition, key, ct) is { } row ? RowJson.Read<T>(row) : null;

    private async IAsyncEnumerable<Stored<T>> ReadAsync<T>(Shard shard, KeyRange range, int? take, [EnumeratorCancellation] CancellationToken ct)
        where T : IStored<T>
    {
        await foreach (var row in tables.QueryAsync(TableNames.People, shard.Partition, range, take, ct))
            yield return RowJson.Read<T>(row);
    }
}
