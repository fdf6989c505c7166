namespace Outreach.Lists.Files;

/// <summary>Bytes that were read ahead, if any, and then the rest of a stream; stops at the size that a list may have.</summary>
/// <param name="leaveOpen">Somebody still reads the rest to its end.</param>
public sealed class LimitedStream(Stream rest, ReadOnlyMemory<byte> head = default, bool leaveOpen = false) : Stream
{
    private ReadOnlyMemory<byte> _head = head;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Counted(_head.IsEmpty ? rest.Read(buffer) : FromHead(buffer));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(_head.IsEmpty ? await rest.ReadAsync(buffer, cancellationToken) : FromHead(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
            rest.Dispose();
        base.Dispose(disposing);
    }

    private int FromHead(Span<byte> buffer)
    {
        var count = Math.Min(_head.Length, buffer.Length);
        _head.Span[..count].CopyTo(buffer);
        _head = _head[count..];
        return count;
    }

    private int Counted(int count)
    {
        _read += count;
        return _read <= ListRules.MaxBytes ? count : throw new UnreadableFileException(Unreadable.TooLarge);
    }
}
