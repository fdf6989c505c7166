using System.Text;
using System.Text.Json;
using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

/// <summary>The Azure adapters against a server that plays the answers which the emulator never gives.</summary>
internal sealed class ScriptedStore : IAsyncDisposable
{
    public const string Secret = "c2VjcmV0IGtleSBmb3IgdGVzdHM=";

    private readonly ServiceProvider services;

    private ScriptedStore(ScriptedServer server, string address, int tries)
    {
        Server = server;
        // At a number the blob client takes the first part of a path for the account.
        var blobs = address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var connection = StorageConnection.Parse(
            $"AccountName=acct;AccountKey={Secret};TableEndpoint={address};QueueEndpoint={address};BlobEndpoint={blobs}");
        services = new ServiceCollection()
            .AddAzureStore(connection, new() { Tries = tries, FirstDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(5) })
            .BuildServiceProvider();
    }

    public ScriptedServer Server { get; }

    public ITables Tables => services.GetRequiredService<ITables>();

    public IQueues Queues => services.GetRequiredService<IQueues>();

    public IBlobs Blobs => services.GetRequiredService<IBlobs>();

    public StorageTransactions Transactions => services.GetRequiredService<StorageTransactions>();

    public static async Task<ScriptedStore> StartAsync(int tries = 8)
    {
        var server = await ScriptedServer.StartAsync();
        return new(server, server.Address, tries);
    }

    public static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);

    public static string ETag(int number) => $"W/\"datetime'2027-03-01T09%3A00%3A{number:d2}.0000000Z'\"";

    public static string TableError(string code, int index = 0) =>
        $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"{{{{index}}}}:Told by the service.\nRequestId:1\nTime:2"}}}""";

    /// <summary>The body of an insert or a replace as the service would give it back.</summary>
    public static string Stored(string entity, int etag) => $$"""{"odata.etag":{{JsonSerializer.Serialize(ETag(etag))}},{{entity.Trim()[1..]}}""";

    public static (int, string, (string, string)[]) Batch(int status, string inner) => (202,
        $"--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        + $"HTTP/1.1 {status} Told\r\nX-Content-Type-Options: nosniff\r\nContent-Type: application/json\r\n\r\n{inner}\r\n--changesetresponse_1--\r\n--batchresponse_1--\r\n",
        [("Content-Type", "multipart/mixed; boundary=batchresponse_1")]);

    /// <summary>The entities of a batch request, in order.</summary>
    public static IReadOnlyList<string> Entities(SeenRequest batch) => [.. batch.Body.Split("\r\n").Where(line => line.StartsWith('{'))];

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
