using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Operating;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Functions.Operating;

internal static class OperatingSetup
{
    public static void AddOperating(this IServiceCollection services)
    {
        services.AddSingleton<ReadStatus>();
        services.AddSingleton<StatusRead>();
        services.AddSingleton<PoisonMessages>();
        services.AddSingleton<LateJobs>();
        services.AddSingleton<UncertainMessages>();
        services.AddSingleton<GiveUp>();
        services.AddSingleton<FinishOwed>();
        services.AddSingleton<Sweep>();
        services.AddSingleton<RetryPoisonMessages>();
        services.AddSingleton<Alerts>();
        services.AddSingleton<Recount>();
        services.AddSingleton<GroupRows>();
        services.AddSingleton<ExportGroup>();
        services.AddSingleton<ImportGroup>();
        services.AddSingleton<QueueImportedWork>();
        services.AddSingleton<IForgets, ForgetFailedWork>();
        services.AddSingleton<IForgets, FinishOlderWork>();
    }

    /// <summary>The operator's chores.</summary>
    public static IReadOnlyList<Verb> Verbs(Action<IHostApplicationBuilder, Launch> add) =>
    [
        BackupVerbs.Backup, BackupVerbs.Restore, ExportVerb.Verb(add), ImportVerb.Verb(add), EraseVerb.Verb(add), RecountVerb.Verb(add), StatusVerb.Verb(add), StuckVerbs.Requeue(add), StuckVerbs.Drop(add),
    ];
}
