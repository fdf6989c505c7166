using System.Diagnostics;
using System.Globalization;

namespace Outreach.Tests.Simulation;

/// <summary>
/// Histories of a whole campaign with everything that can go wrong, one for each seed. A seed that breaks a rule prints its history; it plays the same again.
/// More of them: <c>SIMULATE=5000 SIMULATE_FROM=1 Outreach.Tests -class Outreach.Tests.Simulation.SimulationTests</c>
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int InCi = 300;

    [Fact]
    public void Whatever_goes_wrong_every_promise_is_kept()
    {
        var (from, count) = (Number("SIMULATE_FROM", 1), Number("SIMULATE", InCi));
        var watch = Stopwatch.StartNew();
        var broken = Enumerable.Range(from, count).Where(seed => Story.Play(seed).Problems.Count > 0).ToList();
        output.WriteLine($"{count} seeds, {count / watch.Elapsed.TotalSeconds:f0} a second, {broken.Count} broken: {string.Join(' ', broken.Take(100))}");
        foreach (var seed in broken.Take(400))
            output.WriteLine($"{seed}: {string.Join("; ", Story.Play(seed).Problems.Take(4))}");
        if (broken.Count > 0)
            Assert.Fail(Print(broken[0]));
    }

    [Fact]
    public void A_seed_plays_the_same_history_again() =>
        Assert.Equal(Story.Play(7, keepHistory: true).History!.Select(Stripped), Story.Play(7, keepHistory: true).History!.Select(Stripped));

    private static string Print(int seed)
    {
        var world = Story.Play(seed, keepHistory: true);
        return $"Seed {seed}: {string.Join("; ", world.Problems)}\n{string.Join('\n', world.History!)}";
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    // Codes and the ends of ids are random; nothing is decided by them.
    private static string Stripped(string line) => line[..Math.Min(line.Length, 30)];
}
