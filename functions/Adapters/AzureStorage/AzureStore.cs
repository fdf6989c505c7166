using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.AzureStorage;

internal static class AzureStore
{
    /// <summary>Tables, queues and blobs in the account that <c>AzureWebJobsStorage</c> names.</summary>
    /// <exception cref="InvalidOperationException">No account is named, or the settings contradict each other.</exception>
    public static IServiceCollection AddAzureStore(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = StorageConnection.Read(configuration)
            ?? throw new InvalidOperationException("No storage account is named: set AzureWebJobsStorage, or AzureWebJobsStorage__accountName to sign in with an identity.");
        return services.AddAzureStore(connection, new StorageRetries());
    }

    public static IServiceCollection AddAzureStore(this IServiceCollection services, StorageConnection connection, StorageRetries retries)
    {
        T Prepared<T>(T options, StorageKind kind, IServiceProvider provider)
            where T : ClientOptions
        {
            options.Transport = connection.Transport ?? options.Transport;
            options.Retry.NetworkTimeout = retries.Timeout;
            options.RetryPolicy = new RetryPolicy(retries.Tries - 1, retries.Delays);
            options.AddPolicy(new TellRefusals(kind, connection.SignIn), HttpPipelinePosition.PerCall);
            options.AddPolicy(new CountTries(kind, provider.GetRequiredService<StorageTransactions>()), HttpPipelinePosition.PerRetry);
            return options;
        }

        // Not the newest protocol: an emulator refuses what is newer than itself, and nothing newer is needed.
        return services
            .AddSingleton<StorageTransactions>()
            .AddSingleton<ITables>(provider => new AzureTables(
                connection.Tables(Prepared(new TableClientOptions(), StorageKind.Tables, provider)), retries, connection.SignIn))
            .AddSingleton<IQueues>(provider => new AzureQueues(
                connection.Queues(Prepared(new QueueClientOptions(QueueClientOptions.ServiceVersion.V2021_12_02), StorageKind.Queues, provider))))
            .AddSingleton<IBlobs>(provider => new AzureBlobs(
                connection.Blobs(Prepared(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2021_12_02), StorageKind.Blobs, provider))));
    }
}

/// <summary>How often and how slowly a request is repeated. The defaults give up after 8 tries in about a minute.</summary>
internal sealed record StorageRetries
{
    public int Tries { get; init; } = 8;

    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(0.4);

    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Per try. The services themselves give up after 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longer each time, with jitter, and at least as long as the service asks for.</summary>
    public DelayStrategy Delays => DelayStrategy.CreateExponentialDelayStrategy(FirstDelay, MaxDelay);
}
