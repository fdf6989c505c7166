using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Hosting;
using Outreach.Replies;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Functions.Replies;

public sealed class HandleInboundFunction(HandleInbound handle, TimeProvider clock)
{
    [Function("HandleInbound")]
    public Task RunAsync([QueueTrigger(QueueNames.Inbound)] QueueMessage message, CancellationToken ct) =>
        handle.HandleAsync(message.Read<InboundBatch>(QueueNames.Inbound, clock), ct);
}
