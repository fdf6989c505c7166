using System.Text;

namespace Outreach.Lists.Files;

/// <summary>How a text file is written, so that rejected rows go back the same way. An Excel file goes back as <see cref="ForExcel"/>.</summary>
/// <param name="HasSeparatorLine">The first line is Excel's "sep=;".</param>
public sealed record ListFormat(Encoding Encoding, bool HasByteOrderMark, char Delimiter, bool HasSeparatorLine = false)
{
    /// <summary>The file does not say which encoding it is in, and it is not one of those that speak for themselves.</summary>
    public bool IsGuessed { get; init; }

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // None of them writes a byte order mark by itself.
    internal static Encoding Utf8 { get; } = new UTF8Encoding(false);

    internal static Encoding Utf16 { get; } = new UnicodeEncoding(bigEndian: false, byteOrderMark: false);

    internal static Encoding Utf16BigEndian { get; } = new UnicodeEncoding(bigEndian: true, byteOrderMark: false);

    public static ListFormat ForExcel { get; } = new(Utf8, true, ';');
}

/// <summary>Finds out which encoding a file is in.</summary>
internal static class TextEncoding
{
    // UTF-8 as long as it is valid; a byte that cannot be UTF-8 is read as Windows-1252. So a file that is part one, part the other is read right too.
    private static readonly Encoding Utf8Or1252 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    /// <param name="head">The beginning of the file.</param>
    /// <returns>What to decode with, what the file says it is, and the length of its byte order mark.</returns>
    public static (Encoding Decode, Encoding Label, int Mark) Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8))
            return (Utf8Or1252, ListFormat.Utf8, 3);
        if (head is [0xFF, 0xFE, ..])
            return (ListFormat.Utf16, ListFormat.Utf16, 2);
        if (head is [0xFE, 0xFF, ..])
            return (ListFormat.Utf16BigEndian, ListFormat.Utf16BigEndian, 2);
        return Utf16WithoutMark(head) is { } utf16 ? (utf16, utf16, 0) : (Utf8Or1252, ListFormat.Utf8, 0);
    }

    /// <summary>Words with the bytes beyond ASCII when these are of an old 8-bit encoding: there are some, and none of them makes a UTF-8 character. Otherwise null.</summary>
    public static CodePage.Sample? EightBit(Stream content)
    {
        var sample = new CodePage.Sample();
        var buffer = new byte[64 * 1024];
        var seen = false;
        for (var kept = 0; content.Read(buffer, kept, buffer.Length - kept) is var read and > 0;)
        {
            if (buffer.AsSpan(kept, read).IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0)
                sample.Take(buffer.AsSpan(kept, read));
            else
                sample.End();
            var rest = buffer.AsSpan(0, kept + read);
            while (rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var at and >= 0)
            {
                rest = rest[at..];
                var status = Rune.DecodeFromUtf8(rest, out _, out var length);
                if (status is System.Buffers.OperationStatus.Done)
                    return null;
                if (status is System.Buffers.OperationStatus.NeedMoreData)
                    break;
                seen = true;
                rest = rest[length..];
            }

            kept = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) < 0 ? 0 : rest.Length;
            rest[..kept].CopyTo(buffer);
            if (kept > 0)
                seen |= kept < 4;
        }

        sample.End();
        return seen ? sample : null;
    }

    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length & ~1, 4096)];
        if (head.Length < 4)
            return null;
        Span<int> zeros = [0, 0];
        for (var i = 0; i < head.Length; i++)
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        var half = head.Length / 2;
        return zeros[1] > half * 0.6 && zeros[0] == 0 ? ListFormat.Utf16
            : zeros[0] > half * 0.6 && zeros[1] == 0 ? ListFormat.Utf16BigEndian
            : null;
    }

    private sealed class Windows1252Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string _text = "";
            private int _next;

            public override int Remaining => _text.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (_text, _next) = (ListFormat.Windows1252.GetString(bytesUnknown), 0);
                return true;
            }

            public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

            public override bool MovePrevious()
            {
                if (_next == 0)
                    return false;
                _next--;
                return true;
            }

            public override void Reset() => (_text, _next) = ("", 0);
        }
    }
}
