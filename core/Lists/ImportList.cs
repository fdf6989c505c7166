using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>
/// Reads an uploaded list in chunks. After each chunk the counts and the place in the file are saved together, so that a crash costs one chunk, and
/// reading that chunk again gives the same people the same ids. The next chunk is read and prepared while the last is stored. Whoever finds the list changed
/// meanwhile gives up, and the queue looks again: another reader has gone on by then, or nobody has.
/// </summary>
public sealed class ImportList(ListStore lists, KeptFiles files, IQueues queues, GroupStore groups, TakeInChunk takeIn, TimeProvider clock)
{
    /// <summary>A hundred people for each shard: three full submits.</summary>
    public const int ChunkRows = 1584;

    /// <summary>What a simulation makes small, so that a short list has many chunks.</summary>
    internal int RowsPerChunk { get; set; } = ChunkRows;

    /// <summary>Where the next chunk is read meanwhile; a simulation reads it in turn.</summary>
    internal TaskScheduler Readers { get; set; } = TaskScheduler.Default;

    public async Task HandleAsync(ImportListJob job, CancellationToken ct)
    {
        if (await lists.FindAsync(job.Group, job.List, ct) is not { Value.State: ListState.Reading } list)
            return;
        if (list.Value.Checkpoint > job.From)
        {
            // A run that was cut off but got further is not a failure: its tries count anew.
            await queues.SendAsync(QueueNames.Lists, RowJson.WriteText(job with { From = list.Value.Checkpoint }), TimeSpan.Zero, ct);
            return;
        }

        using var file = await files.OpenAsync(job.Group, list.Value, ct);
        if (file is null)
        {
            // The upload was cut off between its row and its file: the volunteer got no answer and will try again.
            await EndAsync(job.Group, list, ct);
            return;
        }

        await ReadAsync(job.Group, list, file, ct);
    }

    private async Task ReadAsync(GroupId group, Stored<UploadedList> list, ListFile file, CancellationToken ct)
    {
        // A file that was read before was sound; those whom it held still may have been erased since.
        if (file.Refusal is { } refusal && list.Value.Checkpoint == 0)
        {
            await lists.SaveAsync(group, list, list.Value with { State = ListState.Failed, Problems = 1, IgnoredColumns = file.IgnoredColumns, FinishedAt = clock.GetUtcNow() }, [refusal], ct);
            await files.DeleteAsync(group, list.Value, ct);
        }
        else
        {
            await ReadRowsAsync(group, list, file, ct);
        }
    }

    public static ListRules RulesOf(Settings settings, string language) =>
        new(settings.Countries, language);

    /// <summary>With what the organiser has said of its columns.</summary>
    public static ListRules RulesOf(Settings settings, UploadedList list) => RulesOf(settings, list.Language) with
    {
        Columns = list.Columns,
        Header = list.Header,
        Answers = list.Questions.Where(question => question.Means is not null).ToDictionary(question => question.Column, question => question.Means!.Value),
    };

    private async Task ReadRowsAsync(GroupId groupId, Stored<UploadedList> list, ListFile file, CancellationToken ct)
    {
        // What is asked is known before anybody is on the meeting's list: nothing may leave in between.
        if (list.Value.Questions.Count == 0 && file.Questions.Count > 0)
            list = await lists.SaveAsync(groupId, list, list.Value with { Questions = file.Questions }, [], ct);
        var group = await groups.GetAsync(groupId, ct);
        var met = await takeIn.StartAsync(groupId, ct);
        using var chunks = file.Rows(list.Value.Checkpoint).Chunk(RowsPerChunk).GetEnumerator();
        var next = ReadAheadAsync(groupId, list.Value, chunks, ct);
        while (await next is { } chunk)
        {
            next = ReadAheadAsync(groupId, list.Value, chunks, ct);
            try
            {
                list = await takeIn.HandleAsync(group, list, chunk with { NameColumn = file.NameColumn }, met, ct);
            }
            catch
            {
                // The reader must be done with the file before it is closed.
                await Task.WhenAny(next);
                throw;
            }
        }

        // Read again from its clean copy, a file shows less.
        if (list.Value.IgnoredColumns.Count == 0 && file.IgnoredColumns.Count > 0)
            list = await lists.SaveAsync(groupId, list, list.Value with { IgnoredColumns = file.IgnoredColumns }, [], ct);
        if (file.HoldsWhatIsNotKept)
            await files.RewriteAsync(groupId, list.Value, ct);
        await files.DeletePreviewAsync(groupId, list.Value, ct);
        await EndAsync(groupId, list, ct);
    }

    private Task EndAsync(GroupId group, Stored<UploadedList> list, CancellationToken ct) =>
        lists.SaveAsync(group, list, list.Value with { State = list.Value.Rows == 0 ? ListState.Failed : ListState.Ready, FinishedAt = clock.GetUtcNow() }, [], ct);

    private Task<ListChunk?> ReadAheadAsync(GroupId group, UploadedList list, IEnumerator<ListRow[]> chunks, CancellationToken ct) =>
        Task.Factory.StartNew(() => chunks.MoveNext() ? takeIn.Prepare(group, list, chunks.Current) : null, ct, TaskCreationOptions.DenyChildAttach, Readers);

    internal static Newcomer NewcomerOf(UploadedList list, ListRow row) =>
        new(row.Candidate!, new Ground(list.Basis, list.BasisNote, list.At), new Origin(Source.List) { List = list.Id }, row.Row)
        {
            IsReadAgain = list.IsReadAgain && row.Candidate!.Permissions.SayNo,
            IsAskedAbout = list.Questions.Count > 0,
        };
}
