using System.Text.RegularExpressions;
using Azure;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>The storage account refused a request for good, or could not be reached. Says what to do where an operator can do something.</summary>
internal sealed partial class StorageException(string message, int status, string code, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>0 when there was no answer.</summary>
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static StorageException NoToken(StorageKind kind, Exception inner) => new(
        $"No sign-in to {Name(kind)}: this machine offers no identity. Switch on the managed identity of the app (and set AzureWebJobsStorage__clientId for a user-assigned one).",
        0, "NoToken", inner);

    public static StorageException Unreachable(StorageKind kind, string host, Exception inner) =>
        new($"{Name(kind)} at {host} gave no answer after several tries.", 0, "Unreachable", inner);

    public static StorageException Of(StorageKind kind, RequestFailedException refused, StorageSignIn signIn)
    {
        var code = refused.ErrorCode ?? CodeInXml(refused);
        return new($"{Name(kind)} answered {refused.Status} {code}. {Advice(kind, refused, code, signIn)}".TrimEnd(), refused.Status, code);
    }

    private static string Advice(StorageKind kind, RequestFailedException refused, string code, StorageSignIn signIn) => code switch
    {
        "AuthorizationPermissionMismatch" or "AuthorizationServiceMismatch" or "AuthorizationResourceTypeMismatch" when signIn is StorageSignIn.SharedAccess =>
            "The shared access signature does not allow this: make one that allows tables, queues and blobs, with all permissions on service, container and object.",
        "AuthorizationPermissionMismatch" =>
            $"The identity lacks a role: give it '{Role(kind)}' on the storage account and wait some minutes.",
        "KeyBasedAuthenticationNotPermitted" =>
            "The account does not accept keys: set AzureWebJobsStorage__accountName and AzureWebJobsStorage__credential=managedidentity instead of the connection string.",
        "AuthenticationFailed" when signIn is not StorageSignIn.Identity && IsSkewed(refused) =>
            "This machine's clock is more than 10 minutes off: set it right.",
        "AuthenticationFailed" or "InvalidAuthenticationInfo" or "NoAuthenticationInformation" => signIn switch
        {
            StorageSignIn.Key => "The account key is wrong or was renewed: copy the connection string again. If it is right, check this machine's clock.",
            StorageSignIn.SharedAccess => "The shared access signature is wrong or has expired: make a new one. If it is right, check this machine's clock.",
            _ => "The account does not take this identity's token: check that account and identity are of one tenant, and this machine's clock.",
        },
        "AuthorizationFailure" => signIn is StorageSignIn.Identity
            ? "The account's firewall does not let this machine in."
            : "The account key is wrong, or the account's firewall does not let this machine in.",
        // An authentication error quotes the signature it got, so its text is never repeated; others help to find the cause.
        _ => refused.Status is 401 or 403 ? "" : FirstLine().Match(refused.Message).Groups["text"].Value,
    };

    /// <summary>A table service may refuse a sign-in in XML although JSON was asked for, which its client does not read.</summary>
    private static string CodeInXml(RequestFailedException refused) =>
        refused.GetRawResponse() is { ContentStream: MemoryStream } response ? XmlCode().Match(response.Content.ToString()).Groups["code"].Value : "";

    // In a transaction after the number of the operation: "1:The specified entity already exists."
    [GeneratedRegex(@"\A(\d+:)?(?<text>.*)")]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"<Code>(?<code>\w+)</Code>", RegexOptions.IgnoreCase)]
    private static partial Regex XmlCode();

    private static bool IsSkewed(RequestFailedException refused) =>
        refused.GetRawResponse()?.Headers.Date is { } there && (there - TimeProvider.System.GetUtcNow()).Duration() > TimeSpan.FromMinutes(10);

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
