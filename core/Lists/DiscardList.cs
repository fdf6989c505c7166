using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>Throws away a list that nobody said yes to. Cut off, its row is left, and says that the file is gone.</summary>
public sealed class DiscardList(ListStore lists, IBlobs blobs)
{
    /// <returns>False when there is no such list, or its people are stored.</returns>
    public async Task<bool> HandleAsync(GroupId group, ListId id, CancellationToken ct)
    {
        if (await lists.FindAsync(group, id, ct) is not { Value.IsDraft: true } list)
            return false;
        // From here on a confirmation finds another list than it read.
        var gone = await lists.SaveAsync(group, list, list.Value with { State = ListState.Columns, Check = list.Value.Check + 1 }, [], ct);
        await foreach (var blob in blobs.ListAsync(UploadedList.BlobsOf(group, gone.Value.Id), ct))
            await blobs.DeleteAsync(blob, ct);
        await lists.RemoveAsync(group, id, ct);
        return true;
    }
}
