using System.Security.Cryptography;
using Outreach.Contacts;

namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>Settings of section <c>SendGrid</c>. A class, not a record: a record would print its secrets.</summary>
internal sealed class SendGridOptions
{
    public required string ApiKey { get; init; }

    public required EmailAddress From { get; init; }

    /// <summary>The domain whose mail SendGrid hands to us. Null: answers go to <see cref="From"/>, where only people read them.</summary>
    public string? ReplyDomain { get; init; }

    /// <summary>Base64 of the public key that the event webhook shows. Null: no delivery reports.</summary>
    public string? EventPublicKey { get; init; }

    /// <summary>The last part of the inbound webhook's address. Null: no answers by e-mail.</summary>
    public string? InboundSecret { get; init; }

    public Uri BaseUrl { get; init; } = new("https://api.sendgrid.com");

    public string MessageIdDomain => ReplyDomain ?? From.Value[(From.Value.LastIndexOf('@') + 1)..];

    /// <summary>Null when nothing is set under <c>SendGrid</c>.</summary>
    /// <exception cref="InvalidOperationException">Names the setting that is missing or wrong.</exception>
    public static SendGridOptions? Read(IConfiguration configuration)
    {
        var sendGrid = configuration.GetSection("SendGrid");
        if (!sendGrid.GetChildren().Any(setting => !string.IsNullOrWhiteSpace(setting.Value)))
            return null;

        var settings = new ProviderSettings(configuration);
        return new()
        {
            ApiKey = settings.Required("SendGrid:ApiKey"),
            From = new(settings.Required("SendGrid:From").ToLowerInvariant()),
            ReplyDomain = settings.Optional("SendGrid:ReplyDomain")?.ToLowerInvariant(),
            EventPublicKey = settings.Optional("SendGrid:EventPublicKey") is { } key ? CheckKey(key) : null,
            InboundSecret = settings.Optional("SendGrid:InboundSecret"),
            BaseUrl = settings.Url("SendGrid:BaseUrl") ?? new("https://api.sendgrid.com"),
        };
    }

    private static string CheckKey(string key)
    {
        try
        {
            using var ecdsa = SendGridSignature.Import(key);
            return key;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw new InvalidOperationException("SendGrid__EventPublicKey is not a public key: copy it again from the settings of the event webhook.", e);
        }
    }
}
