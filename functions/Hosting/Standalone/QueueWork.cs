using Azure.Storage.Queues.Models;
using Outreach.Storage;
using QueueMessage = Outreach.Storage.QueueMessage;

namespace Outreach.Functions.Hosting.Standalone;

/// <summary>A queue with the function it starts.</summary>
internal sealed record WorkQueue(string Name, Function Function)
{
    public string Poison => QueueNames.PoisonOf(Name);

    public static IReadOnlyList<WorkQueue> Of(FunctionList list) =>
        [.. list.Functions.Where(function => function.Trigger is Trigger.Queue).Select(function => new WorkQueue(((Trigger.Queue)function.Trigger).Name, function))];
}

/// <summary>
/// What the Functions host does with one received message, for the standalone server: run, renew, then delete, show again or put aside as poison.
/// </summary>
internal sealed partial class QueueWork(IQueues queues, FunctionRunner runner, FunctionList list, TimeProvider clock, ILogger<QueueWork> log)
{
    private readonly QueueSettings _settings = list.Queues;

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(WorkQueue queue, int max, CancellationToken ct) =>
        await queues.ReceiveAsync(queue.Name, max, _settings.Lease, ct);

    /// <summary>Is anything there to take? Looking takes nothing and locks nothing.</summary>
    public async Task<bool> HasAnyAsync(WorkQueue queue, CancellationToken ct) => (await queues.PeekAsync(queue.Name, 1, ct)).Count > 0;

    /// <summary>Never throws: a store that fails here leaves the message to come back automatically.</summary>
    public async Task HandleAsync(WorkQueue queue, QueueMessage message, CancellationToken ct)
    {
        try
        {
            // Taken more often than allowed without ever getting to the end: it kills the process.
            if (message.DequeueCount > _settings.MaxDequeueCount)
                await MoveToPoisonAsync(queue, message);
            else
                await RunAsync(queue, message, ct);
        }
        catch (Exception exception)
        {
            LogUnsettled(exception, queue.Name, message.Id);
        }
    }

    private async Task RunAsync(WorkQueue queue, QueueMessage message, CancellationToken ct)
    {
        using var lease = new QueueLease(queues, queue.Name, message, _settings.Lease, clock);
        var done = await SucceedsAsync(queue, message, ct);
        if (await lease.EndAsync() is not { } held)
            LogLost(queue.Name, message.Id);
        else if (done)
            await queues.DeleteAsync(queue.Name, held, CancellationToken.None);
        else if (ct.IsCancellationRequested)
            await queues.ExtendAsync(queue.Name, held, TimeSpan.Zero, CancellationToken.None);
        else if (held.DequeueCount >= _settings.MaxDequeueCount)
            await MoveToPoisonAsync(queue, held);
        else
            await queues.ExtendAsync(queue.Name, held, _settings.VisibilityTimeout, CancellationToken.None);
    }

    private async Task<bool> SucceedsAsync(WorkQueue queue, QueueMessage message, CancellationToken ct)
    {
        try
        {
            await runner.RunAsync(queue.Function, Delivered(message), message.DequeueCount, ct);
            return true;
        }
        catch (Exception)
        {
            // Logged by the runner.
            return false;
        }
    }

    /// <summary>The message as a queue trigger gives it to a function.</summary>
    private static Azure.Storage.Queues.Models.QueueMessage Delivered(QueueMessage message) => QueuesModelFactory.QueueMessage(
        message.Id, message.Receipt, new BinaryData(message.Text), message.DequeueCount, nextVisibleOn: null, message.InsertedAt, expiresOn: null);

    // Sent before it is deleted: a crash between the two leaves it twice, never nowhere.
    private async Task MoveToPoisonAsync(WorkQueue queue, QueueMessage message)
    {
        await queues.SendAsync(queue.Poison, message.Text, TimeSpan.Zero, CancellationToken.None);
        await queues.DeleteAsync(queue.Name, message, CancellationToken.None);
        LogPoison(message.Id, queue.Poison, message.DequeueCount);
    }

    [LoggerMessage(LogLevel.Error, "Message {MessageId} failed too often and was put aside in {Queue} after {DequeueCount} tries")]
    private partial void LogPoison(string messageId, string queue, int dequeueCount);

    [LoggerMessage(LogLevel.Warning, "Message {MessageId} of {Queue} took longer than its lease and was given to another receiver")]
    private partial void LogLost(string queue, string messageId);

    [LoggerMessage(LogLevel.Error, "The store failed after message {MessageId} of {Queue} was handled; it will come again")]
    private partial void LogUnsettled(Exception exception, string queue, string messageId);
}
