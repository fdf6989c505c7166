using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>What the service answered instead of success. <see cref="Index"/> is the operation of a batch that it names.</summary>
internal readonly record struct StorageError(int Status, string Code, string Detail, int Index = 0)
{
    /// <summary>The header first: the body may be XML even where JSON was asked for, or missing.</summary>
    public static StorageError Of(Response response)
    {
        var body = response.Content.ToString();
        var error = body.StartsWith('{') ? OfJson(response.Status, body) : OfXml(response.Status, body);
        return response.Headers.TryGetValue("x-ms-error-code", out var code) && code.Length > 0 ? error with { Code = code } : error;
    }

    /// <summary>A message of a batch begins with the 0-based number of the operation: "1:The specified entity already exists."</summary>
    public static StorageError OfJson(int status, string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var error = json.RootElement.GetProperty("odata.error");
            var text = error.GetProperty("message").GetProperty("value").GetString() ?? "";
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var numbered = int.TryParse(text.AsSpan(0, Math.Max(colon, 0)), out var index);
            return new(status, error.GetProperty("code").GetString() ?? "", FirstLine(numbered ? text[(colon + 1)..] : text), index);
        }
        catch (Exception unexpected) when (unexpected is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new(status, "", "");
        }
    }

    private static StorageError OfXml(int status, string body)
    {
        try
        {
            var error = XElement.Parse(body);
            return new(status, Value(error, "Code"), FirstLine(Value(error, "Message")));
        }
        catch (XmlException)
        {
            return new(status, "", "");
        }
    }

    private static string Value(XElement error, string name) =>
        error.Elements().FirstOrDefault(element => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}

/// <summary>The storage account refused a request for good, or could not be reached. Says what to do where an operator can do something.</summary>
internal sealed class StorageException(string message, int status, string code, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>0 when there was no answer.</summary>
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static StorageException NoToken(StorageKind kind, Exception inner) => new(
        $"No sign-in to {Name(kind)}: this machine offers no identity. Switch on the managed identity of the app (and set AzureWebJobsStorage__clientId for a user-assigned one).",
        0, "NoToken", inner);

    public static StorageException Unreachable(StorageKind kind, string host, Exception inner) =>
        new($"{Name(kind)} at {host} gave no answer after several tries.", 0, "Unreachable", inner);

    public static StorageException Of(StorageKind kind, StorageError error, bool signsWithKey, DateTimeOffset? serviceTime) =>
        new($"{Name(kind)} answered {error.Status} {error.Code}. {Advice(kind, error, signsWithKey, serviceTime)}".TrimEnd(), error.Status, error.Code);

    private static string Advice(StorageKind kind, StorageError error, bool signsWithKey, DateTimeOffset? serviceTime) => error.Code switch
    {
        "AuthorizationPermissionMismatch" =>
            $"The identity lacks a role: give it '{Role(kind)}' on the storage account and wait some minutes.",
        "KeyBasedAuthenticationNotPermitted" =>
            "The account takes no keys: set AzureWebJobsStorage__accountName and AzureWebJobsStorage__credential=managedidentity instead of the connection string.",
        "AuthenticationFailed" when signsWithKey && IsSkewed(serviceTime) =>
            "This machine's clock is more than 10 minutes off: set it right.",
        "AuthenticationFailed" or "InvalidAuthenticationInfo" or "NoAuthenticationInformation" => signsWithKey
            ? "The account key is wrong or was renewed: copy the connection string again. If it is right, check this machine's clock."
            : "The account does not take this identity's token: check that account and identity are of one tenant, and this machine's clock.",
        "AuthorizationFailure" => signsWithKey
            ? "The account key is wrong, or the account's firewall does not let this machine in."
            : "The account's firewall does not let this machine in.",
        // An authentication error quotes the signature it got, so its text is never repeated; others help to find the cause.
        _ => error.Status is 401 or 403 ? "" : error.Detail,
    };

    private static bool IsSkewed(DateTimeOffset? serviceTime) =>
        serviceTime is { } there && (there - TimeProvider.System.GetUtcNow()).Duration() > TimeSpan.FromMinutes(10);

    private static string Name(StorageKind kind) => kind switch
    {
        StorageKind.Tables => "The table service",
        StorageKind.Queues => "The queue service",
        _ => "The blob service",
    };

    private static string Role(StorageKind kind) => kind switch
    {
        StorageKind.Tables => "Storage Table Data Contributor",
        StorageKind.Queues => "Storage Queue Data Contributor",
        _ => "Storage Blob Data Contributor",
    };
}
