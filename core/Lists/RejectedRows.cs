using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>The bad rows of an uploaded list as they came, with a reason column: read again from the file itself, so that nothing about rejected people is stored.</summary>
public sealed class RejectedRows(IBlobs blobs, ListStore lists, Settings settings)
{
    public static string NameOf(UploadedList list) => Path.GetFileNameWithoutExtension(list.FileName) + "-rejected.csv";

    /// <summary>Null when the uploaded file is no longer kept.</summary>
    public async Task<Stream?> OpenAsync(GroupId group, UploadedList list, CancellationToken ct) =>
        await blobs.ReadAsync(UploadedList.BlobOf(group, list.Id), ct) is { } content
            ? RejectedOf(await KeptFiles.ToReadTwiceAsync(content, ct), list)
            : await blobs.ReadAsync(UploadedList.RejectedBlobOf(group, list.Id), ct);

    /// <summary>Keeps of a file that was read only the rows that became nobody, and of what was seen in it nothing of others. Cut off between, it is done again.</summary>
    internal async Task KeepOnlyAsync(GroupId group, UploadedList list, CancellationToken ct)
    {
        await ReduceAsync(group, list, ct);
        await lists.ForgetWarningsAsync(group, list.Id, null, ct);
    }

    /// <summary>Keeps of a file that was read only the rows that became nobody.</summary>
    /// <returns>False when it is no longer kept.</returns>
    internal async Task<bool> ReduceAsync(GroupId group, UploadedList list, CancellationToken ct)
    {
        if (await blobs.ReadAsync(UploadedList.BlobOf(group, list.Id), ct) is not { } content)
            return false;
        await using (content)
        {
            if (list.Rejected > 0)
                await blobs.WriteAsync(UploadedList.RejectedBlobOf(group, list.Id), RejectedOf(await KeptFiles.ToReadTwiceAsync(content, ct), list), ct);
        }

        await blobs.DeleteAsync(UploadedList.BlobOf(group, list.Id), ct);
        return true;
    }

    private MemoryStream RejectedOf(Stream content, UploadedList list)
    {
        var rules = ImportList.RulesOf(settings, list);
        var output = new MemoryStream();
        using var file = ListFile.Open(content, list.FileName, rules);
        using (var rejected = new RejectedFile(output, file, rules))
        {
            foreach (var row in file.Rows())
            {
                if (row.Problems.Any(problem => problem.Rejected))
                    rejected.Write(row);
            }
        }

        return new MemoryStream(output.ToArray());
    }
}
