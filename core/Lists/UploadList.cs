using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

public sealed record UploadListCommand(GroupId Group, MeetingId Meeting, string FileName, Stream Content, Basis Basis, string? BasisNote, string Language)
{
    /// <summary>Its columns and what would become of its rows are shown first: nothing is read in before a yes.</summary>
    public bool IsDraft { get; init; }
}

/// <summary>A volunteer uploads a list: the file is kept as it came, and reading it is queued.</summary>
public sealed class UploadList(ListStore lists, IBlobs blobs, IQueues queues, TimeProvider clock)
{
    public async Task<UploadedList> HandleAsync(UploadListCommand command, CancellationToken ct)
    {
        var list = await AddAsync(command, ct);
        try
        {
            await blobs.WriteAsync(UploadedList.BlobOf(command.Group, list.Id), command.Content, ct);
        }
        catch
        {
            // Too large, or cut off: nobody waits for a list that never came. The file first: by its list it would be found.
            await blobs.DeleteAsync(UploadedList.BlobOf(command.Group, list.Id), CancellationToken.None);
            await lists.RemoveAsync(command.Group, list.Id, CancellationToken.None);
            throw;
        }

        if (!command.IsDraft)
            await queues.SendAsync(ImportListJob.For(command.Group, list.Id, list.At), list.At, ct);
        return list;
    }

    private async Task<UploadedList> AddAsync(UploadListCommand command, CancellationToken ct)
    {
        for (var at = clock.GetUtcNow(); ; at += TimeSpan.FromMilliseconds(10))
        {
            var list = new UploadedList
            {
                Id = ListId.New(at),
                Meeting = command.Meeting,
                FileName = command.FileName,
                Basis = command.Basis,
                BasisNote = command.BasisNote,
                Language = command.Language,
                At = clock.GetUtcNow(),
                State = command.IsDraft ? ListState.Columns : ListState.Reading,
            };
            try
            {
                await lists.AddAsync(command.Group, list, ct);
                return list;
            }
            catch (ConflictException)
            {
                // Two uploads in the same hundredth of a second: this one takes the next.
            }
        }
    }
}

/// <summary>On the queue <c>lists</c>.</summary>
/// <param name="From">How far the list had been read when this was queued.</param>
public sealed record ImportListJob(GroupId Group, ListId List, int From = 0) : IQueueJob, IStored<ImportListJob>
{
    static JsonTypeInfo<ImportListJob> IStored<ImportListJob>.Json => ListsJson.Default.ImportListJob;

    public bool IsWhole() => Group.Value is not null && List.Value is not null;

    public static Job For(GroupId group, ListId list, DateTimeOffset now) => new($"{list}", QueueNames.Lists, RowJson.WriteText(new ImportListJob(group, list)), now);
}
