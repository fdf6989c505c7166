using System.Globalization;
using Azure;
using Azure.Core;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>
/// Reads a blob piece by piece as it is consumed. A slow reader holds no connection open, and all pieces are of one version:
/// a blob that is replaced meanwhile ends the reading with an error.
/// </summary>
internal sealed class AzureBlobStream : Stream
{
    private readonly StoragePipeline pipeline;
    private readonly string path;
    private readonly string etag;
    private readonly long length;
    private ReadOnlyMemory<byte> piece;
    private long fetched;
    private long position;

    private AzureBlobStream(StoragePipeline pipeline, string path, string etag, long length, ReadOnlyMemory<byte> piece)
    {
        (this.pipeline, this.path, this.etag, this.length, this.piece) = (pipeline, path, etag, length, piece);
        fetched = piece.Length;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    /// <summary>Null when there is no such blob.</summary>
    public static async Task<Stream?> OpenAsync(StoragePipeline pipeline, string path, CancellationToken ct)
    {
        using var message = Range(pipeline, path, 0);
        var response = await pipeline.SendAsync(message, ct);
        return response.Status switch
        {
            200 or 206 => new AzureBlobStream(pipeline, path, ETag(response), TotalLength(response), response.Content.ToMemory()),
            404 => null,
            416 => Stream.Null,                                             // no range of an empty blob can be read
            _ => throw pipeline.Refused(response),
        };
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || position == length)
            return 0;
        if (piece.IsEmpty)
            piece = await FetchAsync(cancellationToken);
        var count = Math.Min(buffer.Length, piece.Length);
        piece[..count].CopyTo(buffer);
        piece = piece[count..];
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Spreadsheet readers read synchronously.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private async Task<ReadOnlyMemory<byte>> FetchAsync(CancellationToken ct)
    {
        using var message = Range(pipeline, path, fetched);
        message.Request.Headers.SetValue("If-Match", etag);
        var response = await pipeline.SendAsync(message, ct);
        if (response.Status is 404 or 412)
            throw new IOException("The file was replaced or deleted while it was being read.");
        if (response.Status != 206)
            throw pipeline.Refused(response);
        var next = response.Content.ToMemory();
        fetched += next.Length;
        return next;
    }

    private static HttpMessage Range(StoragePipeline pipeline, string path, long from)
    {
        var message = pipeline.Create(RequestMethod.Get, path);
        message.Request.Headers.SetValue("x-ms-range", $"bytes={from}-{from + AzureBlobs.Piece - 1}");
        return message;
    }

    private static string ETag(Response response) => response.Headers.TryGetValue("ETag", out var etag) ? etag : "*";

    // "bytes 0-4194303/9000000"; a whole blob comes without it.
    private static long TotalLength(Response response) => response.Headers.TryGetValue("Content-Range", out var range)
        ? long.Parse(range.AsSpan(range.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture)
        : response.Content.ToMemory().Length;
}
