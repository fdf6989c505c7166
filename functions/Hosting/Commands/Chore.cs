using Outreach.Functions.Hosting.Standalone;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.Hosting.Commands;

/// <summary>What an operator does from the command line, beside a server that runs or without one: the program's parts on its store, without pages, queues or timers.</summary>
internal static class Chore
{
    public static readonly VerbOption Data = new("data", "DIR", "The data folder (./data), unless AzureWebJobsStorage names a storage account.");
    public static readonly VerbOption Group = new("group", "G", "The project group (default).");

    /// <summary>As the owners of a group read it in their audit.</summary>
    public static readonly Operator Operator = new($"operator {Environment.UserName}".TrimEnd(), Environment.MachineName);

    /// <summary>Registers what the program consists of. Nothing is logged: standard output is the verb's own.</summary>
    public static WebApplication Open(VerbArguments arguments, Action<IHostApplicationBuilder, Launch> add) => Serve.Build(
        arguments,
        (builder, launch) =>
        {
            add(builder, launch);
            builder.Services.AddSingleton(Operator);
            builder.Logging.ClearProviders();
        },
        _ => { });

    /// <summary>A verb that works on the store.</summary>
    public static Verb Verb(
        string name, string description, IReadOnlyList<VerbOption> options, Action<IHostApplicationBuilder, Launch> add,
        Func<VerbArguments, IServiceProvider, CancellationToken, Task<int>> run) =>
        new(name, description, async (arguments, ct) =>
        {
            await using var app = Open(arguments, add);
            return await run(arguments, app.Services, ct);
        })
        {
            Options = [.. options, Data],
        };

    /// <exception cref="UsageException">--group is not the name of a group.</exception>
    public static GroupId GroupOf(VerbArguments arguments) => arguments["group"] switch
    {
        null => GroupId.Default,
        var given when GroupId.TryParse(given, out var group) => group,
        var given => throw new UsageException($"--group is lower-case letters, digits and hyphens, at most 40, not '{given}'."),
    };
}
