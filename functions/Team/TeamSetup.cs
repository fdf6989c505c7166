using Outreach.Team;

namespace Outreach.Functions.Team;

internal static class TeamSetup
{
    public static void AddTeam(this IServiceCollection services) => services.AddSingleton<HostLinks>().AddSingleton<MakeHostLink>();
}
