using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Hosting;
using Outreach.Sending;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Functions.Sending;

public sealed class SendInvitationsFunction(SendBatch send, TimeProvider clock)
{
    [Function("SendInvitations")]
    public Task RunAsync([QueueTrigger(QueueNames.Invitations)] QueueMessage message, CancellationToken ct) =>
        send.HandleAsync(message.Read<SendInvitationsJob>(QueueNames.Invitations, clock), ct);
}
