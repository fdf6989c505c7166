using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

internal static class WelcomeSetup
{
    public static void AddWelcome(this IServiceCollection services)
    {
        services.AddSingleton<WelcomeStore>();
        services.AddSingleton<WelcomeResident>();
        services.AddSingleton<TakeInResident>();
        services.AddSingleton<NewResidentsView>();
        services.AddSingleton<PlanWelcome>();
        services.AddSingleton<TakeWelcomeStep>();
        services.AddSingleton<FilledCard>();
        services.AddSingleton<WelcomeKits>();
        services.AddSingleton<WelcomeWays>();
        services.AddSingleton<ReadWelcomes>();
        services.AddSingleton<WelcomeMany>();
        services.AddSingleton<ReadWelcomeNumbers>();
        services.AddSingleton<WelcomeLetters>();
        services.AddSingleton<WelcomeTextDesk>();
        services.AddSingleton<CardStore>();
        services.AddSingleton<WelcomeByForm>();
        services.AddSingleton<CardOwners>();
        services.AddSingleton<EditCard>();
        services.AddSingleton<AskCardOwner>();
        services.AddSingleton<TellStaleCards>();
        services.AddSingleton<CardDesk>();
    }
}
