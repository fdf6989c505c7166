using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Outreach.Functions.Hosting.Standalone;

/// <summary>What starts a function.</summary>
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

/// <summary>Makes the function's class in a scope and calls it with what triggered it.</summary>
internal delegate Task Invocation(IServiceProvider scope, object trigger, CancellationToken ct);

internal sealed record Function(string Name, Trigger Trigger, Invocation Invoke);

/// <summary>The functions of this program: the very list that the Functions SDK writes into the assembly, and that the Functions host is told of.</summary>
internal sealed record FunctionList(IReadOnlyList<Function> Functions, QueueSettings Queues)
{
    public static async Task<FunctionList> ReadAsync()
    {
        var generated = await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync(AppContext.BaseDirectory);
        return new([.. generated.Select(Read).OrderBy(function => function.Name, StringComparer.Ordinal)], QueueSettings.Read(AppContext.BaseDirectory));
    }

    private static Function Read(IFunctionMetadata function)
    {
        using var binding = JsonDocument.Parse(function.RawBindings![0]);
        return new(function.Name!, TriggerOf(binding.RootElement), InvocationOf(function.EntryPoint!));
    }

    private static Trigger TriggerOf(JsonElement binding) => binding.GetProperty("type").GetString() switch
    {
        "httpTrigger" => new Trigger.Http(binding.GetProperty("route").GetString()!),
        "queueTrigger" => new Trigger.Queue(binding.GetProperty("queueName").GetString()!),
        "timerTrigger" => new Trigger.Timer(binding.GetProperty("schedule").GetString()!),
        var other => throw new NotSupportedException($"Nothing here fires a {other}."),
    };

    /// <param name="entryPoint">Namespace, class and method.</param>
    private static Invocation InvocationOf(string entryPoint)
    {
        var at = entryPoint.LastIndexOf('.');
        var type = typeof(FunctionList).Assembly.GetType(entryPoint[..at], throwOnError: true)!;
        var method = type.GetMethod(entryPoint[(at + 1)..])!;
        var make = ActivatorUtilities.CreateFactory(type, []);
        return (scope, trigger, ct) =>
        {
            var given = method.GetParameters().Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? ct : trigger).ToArray();
            return (Task)method.Invoke(make(scope, null), BindingFlags.DoNotWrapExceptions, null, given, null)!;
        };
    }
}
