using Microsoft.Azure.Functions.Worker;
using Outreach.Storage;

namespace Outreach.Functions.Operating;

/// <summary>Says in the log what an operator must look at.</summary>
public sealed partial class ReportFailedWorkFunction(IQueues queues, ILogger<ReportFailedWorkFunction> log)
{
    [Function("ReportFailedWork")]
    public async Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken ct)
    {
        foreach (var queue in QueueNames.All.Select(QueueNames.PoisonOf))
        {
            if (await queues.CountAsync(queue, ct) is > 0 and var count)
                LogPoison(count, queue);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} messages lie in {Queue}: look at them with 'outreach status'.")]
    private partial void LogPoison(int count, string queue);
}
