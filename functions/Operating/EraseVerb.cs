using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Ids;
using Outreach.Privacy;

namespace Outreach.Functions.Operating;

/// <summary><c>erase --person P</c>: erases all that is held of one person; a stop stays.</summary>
internal static class EraseVerb
{
    public static Verb Verb(Action<IHostApplicationBuilder, Launch> add) => Chore.Verb(
        "erase", "Erases all that is held of one person. An opt-out stays.",
        [new("person", "P", "The person's id, as it stands in the address of their page."), Chore.Group, new("why", "TEXT", "For the audit: why (asked for). No names.")], add, RunAsync);

    private static async Task<int> RunAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        if (!PersonId.TryParse(arguments["person"], out var person))
            throw new UsageException("erase needs --person P: the 15 characters of the person's id.");
        var group = Chore.GroupOf(arguments);
        if (!await services.GetRequiredService<Erase>().HandleAsync(group, person, arguments["why"] ?? "asked for", ct))
        {
            await arguments.Error.WriteLineAsync($"Group {group} has no person {person}.");
            return CommandLine.Failed;
        }

        await arguments.Out.WriteLineAsync($"Person {person} is erased.");
        return 0;
    }
}
