using System.Globalization;
using Outreach.Contacts;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Texts;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Functions.Adapters;

/// <summary>Reads what an operator sets once for an installation.</summary>
internal static class InstallationSettings
{
    /// <exception cref="InvalidOperationException">Names the setting that is missing or wrong.</exception>
    public static Settings Read(IConfiguration configuration, Launch launch)
    {
        var section = configuration.GetSection("Outreach");
        _ = SmsPrice.Of(configuration);
        return new Settings
        {
            BaseUrl = BaseUrl(section["BaseUrl"], launch) ?? AddressOf(configuration[WebHostDefaults.ServerUrlsKey]),
            Zone = ZoneOf(configuration),
            DefaultCountry = section["DefaultCountry"] ?? CountryRules.UsualDefault,
            AllowedCountries = section["AllowedCountries"] ?? CountryRules.UsualAllowed,
            MessagesPerDay = MessagesPerDay(section["MessagesPerDay"]),
            SmsNumber = TwilioOptions.Read(configuration)?.From,
        };
    }

    private static Uri? BaseUrl(string? text, Launch launch) => text switch
    {
        null or "" when launch.OnFunctions => throw new InvalidOperationException("Outreach__BaseUrl is not set: without it no link leads residents to this site. Give it the address where they find it, such as https://uitnodiging.example.org."),
        null or "" => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) => url,
        _ => throw new InvalidOperationException($"Outreach__BaseUrl is not a web address: '{text}'. Write it as https://uitnodiging.example.org."),
    };

    private static int MessagesPerDay(string? text) => text is null or "" ? Settings.UsualMessagesPerDay
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= Spending.Min and <= Spending.Max ? most
        : throw new InvalidOperationException($"Outreach__MessagesPerDay is a number from {Spending.Min} to {Spending.Max}, not '{text}'.");

    /// <exception cref="InvalidOperationException">This machine does not know it.</exception>
    public static TimeZoneInfo ZoneOf(IConfiguration configuration) => (configuration["Outreach:TimeZone"] ?? "Europe/Amsterdam") is var id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
        ? zone
        : throw new InvalidOperationException($"Outreach__TimeZone is not a time zone that this machine knows: '{id}'. Write it as Europe/Amsterdam.");

    /// <summary>Where this machine itself finds the program: links work there as long as nobody has said where others find it.</summary>
    /// <param name="urls">What it listens on; a port that the system is to choose is not known yet.</param>
    private static Uri AddressOf(string? urls)
    {
        var bound = urls is { Length: > 0 } ? BindingAddress.Parse(urls.Split(';')[0]) : null;
        return bound is null or { Port: 0 } or { IsUnixPipe: true }
            ? new Uri($"http://127.0.0.1:{Serve.DefaultPort}")
            : new UriBuilder(bound.Scheme, bound.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "127.0.0.1" : bound.Host, bound.Port).Uri;
    }
}
