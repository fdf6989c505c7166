using System.Globalization;
using System.Text.Json.Nodes;
using NCrontab;

namespace Outreach.Tests.Support;

/// <summary>A function as the host knows it: the name of its folder, and the one trigger in its function.json.</summary>
/// <param name="Binding">The name under which the trigger's value is handed over.</param>
/// <param name="Bindings">How many there are in function.json, the trigger included.</param>
internal sealed record HostedFunction(string Name, string Binding, JsonObject Trigger, int Bindings)
{
    public string? Queue => (string?)Trigger["queueName"];

    public CrontabSchedule? Schedule => (string?)Trigger["schedule"] is { } text ? CrontabSchedule.Parse(text, new() { IncludingSeconds = true }) : null;

    public bool IsHttp => (string?)Trigger["type"] == "httpTrigger";
}

/// <summary>
/// A folder as the Functions host reads it when it starts. Written from what is known of the host and not over our own reading of the same files, so that a
/// mistake there is seen; what the host would refuse, or take for something else than we mean, is refused.
/// </summary>
internal sealed class FunctionsApp
{
    private readonly JsonNode host;

    public FunctionsApp(string root)
    {
        Root = root;
        host = JsonNode.Parse(File.ReadAllText(Path.Combine(root, "host.json")))!;
        Assert.Equal("2.0", (string?)host["version"]);
        var handler = host["customHandler"]!;
        // Relative and there: that file. Else the host looks for a command of this name.
        Executable = Path.Combine(root, (string)handler["description"]!["defaultExecutablePath"]!);
        Assert.True(File.Exists(Executable), $"{Executable} is not there.");
        Assert.True((bool?)handler["enableProxyingHttpRequest"], "The host would rebuild requests itself, and lose chunked bodies.");
        Assert.Null(handler["http"]);
        Assert.Equal("", (string?)host["extensions"]!["http"]!["routePrefix"]);

        Functions = [.. Directory.EnumerateFiles(root, "function.json", SearchOption.AllDirectories).Select(Read).OrderBy(function => function.Name, StringComparer.Ordinal)];
        Site = Assert.Single(Functions, function => function.IsHttp);
        Assert.Equal((2, "anonymous", "{*path}"), (Site.Bindings, (string?)Site.Trigger["authLevel"], (string?)Site.Trigger["route"]));
        Assert.All(Functions.Where(function => function.Queue is not null), function => Assert.Equal("AzureWebJobsStorage", (string?)function.Trigger["connection"]));

        Assert.InRange(BatchSize, 1, 32);
        Assert.InRange(MaxDequeueCount, 1, 100);
        Assert.Equal("base64", (string?)Queues["messageEncoding"] ?? "base64");
    }

    public string Root { get; }

    public string Executable { get; }

    public IReadOnlyList<HostedFunction> Functions { get; }

    /// <summary>What every request from outside is passed to.</summary>
    public HostedFunction Site { get; }

    public int BatchSize => (int?)Queues["batchSize"] ?? 16;

    public int MaxDequeueCount => (int?)Queues["maxDequeueCount"] ?? 5;

    /// <summary>Before a message that failed shows again.</summary>
    public TimeSpan VisibilityTimeout => Span(Queues["visibilityTimeout"]) ?? TimeSpan.Zero;

    /// <summary>In which the executable must answer for the first time.</summary>
    public TimeSpan InitializationTimeout => Span(host["customHandler"]!["initializationTimeout"]) ?? TimeSpan.FromSeconds(30);

    private JsonNode Queues => host["extensions"]!["queues"]!;

    private HostedFunction Read(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        Assert.Equal(Root, Path.GetDirectoryName(folder));
        var bindings = JsonNode.Parse(File.ReadAllText(file))!["bindings"]!.AsArray();
        var trigger = Assert.Single(bindings, binding => ((string)binding!["type"]!).EndsWith("Trigger", StringComparison.Ordinal))!;
        Assert.Equal("in", (string?)trigger["direction"]);
        return new(Path.GetFileName(folder), (string)trigger["name"]!, trigger.AsObject(), bindings.Count);
    }

    private static TimeSpan? Span(JsonNode? text) => text is null ? null : TimeSpan.Parse((string)text!, CultureInfo.InvariantCulture);
}

/// <summary>When each timer ran last. All hosts of an app share it, and only one of them runs a timer; runs that were missed are made up for by one.</summary>
internal sealed class FunctionsTimers(FunctionsApp app, DateTimeOffset start) : IDisposable
{
    private readonly SemaphoreSlim lease = new(1);
    private readonly Dictionary<HostedFunction, DateTime> ran = app.Functions.Where(function => function.Schedule is not null).ToDictionary(function => function, _ => start.UtcDateTime);

    public async Task RunDueAsync(DateTimeOffset now, Func<HostedFunction, Task> run)
    {
        await lease.WaitAsync();
        try
        {
            foreach (var (function, last) in ran.Where(timer => timer.Key.Schedule!.GetNextOccurrence(timer.Value) <= now.UtcDateTime).ToList())
            {
                await run(function);
                ran[function] = now.UtcDateTime;
            }
        }
        finally
        {
            lease.Release();
        }
    }

    public void Dispose() => lease.Dispose();
}
