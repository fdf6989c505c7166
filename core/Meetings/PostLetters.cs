using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Letters are printed as a batch, and go into the post: then they are not offered for printing again.</summary>
public sealed class PostLetters(PeopleStore people, LetterBatches batches, TimeProvider clock)
{
    /// <param name="persons">Those whose letters were on the page.</param>
    /// <param name="letters">One per household.</param>
    /// <param name="readAt">When their content was read. A page may be open for hours, and then printed.</param>
    /// <returns>The batch; null when none of them waits for a letter. What was printed before the meeting moved is printed again.</returns>
    public async Task<LetterBatch?> PrintAsync(GroupId group, Meeting meeting, IReadOnlyCollection<PersonId> persons, int letters, DateTimeOffset readAt, CancellationToken ct)
    {
        var taken = (await batches.ListAsync(group, meeting.Id, ct)).Where(batch => !News.IsOldPrint(meeting, batch.Value.PrintedAt)).SelectMany(batch => batch.Value.Persons).ToHashSet();
        var now = clock.GetUtcNow();
        IReadOnlyList<PersonId> fresh = [.. persons.Where(person => !taken.Contains(person)).Distinct().Take(LetterBatch.MaxPersons)];
        if (fresh.Count == 0)
            return null;
        var batch = new LetterBatch(Base32.NewId(now), meeting.Id, readAt < now ? readAt : now) { Persons = fresh, Letters = Math.Clamp(letters, 1, fresh.Count) };
        await batches.AddAsync(group, batch, ct);
        return batch;
    }

    /// <returns>False when there is no such batch.</returns>
    public async Task<bool> HandleAsync(GroupId group, Meeting meeting, string id, CancellationToken ct)
    {
        if (await batches.FindAsync(group, meeting.Id, id, ct) is not { } batch)
            return false;
        foreach (var person in batch.Value.Persons)
            await Retry.OnConflictAsync(() => PostAsync(group, meeting, batch.Value, person, ct));
        await Retry.OnConflictAsync(() => NoteAsync(group, meeting.Id, id, ct));
        return true;
    }

    /// <summary>They were not printed after all: they wait for a letter again.</summary>
    public async Task<bool> PutBackAsync(GroupId group, MeetingId meeting, string id, CancellationToken ct)
    {
        if (await batches.FindAsync(group, meeting, id, ct) is not { Value.PostedAt: null } batch)
            return false;
        await batches.RemoveAsync(group, batch, ct);
        return true;
    }

    private async Task NoteAsync(GroupId group, MeetingId meeting, string id, CancellationToken ct)
    {
        if (await batches.FindAsync(group, meeting, id, ct) is { Value.PostedAt: null } batch)
            await batches.SaveAsync(group, batch, batch.Value with { PostedAt = clock.GetUtcNow() }, ct);
    }

    private async Task PostAsync(GroupId group, Meeting meeting, LetterBatch batch, PersonId person, CancellationToken ct)
    {
        if (await people.FindAsync(group, meeting.Id, person, ct) is not { Value: { Delivery: Delivery.HandedOn or Delivery.Sent, Channel: Channel.Letter } } invitation)
            return;
        var after = Posted(meeting, batch, invitation.Value);
        if (after == invitation.Value)
            return;
        var changes = new Changes(Shard.Of(group, person));
        changes.Change(invitation, after);
        await people.SaveAsync(changes, ct);
    }

    /// <summary>A letter that was printed after a change tells it.</summary>
    private static Invitation Posted(Meeting meeting, LetterBatch batch, Invitation before)
    {
        var posted = before with { Delivery = Delivery.Sent };
        return batch.PrintedAt > meeting.NewsAt && before.Reply is Reply.None or Reply.Question ? posted.Told(meeting) : posted;
    }
}
