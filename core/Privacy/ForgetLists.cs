using Outreach.Lists;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>Deletes the files of lists, and later what is left of their rejected rows. That there was a list, its counts and its ground stay as long as its meeting.</summary>
public sealed class ForgetLists(ListStore lists, RejectedRows rejected, DiscardList discard, IBlobs blobs) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct)
    {
        foreach (var list in (await lists.ListAsync(run.Group.Id, ct)).Where(list => list.FileDeletedAt is null))
        {
            if (run.IsFull)
                return;
            var since = list.FinishedAt ?? list.At;
            if (list.IsDraft)
                await DiscardAsync(run, list, ct);
            else if (run.IsDue(Kept.RejectedRows, since))
                await Retry.OnConflictAsync(() => DeleteAsync(run, list, ct));
            else if (run.IsDue(Kept.ListFiles, since) && !list.IsAtWork && !await IsAskedAboutAsync(run, list, ct) && await rejected.ReduceAsync(run.Group.Id, list, ct))
                run.Count(Kept.ListFiles);
        }
    }

    private async Task<bool> IsAskedAboutAsync(RetentionRun run, UploadedList list, CancellationToken ct) =>
        list.IsHeld || await lists.AsksWhoAsync(run.Group.Id, list, ct);

    private async Task DiscardAsync(RetentionRun run, UploadedList list, CancellationToken ct)
    {
        if (run.IsDue(Kept.ListDrafts, list.At) && await discard.HandleAsync(run.Group.Id, list.Id, ct))
            run.Count(Kept.ListDrafts);
    }

    private async Task DeleteAsync(RetentionRun run, UploadedList old, CancellationToken ct)
    {
        var group = run.Group.Id;
        if (await lists.FindAsync(group, old.Id, ct) is not { Value.FileDeletedAt: null } list)
            return;
        await foreach (var blob in blobs.ListAsync(UploadedList.BlobsOf(group, old.Id), ct))
            await blobs.DeleteAsync(blob, ct);
        await lists.ForgetProblemsAsync(group, old.Id, ct);
        await lists.SaveAsync(group, list, list.Value with { FileDeletedAt = run.Now, Problems = 0 }, [], ct);
        run.Count(Kept.RejectedRows);
    }
}
