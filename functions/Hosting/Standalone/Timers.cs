using System.Globalization;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Outreach.Storage;

namespace Outreach.Functions.Hosting.Standalone;

/// <summary>A timer function and when it is due next.</summary>
internal sealed class DueTimer(Function function, TimerSchedule schedule, DateTimeOffset ranAt, DateTimeOffset now)
{
    public Function Function { get; } = function;

    /// <summary>In the past when a run was missed while nobody was there: it is made up for once, however many were missed.</summary>
    public DateTimeOffset DueAt { get; private set; } = schedule.After(ranAt < now ? ranAt : now);

    public DateTimeOffset RanAt { get; private set; } = ranAt;

    public void Ran(DateTimeOffset now)
    {
        RanAt = now;
        DueAt = schedule.After(now);
    }
}

/// <summary>The timer functions. When each ran last is kept in a row, so that a restart makes up for what was missed.</summary>
internal sealed class Timers(FunctionList list, FunctionRunner runner, ITables tables)
{
    /// <summary>In the table of timers: one row per timer.</summary>
    public const string Partition = "timers";

    /// <summary>A timer seen for the first time counts as having run now, and that is kept: a server that is only on by day still gets to what is due at night.</summary>
    public async Task<IReadOnlyList<DueTimer>> LoadAsync(DateTimeOffset now, CancellationToken ct)
    {
        var timers = new List<DueTimer>();
        foreach (var function in list.Functions)
        {
            if (function.Trigger is not Trigger.Timer trigger)
                continue;
            var row = await tables.GetAsync(TableNames.Timers, Partition, function.Name, ct);
            var timer = new DueTimer(function, new TimerSchedule(trigger.Schedule), row is null ? now : Read(row), now);
            if (row is null)
                await SaveAsync([timer], ct);
            timers.Add(timer);
        }

        return timers;
    }

    /// <summary>Runs a timer that is due. A failure is logged by the runner and not tried again before the next time, as on the Functions host.</summary>
    public async Task RunAsync(DueTimer timer, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            await runner.RunAsync(timer.Function, new TimerInfo(), tries: null, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
        }

        timer.Ran(now);
    }

    public async Task SaveAsync(IReadOnlyList<DueTimer> timers, CancellationToken ct)
    {
        if (timers.Count > 0)
            await tables.SubmitAsync(TableNames.Timers, Partition, [.. timers.Select(timer => Operation.Upsert(timer.Function.Name, Write(timer)))], ct);
    }

    private static byte[] Write(DueTimer timer) => JsonSerializer.SerializeToUtf8Bytes(new LastRun(timer.RanAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));

    private static DateTimeOffset Read(Row row) =>
        DateTimeOffset.Parse(JsonSerializer.Deserialize<LastRun>(row.Json.Span)!.RanAt, CultureInfo.InvariantCulture);

    // Kept as text: a store may write a date in its own way.
    private sealed record LastRun(string RanAt);
}
