using System.Globalization;
using System.Text.Json;

namespace Outreach.Functions.Hosting;

/// <summary>What starts a function, as its function.json says.</summary>
internal abstract record Trigger
{
    private Trigger()
    {
    }

    public sealed record Http(string Route) : Trigger;

    public sealed record Queue(string Name) : Trigger;

    /// <param name="Schedule">NCrontab with six fields, seconds first, in UTC.</param>
    public sealed record Timer(string Schedule) : Trigger;
}

/// <param name="Binding">The name under which the trigger's value stands in the invocation's data.</param>
internal sealed record Function(string Name, string Binding, Trigger Trigger);

/// <summary>The part of host.json that our own queue pump follows too; the defaults are those of the Functions host.</summary>
internal sealed record QueueSettings(int BatchSize = 16, int MaxDequeueCount = 5, TimeSpan VisibilityTimeout = default)
{
    /// <summary>
    /// How long a running message stays hidden before it is renewed. The Functions host takes ten minutes; one minute lets
    /// the work of a killed process come back soon.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);
}

/// <summary>The functions and queue settings as the Functions host reads them: host.json, and NAME/function.json beside it.</summary>
internal sealed record FunctionCatalogue(IReadOnlyList<Function> Functions, QueueSettings Queues)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static FunctionCatalogue Read(string directory)
    {
        var functions = new DirectoryInfo(directory).EnumerateDirectories()
            .Select(folder => (folder.Name, File: Path.Combine(folder.FullName, "function.json")))
            .Where(found => File.Exists(found.File))
            .Select(found => ReadFunction(found.Name, File.ReadAllText(found.File)))
            .OrderBy(function => function.Name, StringComparer.Ordinal)
            .ToList();
        return new(functions, ReadQueueSettings(File.ReadAllText(Path.Combine(directory, "host.json"))));
    }

    /// <exception cref="InvalidDataException">Names the function and what is wrong with it.</exception>
    public static Function ReadFunction(string name, string json)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        foreach (var binding in document.RootElement.GetProperty("bindings").EnumerateArray())
        {
            Trigger? trigger = Text(binding, "type") switch
            {
                "httpTrigger" => new Trigger.Http(Text(binding, "route") ?? name),
                "queueTrigger" => new Trigger.Queue(Text(binding, "queueName") ?? throw Wrong(name, "has no queueName")),
                "timerTrigger" => new Trigger.Timer(Text(binding, "schedule") ?? throw Wrong(name, "has no schedule")),
                _ => null,
            };
            if (trigger is not null)
                return new(name, Text(binding, "name") ?? throw Wrong(name, "has a trigger without a name"), trigger);
        }

        throw Wrong(name, "has no http, queue or timer trigger");
    }

    public static QueueSettings ReadQueueSettings(string hostJson)
    {
        using var document = JsonDocument.Parse(hostJson, Lenient);
        var settings = new QueueSettings();
        if (!document.RootElement.TryGetProperty("extensions", out var extensions) || !extensions.TryGetProperty("queues", out var queues))
            return settings;
        return settings with
        {
            BatchSize = Number(queues, "batchSize") ?? settings.BatchSize,
            MaxDequeueCount = Number(queues, "maxDequeueCount") ?? settings.MaxDequeueCount,
            VisibilityTimeout = Text(queues, "visibilityTimeout") is { } span
                ? TimeSpan.Parse(span, CultureInfo.InvariantCulture)
                : settings.VisibilityTimeout,
        };
    }

    /// <summary>Every queue or timer function must have a handler of its kind, and every handler a function.json: one sentence for each that has not.</summary>
    public IReadOnlyList<string> Mismatches(IEnumerable<FunctionHandler> handlers)
    {
        var registered = handlers.ToLookup(handler => handler.Name, StringComparer.Ordinal);
        var wrong = Functions
            .Where(function => function.Trigger is not Trigger.Http)
            .Where(function => !registered[function.Name].Any(handler => Fits(function.Trigger, handler)))
            .Select(function => $"Function {function.Name} has a function.json with a {Kind(function.Trigger)} trigger, but no {Kind(function.Trigger)} handler.");
        var unknown = registered
            .Where(handlersOfName => !Functions.Any(function => function.Name == handlersOfName.Key))
            .Select(handlersOfName => $"Function {handlersOfName.Key} has a handler, but no {handlersOfName.Key}/function.json.");
        var twice = registered
            .Where(handlersOfName => handlersOfName.Count() > 1)
            .Select(handlersOfName => $"Function {handlersOfName.Key} has {handlersOfName.Count()} handlers.");
        return [.. wrong, .. unknown, .. twice];
    }

    private static bool Fits(Trigger trigger, FunctionHandler handler) =>
        (trigger, handler) is (Trigger.Queue, FunctionHandler.Queue) or (Trigger.Timer, FunctionHandler.Timer);

    private static string Kind(Trigger trigger) => trigger is Trigger.Queue ? "queue" : "timer";

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static InvalidDataException Wrong(string name, string what) => new($"The function.json of {name} {what}.");
}
