using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Operating;

namespace Outreach.Functions.Operating;

/// <summary><c>recount</c>: compares the stored counts of each meeting with a count of its invitations.</summary>
internal static class RecountVerb
{
    public static Verb Verb(Action<IHostApplicationBuilder, Launch> add) => Chore.Verb(
        "recount", "Counts the invitations of every meeting again and shows where the stored counts differ; exits with 1 when they do.",
        [Chore.Group, new("repair", null, "Replaces the stored counts that differ.")], add, RunAsync);

    private static async Task<int> RunAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var group = Chore.GroupOf(arguments);
        if (await services.GetRequiredService<Recount>().HandleAsync(group, arguments.Has("repair"), ct) is not { } meetings)
        {
            await arguments.Error.WriteLineAsync($"There is no group {group}.");
            return CommandLine.Failed;
        }

        foreach (var meeting in meetings)
        {
            var outcome = meeting.Differences.Count == 0 ? "the counts are right" : $"{meeting.Differences.Count} counts differ{(arguments.Has("repair") ? ", repaired" : "")}";
            await arguments.Out.WriteLineAsync($"{meeting.Meeting.Id} {meeting.Meeting.Title}: {meeting.Invitations} invitations, {outcome}");
            foreach (var d in meeting.Differences)
                await arguments.Out.WriteLineAsync($"  shard {d.Shard:x2} {d.Key} {d.Milestone}: stored {d.Stored}, counted {d.Counted}");
        }

        return meetings.All(m => m.Differences.Count == 0) || arguments.Has("repair") ? 0 : CommandLine.Failed;
    }
}
