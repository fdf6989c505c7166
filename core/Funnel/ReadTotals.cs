using Outreach.Records;

namespace Outreach.Funnel;

public sealed record MeetingTotals(Meeting Meeting, FunnelCounts Counts);

/// <summary>A group in numbers: counts of people, and nobody of them.</summary>
public sealed record GroupTotals(Group Group, IReadOnlyList<MeetingTotals> Meetings)
{
    public FunnelCounts Sum => Meetings.Select(meeting => meeting.Counts).Aggregate(FunnelCounts.None, (sum, counts) => sum.Plus(counts));
}

/// <summary>Reads what a viewer sees: a group's totals, and for a regional group those of its local groups.</summary>
public sealed class ReadTotals(GroupStore groups, MeetingStore meetings, Tallies tallies)
{
    public async Task<(GroupTotals Own, IReadOnlyList<GroupTotals> Local)> HandleAsync(Group group, CancellationToken ct)
    {
        var local = new List<GroupTotals>();
        foreach (var one in (await groups.ListAsync(ct)).Where(one => one.Region == group.Id))
            local.Add(await OfAsync(one, ct));
        return (await OfAsync(group, ct), local);
    }

    private async Task<GroupTotals> OfAsync(Group group, CancellationToken ct)
    {
        var totals = new List<MeetingTotals>();
        foreach (var meeting in await meetings.ListAsync(group.Id, ct))
            totals.Add(new MeetingTotals(meeting, FunnelCounts.Of((await tallies.SumAsync(group.Id, meeting.Id, ct)).By.Values)));
        return new GroupTotals(group, totals);
    }
}
