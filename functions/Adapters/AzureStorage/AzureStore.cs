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
        StoragePipeline Pipeline(IServiceProvider provider, StorageKind kind) =>
            new(kind, connection, retries, provider.GetRequiredService<StorageTransactions>());
        return services
            .AddSingleton<StorageTransactions>()
            .AddSingleton<ITables>(provider => new AzureTables(Pipeline(provider, StorageKind.Tables)))
            .AddSingleton<IQueues>(provider => new AzureQueues(Pipeline(provider, StorageKind.Queues)))
            .AddSingleton<IBlobs>(provider => new AzureBlobs(Pipeline(provider, StorageKind.Blobs)));
    }
}
