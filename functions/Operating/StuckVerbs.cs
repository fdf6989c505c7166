using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Functions.Operating;

/// <summary><c>requeue WHAT</c> and <c>drop WHAT ID</c>: what becomes of work that is stuck, as <c>status</c> shows it.</summary>
internal static class StuckVerbs
{
    private const string Late = "late";
    private const string InDoubt = "doubts";

    private static readonly string[] Kinds = [.. QueueNames.All, Late, InDoubt];

    public static Verb Requeue(Action<IHostApplicationBuilder, Launch> add) => Chore.Verb(
        "requeue", $"Tries stuck work again: what failed too often on a queue ({string.Join(", ", QueueNames.All)}), the jobs that are late ({Late}) or the messages in doubt ({InDoubt}). Fix the cause first.",
        [], add, RequeueAsync).Taking("WHAT");

    public static Verb Drop(Action<IHostApplicationBuilder, Launch> add) => Chore.Verb(
        "drop", "Drops one of these for good, for a reason that is kept. A message that it was to send counts as not sent: the person goes on to the next channel, or has failed. See status.",
        [new("why", "TEXT", "Why it may be lost. No names."), Chore.Group], add, DropAsync).Taking("WHAT ID");

    private static async Task<int> RequeueAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var what = KindOf(arguments);
        await arguments.Out.WriteLineAsync(what switch
        {
            Late => $"{await services.GetRequiredService<Sweep>().HandleAsync(ct)} jobs were put back on their queues.",
            InDoubt => $"{await LookAgainAsync(services, ct)} messages are looked up again.",
            _ => $"{await services.GetRequiredService<PoisonMessages>().RequeueAsync(what, ct)} messages are back on {what}.",
        });
        return 0;
    }

    private static async Task<int> LookAgainAsync(IServiceProvider services, CancellationToken ct)
    {
        var (uncertain, count) = (services.GetRequiredService<UncertainMessages>(), 0);
        foreach (var group in await services.GetRequiredService<GroupStore>().ListAsync(ct))
        {
            foreach (var message in await uncertain.ListAsync(group.Id, ct))
                count += await uncertain.LookAgainAsync(group.Id, message.Id, ct) ? 1 : 0;
        }

        return count;
    }

    private static async Task<int> DropAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var (what, id, group) = (KindOf(arguments), arguments.Operands[1], Chore.GroupOf(arguments));
        if (arguments["why"]?.Trim() is not { Length: > 0 } why)
            throw new UsageException("drop needs --why TEXT: what was sent to us is lost with it.");
        var isDropped = what switch
        {
            Late => await services.GetRequiredService<LateJobs>().DropAsync(group, id, why, ct),
            InDoubt => await services.GetRequiredService<UncertainMessages>().DropAsync(group, id, why, ct),
            _ => await services.GetRequiredService<PoisonMessages>().DropAsync(group: null, what, id, why, ct),
        };
        if (!isDropped)
        {
            await arguments.Error.WriteLineAsync($"Nothing of {what} has the id {id}{(what is Late or InDoubt ? $" in group {group}" : "")}.");
            return CommandLine.Failed;
        }

        await arguments.Out.WriteLineAsync($"{id} of {what} is dropped.");
        return 0;
    }

    private static string KindOf(VerbArguments arguments) => Kinds.Contains(arguments.Operand)
        ? arguments.Operand!
        : throw new UsageException($"There is no '{arguments.Operand}'. Choose {string.Join(", ", Kinds)}.");
}
