using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Privacy;

namespace Outreach.Functions.Privacy;

public sealed class RetainFunction(Retain retain, IServiceProvider services, TimeProvider clock)
{
    [Function("Retain")]
    public async Task RunAsync([TimerTrigger("0 15 3 * * *")] TimerInfo timer, CancellationToken ct)
    {
        await retain.HandleAsync(ct);
        if (services.GetService<LocalOutbox>() is { } outbox)
            await outbox.ForgetAsync(clock.GetUtcNow().AddDays(-RetentionRules.Of(Kept.LocalOutbox).Days), ct);
        services.GetService<SqliteStore>()?.Compact();
    }
}
