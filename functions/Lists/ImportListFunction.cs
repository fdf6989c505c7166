using Microsoft.Azure.Functions.Worker;
using Outreach.Lists;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Functions.Lists;

public sealed class ImportListFunction(PreviewList preview, ImportList import, UndoList undo)
{
    [Function("ImportList")]
    public async Task RunAsync([QueueTrigger(QueueNames.Lists)] QueueMessage message, CancellationToken ct)
    {
        var job = QueueJob.Read<ImportListJob>(QueueNames.Lists, message.Body.ToString());
        if (!await preview.HandleAsync(job, ct) && !await undo.ContinueAsync(job, ct))
            await import.HandleAsync(job, ct);
    }
}
