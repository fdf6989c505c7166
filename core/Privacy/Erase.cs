using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>
/// Erases all we hold of a person, and writes down that it was done, not of whom. The suppression stays. The person's own row goes last, so that an erasure
/// that was cut off can be asked for again.
/// </summary>
public sealed class Erase(
    ITables tables, PeopleStore people, MeetingStore meetings, Roles roles, WelcomeStore welcomes, Inbox inbox, Codes codes, ContactHasher hasher, ForgetInFiles files, Audit audit, TimeProvider clock)
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
            await RemoveAsync(group, person, isCounted, ct);
        await audit.WriteAsync(group, AuditKind.Erased, all.Count == 1 ? $"erased one person: {why}" : $"erased {all.Count} people: {why}", ct);
        foreach (var id in all.Keys)
        {
            await Retry.OnConflictAsync(() => RemovePersonAsync(group, id, ct));
            await RemoveMessagesAsync(group, id, ct);
        }

        return all.Count;
    }

    /// <summary>All but their own row.</summary>
    private async Task RemoveAsync(GroupId group, Stored<Person> person, bool isCounted, CancellationToken ct)
    {
        var id = person.Value.Id;
        foreach (var earlier in person.Value.Joined)
            await RemoveEarlierAsync(group, earlier, ct);
        // Before the messages that say which of its steps were taken: whoever writes start while this is cut off is not welcomed twice.
        if (await welcomes.FindAsync(group, id, ct) is { } package)
        {
            await codes.RemoveAsync(package.Value.Code, ct);
            await welcomes.RemoveAsync(group, id, ct);
        }

        foreach (var meeting in await meetings.ListAsync(group, ct))
            await Retry.OnConflictAsync(() => RemoveInvitationAsync(group, meeting, id, isCounted, ct));
        await RemoveMessagesAsync(group, id, ct);
        await RemoveInboxAsync(group, id, ct);
        await tables.DeleteRangeAsync(TableNames.Outbox, OutboxKeys.Partition, OutboxKeys.Of(group, id), RowKeys.After(OutboxKeys.Of(group, id)), null, ct);
        await people.ReleaseAsync(group, hasher.Of(group, person.Value).Concat(person.Value.GivenUp), id, ct);
        await tables.DeleteRangeAsync(TableNames.People, Shard.Of(group, id).Partition, RowKeys.Wrong(id), RowKeys.Wrong(id) + "|", null, ct);
    }

    /// <summary>What is left under the id of somebody who turned out to be this person.</summary>
    private async Task RemoveEarlierAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        if (await people.FindJoinedAsync(group, id, ct) is { Value.Was: { } was })
            await people.ReleaseAsync(group, hasher.Of(group, was).Concat(was.GivenUp), id, ct);
        await RemoveMessagesAsync(group, id, ct);
        await tables.DeleteRangeAsync(TableNames.Outbox, OutboxKeys.Partition, OutboxKeys.Of(group, id), RowKeys.After(OutboxKeys.Of(group, id)), null, ct);
        await tables.DeleteRangeAsync(TableNames.People, Shard.Of(group, id).Partition, RowKeys.Joined(id), RowKeys.Joined(id) + "|", null, ct);
        await tables.DeleteRangeAsync(TableNames.People, Shard.Of(group, id).Partition, RowKeys.Wrong(id), RowKeys.Wrong(id) + "|", null, ct);
    }

    private async Task RemoveInvitationAsync(GroupId group, Meeting meeting, PersonId id, bool isCounted, CancellationToken ct)
    {
        if (await people.FindAsync(group, meeting.Id, id, ct) is not { } invitation)
            return;
        foreach (var code in invitation.Value.PassOnCodes.Append(invitation.Value.Code))
            await codes.RemoveAsync(code, ct);
        if (meeting.Capacity is { } capacity && await meetings.FindSeatsAsync(group, meeting.Id, ct) is { } seats)
            await meetings.SaveSeatsAsync(group, meeting.Id, seats, seats.Value.Free(id, capacity, clock.GetUtcNow()), ct);
        var changes = new Changes(Shard.Of(group, id));
        if (isCounted)
            changes.End(invitation);
        else
            changes.Remove(invitation);
        await people.SaveAsync(changes, ct);
        await RemoveRangeAsync(Shard.Of(group, id), $"nom|{meeting.Id}|{id}|", ct);
    }

    private Task RemoveMessagesAsync(GroupId group, PersonId id, CancellationToken ct) => RemoveRangesAsync(Shard.Of(group, id), [RowKeys.Messages(id), RowKeys.Seen(id, "")], ct);

    private async Task RemoveRangesAsync(Shard shard, string[] prefixes, CancellationToken ct)
    {
        foreach (var prefix in prefixes)
            await RemoveRangeAsync(shard, prefix, ct);
    }

    private Task RemoveRangeAsync(Shard shard, string prefix, CancellationToken ct) => tables.DeleteRangeAsync(TableNames.People, shard.Partition, prefix, RowKeys.After(prefix), null, ct);

    private async Task RemoveInboxAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        foreach (var open in (bool[])[true, false])
        {
            foreach (var item in await inbox.ListAsync(group, open, ct))
            {
                if (item.Person == id)
                    await inbox.RemoveAsync(group, item, open, ct);
            }
        }
    }

    /// <summary>With what they wrote, and was to be answered, while the rest was removed: without them nobody could send it any more.</summary>
    private async Task RemovePersonAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { } person)
            return;
        var changes = new Changes(Shard.Of(group, id));
        changes.Remove(person);
        await foreach (var message in people.MessagesAsync(group, id, ct).Take(RowRules.MaxOperations - 1))
            changes.Remove(message);
        await people.SaveAsync(changes, ct);
    }
}
