using System.Data.Common;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>
/// Where the storage account is and how we sign in, from the settings the Functions host uses itself: <c>AzureWebJobsStorage</c> as a
/// connection string with a key, or <c>AzureWebJobsStorage__*</c> with an identity. A class, not a record: it must not print its key.
/// </summary>
internal sealed class StorageConnection
{
    private const string Setting = "AzureWebJobsStorage";

    // Published by Microsoft with the emulator; opens nothing but an emulator.
    private const string DevelopmentAccount = "devstoreaccount1";
    internal const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string[] IdentitySettings =
        ["accountName", "blobServiceUri", "queueServiceUri", "tableServiceUri", "credential", "clientId"];

    public required Uri Tables { get; init; }

    public required Uri Queues { get; init; }

    public required Uri Blobs { get; init; }

    /// <summary>Set when requests are signed with the account's key; otherwise <see cref="Credential"/> is.</summary>
    public AccountKey? Key { get; init; }

    public TokenCredential? Credential { get; init; }

    /// <summary>The way to the service, when it is not the plain network.</summary>
    public HttpPipelineTransport? Transport { get; init; }

    /// <summary>Null when no storage account is named at all.</summary>
    /// <exception cref="InvalidOperationException">The settings are incomplete or contradict each other; the message names them, never a value.</exception>
    public static StorageConnection? Read(IConfiguration configuration)
    {
        var text = configuration[Setting];
        var section = configuration.GetSection(Setting);
        var identity = Array.Find(IdentitySettings, name => !string.IsNullOrWhiteSpace(section[name]));
        if (string.IsNullOrWhiteSpace(text))
            return identity is null ? null : FromIdentity(section);

        // The Functions host would take the connection string without a word and never use the identity.
        return identity is null
            ? Parse(text)
            : throw new InvalidOperationException(
                $"{Setting} holds a connection string and {Setting}__{identity} is set too. Remove {Setting} to sign in with an identity, or remove all {Setting}__ settings to sign in with the key.");
    }

    public static StorageConnection Parse(string connectionString)
    {
        var parts = Split(connectionString);
        if (parts.GetValueOrDefault("UseDevelopmentStorage") is { } development && bool.TryParse(development, out var use) && use)
            return Development();
        if (!parts.TryGetValue("AccountName", out var account) || !parts.TryGetValue("AccountKey", out var key))
            throw new InvalidOperationException(
                $"{Setting} needs AccountName and AccountKey (a shared access signature is not supported), or UseDevelopmentStorage=true.");

        var scheme = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = parts.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        Uri Endpoint(string name, string host) =>
            Address($"the {name} in {Setting}", parts.GetValueOrDefault(name) ?? $"{scheme}://{account}.{host}.{suffix}");
        return new()
        {
            Tables = Endpoint("TableEndpoint", "table"),
            Queues = Endpoint("QueueEndpoint", "queue"),
            Blobs = Endpoint("BlobEndpoint", "blob"),
            Key = AccountKey.Parse(account, key),
        };
    }

    private static StorageConnection Development() => new()
    {
        Tables = new($"http://127.0.0.1:10002/{DevelopmentAccount}"),
        Queues = new($"http://127.0.0.1:10001/{DevelopmentAccount}"),
        Blobs = new($"http://127.0.0.1:10000/{DevelopmentAccount}"),
        Key = AccountKey.Parse(DevelopmentAccount, DevelopmentKey),
    };

    private static StorageConnection FromIdentity(IConfigurationSection section)
    {
        var account = section["accountName"];
        Uri Endpoint(string name, string host) => (section[name], account) switch
        {
            ({ Length: > 0 } uri, _) => Address($"{Setting}__{name}", uri),
            (_, { Length: > 0 }) => Address($"{Setting}__accountName", $"https://{account}.{host}.core.windows.net"),
            _ => throw new InvalidOperationException($"{Setting}__{name} is missing (or {Setting}__accountName, which stands for all three services)."),
        };
        return new()
        {
            Tables = Endpoint("tableServiceUri", "table"),
            Queues = Endpoint("queueServiceUri", "queue"),
            Blobs = Endpoint("blobServiceUri", "blob"),
            Credential = SignIn(section["credential"], section["clientId"]),
        };
    }

    // Without a word about the credential the Functions host tries what the machine offers; so do we.
    private static TokenCredential SignIn(string? credential, string? clientId) => credential?.ToLowerInvariant() switch
    {
        "managedidentity" => new ManagedIdentityCredential(string.IsNullOrWhiteSpace(clientId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(clientId)),
        null or "" => new DefaultAzureCredential(),
        _ => throw new InvalidOperationException($"{Setting}__credential must be 'managedidentity' or absent."),
    };

    private static Dictionary<string, string> Split(string connectionString)
    {
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return builder.Keys.Cast<string>().ToDictionary(key => key, key => (string)builder[key], StringComparer.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            throw new InvalidOperationException($"{Setting} is no connection string: it should read Name=value;Name=value.");
        }
    }

    private static Uri Address(string what, string text) =>
        Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? uri
            : throw new InvalidOperationException($"{what} is no http(s) address.");
}
