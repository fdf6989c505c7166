using Microsoft.Azure.Functions.Worker;
using Outreach.Operating;

namespace Outreach.Functions.Operating;

public sealed class RetryFailedWorkFunction(RetryPoisonMessages retry)
{
    [Function("RetryFailedWork")]
    public Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken ct) => retry.HandleAsync(ct);
}
