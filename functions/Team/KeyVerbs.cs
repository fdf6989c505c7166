using System.Globalization;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;

namespace Outreach.Functions.Team;

/// <summary><c>key add</c>, <c>key list</c>, <c>key end</c>: keys to the JSON API, as an operator makes them.</summary>
internal static class KeyVerbs
{
    private static readonly OrderedDictionary<string, KeyScope> Scopes =
        new(Enum.GetValues<KeyScope>().Select(scope => KeyValuePair.Create(EnumWord.Kebab(scope), scope)), StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<Verb> All(Action<IHostApplicationBuilder, Launch> add) =>
    [
        Chore.Verb(
            "key add", "Makes a key to the JSON API, and prints it this once.",
            [
                Chore.Group, new("name", "N", "What it is for."), new("scope", "S", $"{string.Join(", ", Scopes.Keys)} (read)."),
                new("expires", "DATE", "The last day on which it works, such as 2027-12-31 (none)."),
            ],
            add, AddAsync),
        Chore.Verb("key list", "Lists the keys of a group, without the keys themselves.", [Chore.Group], add, ListAsync),
        Chore.Verb("key end", "Ends a key at once.", [], add, EndAsync).Taking("ID"),
    ];

    private static async Task<int> AddAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var group = Chore.GroupOf(arguments);
        if (!Scopes.TryGetValue(arguments["scope"] ?? "read", out var scope))
            throw new UsageException($"--scope is one of: {string.Join(", ", Scopes.Keys)}.");
        if (await services.GetRequiredService<GroupStore>().FindAsync(group, ct) is null)
            return await FailAsync(arguments, $"There is no group {group}.");
        var (secret, key, problem) = await services.GetRequiredService<ApiKeys>().MakeAsync(group, arguments["name"], scope, ExpiryOf(arguments, services.GetRequiredService<Settings>()), ct);
        if (key is null)
            return await FailAsync(arguments, Say(problem!.Value));
        await services.GetRequiredService<Audit>().WriteAsync(group, AuditKind.Keys, $"made key {key.Id} ({key.Name})", ct);
        await arguments.Error.WriteLineAsync($"Key {key.Id} of group {group}. It is not shown again:");
        await arguments.Out.WriteLineAsync(secret);
        return 0;
    }

    private static DateTimeOffset? ExpiryOf(VerbArguments arguments, Settings settings)
    {
        if (arguments["expires"] is not { } typed)
            return null;
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new UsageException($"--expires must be a date such as 2027-12-31, not '{typed}'.");
        return settings.Midnight(day.AddDays(1));
    }

    private static string Say(ApiKeyProblem problem) => problem switch
    {
        ApiKeyProblem.Name => $"Give --name, what the key is for, in {ApiKeys.MaxNameLength} characters at most.",
        ApiKeyProblem.Expiry => "--expires must not be in the past.",
        _ => $"A group has {ApiKeys.MaxPerGroup} keys at most. End one first.",
    };

    private static async Task<int> ListAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        var group = Chore.GroupOf(arguments);
        if (await services.GetRequiredService<GroupStore>().FindAsync(group, ct) is null)
            return await FailAsync(arguments, $"There is no group {group}.");
        foreach (var key in await services.GetRequiredService<ApiKeys>().ListAsync(group, ct))
            await arguments.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{key.Id}  {key.Name}  {EnumWord.Kebab(key.Scope)}  until {(key.ExpiresAt is { } at ? $"{at:u}" : "it is ended")}  used {(key.UsedAt is { } used ? $"{used:u}" : "never")}"));
        return 0;
    }

    private static async Task<int> EndAsync(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        if (await services.GetRequiredService<ApiKeys>().EndAsync(null, arguments.Operand!, ct) is not { } key)
            return await FailAsync(arguments, $"There is no key {arguments.Operand}. 'key list' shows them.");
        await services.GetRequiredService<Audit>().WriteAsync(key.Group, AuditKind.Keys, $"ended key {key.Id} ({key.Name})", ct);
        await arguments.Out.WriteLineAsync($"Ended key {key.Id} ({key.Name}) of group {key.Group}.");
        return 0;
    }

    private static async Task<int> FailAsync(VerbArguments arguments, string why)
    {
        await arguments.Error.WriteLineAsync(why);
        return CommandLine.Failed;
    }
}
