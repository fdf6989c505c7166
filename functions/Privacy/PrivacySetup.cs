using Outreach.Privacy;

namespace Outreach.Functions.Privacy;

internal static class PrivacySetup
{
    public static void AddPrivacy(this IServiceCollection services) =>
        services.AddSingleton<ImportOptOuts>().AddSingleton<Erase>().AddSingleton<Retain>().AddSingleton<ForgetWrongNumber>();
}
