using System.Text.Json;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Operating;
using Outreach.Storage;
using Spectre.Console;

namespace Outreach.Functions.Operating;

/// <summary><c>status</c>: queues, failed messages, stuck work, timers.</summary>
internal static class StatusVerb
{
    private const int MaxShown = 32;

    public static Verb Verb(Action<IHostApplicationBuilder, Launch> add) => Chore.Verb(
        "status", "Shows queues, failed messages, work that is stuck and when the timers ran; exits with 1 when something needs attention.", [], add, RunAsync);

    private static async Task<int> RunAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var console = Screen.Of(arguments.Out);
        var status = services.GetRequiredService<ReadStatus>();
        var queues = await status.QueuesAsync(ct);
        var table = new Table().Border(TableBorder.Simple).AddColumns("Queue", "Waiting", "Failed");
        foreach (var queue in queues)
            table.AddRow(queue.Name, $"{queue.Waiting}", $"{queue.Poison}");
        console.Write(table);
        // Not their texts: they hold what people wrote.
        foreach (var (queue, message) in queues.SelectMany(q => q.FirstPoison.Select(m => (q, m))))
            console.WriteLine($"Failed: {queue.Name} {message.Id}, since {message.InsertedAt:u}, {message.Text.Length} characters");
        foreach (var queue in queues.Where(q => q.Poison > q.FirstPoison.Count))
            console.WriteLine($"Failed: {queue.Name}, {queue.Poison - queue.FirstPoison.Count} more, beyond the first {QueueRules.MaxReceive} or waiting to be tried again within the hour");

        var groups = await status.GroupsAsync(ct);
        foreach (var group in groups)
        {
            console.WriteLine($"Group {group.Group}: {group.LateJobs.Count} jobs late by more than 10 minutes, {group.Doubts.Count} messages in doubt");
            foreach (var job in group.LateJobs.Take(MaxShown))
                console.WriteLine($"Late: {job.Queue} {job.Id}, since {job.At:u}");
            foreach (var doubt in group.Doubts.Take(MaxShown))
                console.WriteLine($"In doubt: {doubt.Channel} {doubt.Id}, since {doubt.Since:u}");
        }

        await ShowTimersAsync(console, services.GetRequiredService<ITables>(), ct);
        return queues.Any(q => q.Poison > 0) || groups.Any(g => !g.IsWell) ? CommandLine.Failed : 0;
    }

    private static async Task ShowTimersAsync(IAnsiConsole console, ITables tables, CancellationToken ct)
    {
        var any = false;
        await foreach (var row in tables.QueryAsync(TableNames.Timers, Timers.Partition, KeyRange.All, null, ct))
        {
            any = true;
            using var json = JsonDocument.Parse(row.Json);
            console.WriteLine($"Timer {row.Key} ran {json.RootElement.GetProperty("RanAt").GetString()}");
        }

        if (!any)
            console.WriteLine("No timer has run here. On Azure Functions the host keeps them.");
    }
}
