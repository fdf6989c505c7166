namespace Outreach.Functions.Hosting.Standalone;

/// <summary>Standalone: fires the timer functions in real time, each in its own loop so that a long one does not hold up the others.</summary>
internal sealed partial class TimerRunner(Timers timers, TimeProvider clock, ILogger<TimerRunner> log) : BackgroundWork
{
    /// <summary>The wall clock may jump (sleep, correction), so no wait is longer.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var due = await LoadAsync(stoppingToken);
        await Task.WhenAll(due.Select(timer => LoopAsync(timer, stoppingToken)));
    }

    private async Task<IReadOnlyList<DueTimer>> LoadAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await timers.LoadAsync(clock.GetUtcNow(), ct);
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                LogStore(exception);
                await Task.Delay(TimeSpan.FromSeconds(5), clock, ct);
            }
        }
    }

    private async Task LoopAsync(DueTimer timer, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var wait = timer.DueAt - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                // A cancelled wait ends the loop by its condition.
                await Task.Delay(wait < MaxWait ? wait : MaxWait, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            await RunAsync(timer, ct);
        }
    }

    private async Task RunAsync(DueTimer timer, CancellationToken ct)
    {
        try
        {
            await timers.RunAsync(timer, clock.GetUtcNow(), ct);
            await timers.SaveAsync([timer], ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            LogStore(exception);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the run was not recorded and is made up for at the next start.
        }
    }

    [LoggerMessage(LogLevel.Error, "The times of the last timer runs could not be read or kept")]
    private partial void LogStore(Exception exception);
}
