using Microsoft.Azure.Functions.Worker;
using Outreach.Lists;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Functions.Lists;

public sealed class ImportListFunction(ImportList import)
{
    [Function("ImportList")]
    public Task RunAsync([QueueTrigger(QueueNames.Lists)] QueueMessage message, CancellationToken ct) =>
        import.HandleAsync(QueueJob.Read<ImportListJob>(QueueNames.Lists, message.Body.ToString()), ct);
}
