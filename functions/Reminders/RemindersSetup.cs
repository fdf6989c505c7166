using Outreach.Reminders;

namespace Outreach.Functions.Reminders;

internal static class RemindersSetup
{
    public static void AddReminders(this IServiceCollection services) => services.AddSingleton<PlanReminders>().AddSingleton<TakeDueSteps>().AddSingleton<TakeStep>().AddSingleton<TellParts>().AddSingleton<ChangePlan>();
}
