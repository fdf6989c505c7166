using Azure.Identity;
using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Languages;

namespace Outreach.Tests.Adapters;

public sealed class StorageConnectionTests
{
    private const string Key = ScriptedStore.Secret;

    [Fact]
    public void A_connection_string_names_account_key_and_cloud()
    {
        var connection = Read(("AzureWebJobsStorage", $"DefaultEndpointsProtocol=https;AccountName=acct;AccountKey={Key};EndpointSuffix=core.example.net"))!;

        Assert.Equal(
            ["https://acct.table.core.example.net/", "https://acct.queue.core.example.net/", "https://acct.blob.core.example.net/"], Addresses(connection));
        Assert.Equal((StorageSignIn.Key, "acct"), (connection.SignIn, connection.Blobs(new()).AccountName));
    }

    [Fact]
    public void Addresses_of_services_and_the_emulator_are_understood()
    {
        var own = Read(("AzureWebJobsStorage", $"AccountName=acct;AccountKey={Key};TableEndpoint=http://127.0.0.1:9/acct/"))!;
        var emulator = Read(("AzureWebJobsStorage", "UseDevelopmentStorage=true"))!;

        Assert.Equal(["http://127.0.0.1:9/acct", "https://acct.queue.core.windows.net/"], Addresses(own).Take(2));
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1", Addresses(emulator)[0]);
    }

    [Theory]
    [InlineData("AccountName=acct;SharedAccessSignature=sv=2021-12-02&sig=a%2Bb%3D")]
    [InlineData("BlobEndpoint=https://acct.blob.core.windows.net/;QueueEndpoint=https://acct.queue.core.windows.net/;TableEndpoint=https://acct.table.core.windows.net/;SharedAccessSignature=sv=2021-12-02&sig=a%2Bb%3D")]
    public void A_shared_access_signature_is_taken_too(string text)
    {
        var connection = Read(("AzureWebJobsStorage", text))!;

        Assert.Equal(StorageSignIn.SharedAccess, connection.SignIn);
        Assert.Equal(
            ["acct.table.core.windows.net", "acct.queue.core.windows.net", "acct.blob.core.windows.net"], Addresses(connection).Select(address => new Uri(address).Host));
    }

    [Fact]
    public void An_identity_needs_the_account_or_all_three_addresses()
    {
        var account = Read(("AzureWebJobsStorage:accountName", "acct"), ("AzureWebJobsStorage:credential", "managedidentity"), ("AzureWebJobsStorage:clientId", "c0ffee"))!;
        var missing = Assert.Throws<InvalidOperationException>(() => Read(
            ("AzureWebJobsStorage:blobServiceUri", "https://acct.blob.core.windows.net"), ("AzureWebJobsStorage:queueServiceUri", "https://acct.queue.core.windows.net")));

        Assert.Equal("https://acct.table.core.windows.net/", Addresses(account)[0]);
        Assert.Equal(StorageSignIn.Identity, account.SignIn);
        Assert.Contains("AzureWebJobsStorage__tableServiceUri", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_we_hold_of_people_may_lie_in_an_account_of_its_own()
    {
        var apart = Read(
            ("AzureWebJobsStorage:accountName", "host"), ("Outreach:TableServiceUri", "https://data.table.core.windows.net/"), ("Outreach:BlobServiceUri", "https://data.blob.core.windows.net/"))!;
        var mixed = Assert.Throws<InvalidOperationException>(() => Read(
            ("AzureWebJobsStorage", $"AccountName=acct;AccountKey={Key}"), ("Outreach:BlobServiceUri", "https://data.blob.core.windows.net/")));

        Assert.Equal(["data.table.core.windows.net", "host.queue.core.windows.net", "data.blob.core.windows.net"], Addresses(apart).Select(address => new Uri(address).Host));
        Assert.Contains("Outreach__BlobServiceUri", mixed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("managedidentity", "", typeof(ManagedIdentityCredential))]
    [InlineData("managedidentity", "clientId", typeof(ManagedIdentityCredential))]
    [InlineData("ManagedIdentity", "managedIdentityResourceId", typeof(ManagedIdentityCredential))]
    [InlineData("", "", typeof(DefaultAzureCredential))]
    [InlineData("", "clientId", typeof(DefaultAzureCredential))]
    public void An_identity_is_that_of_the_machine_or_the_one_that_is_named(string credential, string named, Type expected)
    {
        var settings = new Dictionary<string, string?> { ["AzureWebJobsStorage:credential"] = credential };
        if (named.Length > 0)
            settings[$"AzureWebJobsStorage:{named}"] = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i";

        Assert.IsType(expected, StorageConnection.Credential(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("AzureWebJobsStorage")));
    }

    [Fact]
    public void No_setting_is_no_account() => Assert.Null(Read());

    [Theory]
    [InlineData("AccountName=acct;AccountKey=c2VjcmV0IGtleSBmb3IgdGVzdHM=", "AzureWebJobsStorage:accountName", "acct")]
    [InlineData("AccountName=acct;AccountKey=sw0rdfish!", "", "")]
    [InlineData("BlobEndpoint=https://acct.blob.core.windows.net/;SharedAccessSignature=sig=sw0rdfish", "", "")]
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

    private static string[] Addresses(StorageConnection connection) =>
        [connection.Tables(new()).Uri.AbsoluteUri, connection.Queues(new()).Uri.AbsoluteUri, connection.Blobs(new()).Uri.AbsoluteUri];

    private static StorageConnection? Read(params (string Name, string Value)[] settings) => StorageConnection.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Where(s => s.Name.Length > 0).Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());
}
