using System.Globalization;

namespace Outreach.Functions.Hosting;

/// <summary>How this process was started; see <see cref="Serve"/>.</summary>
/// <param name="FunctionsPort">The port the Functions host calls us on; null standalone.</param>
/// <param name="DataDirectory">Where the embedded store keeps its files, standalone.</param>
/// <param name="Clock">Where the virtual clock starts; null for real time.</param>
internal sealed record Launch(int? FunctionsPort, string DataDirectory, DateTimeOffset? Clock)
{
    private const string PortSetting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    private static readonly string[] ClockForms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>Where we are found standalone, as long as no <c>Outreach__BaseUrl</c> says otherwise.</summary>
    public int Port { get; init; } = Serve.DefaultPort;

    public bool OnFunctions => FunctionsPort is not null;

    /// <exception cref="UsageException">An option has no usable value, or does not go with Azure Functions.</exception>
    public static Launch Read(VerbArguments arguments, IConfiguration configuration)
    {
        int? port = configuration[PortSetting] is { Length: > 0 } given ? ReadPort(PortSetting, given) : null;
        var clock = arguments["clock"] is { } start ? ReadClock(start) : (DateTimeOffset?)null;
        if (port is not null && clock is not null)
            throw new UsageException("--clock does not exist on Azure Functions.");
        var launch = new Launch(port, Path.GetFullPath(arguments["data"] ?? "data"), clock);
        return arguments["port"] is { } own && ReadPort("--port", own) is > 0 and var known ? launch with { Port = known } : launch;
    }

    public static int ReadPort(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new UsageException($"{name} is a number from 0 to {ushort.MaxValue}, not '{text}'.");

    private static DateTimeOffset ReadClock(string text) =>
        DateTimeOffset.TryParseExact(text, ClockForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : throw new UsageException($"--clock is a time like 2026-03-02T09:00:00+01:00 (UTC without an offset), not '{text}'.");
}
