using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>
/// Reads a list that nobody said yes to, and writes down beside it what it would do. The file is read twice: first for the contact points in it, then to decide row
/// by row. Cut off anywhere, or changed meanwhile, it is looked at again.
/// </summary>
public sealed class PreviewList(ListStore lists, KeptFiles files, IBlobs blobs, GroupStore groups, ReadKnownContacts readKnown, ContactHasher hasher)
{
    private const int RowsPerProgress = 20_000;

    /// <returns>False when the list is not to be checked.</returns>
    public async Task<bool> HandleAsync(ImportListJob job, CancellationToken ct)
    {
        if (await lists.FindAsync(job.Group, job.List, ct) is not { Value.State: ListState.Checking } list)
            return false;
        await CheckAsync(job.Group, list, ct);
        return true;
    }

    private async Task CheckAsync(GroupId groupId, Stored<UploadedList> list, CancellationToken ct)
    {
        var group = await groups.GetAsync(groupId, ct);
        var contacts = new FileContacts(groupId, hasher);
        using (var file = await files.OpenAsync(groupId, list.Value, ct))
        {
            if (file is null || file.Refusal is not null)
            {
                // Whoever looks sees why.
                await lists.SaveAsync(groupId, list, list.Value with { State = ListState.Columns }, [], ct);
                return;
            }

            list = await ReadAsync(groupId, list, file, contacts.Add, isFirst: true, ct);
        }

        var known = await readKnown.HandleAsync(groupId, list.Value.Meeting, contacts, ct);
        var forecast = new ListForecast(list.Value, group.Language, contacts, known);
        using (var file = (await files.OpenAsync(groupId, list.Value, ct))!)
        {
            list = await ReadAsync(groupId, list, file, row => forecast.Add(row, file.NameColumn), isFirst: false, ct);
            await KeepAsync(groupId, list, forecast.ToPreview(file), file, ct);
        }
    }

    private async Task KeepAsync(GroupId group, Stored<UploadedList> list, ListPreview preview, ListFile file, CancellationToken ct)
    {
        if (file.HoldsWhatIsNotKept)
            await files.RewriteAsync(group, list.Value, ct);
        await blobs.WriteAsync(UploadedList.PreviewBlobOf(group, list.Value.Id, list.Value.Check), new MemoryStream(RowJson.Write(preview).ToArray()), ct);
        await lists.SaveAsync(group, list, list.Value with { State = ListState.Checked, Rows = 0, Questions = file.Questions, IgnoredColumns = preview.IgnoredColumns }, [], ct);
    }

    /// <summary>Now and then it says how far it is.</summary>
    private async Task<Stored<UploadedList>> ReadAsync(GroupId group, Stored<UploadedList> list, ListFile file, Action<ListRow> take, bool isFirst, CancellationToken ct)
    {
        var rows = 0;
        foreach (var row in file.Rows())
        {
            take(row);
            if (!row.IsAboutFile && ++rows % RowsPerProgress == 0)
                list = await lists.SaveAsync(group, list, isFirst ? list.Value with { Total = rows } : list.Value with { Rows = rows }, [], ct);
        }

        return list with { Value = list.Value with { Total = rows, Rows = 0 } };
    }
}

/// <summary>What a check found.</summary>
public sealed class PreviewStore(IBlobs blobs)
{
    public async Task<ListPreview?> FindAsync(GroupId group, UploadedList list, CancellationToken ct)
    {
        if (await blobs.ReadAsync(UploadedList.PreviewBlobOf(group, list.Id, list.Check), ct) is not { } content)
            return null;
        await using (content)
        {
            var json = new MemoryStream();
            await content.CopyToAsync(json, ct);
            return RowJson.Read<ListPreview>(json.ToArray());
        }
    }

    public Task DeleteAsync(GroupId group, UploadedList list, CancellationToken ct) => blobs.DeleteAsync(UploadedList.PreviewBlobOf(group, list.Id, list.Check), ct);
}
