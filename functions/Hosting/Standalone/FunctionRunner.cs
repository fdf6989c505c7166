using System.Diagnostics;

namespace Outreach.Functions.Hosting.Standalone;

/// <summary>Runs one invocation in a scope of its own, as the worker does, and logs how it ended, as the Functions host does.</summary>
internal sealed partial class FunctionRunner(IServiceScopeFactory scopes, ILogger<FunctionRunner> log)
{
    /// <param name="tries">How often the message was taken; null for a timer.</param>
    public async Task RunAsync(Function function, object trigger, long? tries, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        using var span = Traces.Function(function.Name);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await function.Invoke(scope.ServiceProvider, trigger, ct);
        }
        catch (Exception exception)
        {
            span.Failed(exception);
            LogFailed(exception, function.Name, Milliseconds(started), tries);
            throw;
        }

        if (tries is { } count)
            LogHandled(function.Name, Milliseconds(started), count);
        else
            LogTimerRan(function.Name, Milliseconds(started));
    }

    private static long Milliseconds(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;

    [LoggerMessage(LogLevel.Information, "{Function} done in {Milliseconds} ms, try {DequeueCount}")]
    private partial void LogHandled(string function, long milliseconds, long dequeueCount);

    // Hundreds a day that find nothing to do: the functions say themselves what they did.
    [LoggerMessage(LogLevel.Debug, "{Function} done in {Milliseconds} ms")]
    private partial void LogTimerRan(string function, long milliseconds);

    [LoggerMessage(LogLevel.Error, "{Function} failed after {Milliseconds} ms, try {DequeueCount}")]
    private partial void LogFailed(Exception exception, string function, long milliseconds, long? dequeueCount);
}
