using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Team;

namespace Outreach.Functions.Team;

internal static class TeamSetup
{
    public static void AddTeam(this IServiceCollection services)
    {
        services.AddSingleton<HostLinks>();
        services.AddSingleton<MakeHostLink>();
        services.AddSingleton<ChangeTeam>();
        services.AddSingleton<AddGroup>();
        services.AddSingleton<ApiKeys>();
    }

    public static IReadOnlyList<Verb> Verbs(Action<IHostApplicationBuilder, Launch> add) => [GroupVerbs.Add(add), GroupVerbs.List(add), .. KeyVerbs.All(add)];
}
