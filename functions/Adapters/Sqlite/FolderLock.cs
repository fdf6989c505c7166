namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>
/// Held while a server runs on a data folder: a second one would fire the same timers and read the same queues. Chores run beside it. The system lets go
/// of it when the process ends, however that is.
/// </summary>
internal sealed class FolderLock(string folder) : IHostedLifecycleService, IDisposable
{
    private FileStream? _held;

    /// <summary>Before any queue is read or timer fired.</summary>
    /// <exception cref="StoreUnavailableException">Another server holds it.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(DataFolder.Prepare(folder), "serve.lock");
        try
        {
            _held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StoreUnavailableException($"Another Outreach is using the data folder {folder}. Stop that one, or name another folder (--data).", e);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _held?.Dispose();
}
