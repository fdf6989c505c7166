using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>
/// What a use case has decided about people of one shard: rows, counts and work to hand on, that happen together or not at all.
/// </summary>
public sealed class Changes(Shard shard)
{
    private readonly List<Operation> _operations = [];
    private readonly Dictionary<MeetingId, Tally> _counts = [];
    private readonly List<Job> _jobs = [];

    public Shard Shard { get; } = shard;

    /// <summary>Operations so far, with a reserve for the counts of the meetings concerned.</summary>
    public int Size => _operations.Count + _counts.Count + _jobs.Count;

    public bool IsEmpty => Size == 0;

    internal IReadOnlyList<Operation> Operations => _operations;

    internal IReadOnlyDictionary<MeetingId, Tally> Counts => _counts;

    internal IReadOnlyList<Job> Jobs => _jobs;

    public void Claim(ContactHash contact, ContactRow row) => _operations.Add(Operation.Insert(RowKeys.Contact(contact), RowJson.Write(row)));

    public void TakeOver(ContactHash contact, Stored<ContactRow> before, ContactRow after) =>
        _operations.Add(Operation.Replace(RowKeys.Contact(contact), RowJson.Write(after), before.ETag));

    public void Release(ContactHash contact, Stored<ContactRow> before) => _operations.Add(Operation.Delete(RowKeys.Contact(contact), before.ETag));

    public void Add(Person person) => _operations.Add(Operation.Insert(RowKeys.Person(person.Id), RowJson.Write(person)));

    public void Change(Stored<Person> before, Person after)
    {
        _operations.Add(Operation.Replace(RowKeys.Person(after.Id), RowJson.Write(after), before.ETag));
        // The sweep finds this note and removes the contact.
        if (after.HasWrongContact && !before.Value.HasWrongContact)
            _operations.Add(Operation.Upsert(RowKeys.OwedRemoval(after.Id), RowJson.Write(new ContactRow(after.Id, default))));
    }

    /// <summary>Nothing that is somebody else's is left with this person.</summary>
    public void ForgetWrong(Row noted) => _operations.Add(Operation.Delete(noted.Key, noted.ETag));

    public void Remove(Stored<Person> before) => _operations.Add(Operation.Delete(RowKeys.Person(before.Value.Id), before.ETag));

    /// <summary>Somebody is erased. After a crash, the note lets the sweep free what was theirs.</summary>
    public void Erase(Stored<Person> before, OwedRelease owed)
    {
        Remove(before);
        _operations.Add(Operation.Upsert(RowKeys.OwedRelease(owed.Person), RowJson.Write(owed)));
    }

    /// <summary>Replaces a record that was merged into another. After a crash, the note lets the sweep finish the merge.</summary>
    public void Join(Joined joined)
    {
        _operations.Add(Operation.Insert(RowKeys.Joined(joined.From), RowJson.Write(joined)));
        _operations.Add(Operation.Upsert(RowKeys.OwedJoining(joined.From), RowJson.Write(new ContactRow(joined.From, default))));
    }

    public void Change(Stored<Joined> before, Joined after) =>
        _operations.Add(Operation.Replace(RowKeys.Joined(after.From), RowJson.Write(after), before.ETag));

    public void Add(Invitation invitation)
    {
        _operations.Add(Operation.Insert(RowKeys.Invitation(invitation.Meeting, invitation.Person), RowJson.Write(invitation)));
        Count(null, invitation);
    }

    public void Change(Stored<Invitation> before, Invitation after)
    {
        _operations.Add(Operation.Replace(RowKeys.Invitation(after.Meeting, after.Person), RowJson.Write(after), before.ETag));
        Count(before.Value, after);
    }

    public void Remove(Stored<Invitation> before)
    {
        _operations.Add(Operation.Delete(RowKeys.Invitation(before.Value.Meeting, before.Value.Person), before.ETag));
        Count(before.Value, null);
    }

    /// <summary>The invitation goes; the counts of its meeting stay.</summary>
    public void End(Stored<Invitation> before)
    {
        Remove(before);
        CountsOf(before.Value.Meeting).End(before.Value);
    }

    public void Add(Message message) => _operations.Add(Operation.Insert(message.Key.RowKey, RowJson.Write(message)));

