using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using Azure.Core;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>Azure Blob storage, all in one container. Content moves in pieces, so that memory does not grow with the file and a broken connection repeats one piece only.</summary>
internal sealed class AzureBlobs(StoragePipeline pipeline) : IBlobs
{
    private const string Container = "/outreach";
    internal const int Piece = 4 * 1024 * 1024;

    public async Task WriteAsync(string name, Stream content, CancellationToken ct)
    {
        var path = Path(name);
        var buffer = new byte[content.CanSeek ? Math.Clamp(content.Length - content.Position, 1, Piece) : Piece];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        if (length < Piece)
        {
            await PutAsync(path, buffer.AsMemory(0, length), ct);
            return;
        }

        // Block ids begin with this upload's own id: two uploads of one name must not mix their blocks.
        var upload = Guid.NewGuid();
        var blocks = new StringBuilder("<BlockList>");
        for (var number = 0; length > 0; number++)
        {
            var id = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{upload:N}{number:d6}"));
            await PutAsync($"{path}?comp=block&blockid={Uri.EscapeDataString(id)}", buffer.AsMemory(0, length), ct);
            blocks.Append("<Latest>").Append(id).Append("</Latest>");
            length = await content.ReadAtLeastAsync(buffer, Piece, throwOnEndOfStream: false, ct);
        }

        await PutAsync($"{path}?comp=blocklist", Encoding.ASCII.GetBytes(blocks.Append("</BlockList>").ToString()), ct);
    }

    public async Task<Stream?> ReadAsync(string name, CancellationToken ct) => await AzureBlobStream.OpenAsync(pipeline, Path(name), ct);

    public async Task DeleteAsync(string name, CancellationToken ct)
    {
        using var message = pipeline.CreateDelete(Path(name));
        var response = await pipeline.SendAsync(message, ct);
        if (response.Status is not (202 or 404))
            throw pipeline.Refused(response);
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        var query = $"{Container}?restype=container&comp=list&prefix={Uri.EscapeDataString(prefix)}";
        for (var marker = ""; marker is not null;)
        {
            (var names, marker) = await PageAsync(marker.Length == 0 ? query : $"{query}&marker={Uri.EscapeDataString(marker)}", ct);
            foreach (var name in names)
                yield return name;
        }
    }

    private async Task PutAsync(string path, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        for (var created = false; ; created = true)
        {
            using var message = pipeline.Create(RequestMethod.Put, path, RequestContent.Create(content));
            message.Request.Headers.SetValue("Content-Type", "application/octet-stream");
            if (!path.Contains('?', StringComparison.Ordinal))
                message.Request.Headers.SetValue("x-ms-blob-type", "BlockBlob");
            var response = await pipeline.SendAsync(message, ct);
            if (response.Status == 201)
                return;
            if (created || response.Status != 404)
                throw pipeline.Refused(response);
            await CreateAsync(ct);
        }
    }

    private async Task CreateAsync(CancellationToken ct)
    {
        using var message = pipeline.Create(RequestMethod.Put, $"{Container}?restype=container");
        var response = await pipeline.SendAsync(message, ct);
        if (response.Status is not (201 or 409))
            throw pipeline.Refused(response);
    }

    private async Task<(List<string> Names, string? Marker)> PageAsync(string query, CancellationToken ct)
    {
        using var message = pipeline.Create(RequestMethod.Get, query);
        var response = await pipeline.SendAsync(message, ct);
        if (response.Status == 404)
            return ([], null);
        if (response.Status != 200)
            throw pipeline.Refused(response);

        var page = XElement.Load(response.Content.ToStream());
        var names = page.Descendants("Blob").Select(blob => Name(blob.Element("Name")!)).ToList();
        return (names, (string?)page.Element("NextMarker") is { Length: > 0 } marker ? marker : null);
    }

    // Names that XML cannot hold come percent-encoded.
    private static string Name(XElement name) => (string?)name.Attribute("Encoded") == "true" ? Uri.UnescapeDataString(name.Value) : name.Value;

    private static string Path(string name)
    {
        BlobRules.CheckName(name);
        return $"{Container}/{name}";                                       // nothing in a good name needs encoding
    }
}
