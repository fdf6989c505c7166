using Outreach.Storage;

namespace Outreach.Functions.Hosting.Standalone;

/// <summary>
/// Standalone: takes messages off every queue that starts a function. Each queue has its own loop and its own limit, so that a mailing never delays an answer.
/// </summary>
internal sealed partial class QueuePump(QueueWork work, FunctionList list, ILogger<QueuePump> log) : BackgroundWork
{
    /// <summary>Grace period for running work at shutdown; then it is cancelled and redelivered.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var running = new CancellationTokenSource();
        await using var graceful = stoppingToken.Register(() => running.CancelAfter(Grace));
        await Task.WhenAll(WorkQueue.Of(list).Select(queue => PumpAsync(queue, running.Token, stoppingToken)));
    }

    private async Task PumpAsync(WorkQueue queue, CancellationToken running, CancellationToken stopping)
    {
        var limit = list.Queues.BatchSize;
        using var slots = new SemaphoreSlim(limit);
        var idle = new IdleWait();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await TakeAsync(queue, slots, running, stopping) > 0)
                {
                    idle.Reset();
                    continue;
                }
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                LogUnreachable(exception, queue.Name);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            await idle.WaitAsync(stopping);
        }

        // All slots are free once everything that runs has ended.
        for (var slot = 0; slot < limit; slot++)
            await slots.WaitAsync(CancellationToken.None);
    }

    private async Task<int> TakeAsync(WorkQueue queue, SemaphoreSlim slots, CancellationToken running, CancellationToken stopping)
    {
        await slots.WaitAsync(stopping);
        var free = 1;
        while (slots.Wait(0, CancellationToken.None))
            free++;
        var taken = 0;
        try
        {
            foreach (var message in await work.ReceiveAsync(queue, free, stopping))
            {
                taken++;
                _ = RunAsync(queue, message, slots, running);
            }

            return taken;
        }
        finally
        {
            if (taken < free)
                slots.Release(free - taken);
        }
    }

    private async Task RunAsync(WorkQueue queue, QueueMessage message, SemaphoreSlim slots, CancellationToken running)
    {
        await Task.Yield();
        await work.HandleAsync(queue, message, running);
        slots.Release();
    }

    [LoggerMessage(LogLevel.Error, "Queue {Queue} could not be read; trying again")]
    private partial void LogUnreachable(Exception exception, string queue);
}
