using Microsoft.Azure.Functions.Worker;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

public sealed class TellStaleCardsFunction(TellStaleCards tell)
{
    [Function("TellStaleCards")]
    public Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken ct) => tell.HandleAsync(ct);
}
