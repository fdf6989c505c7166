using Microsoft.Azure.Functions.Worker;

namespace Outreach.Functions.Web;

public sealed class ForgetAnswersFunction(ForgetAnswers forget)
{
    [Function("ForgetAnswers")]
    public Task RunAsync([TimerTrigger("0 15 3 * * *")] TimerInfo timer, CancellationToken ct) => forget.HandleAsync(ct);
}
