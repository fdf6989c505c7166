namespace Outreach.Functions.Hosting.Standalone;

/// <summary>Runs beside the site. It has ended before the store and whatever else it uses is disposed, also where the host is disposed without being stopped first.</summary>
internal abstract class BackgroundWork : BackgroundService, IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        Dispose();
        GC.SuppressFinalize(this);
    }
}
