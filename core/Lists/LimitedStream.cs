namespace Outreach.Lists;

/// <summary>Bytes that were read ahead and then the rest of a stream; stops at the size limit.</summary>
internal sealed class LimitedStream(ReadOnlyMemory<byte> head, Stream rest) : Stream
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

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(_head.Length, buffer.Length);
        if (count > 0)
        {
            _head.Span[..count].CopyTo(buffer);
            _head = _head[count..];
        }
        else
        {
            count = rest.Read(buffer);
        }

        _read += count;
        return _read <= ListRules.MaxBytes ? count : throw new UnreadableFileException(Unreadable.TooLarge);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
