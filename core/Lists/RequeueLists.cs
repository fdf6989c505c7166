using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>Queues the lists again that should have been read by now.</summary>
public sealed class RequeueLists(ListStore lists, IQueues queues, TimeProvider clock)
{
    /// <summary>The largest list is read in some minutes; one that takes longer was never queued, or its reader died for good.</summary>
    private static readonly TimeSpan ListPatience = TimeSpan.FromHours(1);

    /// <returns>How many.</returns>
    public async Task<int> HandleAsync(GroupId group, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var unread = (await lists.ListAsync(group, ct)).Where(list => list.IsAtWork && (list.AtWorkSince ?? list.At) + ListPatience < now).ToList();
        foreach (var list in unread)
            await queues.SendAsync(ImportListJob.For(group, list.Id, now), now, ct);
        return unread.Count;
    }
}
