using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>CPU time of the whole process beside the wall clock: on a busy machine it is the steadier of the two.</summary>
internal sealed class Meter
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TimeSpan before = Environment.CpuUsage.TotalTime;

    public (TimeSpan Wall, TimeSpan Cpu) Read() => (watch.Elapsed, Environment.CpuUsage.TotalTime - before);

    /// <summary>The most memory this process ever held at once (VmHWM), in MiB.</summary>
    public static double PeakMiB() => StatusMiB("VmHWM:");

    /// <summary>A line of <c>/proc/PID/status</c>, of this process when none is given.</summary>
    public static double StatusMiB(string name, int? process = null)
    {
        var line = File.ReadLines($"/proc/{process?.ToString(CultureInfo.InvariantCulture) ?? "self"}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}

/// <summary>A folder of a benchmark's own, gone afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("outreach-benchmark-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>What one run of something took.</summary>
internal sealed record Run(double Count, double People, double WallSeconds, double CpuSeconds, double PeakMiB)
{
    public double PerSecond => Count / WallSeconds;

    public double CpuMicroseconds => CpuSeconds * 1e6 / Count;

    /// <summary>Runs the work in a process of its own, so that neither memory nor warmed-up code is shared between runs.</summary>
    public static async Task<Run> InProcessAsync(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, args) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', args)} ended with {process.ExitCode}.");
        var numbers = Array.ConvertAll(output.Trim().Split('\n')[^1].Split(' '), number => double.Parse(number, CultureInfo.InvariantCulture));
        return new Run(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    /// <summary>The other side of <see cref="InProcessAsync"/>.</summary>
    public void Print() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count} {People} {WallSeconds} {CpuSeconds} {PeakMiB}"));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
