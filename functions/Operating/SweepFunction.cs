using Microsoft.Azure.Functions.Worker;
using Outreach.Operating;

namespace Outreach.Functions.Operating;

public sealed partial class SweepFunction(Sweep sweep, ILogger<SweepFunction> log)
{
    [Function("Sweep")]
    public async Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken ct)
    {
        if (await sweep.HandleAsync(ct) is > 0 and var sent)
            LogSwept(sent);
    }

    [LoggerMessage(LogLevel.Warning, "{Count} jobs were sent on that an earlier run had left behind.")]
    private partial void LogSwept(int count);
}
