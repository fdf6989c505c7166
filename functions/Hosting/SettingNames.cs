namespace Outreach.Functions.Hosting;

/// <param name="Name">The environment variable.</param>
/// <param name="What">One line for an operator; it is also in docs/operating.md.</param>
internal sealed record Setting(string Name, string What)
{
    /// <summary>Never in a file or a log; on Azure a reference to Key Vault.</summary>
    public bool IsSecret { get; init; }
}

/// <summary>Every setting there is. The deployment and the operator's manual are held against this list.</summary>
internal static class SettingNames
{
    /// <summary>Without one of these nothing starts on Azure Functions.</summary>
    public static readonly IReadOnlyList<Setting> RequiredOnFunctions =
    [
        new("AzureWebJobsStorage__blobServiceUri", "Address of the Blob service, for files and for the Functions host."),
        new("AzureWebJobsStorage__queueServiceUri", "Address of the Queue service."),
        new("AzureWebJobsStorage__tableServiceUri", "Address of the Table service."),
        new("AzureWebJobsStorage__credential", "managedidentity: sign in to storage as the site itself, without a key."),
        new("AzureWebJobsStorage__clientId", "Which identity, when it is a user-assigned one (`AzureWebJobsStorage__managedIdentityResourceId` names it by its resource id instead)."),
        new("Outreach__BaseUrl", "Where residents find us, as it stands in every link; the webhooks are checked against it."),
        new("Outreach__HashKey", "A long random text that hashes phone numbers and addresses. Never change it: opt-outs could no longer be recognised.") { IsSecret = true },
        new("Twilio__AccountSid", "The Twilio account (AC…)."),
        new("Twilio__AuthToken", "Primary auth token of the Twilio account; also checks the signature of its webhooks.") { IsSecret = true },
        new("SendGrid__ApiKey", "SendGrid key that may send mail.") { IsSecret = true },
        new("SendGrid__From", "Address that e-mail comes from; its domain is authenticated in SendGrid."),
    ];

    public static readonly IReadOnlyList<Setting> Optional =
    [
        new("Outreach__TableServiceUri", "Address of the Table service of another account, which keeps what we hold of people apart from the Functions host's own."),
        new("Outreach__BlobServiceUri", "The same for the Blob service."),
        new("Outreach__TimeZone", "Time zone of meetings and sending hours (Europe/Amsterdam)."),
        new("Outreach__DefaultCountry", "Country of phone numbers that are written without one (NL)."),
        new("Outreach__AllowedCountries", "Countries that SMS may go to (NL BE DE)."),
        new("Outreach__GroupName", "Name of the first group when it is made."),
        new("Outreach__ApiKey", "Makes a first API key for group default.") { IsSecret = true },
        new("Outreach__Organisers__0", "E-mail address of an owner of group default, who invites the others; __1, __2 for more."),
        new("Outreach__Oidc__Authority", "Address of an OpenID Connect provider, such as https://login.microsoftonline.com/TENANT/v2.0: people of a group can then sign in with their work account."),
        new("Outreach__Oidc__ClientId", "What this site is called at that provider."),
        new("Outreach__Oidc__ClientSecret", "The secret of this site at that provider.") { IsSecret = true },
        new("Outreach__Oidc__Only", "true: the work account is the only way to sign in, and no links are mailed (false)."),
        new("Outreach__Proxies", "Number of reverse proxies in front of the program; the visitor's address is read from the header they set (0; 1 on Azure Functions)."),
        new("Outreach__PagesPerMinute", "Pages with a code that one address may open in a minute (300)."),
        new("Outreach__WrongCodesInTenMinutes", "Wrong codes that one address may try in ten minutes among those that begin alike (30); five times as many over all."),
        new("Outreach__WrongKeysInTenMinutes", "Wrong API keys that one address may try in ten minutes (30)."),
        new("Outreach__SignInsInTenMinutes", "Sign-ins that one address may try in ten minutes (20)."),
        new("Outreach__SignUpsPerDay", "Flyer sign-up forms that one network address may send in a day (20)."),
        new("Outreach__MessagesPerDay", "Messages that a group may send in a day, each part of an SMS counted; more waits for an owner, who may choose another number (25000)."),
        new("Outreach__SmsPrice", "Price of one SMS part, for the sum shown before sending (0.10)."),
        new("Twilio__From", "The number that SMS comes from, such as +3197…; letters say that residents can text to it. This or Twilio__MessagingServiceSid is needed."),
        new("Twilio__MessagingServiceSid", "A Messaging Service (MG…) that chooses the number."),
        new("Twilio__ApiKeySid", "Sends with an API key (SK…) in place of the auth token."),
        new("Twilio__ApiKeySecret", "Belongs to Twilio__ApiKeySid.") { IsSecret = true },
        new("Twilio__BaseUrl", "Another address of Twilio's API, for a region or a test (https://api.twilio.com)."),
        new("Twilio__Pace", "SMS a second that one process hands over; 0 for no limit (1 with a number, 10 with a Messaging Service)."),
        new("SendGrid__ReplyDomain", "Domain whose mail SendGrid hands to us: answers by e-mail. Without it they go to SendGrid__From."),
        new("SendGrid__EventPublicKey", "Public key of SendGrid's event webhook: delivery reports. Without it there are none."),
        new("SendGrid__InboundSecret", "Last part of the inbound webhook's address; goes with SendGrid__ReplyDomain.") { IsSecret = true },
        new("SendGrid__BaseUrl", "Another address of SendGrid's API, for a region or a test (https://api.sendgrid.com)."),
    ];

    /// <summary>Where an identity signs in, these must not be there; the deployment has none of them.</summary>
    public static readonly IReadOnlyList<Setting> ElsewhereOnly =
    [
        new("AzureWebJobsStorage", "Connection string with a key, for the storage emulator or a standalone server. Without it a standalone server keeps its own files.") { IsSecret = true },
        new("AzureWebJobsStorage__accountName", "Stands for the three addresses of a storage account, for a standalone server that signs in with an identity."),
    ];

    /// <summary>Read by the Functions host, and by the worker for its telemetry.</summary>
    public static readonly IReadOnlyList<Setting> OfTheHost =
    [
        new("APPLICATIONINSIGHTS_CONNECTION_STRING", "Where the Functions host and its worker send traces, metrics and logs."),
        new("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "As whom: the identity of the site."),
    ];

    public static IEnumerable<Setting> All => [.. RequiredOnFunctions, .. Optional, .. ElsewhereOnly, .. OfTheHost];
}
