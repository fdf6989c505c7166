using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Operating;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Functions.Operating;

internal static class OperatingSetup
{
    public static void AddOperating(this IServiceCollection services) =>
        services.AddSingleton<ReadStatus>().AddSingleton<StatusRead>().AddSingleton<PoisonMessages>().AddSingleton<LateJobs>().AddSingleton<UncertainMessages>().AddSingleton<GiveUp>().AddSingleton<Sweep>().AddSingleton<RetryPoisonMessages>().AddSingleton<Alerts>()
            .AddSingleton<Recount>().AddSingleton<GroupRows>().AddSingleton<ExportGroup>().AddSingleton<ImportGroup>().AddSingleton<QueueImportedWork>().AddSingleton<IForgets, ForgetFailedWork>().AddSingleton<IForgets, FinishOlderWork>();

    /// <summary>The operator's chores.</summary>
    public static IReadOnlyList<Verb> Verbs(Action<IHostApplicationBuilder, Launch> add) =>
    [
        BackupVerbs.Backup, BackupVerbs.Restore, ExportVerb.Verb(add), ImportVerb.Verb(add), EraseVerb.Verb(add), RecountVerb.Verb(add), StatusVerb.Verb(add), StuckVerbs.Requeue(add), StuckVerbs.Drop(add),
    ];
}
