using Microsoft.Azure.Functions.Worker;
using Outreach.Nominations;

namespace Outreach.Functions.Nominations;

public sealed class InviteWaitingNomineesFunction(InviteWaitingNominees invite)
{
    [Function("InviteWaitingNominees")]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken ct) => invite.HandleAsync(ct);
}
