using Outreach.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Outreach.Tests.Support;

/// <summary>What takes a minute or more, or waits for other processes, begins first, so that nothing long is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long =
    [
        typeof(Crashes.SharedAccountKillTests), typeof(Crashes.KillTests), typeof(Flows.CampaignTests), typeof(Privacy.RetentionWalkTests), typeof(Simulation.SimulationTests),
        typeof(Hosting.WorkerTests), typeof(Browser.OrganiserPagesTests), typeof(Flows.ProviderStormTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(Rank).ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Rank<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection =>
        Array.FindIndex(Long, one => collection.TestCollectionDisplayName.Contains($" {one.FullName} ", StringComparison.Ordinal)) is >= 0 and var rank ? rank : Long.Length;
}
