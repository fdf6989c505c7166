using Outreach.Functions.Hosting;
using Outreach.Nominations;
using Outreach.Reminders;

namespace Outreach.Functions.Reminders;

internal static class RemindersSetup
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<PlanReminders>();
        services.AddTimerFunction("PlanReminders", async (sp, _, ct) =>
        {
            await sp.GetRequiredService<InviteNominee>().HandleWaitingAsync(ct);
            await sp.GetRequiredService<PlanReminders>().HandleAsync(ct);
        });
    }
}
