using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Outreach.Functions.Adapters.AzureStorage;

namespace Outreach.Tests.Adapters;

public sealed class StorageConnectionTests
{
    private const string Key = ScriptedStore.Secret;
    private const string Date = "Mon, 01 Mar 2027 09:00:00 GMT";

    [Fact]
    public void A_connection_string_names_account_key_and_cloud()
    {
        var connection = Read(("AzureWebJobsStorage", $"DefaultEndpointsProtocol=https;AccountName=acct;AccountKey={Key};EndpointSuffix=core.example.net"))!;

        Assert.Equal("https://acct.table.core.example.net/", connection.Tables.AbsoluteUri);
        Assert.Equal("https://acct.queue.core.example.net/", connection.Queues.AbsoluteUri);
        Assert.Equal("https://acct.blob.core.example.net/", connection.Blobs.AbsoluteUri);
        Assert.Equal("acct", connection.Key?.Account);
    }

    [Fact]
    public void Addresses_of_services_and_the_emulator_are_understood()
    {
        var own = Read(("AzureWebJobsStorage", $"AccountName=acct;AccountKey={Key};TableEndpoint=http://127.0.0.1:9/acct/"))!;
        var emulator = Read(("AzureWebJobsStorage", "UseDevelopmentStorage=true"))!;

        Assert.Equal(("http://127.0.0.1:9/acct", "https://acct.queue.core.windows.net/"), (own.Tables.AbsoluteUri, own.Queues.AbsoluteUri));
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1", emulator.Tables.AbsoluteUri);
    }

    [Fact]
    public void An_identity_needs_the_account_or_all_three_addresses()
    {
        var account = Read(("AzureWebJobsStorage:accountName", "acct"), ("AzureWebJobsStorage:credential", "managedidentity"), ("AzureWebJobsStorage:clientId", "c0ffee"))!;
        var missing = Assert.Throws<InvalidOperationException>(() => Read(
            ("AzureWebJobsStorage:blobServiceUri", "https://acct.blob.core.windows.net"), ("AzureWebJobsStorage:queueServiceUri", "https://acct.queue.core.windows.net")));

        Assert.Equal("https://acct.table.core.windows.net/", account.Tables.AbsoluteUri);
        Assert.IsType<ManagedIdentityCredential>(account.Credential);
        Assert.Null(account.Key);
        Assert.Contains("AzureWebJobsStorage__tableServiceUri", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_setting_is_no_account() => Assert.Null(Read());

    [Theory]
    [InlineData("AccountName=acct;AccountKey=c2VjcmV0IGtleSBmb3IgdGVzdHM=", "AzureWebJobsStorage:accountName", "acct")]
    [InlineData("AccountName=acct;AccountKey=sw0rdfish!", "", "")]
    [InlineData("AccountName=acct;SharedAccessSignature=sig=sw0rdfish", "", "")]
    [InlineData("sw0rdfish", "", "")]
    [InlineData("", "AzureWebJobsStorage:tableServiceUri", "sw0rdfish")]
    [InlineData("", "AzureWebJobsStorage:credential", "sw0rdfish")]
    public void Settings_that_cannot_work_are_refused_without_telling_them(string text, string other, string value)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Read(("AzureWebJobsStorage", text), (other, value)));

        Assert.Contains("AzureWebJobsStorage", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sw0rdfish", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c2Vj", refused.ToString(), StringComparison.Ordinal);
    }

    // Computed apart from this code, by the rules of "Authorize with Shared Key".
    [Theory]
    [InlineData("https://acct.table.core.windows.net/People(PartitionKey='g%7C0a',RowKey='o%27%27b')?$select=n", "DgrUCzdK2pDn7JVw7TP4TMROynaGzSGkUeCkYU8sVSs=")]
    [InlineData("https://acct.table.core.windows.net/?comp=properties&restype=service", "U1yl9WzESaxO2WuC1A11hWkrhe7E2YeoEzhbn42Cq4w=")]
    public void The_table_signature_covers_date_and_path(string uri, string signature) =>
        Assert.Equal(signature, AccountKey.Parse("acct", Key).Sign(TableKeyPolicy.Text(Date, "acct", new(uri))));

    [Fact]
    public void The_blob_and_queue_signature_covers_headers_length_and_query()
    {
        var key = AccountKey.Parse("acct", Key);
        var put = Request(RequestMethod.Put, "https://acct.blob.core.windows.net/outreach/lists/a?comp=block&blockid=MDAw%2B%2F%3D", "12345"u8.ToArray(),
            ("Content-Type", "application/octet-stream"), ("If-Match", "\"0x8D\""), ("x-ms-version", "2021-12-02"), ("x-ms-date", Date), ("x-ms-blob-type", "BlockBlob"));
        var delete = Request(RequestMethod.Delete, "https://acct.queue.core.windows.net/jobs/messages/1?popreceipt=r%2B1%2F%3D", [], ("x-ms-date", Date));

        Assert.Equal("eWSogMDltSrvDHwlMznAr5Og7kCz0OgjMroIf5V5t20=", key.Sign(SharedKeyPolicy.Text(put, "acct")));
        Assert.Equal("hhJUwyYEZsCL413zbocb3KgkfWzZJw1K3z40usvm1Ag=", key.Sign(SharedKeyPolicy.Text(delete, "acct")));
    }

    private static StorageConnection? Read(params (string Name, string Value)[] settings) => StorageConnection.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Where(s => s.Name.Length > 0).Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());

    private static Request Request(RequestMethod method, string uri, byte[] body, params (string Name, string Value)[] headers)
    {
        var request = new HttpPipeline(HttpClientTransport.Shared).CreateRequest();
        request.Method = method;
        request.Uri.Reset(new(uri));
        request.Content = RequestContent.Create(body);
        foreach (var (name, value) in headers)
            request.Headers.SetValue(name, value);
        return request;
    }
}
