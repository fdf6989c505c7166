using Microsoft.Azure.Functions.Worker;
using Outreach.Reminders;

namespace Outreach.Functions.Reminders;

public sealed class PlanRemindersFunction(PlanReminders plan)
{
    [Function("PlanReminders")]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken ct) => plan.HandleAsync(ct);
}
