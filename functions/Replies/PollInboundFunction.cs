using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Functions.Replies;

/// <summary>
/// Twilio does not repeat a webhook that we could not take: every ten minutes we ask what came in since the last time, and some more. What came by the webhook too is
/// recognised by its id.
/// </summary>
/// <param name="poll">Null when SMS does not go through Twilio.</param>
public sealed class PollInboundFunction(InboundPolls polls, IQueues queues, InboundTexts texts, TimeProvider clock, TwilioInboundPoll? poll = null)
{
    [Function("PollInbound")]
    public async Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken ct)
    {
        if (poll is null)
            return;
        var now = clock.GetUtcNow();
        var events = new List<InboundEvent>();
        await foreach (var inbound in poll.SinceAsync(await polls.SinceAsync(now, ct), ct))
            events.Add(inbound);
        // Who wrote twice meant what they wrote last.
        events.Reverse();
        foreach (var text in texts.Write(events))
            await queues.SendAsync(QueueNames.Inbound, text, TimeSpan.Zero, ct);
        await polls.NoteAsync(now, ct);
    }
}
