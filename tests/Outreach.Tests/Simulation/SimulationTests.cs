using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Outreach.Languages;

namespace Outreach.Tests.Simulation;

/// <summary>
/// Histories of a whole campaign with everything that can go wrong, one for each seed. A seed that breaks a rule prints its history; it plays exactly the same again.
/// As many as wanted, with the number of seeds a second: <c>SIMULATE=5000 SIMULATE_FROM=1 SIMULATE_SECONDS=600 Outreach.Tests -class Outreach.Tests.Simulation.SimulationTests -showLiveOutput</c>.
/// A fault is a line in <see cref="World.Chaos"/>, <see cref="Provider.Take"/> or <see cref="Trouble"/>; something that happens to a campaign is a method of
/// <see cref="Events"/>; a promise is a method of <see cref="Invariants"/>, or a line in <see cref="Model.Took"/> when it is about a message that leaves.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int InCi = 300;

    /// <summary>Fewer show nothing.</summary>
    private const int Least = 50;

    private static readonly ParallelOptions Processors = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    [Fact]
    public void Whatever_goes_wrong_every_promise_is_kept()
    {
        var (from, most) = (Number("SIMULATE_FROM", 1), Number("SIMULATE", InCi));
        var hasLimit = Environment.GetEnvironmentVariable("SIMULATE_SECONDS") is not null;
        var limit = TimeSpan.FromSeconds(Number("SIMULATE_SECONDS", 3600));
        var watch = Stopwatch.StartNew();
        var (seeds, broken) = (0, new ConcurrentBag<int>());
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(from, most), EnumerablePartitionerOptions.NoBuffering), Processors, (seed, loop) =>
        {
            if (watch.Elapsed > limit)
            {
                loop.Stop();
                return;
            }

            if (Story.Play(seed).Problems is { Count: > 0 } problems)
            {
                broken.Add(seed);
                output.WriteLine($"{seed}: {string.Join("; ", problems.Take(4))}");
            }

            if (Interlocked.Increment(ref seeds) % 1000 == 0)
                output.WriteLine($"{seeds} seeds after {watch.Elapsed:mm\\:ss}");
        });

        output.WriteLine($"{seeds} seeds, {seeds / watch.Elapsed.TotalSeconds:f1} a second, {broken.Count} broken");
        if (!broken.IsEmpty)
            Assert.Fail(Print(broken.Min()));
        // A machine that is too slow has shown nothing: it says so. Where somebody set a time, it may end sooner.
        Assert.InRange(seeds, hasLimit ? Math.Min(most, Least) : most, most);
    }

    [Fact]
    public void A_seed_plays_the_same_history_again() =>
        Assert.Equal(Story.Play(7, keepHistory: true).History, Story.Play(7, keepHistory: true).History);

    /// <summary>A seed is worth what it found as long as the story stays as it is; the rule itself has a test of its own beside the use case.</summary>
    [Theory]
    [InlineData(77, "Two groups that uploaded at the same moment wrote over each other's file.")]
    [InlineData(9, "A question that was read as yes after a stop gave a place to somebody who had stopped.")]
    [InlineData(42180, "A run that found two messages this week put back what another run had just sent, and it left again.")]
    [InlineData(62941, "A provider's stop that was cut off kept the place of who had stopped.")]
    [InlineData(63746, "Seats that were read before a place came free put somebody who had it back on the waiting list.")]
    [InlineData(64414, "Who was mailed at an address that does not exist was not asked at the door when it was written down.")]
    [InlineData(73366, "A bounce was put down to a mail that had not left, and the invitation that bounced counted as delivered.")]
    public void What_a_seed_found_stays_mended(int seed, string found) => Assert.True(Story.Play(seed).Problems is [], found);

    private static string Print(int seed)
    {
        var world = Story.Play(seed, keepHistory: true);
        return $"SIMULATE=1 SIMULATE_FROM={seed}: {string.Join("; ", world.Problems)}\n{string.Join('\n', world.History!)}";
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
