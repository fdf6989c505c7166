using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

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
        using var client = new HttpClient();
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        string[] verb = ["serve", "--port", port, "--data", folder.File("data")];
        var isBuild = program.EndsWith(".dll", StringComparison.Ordinal);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(isBuild ? "dotnet" : program, isBuild ? [program, .. verb] : verb) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            while (!await AnswersAsync(client, $"http://127.0.0.1:{port}/healthz"))
            {
                if (process.HasExited || watch.Elapsed > TimeSpan.FromSeconds(60))
                    throw new InvalidOperationException($"{program} does not answer.");
                await Task.Delay(2);
            }

            return (watch.Elapsed.TotalMilliseconds, Meter.StatusMiB("VmRSS:", process.Id));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string url)
    {
        try
        {
            using var response = await client.GetAsync(url);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
