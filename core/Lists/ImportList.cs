using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>
/// Reads an uploaded list in chunks. After each chunk the counts and the place in the file are saved together, so that a crash costs one chunk, and
/// reading that chunk again gives the same people the same ids. The next chunk is read and prepared while the last is stored.
/// </summary>
public sealed class ImportList(ListStore lists, KeptFiles files, IBlobs blobs, IQueues queues, GroupStore groups, Suppressions suppressions, TakeIn takeIn, OptOutContacts optOut, TimeProvider clock)
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
            await lists.SaveAsync(job.Group, list, list.Value with { State = ListState.Failed, FinishedAt = clock.GetUtcNow() }, [], ct);
            return;
        }

        try
        {
            await ReadAsync(job.Group, list, file, ct);
        }
        catch (ConflictException conflict) when (conflict.Key.StartsWith("list|", StringComparison.Ordinal))
        {
            // Somebody else is reading this list too, and was quicker: one of us goes on.
        }
    }

    private async Task ReadAsync(GroupId group, Stored<UploadedList> list, ListFile file, CancellationToken ct)
    {
        if (file.Refusal is { } refusal)
        {
            await lists.SaveAsync(group, list, list.Value with { State = ListState.Failed, Problems = 1, IgnoredColumns = file.IgnoredColumns, FinishedAt = clock.GetUtcNow() }, [refusal], ct);
            await blobs.DeleteAsync(UploadedList.BlobOf(group, list.Value.Id), ct);
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
        var blocked = await suppressions.AllAsync(groupId, ct);
        var seen = new SeenContacts();
        using var chunks = file.Rows(list.Value.Checkpoint).Chunk(RowsPerChunk).GetEnumerator();
        var next = ReadAheadAsync(groupId, list.Value, chunks, ct);
        while (await next is { } chunk)
        {
            next = ReadAheadAsync(groupId, list.Value, chunks, ct);
            try
            {
                list = await TakeInAsync(group, list, chunk with { NameColumn = file.NameColumn }, blocked, seen, ct);
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
        await blobs.DeleteAsync(UploadedList.PreviewBlobOf(groupId, list.Value.Id, list.Value.Check), ct);
        await lists.SaveAsync(groupId, list, list.Value with { State = list.Value.Rows == 0 ? ListState.Failed : ListState.Ready, FinishedAt = clock.GetUtcNow() }, [], ct);
    }

    private Task<Chunk?> ReadAheadAsync(GroupId group, UploadedList list, IEnumerator<ListRow[]> chunks, CancellationToken ct) =>
        Task.Factory.StartNew(() => chunks.MoveNext() ? ChunkOf(group, list, chunks.Current) : null, ct, TaskCreationOptions.DenyChildAttach, Readers);

    private Chunk ChunkOf(GroupId group, UploadedList list, ListRow[] rows)
    {
        var newcomers = rows.Where(row => row.Candidate is { IsOptedOut: false }).Select(row => NewcomerOf(list, row)).ToList();
        takeIn.Prepare(group, newcomers);
        return new Chunk(rows, newcomers, [.. rows.Where(row => row.Candidate is { IsOptedOut: true }).Select(row => row.Candidate!)]);
    }

    private async Task<Stored<UploadedList>> TakeInAsync(
        Group group, Stored<UploadedList> list, Chunk chunk, HashSet<string> blocked, SeenContacts seen, CancellationToken ct)
    {
        // A no first: it holds for all rows of the same person, wherever it stands.
        blocked.UnionWith((await optOut.HandleAsync(group.Id, chunk.OptedOut, ct)).Select(hash => hash.Value));
        var taken = await takeIn.RunAsync(group, list.Value, chunk.Newcomers, blocked, seen, ct);
        var (outcomes, warnings) = (taken.Outcomes, taken.Warnings(chunk.Newcomers, chunk.NameColumn, new Wording(list.Value.Language)));
        var room = UploadedList.MaxProblems - list.Value.Problems;
        var problems = chunk.Rows.SelectMany(row => row.Problems.Concat(warnings[row.Row]).Where(_ => room-- > 0 || row.IsAboutFile)).ToList();
        var rows = chunk.Rows.Count(row => !row.IsAboutFile);
        var after = list.Value with
        {
            Checkpoint = chunk.Rows[^1].Row,
            Rows = list.Value.Rows + rows,
            Accepted = list.Value.Accepted + outcomes.Count(o => o.Kind is RegisterKind.Accepted) - taken.NotNewAfterAll,
            Merged = list.Value.Merged + outcomes.Count(o => o.Kind is RegisterKind.Merged) + taken.NotNewAfterAll,
            Suppressed = list.Value.Suppressed + chunk.OptedOut.Count + outcomes.Count(o => o.Kind is RegisterKind.Suppressed),
            Rejected = list.Value.Rejected + rows - outcomes.Count - chunk.OptedOut.Count,
            Problems = list.Value.Problems + problems.Count,
        };
        return await lists.SaveAsync(group.Id, list, after, problems, ct);
    }

    internal static Newcomer NewcomerOf(UploadedList list, ListRow row) =>
        new(row.Candidate!, new Ground(list.Basis, list.BasisNote, list.At), new Origin(Source.List) { List = list.Id }, row.Row)
        {
            IsReadAgain = list.IsReadAgain && row.Candidate!.Permissions.SayNo,
            IsAskedAbout = list.Questions.Count > 0,
        };

    /// <param name="OptedOut">Of whom nothing is kept but that they said no.</param>
    private sealed record Chunk(IReadOnlyList<ListRow> Rows, IReadOnlyList<Newcomer> Newcomers, IReadOnlyList<Candidate> OptedOut)
    {
        /// <summary>What the list calls its column of names.</summary>
        public string NameColumn { get; init; } = "";
    }
}
