using System.Security.Cryptography;
using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Adapters.SendGrid;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Messages;
using Outreach.Storage;

namespace Outreach.Functions.Adapters;

/// <summary>Chooses what stands behind each port, by the settings and by how the process was started.</summary>
internal static class AdaptersSetup
{
    private const int HashKeyBytes = 32;

    public static void AddAdapters(this IServiceCollection services, IConfiguration configuration, Launch launch)
    {
        services.AddSingleton(ReadSettings(configuration));
        if (StorageConnection.Read(configuration) is not null)
            services.AddAzureStore(configuration);
        else if (launch.OnFunctions)
            throw new InvalidOperationException("AzureWebJobsStorage__blobServiceUri, __queueServiceUri and __tableServiceUri (or AzureWebJobsStorage__accountName) are not set: on Azure Functions the data needs a storage account.");
        else
            services.AddEmbeddedStore(launch.DataDirectory).AddHostedService(_ => new FolderLock(launch.DataDirectory));

        services.AddSingleton(sp => new ContactHasher(HashKey(configuration, launch)));
        AddProviders(services, configuration, launch);
    }

    /// <summary>A provider without settings is replaced by the local outbox, loudly, and only standalone.</summary>
    private static void AddProviders(IServiceCollection services, IConfiguration configuration, Launch launch)
    {
        var (hasSms, hasEmail) = (services.AddTwilio(configuration), services.AddSendGrid(configuration));
        if (launch.OnFunctions && !hasSms)
            throw new InvalidOperationException("Twilio__AccountSid is not set: on Azure Functions SMS needs Twilio.");
        if (launch.OnFunctions && !hasEmail)
            throw new InvalidOperationException("SendGrid__ApiKey is not set: on Azure Functions e-mail needs SendGrid.");
        if (!hasSms || !hasEmail)
        {
            services.AddSingleton<LocalOutbox.LocalOutbox>();
            services.AddHostedService(sp => new LocalOutboxNotice(hasSms, hasEmail, sp.GetRequiredService<ILogger<LocalOutboxNotice>>()));
        }

        services.AddSingleton(sp => new Senders(
            hasSms ? sp.GetRequiredService<ISmsSender>() : sp.GetRequiredService<LocalOutbox.LocalOutbox>(),
            hasEmail ? sp.GetRequiredService<IEmailSender>() : sp.GetRequiredService<LocalOutbox.LocalOutbox>()));
    }

    private static Settings ReadSettings(IConfiguration configuration)
    {
        var section = configuration.GetSection("Outreach");
        return new Settings
        {
            BaseUrl = section["BaseUrl"] is { Length: > 0 } url ? new Uri(url) : AddressOf(configuration[WebHostDefaults.ServerUrlsKey]),
            Zone = TimeZoneInfo.FindSystemTimeZoneById(section["TimeZone"] ?? "Europe/Amsterdam"),
            DefaultCountry = section["DefaultCountry"] ?? "NL",
            AllowedCountries = section["AllowedCountries"] ?? "NL BE DE",
            SmsNumber = TwilioOptions.Read(configuration)?.From,
        };
    }

    /// <summary>Where this machine itself finds the program: links work there as long as nobody has said where others find it.</summary>
    /// <param name="urls">What it listens on; a port that the system is to choose is not known yet.</param>
    private static Uri AddressOf(string? urls)
    {
        var bound = urls is { Length: > 0 } ? BindingAddress.Parse(urls.Split(';')[0]) : null;
        return bound is null or { Port: 0 } or { IsUnixPipe: true }
            ? new Uri($"http://127.0.0.1:{Serve.DefaultPort}")
            : new UriBuilder(bound.Scheme, bound.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "127.0.0.1" : bound.Host, bound.Port).Uri;
    }

    /// <summary>
    /// The secret behind every suppression. A small machine that was given none makes its own once and keeps it beside its data, as text: it can be carried over
    /// to <c>Outreach__HashKey</c> when the group moves.
    /// </summary>
    private static byte[] HashKey(IConfiguration configuration, Launch launch)
    {
        if (configuration["Outreach:HashKey"] is { Length: > 0 } given)
        {
            return given.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal)
                ? throw new InvalidOperationException("Outreach__HashKey could not be read from the Key Vault. Check that the identity may read its secrets.")
                : Hash(given);
        }

        if (launch.OnFunctions)
            throw new InvalidOperationException("Outreach__HashKey is not set. Without it opt-outs could not be kept: give it a long random text, and never change it.");
        var file = Path.Combine(launch.DataDirectory, "hash.key");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(launch.DataDirectory);
            File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(HashKeyBytes)));
        }

        return Hash(File.ReadAllText(file).Trim());
    }

    private static byte[] Hash(string text) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text));
}
