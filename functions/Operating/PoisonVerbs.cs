using Outreach.Functions.Hosting;
using Outreach.Operating;
using Outreach.Storage;

namespace Outreach.Functions.Operating;

/// <summary><c>requeue QUEUE</c> and <c>drop QUEUE ID</c>: what becomes of messages that failed too often.</summary>
internal static class PoisonVerbs
{
    public static Verb Requeue(Action<WebApplicationBuilder, Launch> add) => Chore.Verb(
        "requeue", "QUEUE", "Puts the messages of QUEUE that failed too often back on it. Mend the cause first.", [], add, RequeueAsync);

    public static Verb Drop(Action<WebApplicationBuilder, Launch> add) => Chore.Verb(
        "drop", "QUEUE ID", "Drops one message that failed too often, for a reason that is kept. See status.",
        [new("why", "TEXT", "Why it may be lost. No names.")], add, DropAsync);

    private static async Task<int> RequeueAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var queue = QueueOf(arguments);
        var sent = await services.GetRequiredService<PoisonMessages>().RequeueAsync(queue, ct);
        await arguments.Out.WriteLineAsync($"{sent} messages are back on {queue}.");
        return 0;
    }

    private static async Task<int> DropAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var queue = QueueOf(arguments);
        if (string.IsNullOrWhiteSpace(arguments["why"]))
            throw new UsageException("drop needs --why TEXT: what was sent to us is lost with it.");
        var id = arguments.Operands[1];
        if (!await services.GetRequiredService<PoisonMessages>().DropAsync(group: null, queue, id, arguments["why"]!.Trim(), ct))
        {
            await arguments.Error.WriteLineAsync($"No failed message of {queue} has the id {id}.");
            return CommandLine.Failed;
        }

        await arguments.Out.WriteLineAsync($"Message {id} of {queue} is dropped.");
        return 0;
    }

    private static string QueueOf(VerbArguments arguments) => QueueNames.All.Contains(arguments.Operand)
        ? arguments.Operand!
        : throw new UsageException($"There is no queue '{arguments.Operand}'. Choose {string.Join(", ", QueueNames.All)}.");
}
