using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.Sqlite;

internal static class EmbeddedStore
{
    /// <summary>Tables, queues and blobs in a folder of this machine. It is opened on first use, and closed with the container.</summary>
    public static IServiceCollection AddEmbeddedStore(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new SqliteStore(dataFolder));
        services.AddSingleton<ITables, SqliteTables>();
        services.AddSingleton<IQueues, SqliteQueues>();
        services.AddSingleton<IBlobs>(_ => new FileBlobs(dataFolder));
        services.AddSingleton(sp => new StoreHealth(sp.GetRequiredService<SqliteStore>(), () => new DriveInfo(Path.GetFullPath(dataFolder)).AvailableFreeSpace, TimeProvider.System));
        services.AddHealthChecks().Add(new HealthCheckRegistration("store", sp => sp.GetRequiredService<StoreHealth>(), null, null));
        return services;
    }
}
