using Outreach.Nominations;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Nominations;

internal static class NominationsSetup
{
    public static void AddNominations(this IServiceCollection services)
    {
        services.AddSingleton<TakeQuota>();
        services.AddSingleton<Nominate>();
        services.AddSingleton<Allowances>();
        services.AddSingleton<PassOn>();
        services.AddSingleton<NomineeTarget>();
        services.AddSingleton<InviteNominee>();
        services.AddSingleton<InviteWaitingNominees>();
        services.AddSingleton<SettleWaitingNominee>();
        services.AddSingleton<WaitingNominees>();
        services.AddSingleton<PassOnCodes>();
        services.AddSingleton<AdmitByCode>();
        services.AddSingleton<AnswerPassedOn>();
        services.AddSingleton<NominateView>();
    }
}
