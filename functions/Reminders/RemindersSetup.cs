using Outreach.Functions.Hosting;
using Outreach.Nominations;
using Outreach.Reminders;

namespace Outreach.Functions.Reminders;

internal static class RemindersSetup
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<PlanReminders>();
        // Each has its turn, whatever becomes of the other.
        services.AddTimerFunction("PlanReminders", (sp, _, ct) =>
            Task.WhenAll(sp.GetRequiredService<PlanReminders>().HandleAsync(ct), sp.GetRequiredService<InviteNominee>().HandleWaitingAsync(ct)));
    }
}
