using Outreach.OptOuts;

namespace Outreach.Functions.OptOuts;

internal static class OptOutsSetup
{
    public static void AddOptOuts(this IServiceCollection services)
    {
        services.AddSingleton<OptOut>();
        services.AddSingleton<OptOutContacts>();
    }
}
