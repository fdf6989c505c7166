using Outreach.Functions.Web.Api;
using Outreach.Privacy;

namespace Outreach.Functions.Privacy;

internal static class PrivacySetup
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<ImportOptOuts>();
        services.AddSingleton<Roles>();
        services.AddSingleton<Erase>();
        services.AddSingleton<EraseRows>();
        services.AddSingleton<EraseInvitations>();
        services.AddSingleton<ForgetNominees>();
        services.AddSingleton<InboxOfPeople>();
        services.AddSingleton<ReadActivity>();
        services.AddSingleton<Retain>();
        services.AddSingleton<ChangeRetention>();
        services.AddSingleton<ReadPerson>();
        services.AddSingleton<Processors>();
        services.AddSingleton<ForgetAnswers>();
        services.AddSingleton<IForgets, ForgetPeople>();
        services.AddSingleton<IForgets, ForgetTexts>();
        services.AddSingleton<IForgets, ForgetLists>();
        services.AddSingleton<IForgets, ForgetInboxItems>();
        services.AddSingleton<IForgets, ForgetHostLinks>();
        services.AddSingleton<IForgets, ForgetMeetings>();
        services.AddSingleton<IForgets, ForgetDayCounts>();
        services.AddSingleton<IForgets, ForgetAuditLines>();
    }
}
