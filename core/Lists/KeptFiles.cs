using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>The uploaded files of lists, as long as each is kept.</summary>
public sealed class KeptFiles(IBlobs blobs, Settings settings)
{
    /// <summary>Opened as the list says that it is to be read. The caller disposes it.</summary>
    /// <returns>Null when it is no longer kept.</returns>
    internal Task<ListFile?> OpenAsync(GroupId group, UploadedList list, CancellationToken ct) => OpenAsync(group, list, ImportList.RulesOf(settings, list), ct);

    internal async Task<ListFile?> OpenAsync(GroupId group, UploadedList list, ListRules rules, CancellationToken ct) =>
        await blobs.ReadAsync(UploadedList.BlobOf(group, list.Id), ct) is { } content ? ListFile.Open(await ToReadTwiceAsync(content, ct), list.FileName, rules) : null;

    internal Task DeleteAsync(GroupId group, UploadedList list, CancellationToken ct) => blobs.DeleteAsync(UploadedList.BlobOf(group, list.Id), ct);

    internal Task DeletePreviewAsync(GroupId group, UploadedList list, CancellationToken ct) => blobs.DeleteAsync(UploadedList.PreviewBlobOf(group, list.Id, list.Check), ct);

    /// <summary>Puts a <see cref="CleanCopy"/> in its place.</summary>
    /// <param name="leftOut">Rows that stay empty.</param>
    /// <param name="mended">What stands in cells from now on, by row and column.</param>
    /// <returns>False when it is no longer kept.</returns>
    internal async Task<bool> RewriteAsync(
        GroupId group, UploadedList list, CancellationToken ct, IReadOnlySet<int>? leftOut = null, IReadOnlyDictionary<(int Row, int Column), string>? mended = null)
    {
        if (await OpenAsync(group, list, ct) is not { } file)
            return false;
        MemoryStream copy;
        using (file)
            copy = CleanCopy.Of(file, leftOut, mended, list.IsDraft);
        await blobs.WriteAsync(UploadedList.BlobOf(group, list.Id), copy, ct);
        return true;
    }

    /// <summary>A list is looked through before its rows are read, so that nobody is taken from one that has to be refused.</summary>
    internal static async Task<Stream> ToReadTwiceAsync(Stream content, CancellationToken ct)
    {
        if (content.CanSeek)
            return content;
        await using (content)
        {
            var whole = new MemoryStream();
            await content.CopyToAsync(whole, ct);
            whole.Position = 0;
            return whole;
        }
    }
}
