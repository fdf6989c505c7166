using Outreach.Records;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Functions.Hosting;

internal static class TakenJob
{
    /// <summary>What a queue gave a function to do; how long it waited is measured.</summary>
    public static T Read<T>(this QueueMessage message, string queue, TimeProvider clock)
        where T : IQueueJob, IStored<T>
    {
        var job = QueueJob.Read<T>(queue, message.Body.ToString());
        if (message.InsertedOn is { } inserted)
            Measures.Taken(queue, clock.GetUtcNow() - (job.DueAt > inserted ? job.DueAt.Value : inserted));
        return job;
    }
}
