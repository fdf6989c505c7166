using Outreach.Nominations;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Nominations;

internal static class NominationsSetup
{
    public static void AddNominations(this IServiceCollection services) => services.AddSingleton<Nominate>().AddSingleton<Allowances>().AddSingleton<PassOn>().AddSingleton<InviteNominee>().AddSingleton<InviteWaitingNominees>().AddSingleton<SettleWaitingNominee>().AddSingleton<WaitingNominees>().AddSingleton<PassOnCodes>().AddSingleton<AdmitByCode>().AddSingleton<AnswerPassedOn>().AddSingleton<SignUps>().AddSingleton<DayCounts>().AddSingleton<LimitAlarms>().AddSingleton<NominateView>();
}
