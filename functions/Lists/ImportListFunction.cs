using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Hosting;
using Outreach.Lists;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Functions.Lists;

public sealed class ImportListFunction(PreviewList preview, ImportList import, UndoList undo, TimeProvider clock)
{
    [Function("ImportList")]
    public async Task RunAsync([QueueTrigger(QueueNames.Lists)] QueueMessage message, CancellationToken ct)
    {
        var job = message.Read<ImportListJob>(QueueNames.Lists, clock);
        if (!await preview.HandleAsync(job, ct) && !await undo.ContinueAsync(job, ct))
            await import.HandleAsync(job, ct);
    }
}
