using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Adapters.SendGrid;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Functions.Hosting;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Functions.Adapters;

/// <summary>Chooses what is behind each port, by the settings and by how the process was started.</summary>
internal static class AdaptersSetup
{
    public static void AddAdapters(this IServiceCollection services, IConfiguration configuration, Launch launch)
    {
        services.AddSingleton(InstallationSettings.Read(configuration, launch));
        if (StorageConnection.Read(configuration) is not null)
            services.AddAzureStore(configuration);
        else if (launch.OnFunctions)
            throw new InvalidOperationException("AzureWebJobsStorage__blobServiceUri, __queueServiceUri and __tableServiceUri (or AzureWebJobsStorage__accountName) are not set: on Azure Functions the data needs a storage account.");
        else
            services.AddEmbeddedStore(launch.DataDirectory).AddHostedService(_ => new FolderLock(launch.DataDirectory)).AddHostedService<StoreAtStart>();

        services.AddSingleton(sp => HashKey.Open(sp.GetRequiredService<ITables>(), configuration, launch)).AddHostedService<HashKeyMark>();
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
}
