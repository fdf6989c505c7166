namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>
/// Before anything is served the database is read through, so that a damaged one is refused while the last backup is still fresh; then the folder is marked as used.
/// </summary>
internal sealed class StoreAtStart(SqliteStore store, StoreHealth health) : IHostedLifecycleService
{
    /// <exception cref="StoreUnavailableException">The database is damaged, gone or empty.</exception>
    public Task StartingAsync(CancellationToken cancellationToken) => health.CheckWholeAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        store.MarkAsUsed();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
