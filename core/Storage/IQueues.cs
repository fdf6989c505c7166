namespace Outreach.Storage;

/// <summary>
/// Queues with at-least-once delivery and no order, as Azure Queue storage has them.
/// Queues come into being on first use. Texts are JSON objects of at most 48 KiB in UTF-8.
/// </summary>
public interface IQueues
{
    /// <param name="delay">How long the message stays invisible, 0 to 7 days.</param>
    Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct);

    /// <summary>Takes at most <paramref name="max"/> (1 to 32) messages and hides them for <paramref name="visibility"/>; each receive adds one to the dequeue count.</summary>
    Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct);

    /// <summary>False when the receipt is no longer valid: somebody else has received the message since, or it is gone.</summary>
    Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct);

    /// <summary>Hides the message for this long from now (zero: visible at once). Null when the receipt is no longer valid.</summary>
    Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct);

    /// <summary>Messages in the queue, invisible ones included; approximate on Azure.</summary>
    Task<int> CountAsync(string queue, CancellationToken ct);

    /// <summary>The first messages without taking them (at most 32), for an operator to look at.</summary>
    Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct);
}

/// <summary>A received message. The receipt proves who took it last; a peeked message has none.</summary>
public sealed record QueueMessage(string Id, string Text, string? Receipt, int DequeueCount, DateTimeOffset InsertedAt);
