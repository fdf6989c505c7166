using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Hosting;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Functions.Sending;

public sealed class SendMessageFunction(SendMessage send, SendNotice notify, TimeProvider clock)
{
    [Function("SendMessage")]
    public Task RunAsync([QueueTrigger(QueueNames.Messages)] QueueMessage message, CancellationToken ct) =>
        RunAsync(message.Read<SendMessageJob>(QueueNames.Messages, clock), ct);

    private Task RunAsync(SendMessageJob job, CancellationToken ct) => job.Notice is { } notice ? notify.HandleAsync(job.Group, notice, ct) : send.HandleAsync(job, ct);
}
