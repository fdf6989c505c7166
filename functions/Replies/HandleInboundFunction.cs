using Microsoft.Azure.Functions.Worker;
using Outreach.Replies;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Functions.Replies;

public sealed class HandleInboundFunction(HandleInbound handle)
{
    [Function("HandleInbound")]
    public Task RunAsync([QueueTrigger(QueueNames.Inbound)] QueueMessage message, CancellationToken ct) =>
        handle.HandleAsync(QueueJob.Read<InboundBatch>(QueueNames.Inbound, message.Body.ToString()), ct);
}
