using Microsoft.Azure.Functions.Worker;
using Outreach.Sending;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Functions.Sending;

public sealed class SendInvitationsFunction(SendBatch send)
{
    [Function("SendInvitations")]
    public Task RunAsync([QueueTrigger(QueueNames.Invitations)] QueueMessage message, CancellationToken ct) =>
        send.HandleAsync(QueueJob.Read<SendInvitationsJob>(QueueNames.Invitations, message.Body.ToString()), ct);
}
