using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>Has a list read again from its beginning: the same rows are the same people.</summary>
public sealed class ReadAgain(ListStore lists, IQueues queues, TimeProvider clock)
{
    /// <param name="after">With what was said of it meanwhile.</param>
    public async Task<UploadedList> HandleAsync(GroupId group, Stored<UploadedList> before, UploadedList after, CancellationToken ct)
    {
        // Cut off before it is told, the sweep finds a list that is to be read.
        var again = await lists.SaveAsync(group, before, after.FromTheBeginning(clock.GetUtcNow()), [], ct);
        await TellAsync(group, again.Value.Id, ct);
        return again.Value;
    }

    /// <summary>Of a list that is to be read, to a worker. Told twice it is read once.</summary>
    public async Task TellAsync(GroupId group, ListId list, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await queues.SendAsync(ImportListJob.For(group, list, now), now, ct);
    }
}
