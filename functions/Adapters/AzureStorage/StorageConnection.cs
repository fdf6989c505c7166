using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Outreach.Functions.Adapters.AzureStorage;

internal enum StorageSignIn
{
    Key,
    SharedAccess,
    Identity,
}

/// <summary>
/// Where the storage account is and how we sign in, from the settings the Functions host uses itself: <c>AzureWebJobsStorage</c> as a
/// connection string, or <c>AzureWebJobsStorage__*</c> with an identity. With an identity, tables and blobs may lie in an account of their own, apart from the
/// state of the Functions host: <c>Outreach__TableServiceUri</c> and <c>Outreach__BlobServiceUri</c>. A class, not a record: it must not print its key.
/// </summary>
internal sealed partial class StorageConnection
{
    private const string Setting = "AzureWebJobsStorage";
    private const string OwnTables = "TableServiceUri";
    private const string OwnBlobs = "BlobServiceUri";

    private static readonly string[] IdentitySettings =
        ["accountName", "blobServiceUri", "queueServiceUri", "tableServiceUri", "credential", "clientId", "managedIdentityResourceId"];

    public required Func<TableClientOptions, TableServiceClient> Tables { get; init; }

    public required Func<QueueClientOptions, QueueServiceClient> Queues { get; init; }

    public required Func<BlobClientOptions, BlobServiceClient> Blobs { get; init; }

    public required StorageSignIn SignIn { get; init; }

    /// <summary>The way to the service, when it is not the plain network.</summary>
    public HttpPipelineTransport? Transport { get; init; }

    /// <summary>Null when no storage account is named at all.</summary>
    /// <exception cref="InvalidOperationException">The settings are incomplete or contradict each other; the message names them, never a value.</exception>
    public static StorageConnection? Read(IConfiguration configuration)
    {
        var text = configuration[Setting];
        var section = configuration.GetSection(Setting);
        var identity = Array.Find(IdentitySettings, name => !string.IsNullOrWhiteSpace(section[name]));
        var own = configuration.GetSection("Outreach");
        if (string.IsNullOrWhiteSpace(text))
            return identity is null ? null : FromIdentity(section, own);
        if (Array.Find([OwnTables, OwnBlobs], name => !string.IsNullOrWhiteSpace(own[name])) is { } apart)
            throw new InvalidOperationException($"Outreach__{apart} goes with an identity: {Setting} holds a connection string, which names the account of everything.");

        // The Functions host would take the connection string without a word and never use the identity.
        return identity is null
            ? Parse(text)
            : throw new InvalidOperationException(
                $"{Setting} holds a connection string and {Setting}__{identity} is set too. Remove {Setting} to sign in with an identity, or remove all {Setting}__ settings to sign in with the connection string.");
    }

    public static StorageConnection Parse(string connectionString)
    {
        var text = SlashAfterTables().Replace(connectionString, "");
        var connection = new StorageConnection
        {
            Tables = options => new(text, options),
            Queues = options => new(text, options),
            Blobs = options => new(text, options),
            SignIn = text.Contains("SharedAccessSignature=", StringComparison.OrdinalIgnoreCase) ? StorageSignIn.SharedAccess : StorageSignIn.Key,
        };
        return connection.IsUsable()
            ? connection
            : throw new InvalidOperationException(
                $"{Setting} is not a connection string of a storage account. It should read Name=value;Name=value, with AccountName and AccountKey, or SharedAccessSignature, or UseDevelopmentStorage=true: copy it again from the portal.");
    }

    public static StorageConnection With(TokenCredential credential, Uri tables, Uri queues, Uri blobs, HttpPipelineTransport? transport = null) => new()
    {
        Tables = options => new(tables, credential, options),
        Queues = options => new(queues, credential, options),
        Blobs = options => new(blobs, credential, options),
        SignIn = StorageSignIn.Identity,
        Transport = transport,
    };

    private static StorageConnection FromIdentity(IConfigurationSection section, IConfigurationSection own)
    {
        var account = section["accountName"];
        Uri Endpoint(string name, string host, string? apart = null) => (apart is null ? null : own[apart], section[name], account) switch
        {
            ({ Length: > 0 } uri, _, _) => Address($"Outreach__{apart}", uri),
            (_, { Length: > 0 } uri, _) => Address($"{Setting}__{name}", uri),
            (_, _, { Length: > 0 }) => Address($"{Setting}__accountName", $"https://{account}.{host}.core.windows.net"),
            _ => throw new InvalidOperationException($"{Setting}__{name} is missing (or {Setting}__accountName, which stands for all three services)."),
        };
        return With(Credential(section), Endpoint("tableServiceUri", "table", OwnTables), Endpoint("queueServiceUri", "queue"), Endpoint("blobServiceUri", "blob", OwnBlobs));
    }

    /// <summary>Without a word about the credential the Functions host tries what the machine offers; so do we.</summary>
    internal static TokenCredential Credential(IConfigurationSection section)
    {
        var clientId = section["clientId"] is { Length: > 0 } id ? id : null;
        var resource = section["managedIdentityResourceId"] is { Length: > 0 } path ? new ResourceIdentifier(path) : null;
        return section["credential"]?.ToLowerInvariant() switch
        {
            "managedidentity" => new ManagedIdentityCredential(
                clientId is not null ? ManagedIdentityId.FromUserAssignedClientId(clientId)
                : resource is not null ? ManagedIdentityId.FromUserAssignedResourceId(resource)
                : ManagedIdentityId.SystemAssigned),
            null or "" => new DefaultAzureCredential(clientId is null
                ? new DefaultAzureCredentialOptions { ManagedIdentityResourceId = resource }
                : new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId }),
            _ => throw new InvalidOperationException($"{Setting}__credential must be 'managedidentity' or absent."),
        };
    }

    /// <summary>The clients say themselves what they cannot use, though quoting it.</summary>
    private bool IsUsable()
    {
        try
        {
            return Tables(new()).Uri is not null && Queues(new()).Uri is not null && Blobs(new()).Uri is not null;
        }
        catch (Exception unusable) when (unusable is FormatException or InvalidOperationException or ArgumentException or UriFormatException)
        {
            return false;
        }
    }

    private static Uri Address(string what, string text) =>
        Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? uri
            : throw new InvalidOperationException($"{what} is not an http(s) address.");

    // The table client would write a second one.
    [GeneratedRegex(@"(?<=TableEndpoint=[^;]*)/+(?=;|$)", RegexOptions.IgnoreCase)]
    private static partial Regex SlashAfterTables();
}
