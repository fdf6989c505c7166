using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Benchmarks;

/// <summary>
/// Runs the short verbs one after another and prints their results as one table, to compare with <c>docs/figures.md</c>, which is kept by hand.
/// <c>all [path of a published outreach …]</c>
/// </summary>
internal static class Figures
{
    public static async Task PrintAsync(string[] published)
    {
        (string Verb, Func<Task<string>> Run)[] verbs =
        [
            ("import 100000 3", () => Import.RunAsync(["100000", "3"])),
            ("send 20000 sms 3", () => Send.RunAsync(["20000", "sms", "3"])),
            ("send 20000 email 3", () => Send.RunAsync(["20000", "email", "3"])),
            ("sms 2000", () => Sms.RunAsync(["2000"])),
            ("transactions 2000", () => Campaign.RunAsync(["2000"])),
            ("answers 20000", () => Task.FromResult(Answers.Run(["20000"]))),
            ("start", () => Start.RunAsync(published)),
        ];
        var table = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}: {Machine()}\n\n| command | load | result |\n|---|---|---|\n");
        foreach (var (verb, run) in verbs)
        {
            Console.WriteLine($"== {verb}");
            var result = await run();
            Console.WriteLine(result);
            table.Append(CultureInfo.InvariantCulture, $"| `{verb}` | {Load()} | {result} |\n");
        }

        Console.WriteLine();
        Console.Write(table);
    }

    private static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1];
        return $"{Environment.ProcessorCount} cores of {model}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Outreach.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run it inside the repository.");
        return folder.FullName;
    }
}
