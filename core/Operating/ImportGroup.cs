using System.Text;
using System.Text.Json;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>The import cannot go on; the message tells the operator what to do.</summary>
public sealed class ImportRefusedException(string message) : Exception(message);

/// <summary>
/// Reads what <see cref="ExportGroup"/> wrote into a group that holds nobody. How far it came is kept, so that the same export given again after a crash goes
/// on from there. What waited to be sent or read over there is queued here.
/// </summary>
public sealed class ImportGroup(ITables tables, IBlobs blobs, IQueues queues, PeopleStore people, ContactHasher hasher, Audit audit, TimeProvider clock)
{
    private const int BatchBytes = 2 * 1024 * 1024;

    /// <returns>The counts by table, and of blobs.</returns>
    /// <exception cref="ImportRefusedException">The file is not an export, is of another group, or was cut off; or the group holds people already.</exception>
    public async Task<IReadOnlyDictionary<string, int>> HandleAsync(GroupId group, Stream input, CancellationToken ct)
    {
        using var lines = new StreamReader(input, Encoding.UTF8);
        var header = HeaderOf(await lines.ReadLineAsync(ct), group);
        var done = await StartAsync(header, ct);
        var run = new Run(header, done);
        for (var number = 2; await lines.ReadLineAsync(ct) is { } line; number++)
        {
            using var json = Parse(line, number);
            if (await TakeAsync(run, json.RootElement, number, ct))
            {
                await FinishAsync(run, ct);
                return run.Counts;
            }
        }

        await FlushAsync(run, ct);
        throw new ImportRefusedException("The export is cut off: its last line, with the counts, is missing. Export again.");
    }

