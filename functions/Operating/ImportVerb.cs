using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Operating;

namespace Outreach.Functions.Operating;

/// <summary><c>import</c>: reads an export into an empty group. Given again after a failure, it goes on where it was.</summary>
internal static class ImportVerb
{
    public static Verb Verb(Action<IHostApplicationBuilder, Launch> add) => Chore.Verb(
        "import", "Reads an export into an empty group; given again after a failure it goes on where it was.",
        [Chore.Group, new("in", "FILE", "From FILE, not from standard input.")], add, RunAsync);

    private static async Task<int> RunAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var group = Chore.GroupOf(arguments);
        await using var input = arguments["in"] is { } file ? File.OpenRead(file) : Console.OpenStandardInput();
        try
        {
            var counts = await services.GetRequiredService<ImportGroup>().HandleAsync(group, input, ct);
            await arguments.Out.WriteLineAsync($"Imported group {group}: {string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}"))}.");
            return 0;
        }
        catch (ImportRefusedException refused)
        {
            await arguments.Error.WriteLineAsync(refused.Message);
            return CommandLine.Failed;
        }
    }
}
