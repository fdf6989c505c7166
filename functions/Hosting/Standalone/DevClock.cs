namespace Outreach.Functions.Hosting.Standalone;

/// <summary>
/// Runs queues and timers on a <see cref="VirtualClock"/>. One at a time: either new work is drained where the clock stands,
/// or the clock is moved, firing what falls due in order and draining after each.
/// </summary>
internal sealed class DevClock(VirtualClock clock, Timers timers, QueueWork work, FunctionList list) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly IReadOnlyList<WorkQueue> _queues = WorkQueue.Of(list);
    private IReadOnlyList<DueTimer>? _timers;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Handles every message that is visible now, and what they send in turn. True when there was any.</summary>
    public async Task<bool> DrainAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            _timers ??= await CatchUpAsync(ct);
            return await DrainQueuesAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task<DateTimeOffset> AdvanceAsync(TimeSpan span, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        await _one.WaitAsync(ct);
        try
        {
            _timers ??= await CatchUpAsync(ct);
            await MoveAsync(Now + span, _timers, ct);
            return Now;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<IReadOnlyList<DueTimer>> CatchUpAsync(CancellationToken ct)
    {
        var loaded = await timers.LoadAsync(Now, ct);
        foreach (var timer in loaded.Where(timer => timer.DueAt <= Now))
            await timers.RunAsync(timer, Now, ct);
        await timers.SaveAsync(loaded, ct);
        return loaded;
    }

    private async Task MoveAsync(DateTimeOffset target, IReadOnlyList<DueTimer> due, CancellationToken ct)
    {
        await DrainQueuesAsync(ct);
        while (due.MinBy(timer => timer.DueAt) is { } next && next.DueAt <= target)
        {
            clock.MoveTo(next.DueAt);
            // In the order of their names when they fall due together.
            foreach (var timer in due.Where(timer => timer.DueAt <= Now))
                await timers.RunAsync(timer, Now, ct);
            await DrainQueuesAsync(ct);
        }

        clock.MoveTo(target);
        await DrainQueuesAsync(ct);
        await timers.SaveAsync(due, ct);
    }

    private async Task<bool> DrainQueuesAsync(CancellationToken ct)
    {
        var any = false;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var found = false;
            foreach (var queue in _queues)
                found |= await DrainAsync(queue, ct);
            if (!found)
                return any;
            any = true;
        }
    }

    private async Task<bool> DrainAsync(WorkQueue queue, CancellationToken ct)
    {
        if (!await work.HasAnyAsync(queue, ct))
            return false;
        var messages = await work.ReceiveAsync(queue, list.Queues.BatchSize, ct);
        await Task.WhenAll(messages.Select(message => work.HandleAsync(queue, message, ct)));
        return messages.Count > 0;
    }
}

/// <summary>Drains new work in real time while the virtual clock stands still.</summary>
internal sealed partial class DevPump(DevClock clock, ILogger<DevPump> log) : BackgroundWork
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var idle = new IdleWait();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await clock.DrainAsync(stoppingToken))
                    idle.Reset();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            await idle.WaitAsync(stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The queues could not be read; trying again")]
    private partial void LogFailed(Exception exception);
}
