using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Records;
using Spectre.Console;

namespace Outreach.Functions.Demo;

/// <summary>What came of the demo, read from the store as any page would read it.</summary>
internal sealed record DemoSummary(IReadOnlyList<(string Title, MeetingFunnel Funnel)> Meetings, IReadOnlyList<string> MaxChainLength, IReadOnlyList<(string Name, int Followers)> Carriers)
{
    private const int MaxCarriers = 5;
    private const int BarWidth = 30;

    public static async Task<DemoSummary> ReadAsync(GroupId group, MeetingStore meetings, PeopleStore people, Tallies tallies, CancellationToken ct)
    {
        var funnels = new List<(string, MeetingFunnel)>();
        foreach (var meeting in (await meetings.ListAsync(group, ct)).OrderBy(m => m.StartsAt))
            funnels.Add((meeting.Title, MeetingFunnel.Of(await tallies.SumAsync(group, meeting.Id, ct))));
        var all = new Dictionary<PersonId, Person>();
        foreach (var shard in Shard.All(group))
        {
            await foreach (var person in people.PeopleAsync(shard, ct))
                all[person.Value.Id] = person.Value;
        }

        var carriers = all.Values.Where(p => p.Seed is not null).GroupBy(p => p.Seed!.Value)
            .Select(chain => (Name: FirstName(all.GetValueOrDefault(chain.Key)), Followers: chain.Count()))
            .OrderByDescending(c => c.Followers).ThenBy(c => c.Name, StringComparer.Ordinal).Take(MaxCarriers);
        return new(funnels, MaxLengthOf(all), [.. carriers]);
    }

    private static List<string> MaxLengthOf(Dictionary<PersonId, Person> all)
    {
        var chain = new List<string>();
        var last = all.Values.OrderByDescending(p => p.Wave).ThenBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault();
        for (var person = last; person is not null; person = person.Nominator is { } by ? all.GetValueOrDefault(by) : null)
            chain.Insert(0, FirstName(person));
        return chain;
    }

    private static string FirstName(Person? person) => person?.Name?.Split(' ')[0] ?? "?";

    public void Print(IAnsiConsole console)
    {
        foreach (var (title, funnel) in Meetings)
        {
            console.WriteLine();
            console.Write(Waves(title, funnel));
            foreach (var (name, count) in Steps(funnel.Total))
                console.MarkupLineInterpolated($"{name,-10} {count,4} [teal]{new string('█', Bar(count, funnel.Total.Invited))}[/]");
        }

        console.WriteLine();
        console.WriteLine($"Longest chain: {string.Join(" > ", MaxChainLength)}");
        console.WriteLine($"Who carries the chains: {string.Join(", ", Carriers.Select(c => $"{c.Name} ({c.Followers})"))}");
    }

    private static int Bar(int count, int invited) => invited == 0 ? 0 : Math.Min(BarWidth, (int)Math.Ceiling(count * (double)BarWidth / invited));

    private static Table Waves(string title, MeetingFunnel funnel)
    {
        var table = new Table().Title(title).Border(TableBorder.Simple).AddColumn(Narrow("Wave"));
        foreach (var (name, _) in Steps(funnel.Total))
            table.AddColumn(Narrow(name).RightAligned());
        foreach (var (wave, counts) in funnel.By["wave"])
            table.AddRow([wave, .. Steps(counts).Select(s => $"{s.Count}")]);
        return table.AddRow(["all", .. Steps(funnel.Total).Select(s => $"{s.Count}")]);
    }

    private static TableColumn Narrow(string name) => new TableColumn(name).PadLeft(0).PadRight(1);

    private static (string Name, int Count)[] Steps(FunnelCounts f) =>
    [
        ("Invited", f.Invited), ("Delivered", f.Delivered), ("Replied", f.Replied), ("Yes", f.Yes), ("Waiting", f.Waiting), ("Reminded", f.Reminded), ("Attended", f.Attended),
        ("Nominated", f.Nominated),
    ];
}
