using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Web.SigningIn;
using Outreach.Privacy;

namespace Outreach.Functions.Web.Api;

/// <summary>Daily: answers to calls, and what is left of signing in, when their time is over.</summary>
public sealed class ForgetAnswersFunction(ForgetAnswers forget, IServiceProvider services, TimeProvider clock)
{
    [Function("ForgetAnswers")]
    public async Task RunAsync([TimerTrigger("0 15 3 * * *")] TimerInfo timer, CancellationToken ct)
    {
        await forget.HandleAsync(ct);
        var before = clock.GetUtcNow().AddDays(-RetentionRules.Of(Kept.Sessions).Days);
        if (services.GetService<SignInLinks>() is { } links)
            await links.ForgetAsync(before, ct);
        if (services.GetService<SignInMails>() is { } mails)
            await mails.ForgetAsync(before, ct);
        if (services.GetService<Sessions>() is { } sessions)
            await sessions.ForgetOldAsync(ct);
    }
}
