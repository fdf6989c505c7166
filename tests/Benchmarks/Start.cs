using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>
/// From the start of the process to its first answer, on an empty data folder, of the build beside this program and of published ones.
/// <c>start [path of a published outreach …]</c>
/// </summary>
internal static class Start
{
    private const int Runs = 5;

    public static async Task<string> RunAsync(string[] published)
    {
        var lines = new List<string>();
        foreach (var program in published.Prepend(Path.Combine(AppContext.BaseDirectory, "outreach.dll")))
        {
            var runs = new List<(double Milliseconds, double MiB)>();
            for (var run = 0; run < Runs; run++)
                runs.Add(await OnceAsync(program));
            var times = runs.ConvertAll(run => run.Milliseconds);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{(program.EndsWith(".dll", StringComparison.Ordinal) ? "build" : "published")} {Run.Median(times):f0} ms ({times.Min():f0} to {times.Max():f0}), {Run.Median(runs.Select(run => run.MiB)):f0} MiB"));
        }

        return string.Join("; ", lines);
    }

    private static async Task<(double Milliseconds, double MiB)> OnceAsync(string program)
    {
        using var folder = new ScratchFolder();
        var watch = Stopwatch.StartNew();
        await using var served = await ServedProcess.StartAsync(program, "--data", folder.File("data"));
        return (watch.Elapsed.TotalMilliseconds, Meter.StatusMiB("VmRSS:", served.Id));
    }
}
