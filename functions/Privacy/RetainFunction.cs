using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Functions.Privacy;

public sealed class RetainFunction(Retain retain, GroupStore groups, SignUps signUps, IServiceProvider services, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    [Function("Retain")]
    public async Task RunAsync([TimerTrigger("0 15 3 * * *")] TimerInfo timer, CancellationToken ct)
    {
        await retain.HandleAsync(ct);
        foreach (var group in await groups.ListAsync(ct))
            await signUps.ForgetAsync(group.Id, Kept, ct);
        if (services.GetService<LocalOutbox>() is { } outbox)
            await outbox.ForgetAsync(clock.GetUtcNow() - Kept, ct);
        services.GetService<SqliteStore>()?.FoldLog();
    }
}
