using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

public enum ConfirmOutcome
{
    Unknown,

    /// <summary>It is no longer what the organiser looked at: look once more.</summary>
    Changed,

    /// <summary>No cell was changed.</summary>
    AsItWas,
    Confirmed,
}

/// <summary>An organiser says yes to what they saw, or mends rows first and looks again. Only a yes lets the people of a list in.</summary>
public sealed class ConfirmList(ListStore lists, KeptFiles files, PreviewStore previews, IQueues queues, TimeProvider clock)
{
    /// <param name="check">The check that they looked at.</param>
    /// <param name="apart">Rows that are people of their own.</param>
    public async Task<ConfirmOutcome> HandleAsync(GroupId group, ListId id, int check, IReadOnlyList<int> apart, CancellationToken ct)
    {
        if (await lists.FindAsync(group, id, ct) is not { } list)
            return ConfirmOutcome.Unknown;
        if (!list.Value.IsDraft && list.Value.Check == check)
            return ConfirmOutcome.Confirmed;
        if (list.Value.State is not ListState.Checked || list.Value.Check != check)
            return ConfirmOutcome.Changed;
        await StartAsync(group, list, list.Value with { State = ListState.Reading, AtWorkSince = clock.GetUtcNow(), Apart = [.. apart.Distinct().Order()] }, ct);
        return ConfirmOutcome.Confirmed;
    }

    /// <param name="typed">What stands in cells from now on, by row and column.</param>
    public async Task<ConfirmOutcome> MendAsync(GroupId group, ListId id, int check, IReadOnlyList<int> apart, IReadOnlyDictionary<(int Row, int Column), string> typed, CancellationToken ct)
    {
        if (await lists.FindAsync(group, id, ct) is not { } list)
            return ConfirmOutcome.Unknown;
        if (await previews.FindAsync(group, list.Value, ct) is not { } preview || preview.Mended(typed) is not { Count: > 0 } mended)
            return ConfirmOutcome.AsItWas;
        // The file first: cut off here, what is confirmed is what was typed.
        if (list.Value.State is not ListState.Checked || list.Value.Check != check || !await files.RewriteAsync(group, list.Value, ct, mended: mended))
            return ConfirmOutcome.Changed;
        await StartAsync(group, list, list.Value with { State = ListState.Checking, AtWorkSince = clock.GetUtcNow(), Check = check + 1, Apart = [.. apart.Distinct().Order()], Questions = [] }, ct);
        await previews.DeleteAsync(group, list.Value, ct);
        return ConfirmOutcome.Confirmed;
    }

    private async Task StartAsync(GroupId group, Stored<UploadedList> before, UploadedList after, CancellationToken ct)
    {
        await lists.SaveAsync(group, before, after, [], ct);
        // Cut off before it is told, the sweep finds a list that waits for its job.
        await queues.SendAsync(ImportListJob.For(group, after.Id, clock.GetUtcNow()), clock.GetUtcNow(), ct);
    }
}
