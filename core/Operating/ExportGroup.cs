using System.Buffers;
using System.Text.Json;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>
/// Writes all of a group as lines of JSON: a header, every row as it is stored, the files of its lists in pieces, and the counts of it all at the end.
/// What waits in the queues is not part of it: messages that wait are found again on the other side by their rows.
/// </summary>
public sealed class ExportGroup(GroupRows rows, IBlobs blobs, GroupStore groups, ListStore lists, ContactHasher hasher, TimeProvider clock)
{
    public const int PieceBytes = 48 * 1024;

    /// <returns>The counts by table, and of blobs; null when there is no such group.</returns>
    public async Task<IReadOnlyDictionary<string, int>?> HandleAsync(GroupId group, Stream output, CancellationToken ct)
    {
        if (await groups.FindAsync(group, ct) is null)
            return null;
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await WriteAsync(output, json =>
        {
            json.WriteNumber("outreach", ExportHeader.CurrentFormat);
            json.WriteString("id", Base32.Random(16));
            json.WriteString("group", group.Value);
            json.WriteString("hashKey", hasher.Fingerprint);
            json.WriteString("at", clock.GetUtcNow());
        }, ct);
        await foreach (var placed in rows.ReadAsync(group, ct))
        {
            counts[placed.Table] = counts.GetValueOrDefault(placed.Table) + 1;
            await WriteAsync(output, json => Write(json, placed), ct);
        }

        counts["blobs"] = 0;
        foreach (var list in await lists.ListAsync(group, ct))
        {
            foreach (var blob in (string[])[UploadedList.BlobOf(group, list.Id), UploadedList.RejectedBlobOf(group, list.Id)])
                counts["blobs"] += await WriteBlobAsync(blob, output, ct) ? 1 : 0;
        }

        await WriteAsync(output, json => Write(json, counts), ct);
        return counts;
    }

    private static void Write(Utf8JsonWriter json, PlacedRow placed)
    {
        json.WriteString("table", placed.Table);
        json.WriteString("partition", placed.Partition);
        json.WriteString("key", placed.Row.Key);
        json.WritePropertyName("row");
        json.WriteRawValue(placed.Row.Json.Span, skipInputValidation: true);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, int> counts)
    {
        json.WriteStartObject("counts");
        foreach (var (name, count) in counts)
            json.WriteNumber(name, count);
        json.WriteEndObject();
    }

    private async Task<bool> WriteBlobAsync(string name, Stream output, CancellationToken ct)
    {
        if (await blobs.ReadAsync(name, ct) is not { } content)
            return false;
        await using (content)
        {
            var piece = new byte[PieceBytes];
            int length;
            do
            {
                length = await content.ReadAtLeastAsync(piece, PieceBytes, throwOnEndOfStream: false, ct);
                await WriteAsync(output, json =>
                {
                    json.WriteString("blob", name);
                    json.WriteBase64String("piece", piece.AsSpan(0, length));
                    json.WriteBoolean("last", length < PieceBytes);
                }, ct);
            }
            while (length == PieceBytes);
        }

        return true;
    }

    private static async Task WriteAsync(Stream output, Action<Utf8JsonWriter> write, CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        await using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        await output.WriteAsync(buffer.WrittenMemory, ct);
    }
}
