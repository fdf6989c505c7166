using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

internal static class WelcomeSetup
{
    public static void AddWelcome(this IServiceCollection services)
    {
        services.AddSingleton<WelcomeStore>().AddSingleton<WelcomeResident>().AddSingleton<PlanWelcome>().AddSingleton<TakeWelcomeStep>();
        services.AddSingleton<WelcomeKits>().AddSingleton<WelcomeWays>().AddSingleton<ReadWelcomes>().AddSingleton<WelcomeMany>().AddSingleton<ReadWelcomeNumbers>().AddSingleton<WelcomeLetters>().AddSingleton<WelcomeTextDesk>();
        services.AddSingleton<CardStore>().AddSingleton<CardOwners>().AddSingleton<EditCard>().AddSingleton<AskCardOwner>().AddSingleton<TellStaleCards>().AddSingleton<CardDesk>();
    }
}
