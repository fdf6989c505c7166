using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>An app that is deployed on Functions: what its hosts, however many there are, have in common.</summary>
/// <param name="settings">As "--Section:Key=value".</param>
internal sealed class FunctionsDeployment(FunctionsApp app, IQueues queues, IEnumerable<string> settings, Uri address, DateTimeOffset start) : IDisposable
{
    private readonly SharedClock clock = new(start);
    private readonly FunctionsTimers timers = new(app, start);
    private readonly Dictionary<string, string> settings = settings
        .Append($"--Outreach:ApiKey={RunningProgram.Key}")
        .Select(setting => setting[2..].Split('=', 2)).ToDictionary(parts => parts[0].Replace(":", "__", StringComparison.Ordinal), parts => parts[1]);

    public FunctionsHost Start(DateTimeOffset now) => new(
        app,
        timers,
        queues,
        new Dictionary<string, string>(settings) { ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location, [StartupHook.Setting] = clock.Path },
        now,
        address);

    public void MoveTo(DateTimeOffset to) => clock.MoveTo(to);

    public void Dispose()
    {
        clock.Dispose();
        timers.Dispose();
    }
}
