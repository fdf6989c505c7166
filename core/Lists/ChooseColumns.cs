using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

public abstract record ChooseOutcome
{
    private ChooseOutcome()
    {
    }

    /// <summary>There is no such list, or nobody is asked about it any more.</summary>
    public sealed record Unknown : ChooseOutcome;

    /// <summary>The list cannot be read so.</summary>
    public sealed record Refused(RowProblem Why) : ChooseOutcome;

    public sealed record Chosen : ChooseOutcome;
}

/// <summary>An organiser says what the columns of a list hold. What they said of a header is remembered in their group, and the list is checked.</summary>
public sealed class ChooseColumns(ListStore lists, KeptFiles files, IBlobs blobs, IQueues queues, TimeProvider clock)
{
    public async Task<ChooseOutcome> HandleAsync(GroupId group, ListId id, IReadOnlyList<ColumnUse?> uses, HeaderKind header, CancellationToken ct)
    {
        if (await lists.FindAsync(group, id, ct) is not { Value.IsDraft: true } list)
            return new ChooseOutcome.Unknown();
        var chosen = list.Value with { State = ListState.Checking, AtWorkSince = clock.GetUtcNow(), Columns = uses, Header = header, Check = list.Value.Check + 1, Apart = [], Questions = [], Rows = 0, Total = 0 };
        if (await files.OpenAsync(group, chosen, ct) is not { } file)
            return new ChooseOutcome.Unknown();
        using (file)
        {
            if (file.Refusal is { } refusal)
                return new ChooseOutcome.Refused(refusal);
        }

        await lists.SaveAsync(group, list, chosen, [], ct);
        await queues.SendAsync(ImportListJob.For(group, id, clock.GetUtcNow()), clock.GetUtcNow(), ct);
        await blobs.DeleteAsync(UploadedList.PreviewBlobOf(group, id, list.Value.Check), ct);
        if (header is not HeaderKind.None)
            await Retry.OnConflictAsync(() => RememberAsync(group, chosen, ct));
        return new ChooseOutcome.Chosen();
    }

    /// <summary>Where the names of the columns stand; what was said of the columns before is asked again.</summary>
    public async Task<bool> SetHeaderAsync(GroupId group, ListId id, HeaderKind header, CancellationToken ct)
    {
        if (await lists.FindAsync(group, id, ct) is not { Value.IsDraft: true } list)
            return false;
        await lists.SaveAsync(group, list, list.Value with { State = ListState.Columns, Header = header, Columns = [], Check = list.Value.Check + 1 }, [], ct);
        return true;
    }

    private async Task RememberAsync(GroupId group, UploadedList list, CancellationToken ct)
    {
        if (await files.OpenAsync(group, list with { Columns = [] }, ct) is not { } file)
            return;
        using (file)
        {
            var before = await lists.FindColumnsAsync(group, ct);
            var after = before?.Value ?? new RememberedColumns();
            for (var i = 0; file.Map is { } map && i < Math.Min(list.Columns.Count, map.Header.Count); i++)
            {
                var differs = list.Columns[i] != map.UseOf(i);
                if (list.Columns[i] is { } use && map.Header[i].Length > 0 && (differs ? after.Find(map.Header[i]) != use : after.Find(map.Header[i]) is not null))
                    after = after.With(map.Header[i], differs ? use : null);
            }

            if (!ReferenceEquals(after, before?.Value) && (before is not null || after.By.Count > 0))
                await lists.SaveColumnsAsync(group, before, after, ct);
        }
    }
}
