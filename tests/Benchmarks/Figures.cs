using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Benchmarks;

/// <summary>Runs everything once and writes <c>docs/figures.md</c>. <c>all [path of a published outreach …]</c></summary>
internal static class Figures
{
    public static async Task WriteAsync(string[] published)
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
        var text = new StringBuilder("# Figures\n\nMeasured with `dotnet run -c Release --project tests/Benchmarks -- all`")
            .Append(CultureInfo.InvariantCulture, $" on {DateTime.UtcNow:yyyy-MM-dd}: {Machine()}.\n")
            .Append("CPU time says more than the clock where others use the machine too. Transactions are storage calls a person.\n\n| what | load | result |\n|---|---|---|\n");
        foreach (var (verb, run) in verbs)
        {
            Console.WriteLine($"== {verb}");
            var result = await run();
            Console.WriteLine(result);
            text.Append(CultureInfo.InvariantCulture, $"| `{verb}` | {Load()} | {result} |\n");
        }

        await File.WriteAllTextAsync(Path.Combine(Repository(), "docs", "figures.md"), text.ToString());
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
        return Directory.CreateDirectory(Path.Combine(folder.FullName, "docs")).Parent!.FullName;
    }
}
