using Outreach.Functions.Hosting;
using Outreach.Reminders;

namespace Outreach.Functions.Reminders;

internal static class RemindersSetup
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<PlanReminders>();
        services.AddTimerFunction("PlanReminders", (sp, _, ct) => sp.GetRequiredService<PlanReminders>().HandleAsync(ct));
    }
}
