using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>The bad rows of an uploaded list as they came, with a reason column: read again from the file itself, so that nothing about rejected people is stored.</summary>
public sealed class RejectedRows(IBlobs blobs, Settings settings)
{
    public static string NameOf(UploadedList list) => Path.GetFileNameWithoutExtension(list.FileName) + "-rejected.csv";

    /// <summary>Null when the uploaded file is no longer kept.</summary>
    public async Task<Stream?> OpenAsync(GroupId group, UploadedList list, CancellationToken ct)
    {
        if (await blobs.ReadAsync(UploadedList.BlobOf(group, list.Id), ct) is not { } content)
            return null;
        var rules = ImportList.RulesOf(settings, list.Language);
        var output = new MemoryStream();
        using var file = ListFile.Open(content, list.FileName, rules);
        using (var rejected = new RejectedFile(output, file, rules))
        {
            foreach (var row in file.Rows())
            {
                if (row.Candidate is null)
                    rejected.Write(row);
            }
        }

        return new MemoryStream(output.ToArray());
    }
}
