using Microsoft.Azure.Functions.Worker;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

public sealed class PlanWelcomeFunction(PlanWelcome plan)
{
    [Function("PlanWelcome")]
    public Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken ct) => plan.HandleAsync(ct);
}
