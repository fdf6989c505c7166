using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Team;

namespace Outreach.Functions.Team;

/// <summary><c>group add</c>, <c>group list</c>: project groups, as an operator makes them.</summary>
internal static class GroupVerbs
{
    public static Verb Add(Action<IHostApplicationBuilder, Launch> add) => Chore.Verb(
        "group add", "Makes a project group. Its owner signs in with their e-mail address, and invites the others.",
        [
            new("owner", "EMAIL", "Its first owner (default: the first organiser in the settings)."),
            new("region", "G", "The regional group it belongs to, which sees its totals."),
            new("language", "CODE", "For people whose language is not known (nl)."),
        ],
        add, AddAsync).Taking("NAME");

    public static Verb List(Action<IHostApplicationBuilder, Launch> add) => Chore.Verb("group list", "Lists the project groups.", [], add, ListAsync);

    private static async Task<int> AddAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var language = Language.Find(arguments["language"] ?? "nl") ?? throw new UsageException($"--language is one of {string.Join(", ", Language.All.Select(l => l.Code))}.");
        var region = arguments["region"] is null ? (GroupId?)null : GroupId.TryParse(arguments["region"], out var id) ? id : throw new UsageException("--region is the id of a group, as 'group list' shows it.");
        var owner = arguments["owner"] ?? services.GetRequiredService<IConfiguration>()["Outreach:Organisers:0"];
        var (group, problem) = await services.GetRequiredService<AddGroup>().HandleAsync(arguments.Operand, owner, region, language.Code, ct);
        if (group is null)
        {
            await arguments.Error.WriteLineAsync(Say(problem!.Value));
            return CommandLine.Failed;
        }

        await services.GetRequiredService<Audit>().WriteAsync(group.Id, AuditKind.Roles, $"made the group, with owner {group.Members[0].Email}", ct);
        await arguments.Out.WriteLineAsync($"Made group {group.Id} ({group.Name}). Owner: {group.Members[0].Email}.");
        return 0;
    }

    private static string Say(AddGroupProblem problem) => problem switch
    {
        AddGroupProblem.Name => $"A name has at most {AddGroup.MaxNameLength} characters, and at least one Latin letter or digit: the group's id is made from it.",
        AddGroupProblem.Owner => "A group begins with an owner: give --owner an e-mail address.",
        AddGroupProblem.Region => "--region names no group, or one that belongs to a regional group itself. 'group list' shows them.",
        _ => "There is a group with this name already. 'group list' shows them.",
    };

    private static async Task<int> ListAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        foreach (var group in await services.GetRequiredService<GroupStore>().ListAsync(ct))
            await arguments.Out.WriteLineAsync($"{group.Id}  {group.Name}{(group.Region is { } region ? $"  (in {region})" : "")}  people: {group.Organisers.Count + group.Members.Count}");
        return 0;
    }
}
