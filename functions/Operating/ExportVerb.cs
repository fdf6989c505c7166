using Outreach.Functions.Adapters;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Ids;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Functions.Operating;

/// <summary><c>export</c>: all of a group as lines of JSON, to move it or to keep it.</summary>
internal static class ExportVerb
{
    public static Verb Verb(Action<IHostApplicationBuilder, Launch> add) => Chore.Verb(
        "export", "Writes all that a group holds, as lines of JSON. It holds people's names and numbers: keep it safe.",
        [Chore.Group, new("out", "FILE", "Into FILE, not to standard output.")], add, RunAsync);

    private static async Task<int> RunAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var group = Chore.GroupOf(arguments);
        // An earlier export is not replaced by nothing.
        if (await services.GetRequiredService<GroupStore>().FindAsync(group, ct) is null)
            return await NoGroupAsync(arguments, group);
        // Before it: an interrupted export has gone out too.
        await services.GetRequiredService<Audit>().WriteAsync(group, AuditKind.Exported, "wrote an export of the group", ct);
        await using var output = arguments["out"] is { } file ? PrivateFile.Write(file, FileMode.Create) : Console.OpenStandardOutput();
        await using var buffered = new BufferedStream(output, 256 * 1024);
        if (await services.GetRequiredService<ExportGroup>().HandleAsync(group, buffered, ct) is not { } counts)
            return await NoGroupAsync(arguments, group);
        await buffered.FlushAsync(ct);
        // Not on standard output, that may be the export itself.
        await arguments.Error.WriteLineAsync($"Exported group {group}: {string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}"))}.");
        await WarnOfQueuesAsync(arguments, services.GetRequiredService<IQueues>(), ct);
        return 0;
    }

    private static async Task<int> NoGroupAsync(VerbArguments arguments, GroupId group)
    {
        await arguments.Error.WriteLineAsync($"There is no group {group}.");
        return CommandLine.Failed;
    }

    private static async Task WarnOfQueuesAsync(VerbArguments arguments, IQueues queues, CancellationToken ct)
    {
        foreach (var queue in QueueNames.All)
        {
            if (await queues.CountAsync(queue, ct) is > 0 and var waiting)
                await arguments.Error.WriteLineAsync($"{waiting} messages wait on {queue} and are not part of it. To move a group, stop what brings messages in, wait until the queues are empty and export again.");
        }
    }
}
