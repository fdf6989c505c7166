using System.Text;
using System.Text.Json;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>
/// Reads what <see cref="ExportGroup"/> wrote into a group that holds nobody. How far it came is kept, so that the same export given again after a crash goes
/// on from there. What waited to be sent or read over there is queued here.
/// </summary>
public sealed class ImportGroup(ITables tables, IBlobs blobs, QueueImportedWork queue, ContactHasher hasher, Audit audit)
{
    private const int BatchBytes = 2 * 1024 * 1024;

    /// <returns>The counts by table, and of blobs.</returns>
    /// <exception cref="ImportRefusedException">The file is not an export, is of another group, or is truncated; or the group holds people already.</exception>
    public async Task<IReadOnlyDictionary<string, int>> HandleAsync(GroupId group, Stream input, CancellationToken ct)
    {
        using var lines = new StreamReader(input, Encoding.UTF8);
        var header = ExportHeader.Read(await lines.ReadLineAsync(ct), group, hasher.Fingerprint);
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
            await foreach (var _ in tables.QueryAsync(TableNames.People, shard.Partition, KeyRange.All, 1, ct))
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
        var json = Encoding.UTF8.GetBytes(line.GetProperty("row").GetRawText());
        if (!GroupRows.Holds(new PlacedRow(table, partition, new Row(key, json, ETag: "")), run.Header.Group))
            throw new ImportRefusedException($"Line {number} of the export is not of group {run.Header.Group}.");
        run.Count(table);
        run.Work.Note(table, key, json);
        if (number <= run.Done)
            return;
        if (run.Batch.Count == RowRules.MaxOperations || run.Bytes + json.Length > BatchBytes || run.Place != (table, partition))
            await FlushAsync(run, ct);
        run.Add((table, partition), Operation.Upsert(key, json), json.Length, number);
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
        var group = run.Header.Group;
        await queue.HandleAsync(group, run.Work, ct);
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

        public ImportedWork Work { get; } = new();

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
