using System.IO.Compression;
using System.Text;

namespace Outreach.Tests.Lists;

/// <summary>Lists as they come out of bad discs, bad connections and bad programs: a good one, broken in a way that its seed decides.</summary>
internal static class MutatedLists
{
    private static readonly string[] Encodings = ["utf-8", "utf-16", "utf-16BE", "utf-32", "windows-1252", "ibm850", "macintosh", "windows-1250", "windows-1251", "windows-1254", "windows-1256"];

    private static readonly string[] Splices =
        ["\0", "\"", "\"\"", "\r", "\n\n\n", ";;;;;;;;", "\uFFFE", "\uFFFF", "\u202E", "=\"", "<row", "</c>", "<v>1e999</v>", "&#xD800;", "_xD800_", "sep=", "PK\u0003\u0004", "A1:XFD1048576"];

    public static byte[] Of(int seed, IReadOnlyList<byte[]> originals)
    {
        var random = new Random(seed);
        var list = originals[random.Next(originals.Count)];
        for (var times = random.Next(1, 4); times > 0; times--)
            list = Broken(list, originals, random);
        return list;
    }

    private static byte[] Broken(byte[] list, IReadOnlyList<byte[]> originals, Random random)
    {
        var isZip = list.AsSpan().StartsWith("PK"u8);
        return random.Next(isZip ? 8 : 5) switch
        {
            0 => list[..random.Next(list.Length + 1)],
            1 => Flipped(list, random),
            2 => Spliced(list, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]), random),
            3 => Spliced(list, Piece(originals[random.Next(originals.Count)], random), random),
            4 => Recoded(list, random),
            _ => WithBrokenEntry(list, originals, random),
        };
    }

    private static byte[] Flipped(byte[] list, Random random)
    {
        var copy = (byte[])list.Clone();
        for (var times = random.Next(1, 20); times > 0 && copy.Length > 0; times--)
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    private static byte[] Spliced(byte[] list, byte[] piece, Random random)
    {
        var at = random.Next(list.Length + 1);
        return [.. list[..at], .. piece, .. list[at..]];
    }

    private static byte[] Piece(byte[] list, Random random)
    {
        var start = random.Next(list.Length + 1);
        return list[start..Math.Min(list.Length, start + random.Next(1_000))];
    }

    private static byte[] Recoded(byte[] list, Random random) =>
        Named(Encodings[random.Next(Encodings.Length)]).GetBytes(Named(Encodings[random.Next(Encodings.Length)]).GetString(list));

    private static Encoding Named(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    /// <summary>Packed anew, so that the damage is inside: a broken archive would hide it.</summary>
    private static byte[] WithBrokenEntry(byte[] list, IReadOnlyList<byte[]> originals, Random random)
    {
        try
        {
            using var file = new MemoryStream();
            using (var source = new ZipArchive(new MemoryStream(list)))
            using (var target = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                var broken = random.Next(source.Entries.Count);
                foreach (var (index, entry) in source.Entries.Index())
                    Copy(entry, target, content => index == broken ? Broken(content, originals, random) : content);
            }

            return file.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException)
        {
            // It was broken before.
            return list;
        }
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive target, Func<byte[], byte[]> change)
    {
        using var content = new MemoryStream();
        using (var from = entry.Open())
            from.CopyTo(content);
        using var to = target.CreateEntry(entry.FullName).Open();
        to.Write(change(content.ToArray()));
    }
}
