using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Azure;
using Azure.Core;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>
/// Azure Queue storage. Texts are base64, as the Functions queue trigger expects them; reading also takes plain JSON.
/// Messages never expire: a resident's reply must not vanish because a queue stood still for a week.
/// </summary>
internal sealed class AzureQueues(StoragePipeline pipeline) : IQueues
{
    private const string Never = "-1";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public async Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct)
    {
        QueueRules.CheckSend(queue, text, delay);
        var path = $"/{queue}/messages?visibilitytimeout={Seconds(delay)}&messagettl={Never}";
        var body = Encoding.UTF8.GetBytes($"<QueueMessage><MessageText>{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}</MessageText></QueueMessage>");
        for (var created = false; ; created = true)
        {
            using var message = pipeline.Create(RequestMethod.Post, path, RequestContent.Create(body));
            message.Request.Headers.SetValue("Content-Type", "application/xml");
            var response = await pipeline.SendAsync(message, ct);
            if (response.Status == 201)
                return;
            if (created || !IsNoQueue(response))
                throw pipeline.Refused(response);
            await CreateAsync(queue, ct);
        }
    }

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct)
    {
        QueueRules.CheckReceive(queue, max, visibility);
        return MessagesAsync($"/{queue}/messages?numofmessages={max}&visibilitytimeout={Seconds(visibility)}", ct);
    }

    public Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct)
    {
        QueueRules.CheckPeek(queue, max);
        return MessagesAsync($"/{queue}/messages?peekonly=true&numofmessages={max}", ct);
    }

    public async Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct)
    {
        QueueRules.CheckName(queue);
        using var request = pipeline.CreateDelete(Path(queue, message));
        var response = await pipeline.SendAsync(request, ct);
        if (response.Status == 204)
            return true;
        if (!IsStale(response))
            throw pipeline.Refused(response);

        // Gone at the second try: the first one deleted it and only its answer was lost.
        return StoragePipeline.WasRepeated(request) && StorageError.Of(response).Code == "MessageNotFound";
    }

    public async Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct)
    {
        QueueRules.CheckExtend(queue, visibility);
        using var request = pipeline.Create(
            RequestMethod.Put, $"{Path(queue, message)}&visibilitytimeout={Seconds(visibility)}", StoragePipeline.Nothing());
        var response = await pipeline.SendAsync(request, ct);
        if (response.Status == 204 && response.Headers.TryGetValue("x-ms-popreceipt", out var receipt))
            return message with { Receipt = receipt };
        return IsStale(response) ? null : throw pipeline.Refused(response);
    }

    public async Task<int> CountAsync(string queue, CancellationToken ct)
    {
        QueueRules.CheckName(queue);
        using var message = pipeline.Create(RequestMethod.Get, $"/{queue}?comp=metadata");
        var response = await pipeline.SendAsync(message, ct);
        if (response.Status == 200 && response.Headers.TryGetValue("x-ms-approximate-messages-count", out var count))
            return int.Parse(count, CultureInfo.InvariantCulture);
        return IsNoQueue(response) ? 0 : throw pipeline.Refused(response);
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

    private async Task<IReadOnlyList<QueueMessage>> MessagesAsync(string path, CancellationToken ct)
    {
        using var message = pipeline.Create(RequestMethod.Get, path);
        var response = await pipeline.SendAsync(message, ct);
        if (response.Status == 200)
            return [.. XElement.Load(response.Content.ToStream()).Elements("QueueMessage").Select(Read)];
        return IsNoQueue(response) ? [] : throw pipeline.Refused(response);
    }

    private async Task CreateAsync(string queue, CancellationToken ct)
    {
        using var message = pipeline.Create(RequestMethod.Put, $"/{queue}");
        var response = await pipeline.SendAsync(message, ct);
        if (response.Status is not (201 or 204) && StorageError.Of(response) is not { Code: "QueueAlreadyExists" })
            throw pipeline.Refused(response);
    }

    private static QueueMessage Read(XElement element) => new(
        (string)element.Element("MessageId")!,
        Decode((string)element.Element("MessageText")!),
        (string?)element.Element("PopReceipt"),
        (int)element.Element("DequeueCount")!,
        DateTimeOffset.Parse((string)element.Element("InsertionTime")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    private static string Path(string queue, QueueMessage message) => message.Receipt is { } receipt
        ? $"/{queue}/messages/{message.Id}?popreceipt={Uri.EscapeDataString(receipt)}"
        : throw new ArgumentException("A peeked message has no receipt.", nameof(message));

    private static bool IsNoQueue(Response response) => response.Status == 404 && StorageError.Of(response).Code == "QueueNotFound";

    private static bool IsStale(Response response) =>
        response.Status is 400 or 404 && StorageError.Of(response).Code is "PopReceiptMismatch" or "MessageNotFound" or "QueueNotFound";

    private static int Seconds(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);
}
