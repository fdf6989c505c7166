using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>
/// Removes the rows of a person. Their own row goes last, so that an erasure that was interrupted can be asked for again, and what they are found by after it: as long as
/// they are there, what they write is theirs.
/// </summary>
public sealed class EraseRows(ITables tables, PeopleStore people, EraseInvitations invitations, InboxOfPeople inbox, ContactHasher hasher)
{
    /// <summary>All but their own row.</summary>
    public async Task HandleAsync(GroupId group, Stored<Person> person, bool isCounted, CancellationToken ct)
    {
        var id = person.Value.Id;
        foreach (var earlier in person.Value.Joined)
            await RemoveEarlierAsync(group, earlier, ct);
        // Before the messages that say which steps of a welcome were taken: whoever writes start while this is interrupted is not welcomed twice.
        await invitations.HandleAsync(group, id, isCounted, ct);
        await RemoveMessagesAsync(group, id, ct);
        await inbox.RemoveAsync(group, person.Value, ct);
        await tables.DeleteRangeAsync(TableNames.Outbox, OutboxKeys.Partition, KeyRange.StartingWith(OutboxKeys.Of(group, id)), null, ct);
        await people.ForgetNoteAsync(Shard.Of(group, id), RowKeys.OwedRemoval(id), ct);
    }

    /// <summary>Their own row, and what they are found by.</summary>
    /// <param name="isStopOver">Whether they go because they said stop, and stay when they wrote start since.</param>
    public async Task FinishAsync(GroupId group, PersonId id, bool isStopOver, CancellationToken ct)
    {
        if (await Retry.OnConflictAsync(() => RemovePersonAsync(group, id, isStopOver, ct)) is not { } owed)
            return;
        await people.ReleaseAsync(group, owed, ct);
        await RemoveMessagesAsync(group, id, ct);
    }

    /// <summary>What is left under the id of somebody who turned out to be this person.</summary>
    private async Task RemoveEarlierAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        if (await people.FindJoinedAsync(group, id, ct) is { Value.Was: { } was })
            await people.ReleaseAsync(group, hasher.Of(group, was).Concat(was.GivenUp), id, ct);
        await RemoveMessagesAsync(group, id, ct);
        await tables.DeleteRangeAsync(TableNames.Outbox, OutboxKeys.Partition, KeyRange.StartingWith(OutboxKeys.Of(group, id)), null, ct);
        await tables.DeleteRangeAsync(TableNames.People, Shard.Of(group, id).Partition, KeyRange.Only(RowKeys.Joined(id)), null, ct);
        await people.ForgetNoteAsync(Shard.Of(group, id), RowKeys.OwedJoining(id), ct);
        await people.ForgetNoteAsync(Shard.Of(group, id), RowKeys.OwedRemoval(id), ct);
    }

    private async Task RemoveMessagesAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        foreach (var prefix in (string[])[RowKeys.Messages(id), RowKeys.Seen(id, "")])
            await tables.DeleteRangeAsync(TableNames.People, Shard.Of(group, id).Partition, KeyRange.StartingWith(prefix), null, ct);
    }

    /// <summary>With what they wrote, and was to be answered, while the rest was removed: without them nobody could send it any more.</summary>
    /// <returns>What is still to be freed; null when nobody was removed.</returns>
    private async Task<OwedRelease?> RemovePersonAsync(GroupId group, PersonId id, bool isStopOver, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { } person || isStopOver && person.Value.StoppedAt is null)
            return null;
        var owed = new OwedRelease(id, [.. hasher.Of(group, person.Value).Concat(person.Value.GivenUp)]);
        var changes = new Changes(Shard.Of(group, id));
        changes.Erase(person, owed);
        await foreach (var message in people.MessagesAsync(group, id, ct).Take(RowRules.MaxOperations - 2))
            changes.Remove(message);
        await people.SaveAsync(changes, ct);
        return owed;
    }
}
