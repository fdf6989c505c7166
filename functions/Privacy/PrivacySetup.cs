using Outreach.Privacy;

namespace Outreach.Functions.Privacy;

internal static class PrivacySetup
{
    public static void AddPrivacy(this IServiceCollection services) =>
        services.AddSingleton<ImportOptOuts>().AddSingleton<Roles>().AddSingleton<Erase>().AddSingleton<EraseRows>().AddSingleton<EraseInvitations>().AddSingleton<Retain>().AddSingleton<ChangeRetention>().AddSingleton<ReadPerson>().AddSingleton<Processors>()
            .AddSingleton<IForgets, ForgetPeople>().AddSingleton<IForgets, ForgetTexts>().AddSingleton<IForgets, ForgetLists>().AddSingleton<IForgets, ForgetInboxItems>()
            .AddSingleton<IForgets, ForgetHostLinks>().AddSingleton<IForgets, ForgetMeetings>().AddSingleton<IForgets, ForgetDayCounts>().AddSingleton<IForgets, ForgetAuditLines>();
}
