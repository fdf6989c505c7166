using System.IO.Compression;
using System.Xml;

namespace Outreach.Lists.Files;

/// <summary>The parts of an Excel workbook. Names of parts and of XML are read leniently: programs write them in many ways that Excel opens.</summary>
internal sealed class XlsxFile : IDisposable
{
    // A workbook is compressed: these limit its unpacked size. The texts of all cells are held in memory while reading.
    private const long MaxUnpacked = 1024L * 1024 * 1024;
    private const long MaxTexts = 256L * 1024 * 1024;

    // Rows that look alike are packed some thirty times smaller; what is packed much smaller than that is not a list.
    private const long MaxRatio = 100;
    private const long AnyRatio = 64L * 1024 * 1024;

    // Excel writes at most 32,767 characters in a cell. A cell becomes one string, however long it is.
    private const int MaxCellBytes = 4 * 1024 * 1024;

    private static readonly XmlReaderSettings Lenient = new() { CheckCharacters = false, DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true };

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public XlsxFile(MemoryStream workbook)
    {
        _zip = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in _zip.Entries)
            _parts[entry.FullName.Replace('\\', '/').TrimStart('/')] = entry;
        RefuseBombs();
    }

    /// <summary>Binary, with an Excel workbook's parts (xlsb): no reader here takes it.</summary>
    public bool IsBinary => _parts.Keys.Any(name => name.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase));

    public bool IsOpenDocument => _parts.ContainsKey("content.xml") && _parts.ContainsKey("META-INF/manifest.xml");

    /// <summary>Null when there is none.</summary>
    public string? Workbook =>
        RelatedTo("").FirstOrDefault(part => part.Kind is "officeDocument" && _parts.ContainsKey(part.Path)).Path
        ?? _parts.Keys.FirstOrDefault(name => name.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase));

    public bool Has(string part) => _parts.ContainsKey(part);

    public Stream Open(string part) => _parts[part].Open();

    public XmlReader Read(string part) => XmlReader.Create(Open(part), Lenient);

    /// <summary>The parts that a part refers to.</summary>
    public IReadOnlyList<(string Id, string Kind, string Path)> RelatedTo(string part)
    {
        var cut = part.LastIndexOf('/') + 1;
        var (folder, name) = (part[..cut], part[cut..]);
        if (!_parts.ContainsKey($"{folder}_rels/{name}.rels"))
            return [];

        var related = new List<(string Id, string Kind, string Path)>();
        using var xml = Read($"{folder}_rels/{name}.rels");
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "Relationship" && xml.GetAttribute("Target") is { } target && xml.GetAttribute("Type") is { } type)
                related.Add((xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], PathOf(folder, target.Replace('\\', '/'))));
        }

        return related;
    }

    public void Dispose() => _zip.Dispose();

    private static string PathOf(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step is ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("" or "." or ".."))
                steps.Add(step);
        }

        return string.Join('/', steps);
    }

    private void RefuseBombs()
    {
        if (_zip.Entries.Sum(entry => entry.Length) > MaxUnpacked
            || _zip.Entries.Any(entry => entry.Length > AnyRatio && entry.Length > entry.CompressedLength * MaxRatio)
            || _zip.Entries.Any(entry => entry.Name.Contains("sharedStrings", StringComparison.OrdinalIgnoreCase) && entry.Length > MaxTexts)
            || _zip.Entries.Where(entry => entry.Length > MaxCellBytes).Any(HasEndlessCell))
            throw new UnreadableFileException(Unreadable.TooLarge);
    }

    /// <summary>Whether a part of the workbook has a text without a tag that is longer than any cell.</summary>
    private static bool HasEndlessCell(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        var buffer = new byte[64 * 1024];
        long sinceTag = 0;
        while (part.Read(buffer) is > 0 and var read)
        {
            var tag = buffer.AsSpan(0, read).LastIndexOf((byte)'<');
            sinceTag = tag < 0 ? sinceTag + read : read - tag;
            if (sinceTag > MaxCellBytes)
                return true;
        }

        return false;
    }
}
