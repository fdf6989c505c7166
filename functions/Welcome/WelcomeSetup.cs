using Outreach.Functions.Hosting;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

internal static class WelcomeSetup
{
    public static void AddWelcome(this IServiceCollection services)
    {
        services.AddSingleton<WelcomeStore>().AddSingleton<WelcomeResident>().AddSingleton<PlanWelcome>();
        services.AddSingleton<CardStore>().AddSingleton<EditCard>().AddSingleton<TellStaleCards>();
        services.AddTimerFunction("PlanWelcome", async (sp, _, ct) =>
        {
            await sp.GetRequiredService<PlanWelcome>().HandleAsync(ct);
            await sp.GetRequiredService<TellStaleCards>().HandleAsync(ct);
        });
    }
}
