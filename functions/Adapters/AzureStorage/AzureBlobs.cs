using System.IO.Pipelines;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>Azure Blob storage, all in one container. Content moves in pieces, so that memory does not grow with the file and a broken connection repeats one piece only.</summary>
internal sealed class AzureBlobs(BlobServiceClient service) : IBlobs
{
    private const string Container = "outreach";
    internal const int Piece = 4 * 1024 * 1024;

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(Container);
    private bool _isThere;

    public async Task WriteAsync(string name, Stream content, CancellationToken ct)
    {
        var blob = Blob(name);

        // First: what is uploaded comes from a network and cannot be read twice.
        if (!_isThere)
            await _container.CreateIfNotExistsAsync(cancellationToken: ct);
        _isThere = true;
        await blob.UploadAsync(content, new BlobUploadOptions { TransferOptions = InPieces }, ct);
    }

    /// <summary>
    /// Reads on as the content is consumed: a slow reader holds no connection open, and all pieces are of one version. The first piece is fetched
    /// here, so that a small blob is read as it was when it was opened.
    /// </summary>
    public async Task<Stream?> ReadAsync(string name, CancellationToken ct)
    {
        try
        {
            var content = await Blob(name).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = Piece }, ct);
            var reader = PipeReader.Create(content, new(bufferSize: 64 * 1024));
            reader.AdvanceTo((await reader.ReadAsync(ct)).Buffer.Start);
            return reader.AsStream();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async Task DeleteAsync(string name, CancellationToken ct)
    {
        try
        {
            await Blob(name).DeleteIfExistsAsync(cancellationToken: ct);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
        }
    }

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct) =>
        _container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, ct).OrNoneAsync(ct).Select(blob => blob.Name);

    private static StorageTransferOptions InPieces => new() { InitialTransferSize = Piece, MaximumTransferSize = Piece, MaximumConcurrency = 1 };

    private BlobClient Blob(string name)
    {
        BlobRules.CheckName(name);
        return _container.GetBlobClient(name);
    }
}
