using System.Globalization;
using Outreach.Contacts;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>Settings of section <c>Twilio</c>. A class, not a record: a record would print its secrets.</summary>
internal sealed class TwilioOptions
{
    // One long number takes about one SMS a second, a Messaging Service spreads over a pool.
    private const double NumberPace = 1;
    private const double ServicePace = 10;

    public required string AccountSid { get; init; }

    /// <summary>Signs the webhooks, also when sending uses an API key.</summary>
    public required string AuthToken { get; init; }

    public string? ApiKeySid { get; init; }

    public string? ApiKeySecret { get; init; }

    /// <summary>A number that can receive; required unless there is a Messaging Service.</summary>
    public PhoneNumber? From { get; init; }

    public string? MessagingServiceSid { get; init; }

    public Uri BaseUrl { get; init; } = new("https://api.twilio.com");

    /// <summary>Our own public address, under which Twilio calls the webhooks.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Messages a second that this process hands over; 0 = no limit.</summary>
    public double Pace { get; init; } = NumberPace;

    public CountryRules Countries { get; init; } = CountryRules.Dutch;

    /// <summary>Null when nothing is set under <c>Twilio</c>.</summary>
    /// <exception cref="InvalidOperationException">Names the setting that is missing or wrong.</exception>
    public static TwilioOptions? Read(IConfiguration configuration)
    {
        var twilio = configuration.GetSection("Twilio");
        if (!twilio.GetChildren().Any(setting => !string.IsNullOrWhiteSpace(setting.Value)))
            return null;

        var settings = new ProviderSettings(configuration);
        var service = settings.Optional("Twilio:MessagingServiceSid");
        return new()
        {
            AccountSid = settings.Required("Twilio:AccountSid"),
            AuthToken = settings.Required("Twilio:AuthToken"),
            ApiKeySid = settings.Optional("Twilio:ApiKeySid"),
            ApiKeySecret = settings.Optional("Twilio:ApiKeySid") is null ? null : settings.Required("Twilio:ApiKeySecret"),
            From = ReadNumber(service is null ? settings.Required("Twilio:From") : settings.Optional("Twilio:From")),
            MessagingServiceSid = service,
            BaseUrl = settings.Url("Twilio:BaseUrl") ?? new("https://api.twilio.com"),
            PublicUrl = settings.Url("Outreach:BaseUrl") ?? throw ProviderSettings.Missing("Outreach:BaseUrl"),
            Pace = ReadPace(settings.Optional("Twilio:Pace"), service is null ? NumberPace : ServicePace),
            Countries = ReadCountries(settings),
        };
    }

    /// <summary>The reference comes back in the query, which Twilio's signature covers.</summary>
    public string StatusCallback(string reference) =>
        $"{PublicUrl.AbsoluteUri.TrimEnd('/')}/hooks/twilio/status?ref={Uri.EscapeDataString(reference)}";

    private static PhoneNumber? ReadNumber(string? text) =>
        text is null ? null
        : text is ['+', .. { Length: >= 7 and <= 15 } digits] && digits.All(char.IsAsciiDigit) ? new(text)
        : throw new InvalidOperationException("Twilio__From is a number such as +31970…: a name cannot receive answers.");

    private static double ReadPace(string? text, double standard) =>
        text is null ? standard
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var pace) && pace >= 0 ? pace
        : throw new InvalidOperationException("Twilio__Pace is a number of messages a second, 0 for no limit.");

    private static CountryRules ReadCountries(ProviderSettings settings)
    {
        var rules = new CountryRules(settings.Optional("Outreach:DefaultCountry") ?? CountryRules.UsualDefault, settings.Optional("Outreach:AllowedCountries") ?? CountryRules.UsualAllowed);
        return rules.Unknown.FirstOrDefault() is { } unknown
            ? throw new InvalidOperationException($"Outreach__AllowedCountries: '{unknown}' is not a country that SMS can be sent to; use codes such as NL, BE, DE.")
            : rules;
    }
}
