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

        int At(Milestone milestone) => sum[(int)milestone];
        return new FunnelCounts(
            At(Milestone.Invited), At(Milestone.Delivered), At(Milestone.Failed), At(Milestone.Replied), At(Milestone.Yes), At(Milestone.No), At(Milestone.Maybe),
            At(Milestone.Waiting), At(Milestone.Reminded), At(Milestone.Attended), At(Milestone.NoShow), At(Milestone.Nominated));
    }
}

/// <summary>The funnel of a meeting with its breakdowns, each from a value to the same counts.</summary>
public sealed record MeetingFunnel(FunnelCounts Total, IReadOnlyDictionary<string, IReadOnlyDictionary<string, FunnelCounts>> By)
{
    public static MeetingFunnel Of(Tally tally) => new(
        FunnelCounts.Of(tally.By.Values),
        Tally.Dimensions.ToDictionary(
            dimension => dimension,
            dimension => (IReadOnlyDictionary<string, FunnelCounts>)tally.By
                .GroupBy(pair => Tally.PartsOf(pair.Key).First(part => part.Dimension == dimension).Value)
                .OrderBy(values => values.Key, StringComparer.Ordinal)
                .ToDictionary(values => values.Key, values => FunnelCounts.Of(values.Select(v => v.Value)))));

    /// <summary>With each place by its code among the sources.</summary>
    public MeetingFunnel WithPlaces(IReadOnlyDictionary<Code, int[]> places) => places.Count == 0 ? this : this with
    {
        By = new Dictionary<string, IReadOnlyDictionary<string, FunnelCounts>>(By)
        {
            ["source"] = By["source"].Concat(places.Select(place => KeyValuePair.Create(place.Key.Value, FunnelCounts.Of([place.Value])))).ToDictionary(),
        },
    };
}

/// <summary>The recruitment tree of a meeting: who was named by whom.</summary>
public sealed record TreeNode(PersonId Person, string Label, int Wave, Records.Reply Reply, Records.Attendance Attendance);

public sealed record TreeEdge(PersonId From, PersonId To);

public sealed record Tree(IReadOnlyList<TreeNode> Nodes, IReadOnlyList<TreeEdge> Edges)
{
    public static Tree Of(IReadOnlyList<ChainPerson> people) => new(
        [.. people.Select(person => new TreeNode(person.Id, person.Label, person.Wave, person.Reply, person.Attendance))],
        [.. people.Where(person => person.Nominator is not null).Select(person => new TreeEdge(person.Nominator!.Value, person.Id))]);
}
