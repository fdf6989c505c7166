using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Counts of one kind of people, in the words of the API.</summary>
public record FunnelCounts(int Invited, int Delivered, int Failed, int Replied, int Yes, int No, int Maybe, int Waiting, int Reminded, int Attended, int NoShow, int Nominated)
{
    public static readonly FunnelCounts None = Of([]);

    public FunnelCounts Plus(FunnelCounts other) => new(
        Invited + other.Invited, Delivered + other.Delivered, Failed + other.Failed, Replied + other.Replied, Yes + other.Yes, No + other.No, Maybe + other.Maybe,
        Waiting + other.Waiting, Reminded + other.Reminded, Attended + other.Attended, NoShow + other.NoShow, Nominated + other.Nominated);

    public static FunnelCounts Of(IEnumerable<int[]> counts)
    {
        var sum = new int[Milestones.Count];
        foreach (var count in counts)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += count[i];
        }

        return new FunnelCounts(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6], sum[7], sum[8], sum[9], sum[10], sum[11]);
    }
}

/// <summary>The funnel of a meeting with its breakdowns, each from a value to the same counts.</summary>
public sealed record MeetingFunnel(FunnelCounts Total, IReadOnlyDictionary<string, IReadOnlyDictionary<string, FunnelCounts>> By)
{
    private static readonly string[] Dimensions = ["channel", "language", "wave", "source"];

    public static MeetingFunnel Of(Tally tally) => new(
        FunnelCounts.Of(tally.By.Values),
        Dimensions.Index().ToDictionary(
            dimension => dimension.Item,
            dimension => (IReadOnlyDictionary<string, FunnelCounts>)tally.By
                .GroupBy(pair => pair.Key.Split(',')[dimension.Index])
                .OrderBy(values => values.Key, StringComparer.Ordinal)
                .ToDictionary(values => values.Key, values => FunnelCounts.Of(values.Select(v => v.Value)))));
}

/// <summary>The recruitment tree of a meeting: who was named by whom.</summary>
public sealed record TreeNode(PersonId Person, string Label, int Wave, Records.Reply Reply, Records.Attendance Attendance);

public sealed record TreeEdge(PersonId From, PersonId To);

public sealed record Tree(IReadOnlyList<TreeNode> Nodes, IReadOnlyList<TreeEdge> Edges);

/// <summary>Reads the tree: everybody invited to the meeting, and their nominators even if those came to an earlier one.</summary>
public sealed class ReadTree(Records.PeopleStore people)
{
    public async Task<Tree> HandleAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var nodes = new Dictionary<PersonId, TreeNode>();
        var edges = new List<TreeEdge>();
        foreach (var shard in Shard.All(group))
        {
            var names = new Dictionary<PersonId, string>();
            await foreach (var person in people.PeopleAsync(shard, ct))
                names[person.Value.Id] = person.Value.Label;
            await foreach (var invitation in people.InvitationsAsync(shard, meeting, ct))
            {
                var i = invitation.Value;
                nodes[i.Person] = new TreeNode(i.Person, names.GetValueOrDefault(i.Person, "?"), i.Wave, i.Reply, i.Attendance);
                if (i.Nominator is { } nominator)
                    edges.Add(new TreeEdge(nominator, i.Person));
            }
        }

        await AddNominatorsAsync(group, nodes, edges, ct);
        return new Tree([.. nodes.Values.OrderBy(n => n.Wave).ThenBy(n => n.Person.Value, StringComparer.Ordinal)], edges);
    }

    private async Task AddNominatorsAsync(GroupId group, Dictionary<PersonId, TreeNode> nodes, List<TreeEdge> edges, CancellationToken ct)
    {
        var missing = new Queue<PersonId>(edges.Select(e => e.From).Where(id => !nodes.ContainsKey(id)).Distinct());
        while (missing.TryDequeue(out var id))
        {
            if (nodes.ContainsKey(id) || (await people.FindAsync(group, id, ct))?.Value is not { } person)
                continue;
            nodes[id] = new TreeNode(id, person.Label, person.Wave, Records.Reply.None, Records.Attendance.Attended);
            if (person.Nominator is not { } from)
                continue;
            edges.Add(new TreeEdge(from, id));
            missing.Enqueue(from);
        }
    }
}
