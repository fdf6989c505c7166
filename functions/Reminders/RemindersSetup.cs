using Outreach.Reminders;

namespace Outreach.Functions.Reminders;

internal static class RemindersSetup
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<PlanReminders>();
        services.AddSingleton<TakeDueSteps>();
        services.AddSingleton<TakeStep>();
        services.AddSingleton<TellParts>();
        services.AddSingleton<ChangePlan>();
    }
}
