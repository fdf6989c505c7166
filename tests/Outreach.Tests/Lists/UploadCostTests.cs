using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

public sealed class UploadCostTests
{
    [Fact]
    public async Task A_list_costs_as_many_storage_calls_beside_fifty_lists_as_beside_one()
    {
        var (faults, calls) = (new Faults(), 0);
        using var here = await Neighbourhood.OpenAsync(faults);
        var meeting = await here.PlanAsync();
        faults.Hook = (moment, _, _) => calls += moment is Moment.Before ? 1 : 0;

        var costs = new List<int>();
        for (var list = 0; list < 52; list++)
        {
            await here.AdvanceAsync(TimeSpan.FromMinutes(1));
            calls = 0;
            await here.ImportAsync(meeting, $"Buur {list};06123400{list:d2};");
            costs.Add(calls);
        }

        Assert.InRange(costs[1], 1, 100);
        Assert.InRange(costs[^1], 1, costs[1]);
    }
}
