using Microsoft.Azure.Functions.Worker;
using Outreach.Privacy;

namespace Outreach.Functions.People;

public sealed class RetainFunction(Retain retain)
{
    [Function("Retain")]
    public Task RunAsync([TimerTrigger("0 15 3 * * *")] TimerInfo timer, CancellationToken ct) => retain.HandleAsync(ct);
}
