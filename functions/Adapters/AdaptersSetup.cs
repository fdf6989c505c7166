using System.Security.Cryptography;
using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Functions.Hosting;
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
            throw new InvalidOperationException("AzureWebJobsStorage__accountName (or a connection string in AzureWebJobsStorage) is not set: on Azure Functions the data needs a storage account.");
        else
            services.AddEmbeddedStore(launch.DataDirectory);

        services.AddSingleton(sp => new ContactHasher(HashKey(configuration, launch)));
        services.AddSingleton<LocalOutbox.LocalOutbox>();
        services.AddSingleton(sp => new Senders(sp.GetRequiredService<LocalOutbox.LocalOutbox>(), sp.GetRequiredService<LocalOutbox.LocalOutbox>()));
    }

    private static Settings ReadSettings(IConfiguration configuration)
    {
        var section = configuration.GetSection("Outreach");
        return new Settings
        {
            BaseUrl = new Uri(section["BaseUrl"] is { Length: > 0 } url ? url : "http://127.0.0.1:7071"),
            Zone = TimeZoneInfo.FindSystemTimeZoneById(section["TimeZone"] ?? "Europe/Amsterdam"),
            DefaultCountry = section["DefaultCountry"] ?? "NL",
            AllowedCountries = section["AllowedCountries"] ?? "NL BE DE",
        };
    }

    /// <summary>
    /// The secret behind every suppression. A small machine that was given none makes its own once and keeps it beside its data, as a text: what moves to
    /// another installation needs it there as <c>Outreach__HashKey</c>.
    /// </summary>
    private static byte[] HashKey(IConfiguration configuration, Launch launch)
    {
        if (configuration["Outreach:HashKey"] is { Length: > 0 } given)
            return SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(given));
        if (launch.OnFunctions)
            throw new InvalidOperationException("Outreach__HashKey is not set. Without it opt-outs could not be kept: give it a long random text, and never change it.");
        var file = Path.Combine(launch.DataDirectory, "hash.key");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(launch.DataDirectory);
            File.WriteAllText(file, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HashKeyBytes)));
        }

        return SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(File.ReadAllText(file).Trim()));
    }
}
