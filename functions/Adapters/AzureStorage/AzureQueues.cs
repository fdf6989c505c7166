using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Outreach.Storage;
using QueueMessage = Outreach.Storage.QueueMessage;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>
/// Azure Queue storage. Texts are base64, as the Functions queue trigger expects them; reading also takes plain JSON, which the client's own
/// encoding would hide. Messages never expire: a resident's reply must not vanish because a queue was down for a week.
/// </summary>
internal sealed class AzureQueues(QueueServiceClient service) : IQueues
{
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public async Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct)
    {
        QueueRules.CheckSend(queue, text, delay);
        var client = service.GetQueueClient(queue);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        try
        {
            await client.SendMessageAsync(encoded, WholeSeconds(delay), Never, ct);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await CreateAsync(queue, ct);
            await client.SendMessageAsync(encoded, WholeSeconds(delay), Never, ct);
        }
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct)
    {
        QueueRules.CheckReceive(queue, max, visibility);
        try
        {
            var received = await service.GetQueueClient(queue).ReceiveMessagesAsync(max, WholeSeconds(visibility), ct);
            return [.. received.Value.Select(message => new QueueMessage(
                message.MessageId, Decode(message.MessageText), message.PopReceipt, (int)message.DequeueCount, message.InsertedOn!.Value))];
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await CreateAsync(queue, ct);
            return [];
        }
    }

    public async Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct)
    {
        QueueRules.CheckPeek(queue, max);
        try
        {
            var peeked = await service.GetQueueClient(queue).PeekMessagesAsync(max, ct);
            return [.. peeked.Value.Select(message => new QueueMessage(
                message.MessageId, Decode(message.MessageText), null, (int)message.DequeueCount, message.InsertedOn!.Value))];
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    public async Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct)
    {
        QueueRules.CheckName(queue);
        using var repeats = new Repeats();
        try
        {
            await service.GetQueueClient(queue).DeleteMessageAsync(message.Id, Receipt(message), ct);
            return true;
        }
        catch (RequestFailedException stale) when (IsStale(stale))
        {
            // Gone at the second try: the first one deleted it and only its answer was lost.
            return repeats.Any && stale.ErrorCode == QueueErrorCode.MessageNotFound;
        }
    }

    public async Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct)
    {
        QueueRules.CheckExtend(queue, visibility);
        try
        {
            var updated = await service.GetQueueClient(queue).UpdateMessageAsync(message.Id, Receipt(message), (string?)null, WholeSeconds(visibility), ct);
            return message with { Receipt = updated.Value.PopReceipt };
        }
        catch (RequestFailedException stale) when (IsStale(stale))
        {
            return null;
        }
    }

    public async Task<int> CountAsync(string queue, CancellationToken ct)
    {
        QueueRules.CheckName(queue);
        try
        {
            return (await service.GetQueueClient(queue).GetPropertiesAsync(ct)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await CreateAsync(queue, ct);
            return 0;
        }
    }

    /// <summary>What another program wrote may be plain; a JSON object never looks like base64.</summary>
    internal static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        if (text.StartsWith('{') || !Convert.TryFromBase64String(text, bytes, out var length))
            return text;
        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    /// <summary>Also by whoever takes or counts: a queue in which nothing was put aside yet is asked for every few minutes, and would be missing each time.</summary>
    private Task CreateAsync(string queue, CancellationToken ct) => service.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: ct);

    private static string Receipt(QueueMessage message) =>
        message.Receipt ?? throw new ArgumentException("A peeked message has no receipt.", nameof(message));

    private static bool IsStale(RequestFailedException refused) =>
        refused.ErrorCode == QueueErrorCode.PopReceiptMismatch || refused.ErrorCode == QueueErrorCode.MessageNotFound || refused.ErrorCode == QueueErrorCode.QueueNotFound;

    // The client cuts fractions off, and a message would come back early.
    private static TimeSpan WholeSeconds(TimeSpan span) => TimeSpan.FromSeconds(Math.Ceiling(span.TotalSeconds));
}
