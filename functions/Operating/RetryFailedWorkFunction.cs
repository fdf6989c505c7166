using Microsoft.Azure.Functions.Worker;
using Outreach.Operating;

namespace Outreach.Functions.Operating;

public sealed class RetryFailedWorkFunction(PutAside putAside)
{
    [Function("RetryFailedWork")]
    public Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken ct) => putAside.TryAgainAsync(ct);
}