    /// <summary>What a resident wrote, under the provider's id: the same message cannot be received twice, whenever and however it comes again.</summary>
    public void Receive(Message message)
    {
        _operations.Add(Operation.Insert(RowKeys.Seen(message.Person, message.Step), RowJson.Write(new ContactRow(message.Person, message.At))));
        Add(message);
    }

    /// <summary>A message that leaves once the rest is saved: its row, and the job that sends it.</summary>
    public void Send(Message message, DateTimeOffset now)
    {
        Add(message);
        Enqueue(SendMessageJob.For(Shard.Group, message, now));
    }

    public void Change(Stored<Message> before, Message after) =>
        _operations.Add(Operation.Replace(after.Key.RowKey, RowJson.Write(after), before.ETag));

    public void Remove(Stored<Message> before) => _operations.Add(Operation.Delete(before.Value.Key.RowKey, before.ETag));

    /// <summary>Notes that this attendee named this neighbour, once.</summary>
    public void Nominate(MeetingId meeting, PersonId nominator, ContactHash nominee, DateTimeOffset now) =>
        _operations.Add(Operation.Insert(RowKeys.Nomination(meeting, nominator, nominee), RowJson.Write(new ContactRow(nominator, now))));

    /// <summary>Notes when the people of a group were told of something.</summary>
    public void NoteNotice(string key, Row? before, DateTimeOffset now)
    {
        var json = RowJson.Write(new NoticeSent(now));
        _operations.Add(before is null ? Operation.Insert(key, json) : Operation.Replace(key, json, before.ETag));
    }

    /// <summary>Adds a job that is put on its queue once the rest is saved.</summary>
    public void Enqueue(Job job) => _jobs.Add(job);

    /// <summary>Work the caller does itself after saving and then removes; after a crash the sweep does it.</summary>
    public void Keep(Job job) => _operations.Add(Operation.Upsert(RowKeys.Outbox(job.Id), RowJson.Write(job)));

    public void Forget(Stored<Job> job) => _operations.Add(Operation.Delete(RowKeys.Outbox(job.Value.Id), job.ETag));

    private void Count(Invitation? before, Invitation? after)
    {
        var delta = Tally.Empty;
        delta.Add(before, after);
        if (delta.Trimmed().By.Count == 0)
            return;
        CountsOf((after ?? before)!.Meeting).Add(delta);
    }

    private Tally CountsOf(MeetingId meeting)
    {
        if (!_counts.TryGetValue(meeting, out var sum))
            _counts[meeting] = sum = Tally.Empty;
        return sum;
    }
}

/// <summary>What was saved, with the versions that the rows have now.</summary>
public sealed class Saved(IReadOnlyList<Operation> operations, IReadOnlyList<string?> etags)
{
    public static readonly Saved Nothing = new([], []);

    private readonly Lazy<Dictionary<string, string?>> _byKey = new(() => operations.Zip(etags).ToDictionary(row => row.First.Key, row => row.Second, StringComparer.Ordinal));

    public Stored<Message> Of(Message message) => new(message, ETagOf(message.Key.RowKey));

    public Stored<Person> Of(Person person) => new(person, ETagOf(RowKeys.Person(person.Id)));

    public Stored<Invitation> Of(Invitation invitation) => new(invitation, ETagOf(RowKeys.Invitation(invitation.Meeting, invitation.Person)));

    public Stored<Job> Of(Job job) => new(job, ETagOf(RowKeys.Outbox(job.Id)));

    /// <summary>With the version it has now, whether it was saved or stayed as it was.</summary>
    public Stored<Person> Renewed(Stored<Person> read) => read with { ETag = _byKey.Value.GetValueOrDefault(RowKeys.Person(read.Value.Id)) ?? read.ETag };

    public Stored<Invitation> Renewed(Stored<Invitation> read) =>
        read with { ETag = _byKey.Value.GetValueOrDefault(RowKeys.Invitation(read.Value.Meeting, read.Value.Person)) ?? read.ETag };

    internal string ETagOf(string key) => _byKey.Value[key] ?? throw new InvalidOperationException($"Row '{key}' was deleted.");
}