    private ExportHeader HeaderOf(string? line, GroupId group)
    {
        try
        {
            using var json = JsonDocument.Parse(line ?? "");
            var root = json.RootElement;
            var header = new ExportHeader(
                root.GetProperty("outreach").GetInt32(), root.GetProperty("id").GetString()!, new GroupId(root.GetProperty("group").GetString()!),
                root.GetProperty("hashKey").GetString()!, root.GetProperty("at").GetDateTimeOffset());
            return header switch
            {
                { Format: not ExportHeader.CurrentFormat } => throw new ImportRefusedException($"This export has format {header.Format}; this program reads {ExportHeader.CurrentFormat}."),
                _ when header.Group != group => throw new ImportRefusedException($"This is an export of group {header.Group}. Import it with --group {header.Group}."),
                _ when header.HashKey != hasher.Fingerprint => throw new ImportRefusedException(
                    "This export was made with another hash key, so that nobody who said stop would be known here. Set Outreach__HashKey to the one it was made with (the text of hash.key in its data folder)."),
                _ => header,
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ImportRefusedException("This is no export: its first line is not the header of one.");
        }
    }

    private static JsonDocument Parse(string line, int number)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            throw new ImportRefusedException($"Line {number} of the export cannot be read: it is cut off or was changed. Export again.");
        }
    }

    /// <returns>The lines that an earlier try of the same export has stored.</returns>
    private async Task<int> StartAsync(ExportHeader header, CancellationToken ct)
    {
        if (await tables.GetAsync(TableNames.Keys, Progress, header.Group.Value, ct) is { } row
            && JsonSerializer.Deserialize<Checkpoint>(row.Json.Span) is { } kept && kept.Export == header.Id)
            return kept.Lines;
        foreach (var shard in Shard.All(header.Group))
        {
            await foreach (var _ in tables.QueryAsync(TableNames.People, shard.Partition, "", "~", 1, ct))
                throw new ImportRefusedException($"Group {header.Group} holds people already. Import into an empty one.");
        }

        return 0;
    }

    /// <returns>True after the last line.</returns>
    private async Task<bool> TakeAsync(Run run, JsonElement line, int number, CancellationToken ct)
    {
        if (line.TryGetProperty("counts", out var counts))
        {
            await FlushAsync(run, ct);
            var said = counts.EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetInt32());
            return run.Counts.All(c => said.GetValueOrDefault(c.Key) == c.Value) && said.All(c => run.Counts.GetValueOrDefault(c.Key) == c.Value)
                ? true
                : throw new ImportRefusedException("The counts at the end of the export are not those of its lines. Export again.");
        }

        if (line.TryGetProperty("blob", out var blob))
            await TakePieceAsync(run, blob.GetString()!, line, number, ct);
        else
            await TakeRowAsync(run, line, number, ct);
        return false;
    }

    private async Task TakeRowAsync(Run run, JsonElement line, int number, CancellationToken ct)
    {
        var (table, partition, key) = (line.GetProperty("table").GetString()!, line.GetProperty("partition").GetString()!, line.GetProperty("key").GetString()!);
        if (!GroupRows.Holds(table, partition, run.Header.Group))
            throw new ImportRefusedException($"Line {number} of the export is not of group {run.Header.Group}.");
        run.Count(table);
        var json = Encoding.UTF8.GetBytes(line.GetProperty("row").GetRawText());
        NoteWork(run, table, key, json);
        if (number <= run.Done)
            return;
        if (run.Batch.Count == RowRules.MaxOperations || run.Bytes + json.Length > BatchBytes || run.Place != (table, partition))
            await FlushAsync(run, ct);
        run.Add((table, partition), Operation.Upsert(key, json), json.Length, number);
    }

    /// <summary>Queues do not move with their group: who waits in one is found by its row.</summary>
    private static void NoteWork(Run run, string table, string key, byte[] json)
    {
        if (table == TableNames.People && key.StartsWith("msg|", StringComparison.Ordinal)
            && RowJson.Read<Message>(json) is { State: MessageState.Queued or MessageState.Sending } message)
            run.Waiting.Add(message.Key);
        else if (table == TableNames.Lists && key.StartsWith("list|", StringComparison.Ordinal) && RowJson.Read<UploadedList>(json) is { IsAtWork: true } list)
            run.Reading.Add(list.Id);
        else if (table == TableNames.Meetings && key.StartsWith(Mailings.Parts, StringComparison.Ordinal))
            run.Leaving.Add(RowJson.Read<SendInvitationsJob>(json));
    }

    private async Task TakePieceAsync(Run run, string name, JsonElement line, int number, CancellationToken ct)
    {
        if (!name.StartsWith(UploadedList.BlobsOf(run.Header.Group), StringComparison.Ordinal))
            throw new ImportRefusedException($"Line {number} of the export is not of group {run.Header.Group}.");
        await FlushAsync(run, ct);
        var last = line.GetProperty("last").GetBoolean();
        if (last)
            run.Count("blobs");
        if (number <= run.Done)
            return;
        run.Blob ??= new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        await run.Blob.WriteAsync(line.GetProperty("piece").GetBytesFromBase64(), ct);
        if (!last)
            return;
        await using (run.Blob)
        {
            run.Blob.Position = 0;
            await blobs.WriteAsync(name, run.Blob, ct);
        }

        run.Blob = null;
        await CheckpointAsync(run, number, ct);
    }

    private async Task FlushAsync(Run run, CancellationToken ct)
    {
        if (run.Batch.Count == 0)
            return;
        // Before the first rows: from here on the group may hold people because of this import.
        if (run.Saved == 0)
            await CheckpointAsync(run, 1, ct);
        await tables.SubmitAsync(run.Place.Table, run.Place.Partition, run.Batch, ct);
        var upTo = run.Last;
        run.Clear();
        if (upTo - run.Saved >= CheckpointLines)
            await CheckpointAsync(run, upTo, ct);
    }

    private async Task CheckpointAsync(Run run, int line, CancellationToken ct)
    {
        run.Saved = line;
        await tables.SubmitAsync(
            TableNames.Keys, Progress, [Operation.Upsert(run.Header.Group.Value, JsonSerializer.SerializeToUtf8Bytes(new Checkpoint(run.Header.Id, line)))], ct);
    }

    private async Task FinishAsync(Run run, CancellationToken ct)
    {
        var (group, now) = (run.Header.Group, clock.GetUtcNow());
        foreach (var key in run.Waiting)
        {
            if (await people.FindAsync(group, key, ct) is { } message)
                await queues.SendAsync(SendMessageJob.For(group, message.Value, now), now, ct);
        }

        foreach (var part in run.Leaving)
            await queues.SendAsync(part.ForQueue(now, part.DueAt), now, ct);
        foreach (var list in run.Reading)
            await queues.SendAsync(QueueNames.Lists, RowJson.WriteText(new ImportListJob(group, list)), TimeSpan.Zero, ct);
        await audit.WriteAsync(group, AuditKind.Uploaded, $"imported the export {run.Header.Id} of {run.Header.At:u}", ct);
        await CheckpointAsync(run, int.MaxValue, ct);
    }

    private const string Progress = "imports";
    private const int CheckpointLines = 2000;

    private sealed record Checkpoint(string Export, int Lines);

    private sealed class Run(ExportHeader header, int done)
    {
        private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal) { ["blobs"] = 0 };

        public ExportHeader Header => header;

        public int Done { get; } = done;

        public IReadOnlyDictionary<string, int> Counts => _counts;

        public List<MessageKey> Waiting { get; } = [];

        public List<SendInvitationsJob> Leaving { get; } = [];

        public List<ListId> Reading { get; } = [];

        public List<Operation> Batch { get; } = [];

        public (string Table, string Partition) Place { get; private set; }

        public int Bytes { get; private set; }

        public int Last { get; private set; }

        public int Saved { get; set; } = done;

        public FileStream? Blob { get; set; }

        public void Count(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;

        public void Add((string Table, string Partition) place, Operation operation, int bytes, int line)
        {
            (Place, Last) = (place, line);
            Batch.Add(operation);
            Bytes += bytes;
        }

        public void Clear()
        {
            Batch.Clear();
            Bytes = 0;
        }
    }
}
