using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

public abstract record UndoListOutcome
{
    private UndoListOutcome()
    {
    }

    public sealed record Unknown : UndoListOutcome;

    /// <summary>It is being read: ask again in a moment.</summary>
    public sealed record Reading : UndoListOutcome;

    /// <summary>Somebody on it was written to, has answered, or came.</summary>
    public sealed record Sent : UndoListOutcome;

    public sealed record Undone(int Removed) : UndoListOutcome;
}

/// <summary>
/// Takes the people of a list off its meeting again, as long as nothing of it has left. People not known before are forgotten; a no in the list stays a no. From
/// the moment it is asked nothing is sent to them; cut off, it goes on.
/// </summary>
public sealed class UndoList(ListStore lists, IBlobs blobs, PeopleStore people, UndoInShard undo, ReadAgain again, TimeProvider clock)
{
    public async Task<UndoListOutcome> HandleAsync(GroupId group, ListId id, CancellationToken ct)
    {
        if (await lists.FindAsync(group, id, ct) is not { } list || list.Value.IsDraft)
            return new UndoListOutcome.Unknown();
        if (list.Value.State is ListState.Reading)
            return new UndoListOutcome.Reading();
        if (list.Value.State is ListState.Undone or ListState.Failed)
            return new UndoListOutcome.Undone(0);
        if (list.Value.State is ListState.Ready)
        {
            if (!await IsUnsentAsync(group, list.Value, ct))
                return new UndoListOutcome.Sent();
            list = await lists.SaveAsync(group, list, list.Value with { State = ListState.Undoing, AtWorkSince = clock.GetUtcNow() }, [], ct);
        }

        return new UndoListOutcome.Undone(await GoOnAsync(group, list, ct));
    }

    /// <returns>False when the list is not being undone.</returns>
    public async Task<bool> ContinueAsync(ImportListJob job, CancellationToken ct)
    {
        if (await lists.FindAsync(job.Group, job.List, ct) is not { Value.State: ListState.Undoing } list)
            return false;
        await GoOnAsync(job.Group, list, ct);
        return true;
    }

    /// <summary>Nobody whom this list put on the meeting's was written to, has answered, or came.</summary>
    public async Task<bool> IsUnsentAsync(GroupId group, UploadedList list, CancellationToken ct)
    {
        foreach (var shard in Shard.All(group))
        {
            await foreach (var invitation in people.InvitationsAsync(shard, list.Meeting, ct))
            {
                if (UndoInShard.IsOf(invitation.Value, list.Id) && !UndoInShard.IsUntouched(invitation.Value))
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whoever stands on another list of the meeting as well is on the meeting's by that one.</summary>
    private async Task ReadOthersAgainAsync(GroupId group, UploadedList undone, CancellationToken ct)
    {
        foreach (var other in (await lists.ListAsync(group, ct)).Where(list => list.Meeting == undone.Meeting && list.Id != undone.Id && list is { State: ListState.Ready, Merged: > 0, FileDeletedAt: null }))
        {
            if (await lists.FindAsync(group, other.Id, ct) is { Value.State: ListState.Ready } stored)
                await again.HandleAsync(group, stored, stored.Value, ct);
        }
    }

    private async Task<int> GoOnAsync(GroupId group, Stored<UploadedList> list, CancellationToken ct)
    {
        var removed = 0;
        foreach (var shard in Shard.All(group))
            removed += await undo.HandleAsync(shard, list.Value, ct);
        await ReadOthersAgainAsync(group, list.Value, ct);
        await foreach (var blob in blobs.ListAsync(UploadedList.BlobsOf(group, list.Value.Id), ct))
            await blobs.DeleteAsync(blob, ct);
        var now = clock.GetUtcNow();
        await lists.SaveAsync(group, list, list.Value with { State = ListState.Undone, UndoneAt = now, FileDeletedAt = now }, [], ct);
        return removed;
    }
}
