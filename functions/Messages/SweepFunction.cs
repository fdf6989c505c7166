using Outreach.Messages;
using Outreach.Storage;

namespace Outreach.Functions.Messages;

/// <summary>Every ten minutes; says in the log what an operator must look at.</summary>
internal static partial class SweepFunction
{
    public static async Task RunAsync(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var log = services.GetRequiredService<ILogger<Sweep>>();
        if (await services.GetRequiredService<Sweep>().HandleAsync(ct) is > 0 and var sent)
            LogSwept(log, sent);
        await services.GetRequiredService<PutAside>().TryAgainAsync(ct);
        var queues = services.GetRequiredService<IQueues>();
        foreach (var queue in QueueNames.All.Select(QueueNames.PoisonOf))
        {
            if (await queues.CountAsync(queue, ct) is > 0 and var count)
                LogPoison(log, count, queue);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} jobs were sent on that an earlier run had left behind.")]
    private static partial void LogSwept(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} messages lie in {Queue}: look at them with 'outreach status'.")]
    private static partial void LogPoison(ILogger log, int count, string queue);
}
