using Outreach.Functions.Adapters.Twilio;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Functions.Replies;

/// <summary>
/// Twilio does not repeat a webhook that we could not take: every ten minutes we ask what came in the last hour. What came by the webhook too is recognised by its id.
/// </summary>
internal static class PollInbound
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    public static async Task RunAsync(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        if (services.GetService<TwilioInboundPoll>() is not { } poll)
            return;
        var queues = services.GetRequiredService<IQueues>();
        var events = new List<InboundEvent>();
        await foreach (var inbound in poll.SinceAsync(now - Overlap, ct))
            events.Add(inbound);
        foreach (var text in InboundTexts.Write(events))
            await queues.SendAsync(QueueNames.Inbound, text, TimeSpan.Zero, ct);
    }
}
