using Microsoft.Azure.Functions.Worker;
using Outreach.Messages;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Functions.Messages;

public sealed class SendMessageFunction(SendMessage send)
{
    [Function("SendMessage")]
    public Task RunAsync([QueueTrigger(QueueNames.Messages)] QueueMessage message, CancellationToken ct) =>
        send.HandleAsync(QueueJob.Read<SendMessageJob>(QueueNames.Messages, message.Body.ToString()), ct);
}
