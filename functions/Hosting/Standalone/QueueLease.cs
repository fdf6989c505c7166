using Outreach.Storage;

namespace Outreach.Functions.Hosting.Standalone;

/// <summary>Keeps a message hidden while its function runs, however long that takes.</summary>
internal sealed class QueueLease : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _renewing;
    private QueueMessage? _held;

    public QueueLease(IQueues queues, string queue, QueueMessage message, TimeSpan span, TimeProvider clock)
    {
        _held = message;
        _renewing = RenewAsync(queues, queue, span, clock);
    }

    /// <summary>The message with its latest receipt; null when it was lost to another receiver.</summary>
    public async Task<QueueMessage?> EndAsync()
    {
        await _stop.CancelAsync();
        await _renewing;
        return _held;
    }

    public void Dispose() => _stop.Dispose();

    private async Task RenewAsync(IQueues queues, string queue, TimeSpan span, TimeProvider clock)
    {
        while (_held is not null)
        {
            // Most messages end before the first renewal: no exception for that.
            await Task.Delay(span / 3, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested)
                return;
            try
            {
                _held = await queues.ExtendAsync(queue, _held, span, CancellationToken.None);
            }
            catch (Exception)
            {
                // The store did not answer: two more tries before the message shows again.
            }
        }
    }
}
